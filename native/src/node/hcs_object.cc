#include "node/hcs_object.h"

#include "core/windows_text.h"
#include "node/document_to_js.h"
#include "node/settle_promise.h"

namespace isoscope {
namespace {

constexpr auto kAlreadyWatched = static_cast<HRESULT>(0x80370119);  // HCS_E_OPERATION_SYSTEM_CALLBACK_ALREADY_SET

}  // namespace

HcsObject::HcsObject(std::shared_ptr<HcsSession> session) : session_(std::move(session)) { session_->Enter(*this); }

void HcsObject::Shut(Napi::Env env) {
  session_->Leave(*this);
  session_->Abandon(env, *this);
  // The token first: a callback that comes later finds nobody.
  if (watching_) session_->Unlisten(*std::exchange(watching_, std::nullopt));
  CloseHandles();
}

void HcsObject::Watch(Napi::Function listener, Napi::Object self, const char* name,
                      const std::function<HRESULT(Token)>& set) {
  const Napi::Env env = self.Env();
  if (!IsOpen()) throw FailureToJs(env, HresultFailure(name, E_ABORT));
  if (watching_) throw FailureToJs(env, HresultFailure(name, kAlreadyWatched));
  const Token token = session_->Listen(listener, self);
  const HRESULT status = set(token);
  if (FAILED(status)) {
    session_->Unlisten(token);
    throw FailureToJs(env, HresultFailure(name, status));
  }
  watching_ = token;
}

template <class Traits>
Napi::Promise HandleObject<Traits>::Ask(Napi::Env env, CallOf call, Submit submit) {
  const auto deferred = Napi::Promise::Deferred::New(env);
  Operate(env, std::move(call), std::move(submit),
          SettlePromise<OperationResult>(deferred, [](Napi::Env in, OperationResult& result) {
            return DocumentToJs(in, result.document);
          }));
  return deferred.Promise();
}

template <class Traits>
Napi::Promise HandleObject<Traits>::Ask(Napi::Object self, const NamedCall& call,
                                        const std::optional<std::u16string>& document) {
  const auto submit = [function = call.function, document](typename Traits::Raw handle, HCS_OPERATION operation) {
    return (Hcs().*function)(handle, operation, document ? ToWide(*document) : nullptr);
  };
  return Ask(self.Env(), Call(call.name, self), submit);
}

template class HandleObject<SystemTraits>;
template class HandleObject<ProcessTraits>;

}  // namespace isoscope
