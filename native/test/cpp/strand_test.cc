// Calls in order on foreign threads, and the book of calls under way, under the address and the thread sanitizer.
#include "core/strand.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "check.h"
#include "core/registry.h"

namespace {

using isoscope::Executor;
using isoscope::Job;
using isoscope::Registry;
using isoscope::Strand;

/// A new thread for each job, or none.
class Threads final : public Executor {
 public:
  ~Threads() override { Join(); }
  bool Run(Job job) override {
    if (full) return false;
    const std::lock_guard lock(mutex_);
    threads_.emplace_back(std::move(job));
    return true;
  }
  void Join() {
    for (std::vector<std::thread> some = Take(); !some.empty(); some = Take()) {
      for (std::thread& thread : some) thread.join();
    }
  }

  std::atomic<bool> full = false;

 private:
  std::vector<std::thread> Take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(threads_, {});
  }

  std::mutex mutex_;
  std::vector<std::thread> threads_;
};

void RunsOneAfterAnother() {
  Threads threads;
  // Without a lock of its own: the thread sanitizer sees two jobs at once.
  std::vector<int> order;
  {
    const auto strand = Strand::On(threads);
    for (int i = 0; i < 2'000; ++i) Check(strand->Run([&order, i] { order.push_back(i); }), "taken on");
  }
  threads.Join();
  Check(order.size() == 2'000 && std::is_sorted(order.begin(), order.end()), "all, in order");
}

void SaysWhenThereIsNoThread() {
  Threads threads;
  const auto strand = Strand::On(threads);
  bool ran = false;
  threads.full = true;
  Check(!strand->Run([&ran] { ran = true; }), "refused");
  threads.full = false;
  Check(strand->Run([] {}), "taken on afterwards");
  threads.Join();
  Check(!ran, "what was refused never runs");
}

void FreesItsJobs() {
  Threads threads;
  const auto held = std::make_shared<int>(1);
  for (int i = 0; i < 100; ++i) Strand::On(threads)->Run([held] {});
  threads.Join();
  Check(held.use_count() == 1, "no job is kept");
}

void BooksCallsByTokenAndOwner() {
  Registry<int> calls;
  const int mine = 0;
  const int other = 0;
  calls.Add(1, &mine, std::make_unique<int>(10));
  calls.Add(2, &other, std::make_unique<int>(20));
  calls.Add(3, &mine, std::make_unique<int>(30));
  Check(*calls.Find(1) == 10 && calls.Find(9) == nullptr && calls.Size() == 3, "found and left");
  Check(*calls.Take(1) == 10 && calls.Take(1) == nullptr && calls.Take(9) == nullptr, "taken once");
  const auto taken = calls.TakeIf([&mine](const void* owner, const int&) { return owner == &mine; });
  Check(taken.size() == 1 && taken[0].first == 3 && *taken[0].second == 30, "those of one owner");
  Check(calls.Size() == 1, "and not of another");
}

}  // namespace

int main() {
  RunsOneAfterAnother();
  SaysWhenThereIsNoThread();
  FreesItsJobs();
  BooksCallsByTokenAndOwner();
}
