#include "node/failure_to_js.h"

namespace isoscope {
namespace {

const char* FieldOf(CodeSpace space) {
  switch (space) {
    case CodeSpace::kErrno:
      return "errno";
    case CodeSpace::kHresult:
      return "hresult";
    case CodeSpace::kNtStatus:
      return "ntstatus";
  }
  return "errno";
}

}  // namespace

Napi::Error FailureToJs(Napi::Env env, const Failure& failure) {
  const Napi::Error error = Napi::Error::New(env, failure.op + ": " + failure.detail);
  error.Set("op", failure.op);
  error.Set(FieldOf(failure.space), Napi::Number::New(env, failure.code));
  return error;
}

}  // namespace isoscope
