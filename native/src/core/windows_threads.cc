#include "core/windows_threads.h"

#include <windows.h>

#include <memory>
#include <utility>

namespace isoscope {
namespace {

/// Two silent outputs of 250 processes; what is more waits its turn.
constexpr DWORD kMostThreads = 512;

void CALLBACK RunJob(PTP_CALLBACK_INSTANCE, void* context) noexcept {
  const std::unique_ptr<Job> job(static_cast<Job*>(context));
  (*job)();
}

class ThreadPool final : public Executor {
 public:
  ThreadPool() : pool_(CreateThreadpool(nullptr)) {
    InitializeThreadpoolEnvironment(&environment_);
    SetThreadpoolCallbackRunsLong(&environment_);
    // Without a pool of our own the process's default one serves.
    if (pool_ == nullptr) return;
    SetThreadpoolThreadMaximum(pool_, kMostThreads);
    SetThreadpoolCallbackPool(&environment_, pool_);
  }

  bool Run(Job job) override {
    auto owned = std::make_unique<Job>(std::move(job));
    if (!TrySubmitThreadpoolCallback(RunJob, owned.get(), &environment_)) return false;
    static_cast<void>(owned.release());
    return true;
  }

 private:
  PTP_POOL pool_;
  TP_CALLBACK_ENVIRON environment_;
};

}  // namespace

Executor& BlockingThreads() {
  // Never destroyed: its threads may outlive static objects.
  static Executor& threads = *new ThreadPool;
  return threads;
}

}  // namespace isoscope
