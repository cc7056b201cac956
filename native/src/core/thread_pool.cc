#include "core/thread_pool.h"

#include <chrono>
#include <system_error>
#include <thread>
#include <utility>

namespace isoscope {
namespace {

constexpr auto kIdle = std::chrono::seconds(5);

}  // namespace

bool ThreadPool::Run(Job job) {
  const std::lock_guard lock(mutex_);
  jobs_.push_back(std::move(job));
  // A thread that was woken for an earlier job counts as idle until it is up, so it is jobs that are counted.
  if (jobs_.size() <= idle_ || threads_ == most_) {
    more_.notify_one();
    return true;
  }
  try {
    std::thread([this] { Serve(); }).detach();
  } catch (const std::system_error&) {
    if (threads_ > 0) return true;  // One that is there takes it in its turn.
    jobs_.pop_back();
    return false;
  }
  ++threads_;
  ++idle_;
  return true;
}

void ThreadPool::Serve() {
  while (const Job job = Next()) {
    job();
    const std::lock_guard lock(mutex_);
    ++idle_;
  }
}

Job ThreadPool::Next() {
  std::unique_lock lock(mutex_);
  more_.wait_for(lock, kIdle, [this] { return !jobs_.empty(); });
  --idle_;
  if (jobs_.empty()) {
    --threads_;
    return {};
  }
  Job next = std::move(jobs_.front());
  jobs_.pop_front();
  return next;
}

}  // namespace isoscope
