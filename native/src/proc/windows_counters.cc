#include "proc/windows_counters.h"

#include <cstdint>
#include <optional>

namespace isoscope {
namespace {

constexpr double kFileTimePerMs = 1e4;

std::optional<double> If(bool given, std::uint64_t value) {
  return given ? std::optional(static_cast<double>(value)) : std::nullopt;
}

}  // namespace

WindowsColumnsGiven ColumnsGiven(const std::vector<WindowsProcess>& rows) {
  WindowsColumnsGiven given;
  for (const WindowsProcess& row : rows) {
    if (row.pid == 0 || !row.use) continue;
    given.cpu |= row.use->user_time != 0 || row.use->kernel_time != 0;
    given.working_set |= row.use->working_set != 0;
    given.handles |= row.use->handles != 0;
    given.non_paged_pool |= row.use->non_paged_pool != 0;
    given.pagefile |= row.use->pagefile != 0;
    given.virtual_size |= row.use->virtual_size != 0;
  }
  return given;
}

Counters CountersOf(const WindowsProcess& row, const WindowsColumnsGiven& given) {
  Counters counters{.ppid = row.ppid, .threads = row.threads, .windows = WindowsCounters{}};
  if (!row.use) return counters;
  const WindowsUse& use = *row.use;
  if (given.cpu) counters.cpu_ms = static_cast<double>(use.user_time + use.kernel_time) / kFileTimePerMs;
  counters.rss_bytes = If(given.working_set, use.working_set);
  counters.windows = WindowsCounters{
      .handles = If(given.handles, use.handles),
      .non_paged_bytes = If(given.non_paged_pool, use.non_paged_pool),
      .paged_bytes = If(given.pagefile, use.pagefile),
      .virtual_bytes = If(given.virtual_size, use.virtual_size),
      .session_id = static_cast<double>(use.session),
  };
  return counters;
}

}  // namespace isoscope
