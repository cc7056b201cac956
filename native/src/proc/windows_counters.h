#pragma once

#include <vector>

#include "proc/process_delta.h"
#include "proc/windows_snapshot.h"

namespace isoscope {

/// Which columns this Windows fills. A zero alone proves nothing: vmmem, Memory Compression and Secure System really have
/// no handles and no pool. A column that is zero for every process (but Idle) is one the system does not keep, as Wine
/// does with the pool quotas, and is shown as not given.
struct WindowsColumnsGiven {
  bool cpu = false;
  bool working_set = false;
  bool handles = false;
  bool non_paged_pool = false;
  bool pagefile = false;
  bool virtual_size = false;
};

WindowsColumnsGiven ColumnsGiven(const std::vector<WindowsProcess>& rows);

/// Without `use` nothing but parent and threads is known.
Counters CountersOf(const WindowsProcess& row, const WindowsColumnsGiven& given);

}  // namespace isoscope
