#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "emit.h"
#include "json.h"

/*
 * Reads texts from standard input, each as a line of hex digits, and prints what the parser made of it: the document
 * written again, or "!" when it was refused. Numbers that are no whole 64-bit integers print as null.
 */

static void echo(struct buffer *out, const struct json *json, const struct json_node *node, const char *name) {
  if (node->kind == JSON_STRING) return emit_text(out, name, node->text, node->length);
  if (node->kind == JSON_NUMBER && node->whole) return emit_integer(out, name, node->integer);
  if (node->kind == JSON_TRUE || node->kind == JSON_FALSE) return emit_bool(out, name, node->kind == JSON_TRUE);
  if (node->kind != JSON_ARRAY && node->kind != JSON_OBJECT) return emit_null(out, name);
  emit_open(out, name, '[');
  for (const struct json_node *child = json_first(json, node); child; child = json_next(json, node, child)) {
    echo(out, json, child, NULL);
  }
  emit_close(out, ']');
}

/* The text in memory of exactly its size and one byte, so that the address sanitizer sees any step outside. */
static char *from_hex(const char *hex, size_t *length) {
  unsigned int byte;
  *length = strlen(hex) / 2;
  char *text = malloc(*length + 1);
  for (size_t i = 0; text && i < *length && sscanf(hex + 2 * i, "%2x", &byte) == 1; i++) text[i] = (char)byte;
  return text;
}

int main(void) {
  struct json json = {0};
  struct buffer out = {0};
  char *line = NULL;
  size_t capacity = 0, length;
  while (getline(&line, &capacity, stdin) > 0) {
    line[strcspn(line, "\n")] = '\0';
    char *text = from_hex(line, &length);
    out.length = 0;
    if (json_parse(&json, text, length)) buffer_add_text(&out, "!");
    else echo(&out, &json, json_root(&json), NULL);
    printf("%.*s\n", (int)out.length, out.data);
    free(text);
  }
  free(line);
  buffer_free(&out);
  json_free(&json);
  return 0;
}
