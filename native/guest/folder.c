#define _GNU_SOURCE
#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "rootfs.h"

static int open_in_root(int root, const char *path) {
  struct open_how how = {.flags = O_PATH | O_DIRECTORY | O_CLOEXEC, .resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS};
  return (int)syscall(SYS_openat2, root, path, &how, sizeof how);
}

/* Opens the folder at the first `length` characters of `path`, making its last part if it is missing. */
static int open_or_make(int root, int parent, const char *path, size_t length) {
  char part[4096];
  memcpy(part, path, length);
  part[length] = '\0';
  const int found = open_in_root(root, part);
  if (found >= 0 || errno != ENOENT) return found;
  const char *slash = strrchr(part, '/');
  if (mkdirat(parent, slash ? slash + 1 : part, 0755) && errno != EEXIST) return -1;
  return open_in_root(root, part);
}

/* Each part is looked up from the root again, so that a link among them leads where it would lead the container. */
static int walk(int root, const char *path) {
  int at = open_in_root(root, "/");
  for (size_t end = 1; at >= 0 && path[end - 1] != '\0';) {
    end += strcspn(path + end, "/");
    const int next = open_or_make(root, at, path, end);
    close(at);
    at = next;
    if (path[end] == '\0') break;
    end++;
  }
  return at;
}

static int mount_on(int target, const char *tag, bool read_only) {
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", target);
  const unsigned long flags = MS_NOSUID | MS_NODEV | (read_only ? MS_RDONLY : 0);
  return mount(tag, path, "virtiofs", flags, NULL);
}

int folder_mount(const char *tag, const char *target, bool read_only, const char **stage) {
  *stage = "folder's place";
  if (target[0] != '/' || strlen(target) >= 4096) {
    errno = EINVAL;
    return -1;
  }
  const int root = open(ROOTFS, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (root < 0) return -1;
  const int place = walk(root, target);
  int result = -1;
  if (place >= 0) {
    *stage = "mount folder";
    result = mount_on(place, tag, read_only);
  }
  const int error = errno;
  if (place >= 0) close(place);
  close(root);
  errno = error;
  return result;
}
