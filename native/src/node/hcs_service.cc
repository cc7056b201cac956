#include "node/hcs_service.h"

#include <string>
#include <utility>

#include "core/windows_text.h"
#include "hcs/calls.h"
#include "node/arguments.h"
#include "node/document_to_js.h"
#include "node/hcs_layers.h"
#include "node/hcs_system.h"
#include "node/settle_promise.h"

namespace isoscope {
namespace {

using Session = std::shared_ptr<HcsSession>;

Napi::Array MissingExports(Napi::Env env) {
  const auto& missing = Hcs().missing;
  Napi::Array names = Napi::Array::New(env, missing.size());
  for (std::uint32_t i = 0; i < missing.size(); ++i) names.Set(i, missing[i]);
  return names;
}

ToJs<OperationResult> SystemToJs(Session session, std::u16string id, std::shared_ptr<SystemHandle> handle) {
  return [session = std::move(session), id = std::move(id), handle = std::move(handle)](
             Napi::Env env, OperationResult&) -> Napi::Value {
    return MakeObject<HcsSystem>(env, {session, std::move(*handle), id});
  };
}

}  // namespace

Napi::Function HcsService::Define(Napi::Env env) {
  return DefineClass(env, "Hcs",
                     {
                         InstanceMethod<&HcsService::ServiceProperties>("serviceProperties"),
                         InstanceMethod<&HcsService::Enumerate>("enumerate"),
                         InstanceMethod<&HcsService::Open>("open"),
                         InstanceMethod<&HcsService::Create>("create"),
                         InstanceMethod<&HcsService::Close>("close"),
                         InstanceAccessor<&HcsService::Live>("live"),
                     });
}

HcsService::HcsService(const Napi::CallbackInfo& info, Init init)
    : Napi::ObjectWrap<HcsService>(info), session_(std::move(init.session)) {
  Value().Set("missing", MissingExports(info.Env()));
  Value().Set("layers", LayersToJs(info.Env(), session_));
}

Napi::Value HcsService::ServiceProperties(const Napi::CallbackInfo& info) {
  const auto deferred = Napi::Promise::Deferred::New(info.Env());
  const auto work = [query = TextArgument(info, 0)] { return isoscope::ServiceProperties(query); };
  session_->Work<Document>(info.Env(), {"HcsGetServiceProperties"}, BlockingThreads(), work,
                           SettlePromise<Document>(deferred, DocumentToJs));
  return deferred.Promise();
}

Napi::Value HcsService::Enumerate(const Napi::CallbackInfo& info) {
  const auto deferred = Napi::Promise::Deferred::New(info.Env());
  const auto submit = [query = OptionalTextArgument(info, 0)](HCS_OPERATION operation) {
    return Hcs().HcsEnumerateComputeSystems(query ? ToWide(*query) : nullptr, operation);
  };
  const auto to_js = [](Napi::Env env, OperationResult& result) { return DocumentToJs(env, result.document); };
  session_->Operate(info.Env(), {"HcsEnumerateComputeSystems"}, BlockingThreads(), {submit},
                    SettlePromise<OperationResult>(deferred, to_js));
  return deferred.Promise();
}

Napi::Value HcsService::Open(const Napi::CallbackInfo& info) {
  const auto deferred = Napi::Promise::Deferred::New(info.Env());
  const std::u16string id = TextArgument(info, 0);
  const auto work = [id, count = session_->Systems()] { return OpenSystem(id, count); };
  const auto to_js = [session = session_, id](Napi::Env env, SystemHandle& handle) -> Napi::Value {
    return MakeObject<HcsSystem>(env, {session, std::move(handle), id});
  };
  session_->Work<SystemHandle>(info.Env(), {"HcsOpenComputeSystem"}, BlockingThreads(), work,
                               SettlePromise<SystemHandle>(deferred, to_js));
  return deferred.Promise();
}

Napi::Value HcsService::Create(const Napi::CallbackInfo& info) {
  const auto deferred = Napi::Promise::Deferred::New(info.Env());
  const std::u16string id = TextArgument(info, 0);
  // Filled by the other thread, good only when the operation has succeeded; closed with the call that fails.
  const auto handle = std::make_shared<SystemHandle>();
  const auto submit = [id, configuration = TextArgument(info, 1), handle,
                       count = session_->Systems()](HCS_OPERATION operation) {
    HCS_SYSTEM raw = nullptr;
    const HRESULT status = Hcs().HcsCreateComputeSystem(ToWide(id), ToWide(configuration), operation, nullptr, &raw);
    if (raw != nullptr) *handle = std::make_shared<CountedHandle<SystemTraits>>(UniqueSystem(raw), count);
    return status;
  };
  session_->Operate(info.Env(), {"HcsCreateComputeSystem"}, BlockingThreads(), {submit},
                    SettlePromise<OperationResult>(deferred, SystemToJs(session_, id, handle)));
  return deferred.Promise();
}

Napi::Value HcsService::Live(const Napi::CallbackInfo& info) {
  Napi::Object live = Napi::Object::New(info.Env());
  live.Set("systems", Napi::Number::New(info.Env(), session_->Systems()->load()));
  live.Set("processes", Napi::Number::New(info.Env(), session_->Processes()->load()));
  live.Set("operations", Napi::Number::New(info.Env(), static_cast<double>(session_->CallsUnderWay())));
  return live;
}

Napi::Value OpenHcs(const Napi::CallbackInfo& info) {
  auto api = LoadHcs();
  if (!api.Ok()) throw FailureToJs(info.Env(), api.Error());
  return MakeObject<HcsService>(info.Env(), {HcsSession::Open(info.Env())});
}

}  // namespace isoscope
