#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isoscope {

/// The name as Get-Process shows it: without a last `.exe` in any case, its own case kept. PID 0 is Idle, PID 4 System.
std::string WindowsProcessName(std::uint32_t pid, std::u16string_view image);

}  // namespace isoscope
