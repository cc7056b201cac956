#include "proc/windows_sid.h"

#include <cstdint>

namespace isoscope {
namespace {

// SID: revision, count of parts, authority (6 bytes, big-endian), then the parts.
constexpr std::size_t kCount = 1;
constexpr std::size_t kAuthority = 2;
constexpr std::size_t kAuthorityBytes = 6;
constexpr std::size_t kParts = 8;
constexpr std::uint8_t kMaxParts = 15;

std::optional<std::uint64_t> AuthorityAt(const WindowsBytes& bytes, std::size_t offset) {
  if (!bytes.Has(offset, kAuthorityBytes)) return std::nullopt;
  std::uint64_t authority = 0;
  for (std::size_t i = 0; i < kAuthorityBytes; ++i) {
    authority = authority << 8 | bytes.At<std::uint8_t>(offset + i).value_or(0);
  }
  return authority;
}

}  // namespace

std::optional<std::string> SidText(const WindowsBytes& bytes, std::size_t offset) {
  const auto revision = bytes.At<std::uint8_t>(offset);
  const auto count = bytes.At<std::uint8_t>(offset + kCount);
  const auto authority = AuthorityAt(bytes, offset + kAuthority);
  if (revision != 1 || !count || *count > kMaxParts || !authority) return std::nullopt;
  std::string text = "S-1-" + std::to_string(*authority);
  for (std::size_t i = 0; i < *count; ++i) {
    const auto part = bytes.At<std::uint32_t>(offset + kParts + i * sizeof(std::uint32_t));
    if (!part) return std::nullopt;
    text += "-" + std::to_string(*part);
  }
  return text;
}

}  // namespace isoscope
