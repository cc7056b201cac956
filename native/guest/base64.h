#ifndef ISOSCOPE_BASE64_H
#define ISOSCOPE_BASE64_H

#include <stddef.h>

#include "buffer.h"

void base64_encode(struct buffer *out, const void *bytes, size_t length);

/* Appends what `text` encodes. Returns 0, or -1 when it is not padded base64; `out` is then unchanged. */
int base64_decode(struct buffer *out, const char *text, size_t length);

#endif
