#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "proc/linux_held_file.h"
#include "proc/linux_stat.h"
#include "proc/process_source.h"

namespace isoscope {

/// The process table read from procfs. `stat` is read of every process each time, from a file held open where the
/// budget allows; everything else only when there is a reason to think it changed.
class LinuxProcessSource final : public ProcessSource {
 public:
  LinuxProcessSource(UniqueFd proc_directory, std::size_t max_held_files);

  Outcome<ProcessDelta> Snapshot() override;
  Outcome<ProcessDelta> Refresh(const std::vector<std::uint32_t>& pids) override;
  void Release() override;
  std::size_t HeldFiles() override;

 private:
  struct Tracked {
    Description description;
    Counters counters;
    HeldFile stat;
    std::uint64_t arg_start = 0;
    /// The last pass that met it.
    std::uint64_t seen = 0;
    /// False while its description may still be about to change: young, not wholly read, not looked at for a while.
    bool settled = false;
  };
  /// One walk: what it found different, and what all its rows need to know.
  struct Pass {
    ProcessDelta delta;
    std::uint64_t now_ticks;
    bool redescribe;
  };
  /// `text` is empty when `error` is not 0. `opened` is set when the file was not the held one.
  struct StatRead {
    std::string_view text;
    int error = 0;
    UniqueFd opened;
  };

  Pass Begin(bool redescribe);
  /// Ends a pass cut short by this process's own lack of descriptors: the rest must not count as dead, and what was
  /// already found different is lost, so the next snapshot begins anew.
  Failure Abandon();
  /// False when the process is gone, or when `exhausted_` is set.
  bool Visit(std::uint32_t pid, Pass& pass);
  bool VisitReadable(std::uint32_t pid, const StatFields& stat, UniqueFd opened, Pass& pass);
  bool VisitUnreadable(std::uint32_t pid, int error, Pass& pass);
  /// The row of this identity; one of another identity under the same PID is removed first.
  std::pair<Tracked&, bool> Find(std::uint32_t pid, std::uint64_t start, Pass& pass);
  bool NeedsDescribing(std::uint32_t pid, const Tracked& row, const StatFields& stat, const Pass& pass) const;
  void Count(std::uint32_t pid, Tracked& row, bool fresh, const StatFields& stat, Pass& pass);
  void Forget(std::uint32_t pid, Pass& pass);
  StatRead ReadStat(std::uint32_t pid);
  StatRead OpenStat(std::uint32_t pid);
  void DropHeld();

  std::mutex mutex_;
  const UniqueFd proc_directory_;
  const double ms_per_tick_;
  const double page_bytes_;
  FileBudget budget_;
  std::unordered_map<std::uint32_t, Tracked> rows_;
  std::uint64_t pass_ = 0;
  /// Set when this process itself could not open a file; ends the pass as a failure.
  int exhausted_ = 0;
  char buffer_[4096];
};

}  // namespace isoscope
