#pragma once

#include <atomic>
#include <memory>
#include <utility>

#include "core/strand.h"
#include "core/unique.h"
#include "core/blocking_threads.h"
#include "hcs/api.h"

namespace isoscope {

struct OperationTraits {
  using Raw = HCS_OPERATION;
  static Raw Empty() { return nullptr; }
  static void Close(Raw raw) { Hcs().HcsCloseOperation(raw); }
};

struct SystemTraits {
  using Raw = HCS_SYSTEM;
  static Raw Empty() { return nullptr; }
  static void Close(Raw raw) { Hcs().HcsCloseComputeSystem(raw); }
};

struct ProcessTraits {
  using Raw = HCS_PROCESS;
  static Raw Empty() { return nullptr; }
  static void Close(Raw raw) { Hcs().HcsCloseProcess(raw); }
};

/// HCS documents, which it hands out for LocalFree.
struct DocumentTraits {
  using Raw = PWSTR;
  static Raw Empty() { return nullptr; }
  static void Close(Raw raw) { LocalFree(raw); }
};

/// Kernel handles of APIs whose empty value is null.
struct KernelTraits {
  using Raw = HANDLE;
  static Raw Empty() { return nullptr; }
  static void Close(Raw raw) { CloseHandle(raw); }
};

using UniqueOperation = Unique<OperationTraits>;
using UniqueSystem = Unique<SystemTraits>;
using UniqueProcess = Unique<ProcessTraits>;
using UniqueDocument = Unique<DocumentTraits>;
using UniqueKernel = Unique<KernelTraits>;

using LiveCount = std::shared_ptr<std::atomic<int>>;

/// A handle that is shared with calls on other threads, so that none is closed under a running call, that knows the
/// order of these, and is counted while it is open. Never closed with the router's lock held: closing waits for
/// callbacks, which take it.
template <class Traits>
class CountedHandle {
 public:
  CountedHandle(Unique<Traits> handle, LiveCount count) : handle_(std::move(handle)), count_(std::move(count)) {
    ++*count_;
  }
  CountedHandle(const CountedHandle&) = delete;
  CountedHandle& operator=(const CountedHandle&) = delete;
  ~CountedHandle() {
    handle_.Reset();
    --*count_;
  }

  typename Traits::Raw Get() const { return handle_.Get(); }
  /// Makes calls on it one after another.
  Executor& Order() const { return *order_; }

 private:
  std::shared_ptr<Strand> order_ = Strand::On(BlockingThreads());
  Unique<Traits> handle_;
  LiveCount count_;
};

using SystemHandle = std::shared_ptr<CountedHandle<SystemTraits>>;
using ProcessHandle = std::shared_ptr<CountedHandle<ProcessTraits>>;

}  // namespace isoscope
