#include "calls/scheduler.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
constexpr int kThreads = 8;

struct Task {
  Clock::time_point due;
  std::uint64_t order;
  std::function<void()> work;
  bool operator<(const Task& other) const { return due != other.due ? due > other.due : order > other.order; }
};

class Scheduler {
 public:
  Scheduler() {
    for (int n = 0; n < kThreads; ++n) std::thread([this] { Serve(); }).detach();
  }

  void Add(std::uint64_t ms, std::function<void()> work) {
    const std::lock_guard held(lock_);
    tasks_.push(Task{Clock::now() + std::chrono::milliseconds(ms), ++order_, std::move(work)});
    changed_.notify_all();
  }

 private:
  [[noreturn]] void Serve() {
    std::unique_lock held(lock_);
    for (;;) {
      if (tasks_.empty()) {
        changed_.wait(held);
      } else if (const auto due = tasks_.top().due; due > Clock::now()) {
        changed_.wait_until(held, due);
      } else {
        const std::function<void()> work = tasks_.top().work;
        tasks_.pop();
        held.unlock();
        work();
        held.lock();
      }
    }
  }

  std::mutex lock_;
  std::condition_variable changed_;
  std::priority_queue<Task> tasks_;
  std::uint64_t order_ = 0;
};

}  // namespace

void RunLater(std::uint64_t ms, std::function<void()> work) {
  // Never destroyed: its threads end with the process.
  static auto* const scheduler = new Scheduler;
  scheduler->Add(ms, std::move(work));
}
