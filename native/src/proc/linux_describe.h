#pragma once

#include <cstdint>
#include <optional>

#include "proc/linux_stat.h"
#include "proc/process_delta.h"

namespace isoscope {

/// All that rarely changes of one process, read now. Nothing when it went meanwhile.
std::optional<Description> Describe(int proc_directory, std::uint32_t pid, const StatFields& stat);

/// The row of a process whose `stat` could not be read for a reason other than that it is gone.
std::optional<Description> DescribeUnreadable(int proc_directory, std::uint32_t pid, int error);

}  // namespace isoscope
