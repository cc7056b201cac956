#include "proc/windows_name.h"

#include <cstddef>

#include "core/utf16.h"

namespace isoscope {
namespace {

constexpr std::u16string_view kExe = u".exe";

bool EndsWithExe(std::u16string_view image) {
  if (image.size() < kExe.size()) return false;
  const std::u16string_view end = image.substr(image.size() - kExe.size());
  for (std::size_t i = 0; i < kExe.size(); ++i) {
    const char16_t lower = end[i] >= u'A' && end[i] <= u'Z' ? static_cast<char16_t>(end[i] + 0x20) : end[i];
    if (lower != kExe[i]) return false;
  }
  return true;
}

}  // namespace

std::string WindowsProcessName(std::uint32_t pid, std::u16string_view image) {
  if (pid == 0) return "Idle";
  if (pid == 4) return "System";
  return ToUtf8(EndsWithExe(image) ? image.substr(0, image.size() - kExe.size()) : image);
}

}  // namespace isoscope
