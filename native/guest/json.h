#ifndef ISOSCOPE_JSON_H
#define ISOSCOPE_JSON_H

#include <stdbool.h>
#include <stddef.h>

enum json_kind { JSON_NULL, JSON_TRUE, JSON_FALSE, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

/*
 * One value. Nodes lie in document order, so a container's first child is the node after it and `end` is the index
 * after its last descendant. An object's children are key, value, key, value.
 */
struct json_node {
  enum json_kind kind;
  size_t end;
  /* JSON_STRING: decoded, NUL-terminated text inside the parsed line. */
  const char *text;
  size_t length;
  /* JSON_NUMBER: the value when `whole`; fractions, exponents and overflow are not whole. */
  long long integer;
  bool whole;
};

struct json {
  struct json_node *nodes;
  size_t count;
  size_t capacity;
};

/*
 * Parses one document, decoding strings in place: `text` is overwritten and must outlive the nodes. `text[length]`
 * must be writable. Returns 0, or -1 for anything that is not exactly one JSON value, is nested deeper than 16, or
 * holds a NUL character (it could not be a C string). The nodes' memory is reused by the next parse.
 */
int json_parse(struct json *json, char *text, size_t length);
void json_free(struct json *json);

const struct json_node *json_root(const struct json *json);
/* The member of an object by name, or NULL (also when `object` is NULL or no object). The first of equal names wins. */
const struct json_node *json_member(const struct json *json, const struct json_node *object, const char *name);
/* First child and following sibling of a container's children; NULL at the end. */
const struct json_node *json_first(const struct json *json, const struct json_node *parent);
const struct json_node *json_next(const struct json *json, const struct json_node *parent,
                                  const struct json_node *child);

/* The member's text, or `fallback` when it is missing or no string. */
const char *json_text_or(const struct json *json, const struct json_node *object, const char *name,
                         const char *fallback);
long long json_integer_or(const struct json *json, const struct json_node *object, const char *name,
                          long long fallback);
bool json_is_true(const struct json *json, const struct json_node *object, const char *name);

#endif
