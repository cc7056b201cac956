// Jobs that block, on threads of our own, under the address and the thread sanitizer.
#include "core/thread_pool.h"

#include <latch>
#include <semaphore>
#include <vector>

#include "check.h"

namespace {

using isoscope::ThreadPool;

/// Leaked as the real one is: its threads end by themselves, later.
ThreadPool& PoolOf(std::size_t most) { return *new ThreadPool(most); }

void JobsThatBlockRunSideBySide() {
  ThreadPool& pool = PoolOf(64);
  std::latch together(64);
  std::latch ended(64);
  for (int i = 0; i < 64; ++i) {
    Check(pool.Run([&] {
      together.arrive_and_wait();
      ended.count_down();
    }), "taken on");
  }
  ended.wait();
}

/// The first job ends only by the second, which comes when an idle thread has been woken but is not up yet.
void AJobNeverWaitsForOneThatBlocks() {
  ThreadPool& pool = PoolOf(64);
  for (int i = 0; i < 5'000; ++i) {
    std::binary_semaphore go(0);
    std::latch ended(2);
    pool.Run([&] {
      go.acquire();
      ended.count_down();
    });
    pool.Run([&] {
      go.release();
      ended.count_down();
    });
    ended.wait();
  }
}

void WhatIsMoreThanTheMostWaitsItsTurn() {
  ThreadPool& pool = PoolOf(2);
  std::vector<int> done(100);
  std::latch ended(100);
  for (int i = 0; i < 100; ++i) {
    pool.Run([&, i] {
      done[i] = 1;
      ended.count_down();
    });
  }
  ended.wait();
  for (const int one : done) Check(one == 1, "each ran");
}

}  // namespace

int main() {
  JobsThatBlockRunSideBySide();
  AJobNeverWaitsForOneThatBlocks();
  WhatIsMoreThanTheMostWaitsItsTurn();
}
