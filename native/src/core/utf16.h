#pragma once

#include <string>
#include <string_view>

namespace isoscope {

/// Half a surrogate pair becomes U+FFFD: Windows lets names hold any 16-bit units.
std::string ToUtf8(std::u16string_view text);

}  // namespace isoscope
