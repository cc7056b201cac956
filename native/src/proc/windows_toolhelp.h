#pragma once

#include <vector>

#include "core/outcome.h"
#include "proc/windows_snapshot.h"

namespace isoscope {

/// The processes by the documented call, for a Windows that refuses NtQuerySystemInformation: names, PIDs, parents and
/// threads, and the creation time of those that may be opened. None has `use`.
Outcome<std::vector<WindowsProcess>> ReadToolhelp();

}  // namespace isoscope
