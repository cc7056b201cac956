#define _GNU_SOURCE
#include "modules.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "fatal.h"
#include "files.h"

static void load_one(int directory, const char *name) {
  const int fd = openat(directory, name, O_RDONLY | O_CLOEXEC);
  if (fd < 0 || (syscall(SYS_finit_module, fd, "", 0) && errno != EEXIST)) complain(name);
  if (fd >= 0) close(fd);
}

void modules_load(const char *directory) {
  const int fd = open(directory, O_PATH | O_DIRECTORY | O_CLOEXEC);
  struct buffer order = {0};
  if (fd < 0 || file_read(fd, "order", &order, 65536)) {
    complain("module order");
  } else {
    char *rest = order.data;
    for (char *name = strtok_r(rest, "\n", &rest); name; name = strtok_r(NULL, "\n", &rest)) load_one(fd, name);
  }
  buffer_free(&order);
  if (fd >= 0) close(fd);
}
