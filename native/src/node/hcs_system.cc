#include "node/hcs_system.h"

#include "core/windows_text.h"
#include "hcs/callbacks.h"
#include "hcs/calls.h"
#include "node/arguments.h"
#include "node/hcs_process.h"
#include "node/process_start.h"
#include "node/settle_promise.h"

namespace isoscope {

Napi::Function HcsSystem::Define(Napi::Env env) {
  static NamedCall properties{"HcsGetComputeSystemProperties", &HcsApi::HcsGetComputeSystemProperties};
  static NamedCall start{"HcsStartComputeSystem", &HcsApi::HcsStartComputeSystem};
  static NamedCall shutdown{"HcsShutDownComputeSystem", &HcsApi::HcsShutDownComputeSystem};
  static NamedCall terminate{"HcsTerminateComputeSystem", &HcsApi::HcsTerminateComputeSystem};
  static NamedCall pause{"HcsPauseComputeSystem", &HcsApi::HcsPauseComputeSystem};
  static NamedCall resume{"HcsResumeComputeSystem", &HcsApi::HcsResumeComputeSystem};
  static NamedCall save{"HcsSaveComputeSystem", &HcsApi::HcsSaveComputeSystem};
  const auto asks = [](const char* method, NamedCall& call) {
    return InstanceMethod<&HcsSystem::AskAny>(method, napi_default_method, &call);
  };
  return DefineClass(env, "HcsSystem",
                     {
                         asks("properties", properties),
                         asks("start", start),
                         asks("shutdown", shutdown),
                         asks("terminate", terminate),
                         asks("pause", pause),
                         asks("resume", resume),
                         asks("save", save),
                         InstanceMethod<&HcsSystem::Modify>("modify", napi_default_method),
                         InstanceMethod<&HcsSystem::CreateProcess>("createProcess", napi_default_method),
                         InstanceMethod<&HcsSystem::OpenProcess>("openProcess", napi_default_method),
                         InstanceMethod<&HcsSystem::Watch>("watch", napi_default_method),
                         InstanceMethod<&HcsSystem::Close>("close", napi_default_method),
                     });
}

HcsSystem::HcsSystem(const Napi::CallbackInfo& info, Init init)
    : Napi::ObjectWrap<HcsSystem>(info), HandleObject(std::move(init.session), std::move(init.handle)) {
  Value().Set("id", Napi::String::New(info.Env(), init.id));
}

Napi::Value HcsSystem::AskAny(const Napi::CallbackInfo& info) {
  return HandleObject::Ask(Value(), *static_cast<const NamedCall*>(info.Data()), OptionalTextArgument(info, 0));
}

Napi::Value HcsSystem::Modify(const Napi::CallbackInfo& info) {
  const auto submit = [configuration = TextArgument(info, 0)](HCS_SYSTEM handle, HCS_OPERATION operation) {
    return Hcs().HcsModifyComputeSystem(handle, operation, ToWide(configuration), nullptr);
  };
  return HandleObject::Ask(info.Env(), Call("HcsModifyComputeSystem", Value()), submit);
}

Napi::Value HcsSystem::CreateProcess(const Napi::CallbackInfo& info) {
  const auto deferred = Napi::Promise::Deferred::New(info.Env());
  const auto to_js = [session = Session().shared_from_this()](Napi::Env env, StartedProcess& started) -> Napi::Value {
    return MakeObject<HcsProcess>(env, {session, std::move(started)});
  };
  ProcessStart::Begin(info.Env(), Session(), Open(), Call("HcsCreateProcess", Value()), TextArgument(info, 0),
                      SettlePromise<StartedProcess>(deferred, to_js));
  return deferred.Promise();
}

Napi::Value HcsSystem::OpenProcess(const Napi::CallbackInfo& info) {
  const auto deferred = Napi::Promise::Deferred::New(info.Env());
  const std::uint32_t pid = PidArgument(info, 0);
  const auto to_js = [session = Session().shared_from_this(), pid](Napi::Env env, ProcessHandle& handle) -> Napi::Value {
    StartedProcess found;
    found.handle = std::move(handle);
    found.info.pid = pid;
    return MakeObject<HcsProcess>(env, {session, std::move(found)});
  };
  const auto work = [handle = Open(), pid, count = Session().Processes()] {
    return handle ? isoscope::OpenProcess(handle, pid, count) : HresultFailure("HcsOpenProcess", E_ABORT);
  };
  Session().Work<ProcessHandle>(info.Env(), Call("HcsOpenProcess", Value()), BlockingThreads(), work,
                                SettlePromise<ProcessHandle>(deferred, to_js));
  return deferred.Promise();
}

void HcsSystem::Watch(const Napi::CallbackInfo& info) {
  HcsObject::Watch(FunctionArgument(info, 0), Value(), "HcsSetComputeSystemCallback", [this](Token token) {
    return Hcs().HcsSetComputeSystemCallback(Open()->Get(), HcsEventOptionNone, ContextOf(token), OnEvent);
  });
}

}  // namespace isoscope
