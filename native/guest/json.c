#include "json.h"

#include <stdlib.h>
#include <string.h>

#include "json_scan.h"

enum { MAX_DEPTH = 16 };

static int parse_value(struct json *json, struct scan *scan, int depth);

static size_t add_node(struct json *json, enum json_kind kind) {
  if (json->count == json->capacity) {
    const size_t capacity = json->capacity * 2 + 64;
    struct json_node *nodes = realloc(json->nodes, capacity * sizeof *nodes);
    if (!nodes) abort();
    json->nodes = nodes;
    json->capacity = capacity;
  }
  json->nodes[json->count] = (struct json_node){.kind = kind, .end = json->count + 1};
  return json->count++;
}

static int parse_string(struct json *json, struct scan *scan) {
  const size_t at = add_node(json, JSON_STRING);
  return scan_string(scan, &json->nodes[at].text, &json->nodes[at].length);
}

static int parse_member(struct json *json, struct scan *scan, int depth) {
  if (scan_peek(scan) != '"' || parse_string(json, scan)) return -1;
  if (!scan_take(scan, ':')) return -1;
  return parse_value(json, scan, depth);
}

static int parse_container(struct json *json, struct scan *scan, enum json_kind kind, int depth) {
  const char close = kind == JSON_ARRAY ? ']' : '}';
  if (depth >= MAX_DEPTH) return -1;
  const size_t at = add_node(json, kind);
  if (!scan_take(scan, close)) {
    do {
      const int bad = kind == JSON_ARRAY ? parse_value(json, scan, depth + 1)
                                         : parse_member(json, scan, depth + 1);
      if (bad) return -1;
    } while (scan_take(scan, ','));
    if (!scan_take(scan, close)) return -1;
  }
  json->nodes[at].end = json->count;
  return 0;
}

static int parse_word(struct json *json, struct scan *scan) {
  if (scan_word(scan, "null")) add_node(json, JSON_NULL);
  else if (scan_word(scan, "true")) add_node(json, JSON_TRUE);
  else if (scan_word(scan, "false")) add_node(json, JSON_FALSE);
  else return -1;
  return 0;
}

static int parse_number(struct json *json, struct scan *scan) {
  const size_t at = add_node(json, JSON_NUMBER);
  return scan_number(scan, &json->nodes[at].integer, &json->nodes[at].whole);
}

static int parse_value(struct json *json, struct scan *scan, int depth) {
  const char next = scan_peek(scan);
  if (next == '"') return parse_string(json, scan);
  if (scan_take(scan, '{')) return parse_container(json, scan, JSON_OBJECT, depth);
  if (scan_take(scan, '[')) return parse_container(json, scan, JSON_ARRAY, depth);
  if (next == '-' || (next >= '0' && next <= '9')) return parse_number(json, scan);
  return parse_word(json, scan);
}

int json_parse(struct json *json, char *text, size_t length) {
  struct scan scan = {.at = text, .end = text + length};
  *scan.end = '\0';
  json->count = 0;
  if (parse_value(json, &scan, 0)) return -1;
  scan_peek(&scan);
  return scan.at == scan.end ? 0 : -1;
}

void json_free(struct json *json) {
  free(json->nodes);
  *json = (struct json){0};
}

const struct json_node *json_root(const struct json *json) { return json->nodes; }

static const struct json_node *node_before(const struct json *json, const struct json_node *parent, size_t index) {
  return index < parent->end ? &json->nodes[index] : NULL;
}

const struct json_node *json_first(const struct json *json, const struct json_node *parent) {
  if (!parent || (parent->kind != JSON_ARRAY && parent->kind != JSON_OBJECT)) return NULL;
  return node_before(json, parent, (size_t)(parent - json->nodes) + 1);
}

const struct json_node *json_next(const struct json *json, const struct json_node *parent,
                                  const struct json_node *child) {
  return node_before(json, parent, child->end);
}

const struct json_node *json_member(const struct json *json, const struct json_node *object, const char *name) {
  if (!object || object->kind != JSON_OBJECT) return NULL;
  const struct json_node *key = json_first(json, object);
  while (key) {
    const struct json_node *value = key + 1;
    if (strcmp(key->text, name) == 0) return value;
    key = json_next(json, object, value);
  }
  return NULL;
}

const char *json_text_or(const struct json *json, const struct json_node *object, const char *name,
                         const char *fallback) {
  const struct json_node *node = json_member(json, object, name);
  return node && node->kind == JSON_STRING ? node->text : fallback;
}

long long json_integer_or(const struct json *json, const struct json_node *object, const char *name,
                          long long fallback) {
  const struct json_node *node = json_member(json, object, name);
  return node && node->kind == JSON_NUMBER && node->whole ? node->integer : fallback;
}

bool json_is_true(const struct json *json, const struct json_node *object, const char *name) {
  const struct json_node *node = json_member(json, object, name);
  return node && node->kind == JSON_TRUE;
}
