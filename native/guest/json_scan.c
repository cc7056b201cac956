#include "json_scan.h"

#include <stdint.h>
#include <string.h>

char scan_peek(struct scan *scan) {
  while (scan->at < scan->end && strchr(" \t\r\n", *scan->at)) {
    if (*scan->at == '\0') break;
    scan->at++;
  }
  return *scan->at;
}

bool scan_take(struct scan *scan, char wanted) {
  if (scan_peek(scan) != wanted || scan->at == scan->end) return false;
  scan->at++;
  return true;
}

bool scan_word(struct scan *scan, const char *word) {
  const size_t length = strlen(word);
  if ((size_t)(scan->end - scan->at) < length || memcmp(scan->at, word, length) != 0) return false;
  scan->at += length;
  return true;
}

static int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/* Takes the four digits after \u; -1 when they are not four hex digits. */
static int32_t scan_hex4(struct scan *scan) {
  if (scan->end - scan->at < 4) return -1;
  int32_t value = 0;
  for (int i = 0; i < 4; i++) {
    const int digit = hex_digit(scan->at[i]);
    if (digit < 0) return -1;
    value = value << 4 | digit;
  }
  scan->at += 4;
  return value;
}

static char *put_utf8(char *out, uint32_t point) {
  if (point < 0x80) {
    *out++ = (char)point;
  } else if (point < 0x800) {
    *out++ = (char)(0xc0 | point >> 6);
    *out++ = (char)(0x80 | (point & 63));
  } else if (point < 0x10000) {
    *out++ = (char)(0xe0 | point >> 12);
    *out++ = (char)(0x80 | (point >> 6 & 63));
    *out++ = (char)(0x80 | (point & 63));
  } else {
    *out++ = (char)(0xf0 | point >> 18);
    *out++ = (char)(0x80 | (point >> 12 & 63));
    *out++ = (char)(0x80 | (point >> 6 & 63));
    *out++ = (char)(0x80 | (point & 63));
  }
  return out;
}

/* The code point of a \u escape, joining surrogate pairs; a lone surrogate is U+FFFD. -1 when malformed or NUL. */
static int32_t scan_code_point(struct scan *scan) {
  const int32_t first = scan_hex4(scan);
  if (first <= 0) return -1;
  if (first < 0xd800 || first > 0xdfff) return first;
  if (first > 0xdbff || scan->end - scan->at < 6 || scan->at[0] != '\\' || scan->at[1] != 'u') return 0xfffd;
  struct scan ahead = {.at = scan->at + 2, .end = scan->end};
  const int32_t second = scan_hex4(&ahead);
  if (second < 0xdc00 || second > 0xdfff) return 0xfffd;
  scan->at = ahead.at;
  return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
}

/* Decodes the escape after a backslash to `out`; NULL when malformed. An escape is never shorter than its text. */
static char *scan_escape(struct scan *scan, char *out) {
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  if (scan->at >= scan->end || *scan->at == '\0') return NULL;
  const char name = *scan->at++;
  if (name == 'u') {
    const int32_t point = scan_code_point(scan);
    return point < 0 ? NULL : put_utf8(out, (uint32_t)point);
  }
  const char *found = strchr(names, name);
  if (!found) return NULL;
  *out++ = values[found - names];
  return out;
}

int scan_string(struct scan *scan, const char **text, size_t *length) {
  char *out = ++scan->at;
  *text = out;
  while (scan->at < scan->end) {
    const char c = *scan->at++;
    if (c == '"') {
      *out = '\0';
      *length = (size_t)(out - *text);
      return 0;
    }
    if ((unsigned char)c < 0x20) return -1;
    if (c != '\\') *out++ = c;
    else if (!(out = scan_escape(scan, out))) return -1;
  }
  return -1;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static size_t skip_digits(struct scan *scan) {
  size_t count = 0;
  for (; is_digit(*scan->at); scan->at++) count++;
  return count;
}

/* Takes a fraction and an exponent where present. Returns 1 if there was one, 0 if not, -1 when malformed. */
static int skip_fraction(struct scan *scan) {
  int seen = 0;
  if (*scan->at == '.') {
    scan->at++;
    if (skip_digits(scan) == 0) return -1;
    seen = 1;
  }
  if (*scan->at == 'e' || *scan->at == 'E') {
    scan->at++;
    if (*scan->at == '+' || *scan->at == '-') scan->at++;
    if (skip_digits(scan) == 0) return -1;
    seen = 1;
  }
  return seen;
}

static bool to_integer(const char *digits, size_t count, bool negative, long long *integer) {
  long long value = 0;
  for (size_t i = 0; i < count; i++) {
    const int digit = digits[i] - '0';
    if (__builtin_mul_overflow(value, 10LL, &value)) return false;
    if (__builtin_add_overflow(value, negative ? -digit : digit, &value)) return false;
  }
  *integer = value;
  return true;
}

int scan_number(struct scan *scan, long long *integer, bool *whole) {
  const bool negative = *scan->at == '-';
  if (negative) scan->at++;
  const char *digits = scan->at;
  const size_t count = skip_digits(scan);
  if (count == 0 || (count > 1 && *digits == '0')) return -1;
  const int fraction = skip_fraction(scan);
  if (fraction < 0) return -1;
  *whole = fraction == 0 && to_integer(digits, count, negative, integer);
  return 0;
}
