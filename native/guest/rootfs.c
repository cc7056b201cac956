#define _GNU_SOURCE
#include "rootfs.h"

#include <errno.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "container_dev.h"

enum { STEP_MS = 5 };

/* A device node appears when the driver has probed the disk, which may be after its module was loaded. */
static int wait_for_device(const char *path, int wait_ms) {
  struct stat status;
  for (int waited = 0; stat(path, &status); waited += STEP_MS) {
    if (waited >= wait_ms) return -1;
    usleep(STEP_MS * 1000);
  }
  return 0;
}

static int mount_overlay(void) {
  mkdir("/rw", 0755);
  if (mount("tmpfs", "/rw", "tmpfs", 0, "mode=0755,size=75%")) return -1;
  if (mkdir("/rw/upper", 0755) || mkdir("/rw/work", 0755)) return -1;
  mkdir(ROOTFS, 0755);
  return mount("overlay", ROOTFS, "overlay", 0, "lowerdir=/lower,upperdir=/rw/upper,workdir=/rw/work");
}

static int mount_sys(void) {
  mkdir(ROOTFS "/sys", 0755);
  return mount("sysfs", ROOTFS "/sys", "sysfs", MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
}

int rootfs_mount(const char *device, const char *type, int wait_ms, const char **stage) {
  char path[64];
  snprintf(path, sizeof path, "/dev/%s", device);
  *stage = "root disk";
  if (wait_for_device(path, wait_ms)) return -1;
  mkdir("/lower", 0755);
  *stage = "mount root disk";
  if (mount(path, "/lower", type, MS_RDONLY, NULL)) return -1;
  *stage = "mount overlay";
  if (mount_overlay()) return -1;
  *stage = "mount /sys";
  if (mount_sys()) return -1;
  *stage = "make /dev";
  return container_dev_make(ROOTFS);
}
