#ifndef ISOSCOPE_FILES_H
#define ISOSCOPE_FILES_H

#include "buffer.h"

/* Appends a file's content, at most `limit` bytes, from `directory` (or AT_FDCWD). Returns 0 or -1 with errno. */
int file_read(int directory, const char *path, struct buffer *out, size_t limit);

/*
 * The same for a path inside a directory tree that is not ours: symbolic links resolve as if `root` were "/", and
 * anything but a regular file is refused without waiting on it.
 */
int file_read_in_root(int root, const char *path, struct buffer *out, size_t limit);

/* Replaces a file's content. Returns 0 or -1 with errno. */
int file_write(const char *path, const char *text);

#endif
