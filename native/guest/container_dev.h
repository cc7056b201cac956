#ifndef ISOSCOPE_CONTAINER_DEV_H
#define ISOSCOPE_CONTAINER_DEV_H

/* Mounts a container's /dev under `root`: the usual nodes and links, its own terminals, /dev/shm. 0 or -1 (errno). */
int container_dev_make(const char *root);

/*
 * Opens a terminal of that /dev, so that its name is right inside. Both ends close on exec; the master does not
 * block. Returns 0 or -1 with errno.
 */
int container_dev_open_terminal(const char *root, int *master, int *slave);

#endif
