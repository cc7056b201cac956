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
    case CodeSpace::kWin32:
      return "win32";
  }
  return "errno";
}

/// Windows codes are written unsigned everywhere, though HRESULT and NTSTATUS are signed types.
double NumberOf(const Failure& failure) {
  if (failure.space == CodeSpace::kErrno) return failure.code;
  return static_cast<std::uint32_t>(failure.code);
}

}  // namespace

Napi::Error FailureToJs(Napi::Env env, const Failure& failure) {
  const Napi::Error error = Napi::Error::New(env, failure.op + ": " + failure.detail);
  error.Set("op", failure.op);
  error.Set(FieldOf(failure.space), Napi::Number::New(env, NumberOf(failure)));
  if (failure.space == CodeSpace::kHresult) {
    error.Set("document", failure.document ? Napi::String::New(env, *failure.document).As<Napi::Value>() : env.Null());
  }
  if (failure.symbol) error.Set("symbol", *failure.symbol);
  return error;
}

}  // namespace isoscope
