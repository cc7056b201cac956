#ifndef ISOSCOPE_FOLDER_H
#define ISOSCOPE_FOLDER_H

#include <stdbool.h>

/*
 * Mounts a folder the host shares under `tag` (virtiofs) into the container's root at `target`, making what is missing
 * of that path. Links in the image are followed inside its root only. Before the container is started; the host enforces
 * read-only too. Returns 0, or -1 with errno and the stage that failed.
 */
int folder_mount(const char *tag, const char *target, bool read_only, const char **stage);

#endif
