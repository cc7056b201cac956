#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/outcome.h"
#include "proc/process_delta.h"

namespace isoscope {

struct SourceOptions {
  /// Linux: where procfs is mounted.
  std::string proc_root = "/proc";
  /// At most this many files are held open between snapshots; never more than a quarter of the process's limit.
  std::size_t max_held_files = 4096;
};

/// Reads this host's processes and remembers them, so that each answer holds only what changed. One implementation per
/// operating system. Calls may come from any thread and wait for each other.
class ProcessSource {
 public:
  virtual ~ProcessSource() = default;

  /// Reads every process.
  virtual Outcome<ProcessDelta> Snapshot() = 0;

  /// Reads only these again, and all about them.
  virtual Outcome<ProcessDelta> Refresh(const std::vector<std::uint32_t>& pids) = 0;

  /// Closes held files. The next snapshot opens them again and reads everything afresh.
  virtual void Release() = 0;

  virtual std::size_t HeldFiles() = 0;
};

Outcome<std::shared_ptr<ProcessSource>> OpenProcessSource(const SourceOptions& options);

}  // namespace isoscope
