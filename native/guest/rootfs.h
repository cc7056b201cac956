#ifndef ISOSCOPE_ROOTFS_H
#define ISOSCOPE_ROOTFS_H

#define ROOTFS "/rootfs"

/*
 * Mounts the image (a read-only file system on a block device such as "vda") with a RAM overlay at ROOTFS, and the
 * container's own /dev and /sys in it. Waits up to `wait_ms` for the device. Returns 0, or -1 with errno and the
 * failing step in `stage`.
 */
int rootfs_mount(const char *device, const char *type, int wait_ms, const char **stage);

#endif
