#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>

#include "core/executor.h"

namespace isoscope {

/// Threads for jobs that may block for long: a job waits for another only when there are `most` already. A thread that
/// had nothing to do for a while ends. Never destroy one whose threads may still run.
class ThreadPool final : public Executor {
 public:
  explicit ThreadPool(std::size_t most) : most_(most) {}

  bool Run(Job job) override;

 private:
  void Serve();
  /// The next job; empty, and the thread no longer counted, when none came for a while.
  Job Next();

  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable more_;
  std::deque<Job> jobs_;
  std::size_t threads_ = 0;
  /// Threads in `Next`, awake already or not.
  std::size_t idle_ = 0;
};

}  // namespace isoscope
