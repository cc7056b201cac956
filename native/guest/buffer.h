#ifndef ISOSCOPE_BUFFER_H
#define ISOSCOPE_BUFFER_H

#include <stddef.h>

/* A growing run of bytes. Zero-initialised is empty. Running out of memory aborts the process. */
struct buffer {
  char *data;
  size_t length;
  size_t capacity;
};

/* Makes room for `extra` more bytes and a terminating NUL, and returns where they go. */
char *buffer_reserve(struct buffer *buffer, size_t extra);
void buffer_add(struct buffer *buffer, const void *bytes, size_t length);
void buffer_add_text(struct buffer *buffer, const char *text);
/* Removes the first `count` bytes. */
void buffer_consume(struct buffer *buffer, size_t count);
void buffer_free(struct buffer *buffer);

#endif
