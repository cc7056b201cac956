#include "reply.h"

#include <string.h>

#include "emit.h"

void reply_begin(struct buffer *out, long long id) {
  emit_open(out, NULL, '{');
  emit_integer(out, "id", id);
  emit_bool(out, "ok", true);
}

void reply_end(struct buffer *out) {
  emit_close(out, '}');
  buffer_add_text(out, "\n");
}

void reply_ok(struct buffer *out, long long id) {
  reply_begin(out, id);
  reply_end(out);
}

static void begin_error(struct buffer *out, long long id, const char *code, const char *message) {
  emit_open(out, NULL, '{');
  emit_integer(out, "id", id);
  emit_bool(out, "ok", false);
  emit_word(out, "code", code);
  emit_word(out, "message", message);
}

void reply_error(struct buffer *out, long long id, const char *code, const char *message) {
  begin_error(out, id, code, message);
  reply_end(out);
}

void reply_failure(struct buffer *out, long long id, const char *code, const struct failure *failure) {
  begin_error(out, id, code, strerror(failure->error));
  emit_word(out, "stage", failure->stage);
  emit_integer(out, "errno", failure->error);
  reply_end(out);
}
