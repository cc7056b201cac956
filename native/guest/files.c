#define _GNU_SOURCE
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int read_all(int fd, struct buffer *out, size_t limit) {
  const size_t before = out->length;
  while (out->length - before < limit) {
    const size_t left = limit - (out->length - before);
    const size_t step = left < 4096 ? left : 4096;
    const ssize_t count = read(fd, buffer_reserve(out, step), step);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return -1;
    if (count == 0) break;
    out->length += (size_t)count;
  }
  *buffer_reserve(out, 0) = '\0';
  return 0;
}

static int read_and_close(int fd, struct buffer *out, size_t limit) {
  if (fd < 0) return -1;
  const int result = read_all(fd, out, limit);
  close(fd);
  return result;
}

int file_read(int directory, const char *path, struct buffer *out, size_t limit) {
  return read_and_close(openat(directory, path, O_RDONLY | O_CLOEXEC), out, limit);
}

int file_read_in_root(int root, const char *path, struct buffer *out, size_t limit) {
  struct open_how how = {.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, .resolve = RESOLVE_IN_ROOT};
  const int fd = (int)syscall(SYS_openat2, root, path, &how, sizeof how);
  struct stat status;
  if (fd >= 0 && (fstat(fd, &status) || !S_ISREG(status.st_mode))) {
    close(fd);
    return -1;
  }
  return read_and_close(fd, out, limit);
}

int file_write(const char *path, const char *text) {
  const int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (fd < 0) return -1;
  const ssize_t written = write(fd, text, strlen(text));
  close(fd);
  return written == (ssize_t)strlen(text) ? 0 : -1;
}
