#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "proc/process_delta.h"
#include "proc/windows_counters.h"
#include "proc/windows_snapshot.h"

namespace isoscope {

struct WindowsDescription {
  Description row;
  /// Its server silo, 0 for the host itself. Nothing where this Windows does not tell.
  std::optional<std::uint32_t> silo{};
  /// False when asking once more may tell more, as in the first moments of a process.
  bool settled = true;
};

/// What was told of each process, and thus what is news. Knows no operating system. A process is its PID with its
/// creation time; one that is described fully is not asked about again, since neither its command line nor its account
/// nor its silo changes.
class WindowsTable {
 public:
  using Describe = std::function<WindowsDescription(const WindowsProcess&)>;

  /// `rows` is every process there is.
  ProcessDelta Whole(const std::vector<WindowsProcess>& rows, const Describe& describe);

  /// Looks only at `pids` among `rows`, and describes them afresh.
  ProcessDelta Only(const std::vector<WindowsProcess>& rows, const std::vector<std::uint32_t>& pids,
                    const Describe& describe);

 private:
  struct Tracked {
    Description description;
    Counters counters;
    std::optional<std::uint32_t> silo;
    /// The last pass that met it.
    std::uint64_t seen = 0;
    /// How often it was described without being settled.
    int attempts = 0;
    bool settled = false;
    /// Whether it had `use`: what is missing without it is part of the description.
    bool used = false;
  };

  void Visit(const WindowsProcess& row, bool redescribe, const Describe& describe, ProcessDelta& delta);
  void Redescribe(const WindowsProcess& row, Tracked& tracked, bool fresh, const Describe& describe, ProcessDelta& delta);
  void Count(const WindowsProcess& row, Tracked& tracked, bool fresh, ProcessDelta& delta);
  void Forget(std::uint32_t pid, ProcessDelta& delta);

  std::unordered_map<std::uint32_t, Tracked> tracked_;
  WindowsColumnsGiven given_;
  std::uint64_t pass_ = 0;
};

}  // namespace isoscope
