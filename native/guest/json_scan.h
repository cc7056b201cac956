#ifndef ISOSCOPE_JSON_SCAN_H
#define ISOSCOPE_JSON_SCAN_H

#include <stdbool.h>
#include <stddef.h>

/* A position in a text; `*end` is always NUL, so looking one character ahead is safe. */
struct scan {
  char *at;
  char *end;
};

/* Skips white space and returns the next character, NUL at the end. */
char scan_peek(struct scan *scan);
/* Skips white space; takes `wanted` if it is next. */
bool scan_take(struct scan *scan, char wanted);
bool scan_word(struct scan *scan, const char *word);
/* Takes a string, decoding it in place and terminating it with NUL. Returns 0 or -1. */
int scan_string(struct scan *scan, const char **text, size_t *length);
/* Takes a number; `whole` says whether it is an integer that fits. Returns 0 or -1. */
int scan_number(struct scan *scan, long long *integer, bool *whole);

#endif
