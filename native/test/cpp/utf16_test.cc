// What becomes of UTF-16 that Windows lets names hold, however broken.
#include "core/utf16.h"

#include <random>
#include <string>

#include "check.h"

namespace {

using isoscope::ToUtf8;

void Known() {
  Check(ToUtf8(u"") == "", "nothing");
  Check(ToUtf8(u"ping.exe") == "ping.exe", "ASCII");
  Check(ToUtf8(u"пинг é") == "\xD0\xBF\xD0\xB8\xD0\xBD\xD0\xB3 \xC3\xA9", "two bytes");
  Check(ToUtf8(u"試") == "\xE8\xA9\xA6", "three bytes");
  Check(ToUtf8(u"😀") == "\xF0\x9F\x98\x80", "a pair");
  Check(ToUtf8(std::u16string(1, u'\0')) == std::string(1, '\0'), "NUL");
}

void Broken() {
  const std::string replaced = "\xEF\xBF\xBD";
  Check(ToUtf8(std::u16string{0xD83D}) == replaced, "a first half at the end");
  Check(ToUtf8(std::u16string{0xDE00, u'a'}) == replaced + "a", "a second half alone");
  Check(ToUtf8(std::u16string{0xD83D, u'a'}) == replaced + "a", "a first half alone");
  Check(ToUtf8(std::u16string{0xD83D, 0xD83D, 0xDE00}) == replaced + "\xF0\x9F\x98\x80", "a half, then a pair");
}

/// Whatever comes in, what goes out is UTF-8 of at most three bytes a unit.
void Any() {
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::u16string text(random() % 12, u'\0');
    // Mostly halves of pairs.
    for (char16_t& unit : text) unit = static_cast<char16_t>(random() % 2 ? 0xD800 + random() % 0x800 : random());
    const std::string utf8 = ToUtf8(text);
    Check(utf8.size() <= text.size() * 3, "no longer than three bytes a unit");
    for (std::size_t at = 0; at < utf8.size();) {
      const auto lead = static_cast<unsigned char>(utf8[at]);
      const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      Check(lead < 0x80 || lead >= 0xC2, "a lead byte");
      for (std::size_t i = 1; i < length; ++i) Check((utf8.at(at + i) & 0xC0) == 0x80, "a tail byte");
      at += length;
    }
  }
}

}  // namespace

int main() {
  Known();
  Broken();
  Any();
}
