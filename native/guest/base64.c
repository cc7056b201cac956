#include "base64.h"

#include <stdint.h>

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static void encode_group(char out[4], const unsigned char *in, size_t count) {
  const uint32_t bits =
      (uint32_t)in[0] << 16 | (count > 1 ? (uint32_t)in[1] << 8 : 0) | (count > 2 ? in[2] : 0u);
  out[0] = alphabet[bits >> 18];
  out[1] = alphabet[bits >> 12 & 63];
  out[2] = count > 1 ? alphabet[bits >> 6 & 63] : '=';
  out[3] = count > 2 ? alphabet[bits & 63] : '=';
}

void base64_encode(struct buffer *out, const void *bytes, size_t length) {
  const unsigned char *in = bytes;
  char *room = buffer_reserve(out, (length + 2) / 3 * 4);
  for (size_t i = 0; i < length; i += 3, room += 4) encode_group(room, in + i, length - i);
  out->length += (length + 2) / 3 * 4;
}

static int value_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

static size_t padding_of(const char *text, size_t length) {
  if (length == 0 || text[length - 1] != '=') return 0;
  return text[length - 2] == '=' ? 2 : 1;
}

/* Four digits to three bytes; the `padding` last digits count as zero. -1 for a character outside the alphabet. */
static int decode_group(char out[3], const char *text, size_t padding) {
  uint32_t bits = 0;
  for (size_t i = 0; i < 4; i++) {
    const int value = i >= 4 - padding ? 0 : value_of(text[i]);
    if (value < 0) return -1;
    bits = bits << 6 | (uint32_t)value;
  }
  out[0] = (char)(bits >> 16);
  out[1] = (char)(bits >> 8);
  out[2] = (char)bits;
  return 0;
}

int base64_decode(struct buffer *out, const char *text, size_t length) {
  if (length % 4 != 0) return -1;
  const size_t padding = padding_of(text, length);
  char *room = buffer_reserve(out, length / 4 * 3);
  for (size_t i = 0; i < length; i += 4, room += 3) {
    if (decode_group(room, text + i, i + 4 == length ? padding : 0)) return -1;
  }
  out->length += length / 4 * 3 - padding;
  return 0;
}
