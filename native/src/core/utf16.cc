#include "core/utf16.h"

#include <cstddef>

namespace isoscope {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool IsHigh(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool IsLow(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// The code point at `at`, which moves past it.
char32_t Next(std::u16string_view text, std::size_t& at) {
  const char16_t unit = text[at++];
  if (IsLow(unit)) return kReplacement;
  if (!IsHigh(unit)) return unit;
  if (at == text.size() || !IsLow(text[at])) return kReplacement;
  return 0x10000 + ((static_cast<char32_t>(unit) - 0xD800) << 10) + (text[at++] - 0xDC00u);
}

char Tail(char32_t point, int shift) { return static_cast<char>(0x80 | ((point >> shift) & 0x3F)); }

void Append(std::string& out, char32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += {static_cast<char>(0xC0 | (point >> 6)), Tail(point, 0)};
  } else if (point < 0x10000) {
    out += {static_cast<char>(0xE0 | (point >> 12)), Tail(point, 6), Tail(point, 0)};
  } else {
    out += {static_cast<char>(0xF0 | (point >> 18)), Tail(point, 12), Tail(point, 6), Tail(point, 0)};
  }
}

}  // namespace

std::string ToUtf8(std::u16string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) Append(out, Next(text, at));
  return out;
}

}  // namespace isoscope
