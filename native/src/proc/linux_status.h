#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isoscope {

struct StatusFields {
  /// Decimal. Unlike the owner of the directory it is right for processes that may not be dumped.
  std::optional<std::string> effective_uid;
  /// The NSpid line: from the reader's PID namespace to the innermost.
  std::vector<std::uint32_t> ns_pids;
};

/// Reads the two lines of `/proc/PID/status` the table needs.
StatusFields ParseStatus(std::string_view text);

}  // namespace isoscope
