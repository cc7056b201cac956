#include "core/strand.h"

#include <utility>

namespace isoscope {

std::shared_ptr<Strand> Strand::On(Executor& threads) { return std::shared_ptr<Strand>(new Strand(threads)); }

bool Strand::Run(Job job) {
  const std::lock_guard lock(mutex_);
  jobs_.push_back(std::move(job));
  if (running_) return true;
  running_ = threads_.Run([self = shared_from_this()] { self->Drain(); });
  if (!running_) jobs_.clear();
  return running_;
}

void Strand::Drain() {
  while (const Job job = Next()) job();
}

Job Strand::Next() {
  const std::lock_guard lock(mutex_);
  if (jobs_.empty()) {
    running_ = false;
    return {};
  }
  Job next = std::move(jobs_.front());
  jobs_.pop_front();
  return next;
}

}  // namespace isoscope
