#include "emit.h"

#include <stdio.h>
#include <string.h>

#include "base64.h"
#include "utf8.h"

static void begin(struct buffer *out, const char *name) {
  if (out->length > 0 && !strchr("{[\n", out->data[out->length - 1])) buffer_add_text(out, ",");
  if (!name) return;
  buffer_add_text(out, "\"");
  buffer_add_text(out, name);
  buffer_add_text(out, "\":");
}

void emit_open(struct buffer *out, const char *name, char bracket) {
  begin(out, name);
  buffer_add(out, &bracket, 1);
}

void emit_close(struct buffer *out, char bracket) { buffer_add(out, &bracket, 1); }

static void add_escaped(struct buffer *out, unsigned char c) {
  char escape[8];
  const int length = c == '"' || c == '\\' ? snprintf(escape, sizeof escape, "\\%c", c)
                                           : snprintf(escape, sizeof escape, "\\u%04x", c);
  buffer_add(out, escape, (size_t)length);
}

void emit_text(struct buffer *out, const char *name, const char *text, size_t length) {
  begin(out, name);
  buffer_add_text(out, "\"");
  for (size_t i = 0; i < length;) {
    const unsigned char c = (unsigned char)text[i];
    const size_t sequence = utf8_sequence(text + i, length - i);
    if (sequence == 0) buffer_add_text(out, "\xef\xbf\xbd");
    else if (c < 0x20 || c == '"' || c == '\\' || c == 0x7f) add_escaped(out, c);
    else buffer_add(out, text + i, sequence);
    i += sequence == 0 ? 1 : sequence;
  }
  buffer_add_text(out, "\"");
}

void emit_word(struct buffer *out, const char *name, const char *text) {
  emit_text(out, name, text, strlen(text));
}

void emit_integer(struct buffer *out, const char *name, long long value) {
  char digits[24];
  begin(out, name);
  buffer_add(out, digits, (size_t)snprintf(digits, sizeof digits, "%lld", value));
}

void emit_bool(struct buffer *out, const char *name, bool value) {
  begin(out, name);
  buffer_add_text(out, value ? "true" : "false");
}

void emit_null(struct buffer *out, const char *name) {
  begin(out, name);
  buffer_add_text(out, "null");
}

void emit_base64(struct buffer *out, const char *name, const void *bytes, size_t length) {
  begin(out, name);
  buffer_add_text(out, "\"");
  base64_encode(out, bytes, length);
  buffer_add_text(out, "\"");
}
