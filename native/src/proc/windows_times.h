#pragma once

#include <cstdint>

#include "proc/windows_handle.h"

namespace isoscope {

/// FILETIME of a process's creation, the same that a snapshot tells; 0 when it cannot be read. Needs
/// PROCESS_QUERY_LIMITED_INFORMATION.
std::uint64_t CreationTimeOf(HANDLE process);

}  // namespace isoscope
