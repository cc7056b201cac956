#ifndef ISOSCOPE_EMIT_H
#define ISOSCOPE_EMIT_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"

/*
 * Writes JSON piece by piece; commas are put where needed. `name` is the member's name, or NULL inside an array and
 * for the outermost value.
 */
void emit_open(struct buffer *out, const char *name, char bracket);
void emit_close(struct buffer *out, char bracket);
/* Bytes that are not UTF-8 become U+FFFD: a process may name itself anything. */
void emit_text(struct buffer *out, const char *name, const char *text, size_t length);
void emit_word(struct buffer *out, const char *name, const char *text);
void emit_integer(struct buffer *out, const char *name, long long value);
void emit_bool(struct buffer *out, const char *name, bool value);
void emit_null(struct buffer *out, const char *name);
void emit_base64(struct buffer *out, const char *name, const void *bytes, size_t length);

#endif
