#pragma once

#include "core/executor.h"

namespace isoscope {

/// A pool of our own for calls that may block: neither libuv's four threads nor the process's default pool, which HCS's
/// DLL and libuv use themselves, wait for a hung service or a silent pipe. Windows ends threads that have nothing to do.
Executor& BlockingThreads();

}  // namespace isoscope
