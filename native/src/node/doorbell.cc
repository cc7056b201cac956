#include "node/doorbell.h"

#include <utility>

namespace isoscope {

Doorbell::Doorbell(Napi::Env env, Answer answer) : env_(env) {
  const auto forget = [](Napi::Env, void*, Answer* done) { delete done; };
  function_ = Function::New(env, "isoscope.hcs", 0, 1, new Answer(std::move(answer)), forget);
  function_.Unref(env);
}

Doorbell::~Doorbell() { function_.Release(); }

void Doorbell::Ring() const { function_.NonBlockingCall(); }

void Doorbell::Hold() {
  if (holds_++ == 0) function_.Ref(env_);
}

void Doorbell::LetGo() {
  if (--holds_ == 0) function_.Unref(env_);
}

void Doorbell::Call(Napi::Env env, Napi::Function, Answer* answer, void*) {
  if (env != nullptr) (*answer)(env);
}

}  // namespace isoscope
