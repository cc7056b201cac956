#pragma once

#include <cstdint>
#include <vector>

#include "core/outcome.h"

namespace isoscope {

/// Every process the directory lists, in the kernel's order. No limit on their number.
Outcome<std::vector<std::uint32_t>> ListPids(int proc_directory);

}  // namespace isoscope
