#include "buffer.h"

#include <stdlib.h>
#include <string.h>

char *buffer_reserve(struct buffer *buffer, size_t extra) {
  const size_t needed = buffer->length + extra + 1;
  if (needed > buffer->capacity) {
    const size_t capacity = needed * 2 + 256;
    char *data = realloc(buffer->data, capacity);
    if (!data) abort();
    buffer->data = data;
    buffer->capacity = capacity;
  }
  return buffer->data + buffer->length;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t length) {
  char *room = buffer_reserve(buffer, length);
  if (length > 0) memcpy(room, bytes, length);
  buffer->length += length;
}

void buffer_add_text(struct buffer *buffer, const char *text) {
  buffer_add(buffer, text, strlen(text));
}

void buffer_consume(struct buffer *buffer, size_t count) {
  if (count > buffer->length) count = buffer->length;
  buffer->length -= count;
  if (buffer->length > 0) memmove(buffer->data, buffer->data + count, buffer->length);
}

void buffer_free(struct buffer *buffer) {
  free(buffer->data);
  *buffer = (struct buffer){0};
}
