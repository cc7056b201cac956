#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include "proc/process_source.h"
#include "proc/windows_calls.h"
#include "proc/windows_describe.h"
#include "proc/windows_query.h"
#include "proc/windows_table.h"

namespace isoscope {

/// One call for the whole table; command line and account only of processes not met before. Nothing is held open between
/// readings.
class WindowsProcessSource final : public ProcessSource {
 public:
  explicit WindowsProcessSource(WindowsCalls calls) : calls_(std::move(calls)) {}

  Outcome<ProcessDelta> Snapshot() override;
  Outcome<ProcessDelta> Refresh(const std::vector<std::uint32_t>& pids) override;
  void Release() override;
  std::size_t HeldFiles() override { return 0; }

 private:
  template <class Apply>
  Outcome<ProcessDelta> Read(Apply apply);

  std::mutex mutex_;
  const WindowsCalls calls_;
  WindowsQuery query_{calls_};
  WindowsDescriber describer_{calls_};
  WindowsTable table_;
};

}  // namespace isoscope
