#pragma once

#include <napi.h>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "core/outcome.h"
#include "core/windows_failure.h"
#include "hcs/result.h"

namespace isoscope {

/// A call under way that somebody in JavaScript waits for. Of the JavaScript thread.
class PendingCall {
 public:
  virtual ~PendingCall() = default;

  /// What it waits for has happened: settles.
  virtual void Finish(Napi::Env env) = 0;

  /// Settles without waiting any longer.
  virtual void Fail(Napi::Env env, HRESULT why) = 0;

  /// Whether it waits for HCS: such a call is never answered when the service has gone.
  virtual bool AwaitsService() const = 0;
};

template <class T>
using Settle = std::function<void(Napi::Env, Outcome<T>)>;

/// What an operation of HCS's will say. Asked on the JavaScript thread only, so that no other can still be at the
/// operation when it is closed.
class OperationSource {
 public:
  using Value = OperationResult;
  static constexpr bool kAwaitsService = true;

  OperationSource(UniqueOperation operation, std::string name, ResultKind kind)
      : operation_(std::move(operation)), name_(std::move(name)), kind_(kind) {}
  OperationSource(OperationSource&&) = default;
  /// Given up: the pipes of a process that is there meanwhile are ours to close.
  ~OperationSource() {
    if (operation_ && kind_ == ResultKind::kProcess) Ask();
  }

  Outcome<OperationResult> Take() {
    auto result = Ask();
    operation_.Reset();
    return result;
  }

  const std::string& Name() const { return name_; }

 private:
  Outcome<OperationResult> Ask() const { return TakeResult(operation_.Get(), name_, kind_); }

  UniqueOperation operation_;
  std::string name_;
  ResultKind kind_;
};

/// What work on another thread will have put into a place that both know.
template <class T>
class WorkSource {
 public:
  using Value = T;
  using Place = std::shared_ptr<std::optional<Outcome<T>>>;
  static constexpr bool kAwaitsService = false;

  WorkSource(Place place, std::string name) : place_(std::move(place)), name_(std::move(name)) {}

  Outcome<T> Take() { return std::move(**place_); }
  const std::string& Name() const { return name_; }

 private:
  Place place_;
  std::string name_;
};

template <class Source>
class AwaitedCall final : public PendingCall {
 public:
  using Value = typename Source::Value;

  AwaitedCall(Source source, Settle<Value> settle) : settle_(std::move(settle)), source_(std::move(source)) {}

  void Finish(Napi::Env env) override { settle_(env, source_.Take()); }
  void Fail(Napi::Env env, HRESULT why) override { settle_(env, HresultFailure(source_.Name(), why)); }
  bool AwaitsService() const override { return Source::kAwaitsService; }

 private:
  Settle<Value> settle_;
  // Goes first: an operation is closed before the handle that it made, which `settle_` holds.
  Source source_;
};

}  // namespace isoscope
