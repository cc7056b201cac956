#define _GNU_SOURCE
#include "boot.h"

#include <net/if.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fatal.h"
#include "modules.h"

static void move_off_initial_root(void) {
  mkdir("/base", 0755);
  if (mount("tmpfs", "/base", "tmpfs", 0, "mode=0755")) fatal("mount base");
  if (chdir("/base") || mount(".", "/", NULL, MS_MOVE, NULL)) fatal("move base");
  if (chroot(".") || chdir("/")) fatal("enter base");
}

static void mount_at(const char *type, const char *path) {
  mkdir(path, 0755);
  if (mount(type, path, type, MS_NOSUID | MS_NOEXEC, NULL)) fatal(path);
}

static void raise_loopback(void) {
  const int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  struct ifreq request = {.ifr_name = "lo"};
  if (fd < 0 || ioctl(fd, SIOCGIFFLAGS, &request)) {
    complain("loopback");
  } else {
    request.ifr_flags |= IFF_UP | IFF_RUNNING;
    if (ioctl(fd, SIOCSIFFLAGS, &request)) complain("loopback up");
  }
  if (fd >= 0) close(fd);
}

void boot(void) {
  umask(022);
  modules_load("/mods");
  move_off_initial_root();
  mount_at("devtmpfs", "/dev");
  mount_at("proc", "/proc");
  mount_at("sysfs", "/sys");
  raise_loopback();
}
