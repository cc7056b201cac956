#pragma once

#include <napi.h>

#include <functional>
#include <memory>

namespace isoscope {

/// Calls one environment's JavaScript thread from others. Of that thread, but for `Ring`.
class Doorbell {
 public:
  using Answer = std::function<void(Napi::Env)>;

  /// `answer` is called on the JavaScript thread after rings, however many; never when the environment is gone. It must
  /// not throw.
  Doorbell(Napi::Env env, Answer answer);
  Doorbell(const Doorbell&) = delete;
  Doorbell& operator=(const Doorbell&) = delete;
  ~Doorbell();

  /// From any thread, as long as this object lives. Never waits.
  void Ring() const;

  /// Keeps the environment alive for one more call under way, or one less. Else nothing here does.
  void Hold();
  void LetGo();

 private:
  static void Call(Napi::Env env, Napi::Function, Answer* answer, void*);
  using Function = Napi::TypedThreadSafeFunction<Answer, void, &Doorbell::Call>;

  Napi::Env env_;
  Function function_;
  int holds_ = 0;
};

}  // namespace isoscope
