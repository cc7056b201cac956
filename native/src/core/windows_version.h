#pragma once

#include <cstdint>
#include <optional>

namespace isoscope {

struct WindowsVersion {
  std::uint32_t major = 0;
  std::uint32_t minor = 0;
  std::uint32_t build = 0;
  /// The registry's UBR.
  std::optional<std::uint32_t> revision;
  bool workstation = false;
  /// ms since the Unix epoch.
  double booted_at = 0;
};

/// The real one: not what a manifest makes GetVersionEx say.
WindowsVersion ReadWindowsVersion();

}  // namespace isoscope
