#define _GNU_SOURCE
#include "container_dev.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

struct node {
  const char *name;
  unsigned int major, minor;
};

struct link {
  const char *name, *target;
};

static const struct node nodes[] = {{"null", 1, 3}, {"zero", 1, 5},    {"full", 1, 7},
                                    {"random", 1, 8}, {"urandom", 1, 9}, {"tty", 5, 0}};

static const struct link links[] = {{"fd", "/proc/self/fd"},
                                    {"stdin", "/proc/self/fd/0"},
                                    {"stdout", "/proc/self/fd/1"},
                                    {"stderr", "/proc/self/fd/2"},
                                    {"ptmx", "pts/ptmx"}};

static int make_nodes(int dev) {
  for (size_t i = 0; i < sizeof nodes / sizeof *nodes; i++) {
    const dev_t number = makedev(nodes[i].major, nodes[i].minor);
    if (mknodat(dev, nodes[i].name, S_IFCHR | 0666, number)) return -1;
    if (fchmodat(dev, nodes[i].name, 0666, 0)) return -1;
  }
  return 0;
}

static int make_links(int dev) {
  for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
    if (symlinkat(links[i].target, dev, links[i].name)) return -1;
  }
  return 0;
}

static int mount_below(const char *root, const char *path, const char *type, const char *options) {
  char target[256];
  snprintf(target, sizeof target, "%s%s", root, path);
  if (mkdir(target, 0755) && errno != EEXIST) return -1;
  return mount(type, target, type, MS_NOSUID | MS_NOEXEC, options);
}

int container_dev_make(const char *root) {
  char path[256];
  if (mount_below(root, "/dev", "tmpfs", "mode=0755,size=64k")) return -1;
  snprintf(path, sizeof path, "%s/dev", root);
  const int dev = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (dev < 0) return -1;
  const int bad = make_nodes(dev) || make_links(dev);
  close(dev);
  if (bad || mount_below(root, "/dev/pts", "devpts", "mode=0620,ptmxmode=0666,gid=5")) return -1;
  return mount_below(root, "/dev/shm", "tmpfs", "mode=1777");
}

int container_dev_open_terminal(const char *root, int *master, int *slave) {
  char path[256];
  int unlock = 0;
  snprintf(path, sizeof path, "%s/dev/pts/ptmx", root);
  *master = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (*master < 0) return -1;
  ioctl(*master, TIOCSPTLCK, &unlock);
  *slave = ioctl(*master, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*slave >= 0) return 0;
  close(*master);
  return -1;
}
