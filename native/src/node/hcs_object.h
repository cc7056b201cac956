#pragma once

#include <napi.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "node/hcs_session.h"

namespace isoscope {

/// What a session opens and closes: a compute system or a process, as JavaScript holds it.
class HcsObject {
 public:
  HcsObject(const HcsObject&) = delete;
  HcsObject& operator=(const HcsObject&) = delete;

  /// Calls under way end with E_ABORT, events cease, handles are closed. Again: nothing.
  void Shut(Napi::Env env);

 protected:
  explicit HcsObject(std::shared_ptr<HcsSession> session);
  virtual ~HcsObject() { session_->Leave(*this); }

  HcsSession& Session() const { return *session_; }
  CallOf Call(std::string name, Napi::Object self) const { return {std::move(name), this, self}; }

  /// Gives HCS a token for its events by `set`, once. Throws to JavaScript.
  void Watch(Napi::Function listener, Napi::Object self, const char* name, const std::function<HRESULT(Token)>& set);

  virtual bool IsOpen() const = 0;
  virtual void CloseHandles() = 0;

 private:
  std::shared_ptr<HcsSession> session_;
  std::optional<Token> watching_;
};

/// Of which most calls are of one form: handle, operation, one document or none.
template <class Traits>
class HandleObject : public HcsObject {
 protected:
  using Handle = std::shared_ptr<CountedHandle<Traits>>;
  using Submit = std::function<HRESULT(typename Traits::Raw, HCS_OPERATION)>;
  using DocumentCall = HRESULT(WINAPI*)(typename Traits::Raw, HCS_OPERATION, PCWSTR);

  struct NamedCall {
    const char* name;
    DocumentCall HcsApi::* function;
  };

  HandleObject(std::shared_ptr<HcsSession> session, Handle handle)
      : HcsObject(std::move(session)), handle_(std::move(handle)) {}

  /// `submit` runs on another thread. Settles with E_ABORT when the object is closed.
  void Operate(Napi::Env env, CallOf call, Submit submit, Settle<OperationResult> settle) {
    if (!handle_) return settle(env, HresultFailure(call.name, E_ABORT));
    auto bound = [handle = handle_, submit = std::move(submit)](HCS_OPERATION operation) {
      return submit(handle->Get(), operation);
    };
    Session().Operate(env, std::move(call), handle_->Order(), {std::move(bound)}, std::move(settle));
  }

  /// A promise of the operation's document.
  Napi::Promise Ask(Napi::Env env, CallOf call, Submit submit);
  Napi::Promise Ask(Napi::Object self, const NamedCall& call, const std::optional<std::u16string>& document);

  const Handle& Open() const { return handle_; }
  bool IsOpen() const override { return handle_ != nullptr; }
  void CloseHandles() override { handle_.reset(); }

 private:
  Handle handle_;
};

extern template class HandleObject<SystemTraits>;
extern template class HandleObject<ProcessTraits>;

}  // namespace isoscope
