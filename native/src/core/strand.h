#pragma once

#include <deque>
#include <memory>
#include <mutex>

#include "core/executor.h"

namespace isoscope {

/// Runs its jobs one after another, in the order they came, on threads of another executor. Jobs keep it alive.
class Strand final : public Executor, public std::enable_shared_from_this<Strand> {
 public:
  /// `threads` must outlive it.
  static std::shared_ptr<Strand> On(Executor& threads);

  bool Run(Job job) override;

 private:
  explicit Strand(Executor& threads) : threads_(threads) {}
  void Drain();
  /// The next job; empty, and the strand idle, when there is none.
  Job Next();

  Executor& threads_;
  std::mutex mutex_;
  std::deque<Job> jobs_;
  bool running_ = false;
};

}  // namespace isoscope
