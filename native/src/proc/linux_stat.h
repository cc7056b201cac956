#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace isoscope {

/// What the table needs of `/proc/PID/stat` (proc_pid_stat(5) names the fields).
struct StatFields {
  /// The name, without its parentheses. It may hold any byte, also `)` and newlines.
  std::string_view name;
  char state = '?';
  std::uint32_t ppid = 0;
  bool kernel_thread = false;
  /// User plus kernel time, clock ticks.
  std::uint64_t cpu_ticks = 0;
  std::uint32_t threads = 0;
  /// Clock ticks since boot.
  std::uint64_t start = 0;
  std::uint64_t rss_pages = 0;
  /// Where the arguments lie (field 48): an exec moves it. 0 for a reader without rights over the process.
  std::uint64_t arg_start = 0;
};

/// Nothing when the text is cut off or not of this form. The name points into `text`.
std::optional<StatFields> ParseStat(std::string_view text);

}  // namespace isoscope
