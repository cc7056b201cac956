#pragma once

#include <optional>
#include <string>

#include "proc/windows_bytes.h"

namespace isoscope {

/// A security identifier in its usual text, e.g. `S-1-5-83-0`: what is shown for an account without a name here, such
/// as a container's own. Nothing when the bytes at `offset` are none.
std::optional<std::string> SidText(const WindowsBytes& bytes, std::size_t offset);

}  // namespace isoscope
