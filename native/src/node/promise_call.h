#pragma once

#include <napi.h>

#include <functional>
#include <utility>

#include "core/outcome.h"
#include "node/failure_to_js.h"

namespace isoscope {

/// Runs work on the thread pool and settles a promise with it: `work` sees no JavaScript, `to_js` no operating system.
/// For work that ends soon; waits without bound need a thread of their own.
template <class T>
class PromiseCall final : public Napi::AsyncWorker {
 public:
  using Work = std::function<Outcome<T>()>;
  using ToJs = Napi::Value (*)(Napi::Env, const T&);

  static Napi::Promise Run(Napi::Env env, Work work, ToJs to_js) {
    auto* call = new PromiseCall(env, std::move(work), to_js);  // Deletes itself when done.
    const Napi::Promise promise = call->deferred_.Promise();
    call->Queue();
    return promise;
  }

 private:
  PromiseCall(Napi::Env env, Work work, ToJs to_js)
      : Napi::AsyncWorker(env), deferred_(Napi::Promise::Deferred::New(env)), work_(std::move(work)), to_js_(to_js) {}

  void Execute() override { outcome_ = work_(); }

  void OnOK() override {
    const Napi::HandleScope scope(Env());
    // While a worker or the process is torn down, every call into JavaScript fails, and there is nobody left to tell.
    try {
      if (outcome_.Ok()) {
        deferred_.Resolve(to_js_(Env(), outcome_.Value()));
      } else {
        deferred_.Reject(FailureToJs(Env(), outcome_.Error()).Value());
      }
    } catch (const Napi::Error&) {
    }
  }

  void OnError(const Napi::Error& error) override {
    try {
      deferred_.Reject(error.Value());
    } catch (const Napi::Error&) {
    }
  }

  Napi::Promise::Deferred deferred_;
  Work work_;
  ToJs to_js_;
  Outcome<T> outcome_ = Failure{"not run", CodeSpace::kErrno, 0, ""};
};

}  // namespace isoscope
