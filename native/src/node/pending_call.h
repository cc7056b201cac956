#pragma once

#include <napi.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/outcome.h"
#include "core/router.h"
#include "core/windows_failure.h"

namespace isoscope {

/// A call under way that somebody in JavaScript waits for. Of the JavaScript thread.
class PendingCall {
 public:
  virtual ~PendingCall() = default;

  /// A message for it has come. True when that is all it waits for.
  virtual bool Hear() = 0;

  /// Settles, once `Hear` has said so.
  virtual void Finish(Napi::Env env) = 0;

  /// Settles without waiting any longer.
  virtual void Fail(Napi::Env env, HRESULT why) = 0;

  /// Whether it waits for HCS: such a call is never answered when the service has gone.
  virtual bool AwaitsService() const = 0;
};

template <class T>
using Settle = std::function<void(Napi::Env, Outcome<T>)>;

/// Work on another thread, and then what came of it.
template <class T>
class Work {
 public:
  using Value = T;
  static constexpr bool kAwaitsService = false;

  Work(std::string name, std::function<Outcome<T>()> work) : name_(std::move(name)), work_(std::move(work)) {}

  const std::string& Name() const { return name_; }
  void Run(Token) {
    outcome_.emplace(work_());
    work_ = nullptr;
  }
  bool Hear() const { return true; }
  Outcome<T> Take() { return std::move(*outcome_); }

 private:
  const std::string name_;
  std::function<Outcome<T>()> work_;
  std::optional<Outcome<T>> outcome_;
};

/// Waits for a `Task`, a `Work` or a `Submission`, which the thread that runs it shares.
template <class Task>
class AwaitedCall final : public PendingCall {
 public:
  using Value = typename Task::Value;

  AwaitedCall(std::shared_ptr<Task> task, Settle<Value> settle) : settle_(std::move(settle)), task_(std::move(task)) {}

  bool Hear() override { return task_->Hear(); }
  void Finish(Napi::Env env) override { settle_(env, task_->Take()); }
  void Fail(Napi::Env env, HRESULT why) override { settle_(env, HresultFailure(task_->Name(), why)); }
  bool AwaitsService() const override { return Task::kAwaitsService; }

 private:
  Settle<Value> settle_;
  // Goes first: an operation is closed before the handle that it made, which `settle_` holds.
  std::shared_ptr<Task> task_;
};

}  // namespace isoscope
