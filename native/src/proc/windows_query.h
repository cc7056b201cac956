#pragma once

#include <cstddef>
#include <vector>

#include "core/outcome.h"
#include "proc/windows_calls.h"
#include "proc/windows_snapshot.h"

namespace isoscope {

/// Every process by one NtQuerySystemInformation call, which needs no rights. Keeps its buffer, which grows to what the
/// last call needed. Not for two threads at once.
class WindowsQuery {
 public:
  explicit WindowsQuery(const WindowsCalls& calls) : calls_(calls) {}

  Outcome<std::vector<WindowsProcess>> Read();

  /// Gives the buffer back.
  void Release() { buffer_ = {}; }

 private:
  /// Grows the buffer until the answer fits; `filled` is the answer's length.
  NtStatus Fill(std::size_t& filled);

  const WindowsCalls& calls_;
  std::vector<std::byte> buffer_;
};

}  // namespace isoscope
