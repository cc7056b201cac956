#pragma once

#include <napi.h>

#include <memory>
#include <string>

#include "node/hcs_classes.h"
#include "node/hcs_object.h"

namespace isoscope {

/// `NativeSystem` of `native/hcs.ts`.
class HcsSystem final : public Napi::ObjectWrap<HcsSystem>, private HandleObject<SystemTraits> {
 public:
  struct Init {
    std::shared_ptr<HcsSession> session;
    SystemHandle handle;
    std::u16string id;
  };
  static Napi::Function Define(Napi::Env env);
  static const Napi::FunctionReference& Class(const HcsClasses& classes) { return classes.system; }

  explicit HcsSystem(const Napi::CallbackInfo& info) : HcsSystem(info, TakeInit<Init>(info)) {}
  ~HcsSystem() override { Shut(Env()); }

 private:
  HcsSystem(const Napi::CallbackInfo& info, Init init);

  /// One of the calls that take a document or none; which, the method's data says.
  Napi::Value AskAny(const Napi::CallbackInfo& info);
  Napi::Value Modify(const Napi::CallbackInfo& info);
  Napi::Value CreateProcess(const Napi::CallbackInfo& info);
  Napi::Value OpenProcess(const Napi::CallbackInfo& info);
  void Watch(const Napi::CallbackInfo& info);
  void Close(const Napi::CallbackInfo& info) { Shut(info.Env()); }
};

}  // namespace isoscope
