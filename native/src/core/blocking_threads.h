#pragma once

#include "core/executor.h"

namespace isoscope {

/// Threads of our own for calls that may block: neither libuv's four nor the process's default pool, which HCS's DLL and
/// libuv use themselves, wait for a hung service or a silent pipe.
Executor& BlockingThreads();

}  // namespace isoscope
