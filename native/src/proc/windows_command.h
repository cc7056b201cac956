#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "proc/windows_answer.h"
#include "proc/windows_calls.h"

namespace isoscope {

/// Reads command lines, by ProcessCommandLineInformation (60), which needs only limited rights. Where that is not known
/// (Wine), from the process's own memory, which needs more. Not for two threads at once.
class WindowsCommandReader {
 public:
  explicit WindowsCommandReader(const WindowsCalls& calls) : calls_(calls) {}

  /// `process` needs PROCESS_QUERY_LIMITED_INFORMATION.
  WindowsAnswer Read(HANDLE process, std::uint32_t pid);

 private:
  WindowsAnswer Query(HANDLE process);
  WindowsAnswer ReadMemory(std::uint32_t pid) const;

  const WindowsCalls& calls_;
  std::vector<std::byte> buffer_ = std::vector<std::byte>(2048);
  /// Cleared by the first answer that there is no such class.
  bool queries_ = true;
};

}  // namespace isoscope
