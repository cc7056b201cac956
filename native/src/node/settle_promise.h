#pragma once

#include <napi.h>

#include <functional>
#include <utility>

#include "node/failure_to_js.h"
#include "node/pending_call.h"

namespace isoscope {

template <class T>
using ToJs = std::function<Napi::Value(Napi::Env, T&)>;

/// Settles `deferred` with what comes out.
template <class T>
Settle<T> SettlePromise(Napi::Promise::Deferred deferred, ToJs<T> to_js) {
  return [deferred, to_js = std::move(to_js)](Napi::Env env, Outcome<T> outcome) {
    if (outcome.Ok()) {
      deferred.Resolve(to_js(env, outcome.Value()));
    } else {
      deferred.Reject(FailureToJs(env, outcome.Error()).Value());
    }
  };
}

}  // namespace isoscope
