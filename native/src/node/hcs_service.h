#pragma once

#include <napi.h>

#include <memory>

#include "node/hcs_classes.h"
#include "node/hcs_session.h"

namespace isoscope {

/// `NativeHcs` of `native/hcs.ts`.
class HcsService final : public Napi::ObjectWrap<HcsService> {
 public:
  struct Init {
    std::shared_ptr<HcsSession> session;
  };
  static Napi::Function Define(Napi::Env env);
  static const Napi::FunctionReference& Class(const HcsClasses& classes) { return classes.service; }

  explicit HcsService(const Napi::CallbackInfo& info) : HcsService(info, TakeInit<Init>(info)) {}

 private:
  HcsService(const Napi::CallbackInfo& info, Init init);

  Napi::Value ServiceProperties(const Napi::CallbackInfo& info);
  Napi::Value Enumerate(const Napi::CallbackInfo& info);
  Napi::Value Open(const Napi::CallbackInfo& info);
  Napi::Value Create(const Napi::CallbackInfo& info);
  Napi::Value Live(const Napi::CallbackInfo& info);
  void Close(const Napi::CallbackInfo& info) { session_->Close(info.Env()); }

  std::shared_ptr<HcsSession> session_;
};

/// `openHcs` of the addon. Throws an HcsLoadError.
Napi::Value OpenHcs(const Napi::CallbackInfo& info);

}  // namespace isoscope
