#include "proc/windows_table.h"

#include <tuple>
#include <utility>

namespace isoscope {
namespace {

/// Whoever cannot be read wholly in so many passes will not be later.
constexpr int kMaxAttempts = 3;

}  // namespace

ProcessDelta WindowsTable::Whole(const std::vector<WindowsProcess>& rows, const Describe& describe) {
  ProcessDelta delta;
  delta.whole = tracked_.empty();
  ++pass_;
  given_ = ColumnsGiven(rows);
  for (const WindowsProcess& row : rows) Visit(row, false, describe, delta);
  for (auto each = tracked_.begin(); each != tracked_.end();) {
    if (each->second.seen == pass_) {
      ++each;
    } else {
      delta.removed.push_back(each->first);
      each = tracked_.erase(each);
    }
  }
  return delta;
}

ProcessDelta WindowsTable::Only(const std::vector<WindowsProcess>& rows, const std::vector<std::uint32_t>& pids,
                                const Describe& describe) {
  ProcessDelta delta;
  ++pass_;
  given_ = ColumnsGiven(rows);
  std::unordered_set<std::uint32_t> missing(pids.begin(), pids.end());
  for (const WindowsProcess& row : rows) {
    if (missing.erase(row.pid) > 0) Visit(row, true, describe, delta);
  }
  for (const std::uint32_t pid : missing) Forget(pid, delta);
  return delta;
}

void WindowsTable::Visit(const WindowsProcess& row, bool redescribe, const Describe& describe, ProcessDelta& delta) {
  auto [found, fresh] = tracked_.try_emplace(row.pid);
  if (!fresh && found->second.description.start != row.created) {
    Forget(row.pid, delta);
    std::tie(found, fresh) = tracked_.try_emplace(row.pid);
  }
  Tracked& tracked = found->second;
  tracked.seen = pass_;
  if (fresh || redescribe || !tracked.settled || tracked.used != row.use.has_value()) {
    Redescribe(row, tracked, fresh, describe, delta);
  }
  Count(row, tracked, fresh, delta);
}

void WindowsTable::Redescribe(const WindowsProcess& row, Tracked& tracked, bool fresh, const Describe& describe,
                              ProcessDelta& delta) {
  WindowsDescription description = describe(row);
  tracked.settled = description.settled || ++tracked.attempts >= kMaxAttempts;
  tracked.used = row.use.has_value();
  tracked.silo = description.silo;
  if (!fresh && tracked.description == description.row) return;
  tracked.description = std::move(description.row);
  delta.described.push_back({row.pid, tracked.description});
}

void WindowsTable::Count(const WindowsProcess& row, Tracked& tracked, bool fresh, ProcessDelta& delta) {
  Counters counters = CountersOf(row, given_);
  if (counters.windows) counters.windows->silo_id = tracked.silo;
  if (!fresh && tracked.counters == counters) return;
  tracked.counters = counters;
  delta.counted.push_back({row.pid, counters});
}

void WindowsTable::Forget(std::uint32_t pid, ProcessDelta& delta) {
  if (tracked_.erase(pid) > 0) delta.removed.push_back(pid);
}

}  // namespace isoscope
