#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>

namespace isoscope {

/// Bytes that Windows filled, with pointers in them that count from where they lay then. Nothing outside is ever read.
/// Compiles anywhere, so that recorded and broken buffers are tried under a sanitizer. Layouts are those of 64-bit
/// Windows, little-endian.
class WindowsBytes {
 public:
  WindowsBytes(std::span<const std::byte> bytes, std::uint64_t address) : bytes_(bytes), address_(address) {}

  std::size_t Size() const { return bytes_.size(); }

  bool Has(std::size_t offset, std::size_t length) const {
    return offset <= bytes_.size() && length <= bytes_.size() - offset;
  }

  /// Nothing when it does not lie within.
  template <class T>
  std::optional<T> At(std::size_t offset) const {
    if (!Has(offset, sizeof(T))) return std::nullopt;
    T value;
    std::memcpy(&value, bytes_.data() + offset, sizeof value);
    return value;
  }

  /// The text of the UNICODE_STRING at `offset`: u16 length in bytes, then at +8 the pointer. Nothing when either lies
  /// outside.
  std::optional<std::u16string> TextAt(std::size_t offset) const {
    const auto length = At<std::uint16_t>(offset);
    const auto pointer = At<std::uint64_t>(offset + 8);
    if (!length || !pointer) return std::nullopt;
    if (*length == 0) return std::u16string();
    if (*pointer < address_ || !Has(*pointer - address_, *length)) return std::nullopt;
    std::u16string text(*length / sizeof(char16_t), u'\0');
    std::memcpy(text.data(), bytes_.data() + (*pointer - address_), text.size() * sizeof(char16_t));
    return text;
  }

 private:
  std::span<const std::byte> bytes_;
  std::uint64_t address_;
};

}  // namespace isoscope
