#pragma once

#include <napi.h>

#include <cstdint>
#include <memory>

#include "node/hcs_classes.h"
#include "node/hcs_object.h"
#include "node/process_start.h"
#include "node/process_stream.h"

namespace isoscope {

std::uint32_t PidArgument(const Napi::CallbackInfo& info, std::size_t index);

/// `NativeProcess` of `native/hcs.ts`.
class HcsProcess final : public Napi::ObjectWrap<HcsProcess>, private HandleObject<ProcessTraits> {
 public:
  struct Init {
    std::shared_ptr<HcsSession> session;
    StartedProcess started;
  };
  static Napi::Function Define(Napi::Env env);
  static const Napi::FunctionReference& Class(const HcsClasses& classes) { return classes.process; }

  explicit HcsProcess(const Napi::CallbackInfo& info) : HcsProcess(info, TakeInit<Init>(info)) {}
  ~HcsProcess() override { Shut(Env()); }

 private:
  HcsProcess(const Napi::CallbackInfo& info, Init init);

  Napi::Value Read(const Napi::CallbackInfo& info);
  Napi::Value Write(const Napi::CallbackInfo& info);
  Napi::Value CloseInput(const Napi::CallbackInfo& info);
  /// One of the calls that take a document or none; which, the method's data says.
  Napi::Value AskAny(const Napi::CallbackInfo& info);
  void Watch(const Napi::CallbackInfo& info);
  void Close(const Napi::CallbackInfo& info) { Shut(info.Env()); }

  ProcessStream& OutputArgument(const Napi::CallbackInfo& info);
  void TellInputClosed(Napi::Env env, Napi::Promise::Deferred deferred);
  void CloseHandles() override;

  ProcessStream input_;
  ProcessStream output_;
  ProcessStream error_;
};

}  // namespace isoscope
