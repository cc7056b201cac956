#include "utf8.h"

#include <stdint.h>

static size_t expected_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/* Overlong forms, surrogates and points above U+10FFFF show in the second byte. */
static int second_byte_fits(unsigned char lead, unsigned char second) {
  if (lead == 0xe0) return second >= 0xa0;
  if (lead == 0xed) return second < 0xa0;
  if (lead == 0xf0) return second >= 0x90;
  return lead != 0xf4 || second < 0x90;
}

size_t utf8_sequence(const char *text, size_t length) {
  const unsigned char *bytes = (const unsigned char *)text;
  if (length == 0) return 0;
  const size_t expected = expected_length(bytes[0]);
  if (expected == 0 || expected > length) return 0;
  for (size_t i = 1; i < expected; i++) {
    if ((bytes[i] & 0xc0) != 0x80) return 0;
  }
  return expected > 1 && !second_byte_fits(bytes[0], bytes[1]) ? 0 : expected;
}
