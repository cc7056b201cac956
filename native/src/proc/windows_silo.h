#pragma once

#include <cstdint>
#include <optional>

#include "proc/windows_calls.h"

namespace isoscope {

/// Reads which server silo, and thus which process-isolated container, holds a process: a number that is the same for
/// all of one container and names none. Not for two threads at once.
class WindowsSilos {
 public:
  explicit WindowsSilos(const WindowsCalls& calls) : calls_(calls) {}

  /// 0 is the host itself. Nothing where this Windows does not tell. `process` needs PROCESS_QUERY_LIMITED_INFORMATION.
  std::optional<std::uint32_t> Of(HANDLE process);

 private:
  const WindowsCalls& calls_;
  /// Cleared by the first answer that there is no such class: builds before Windows 11, and Wine.
  bool told_ = true;
};

}  // namespace isoscope
