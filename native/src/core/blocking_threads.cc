#include "core/blocking_threads.h"

#include "core/thread_pool.h"

namespace isoscope {
namespace {

/// Two silent outputs of 250 processes; what is more waits its turn.
constexpr std::size_t kMostThreads = 512;

}  // namespace

Executor& BlockingThreads() {
  // Never destroyed: its threads may outlive static objects.
  static Executor& threads = *new ThreadPool(kMostThreads);
  return threads;
}

}  // namespace isoscope
