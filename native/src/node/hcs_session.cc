#include "node/hcs_session.h"

#include <utility>

#include "node/document_to_js.h"
#include "node/hcs_object.h"

namespace isoscope {
namespace {

constexpr std::uint32_t kServiceDisconnect = HcsEventServiceDisconnect;
constexpr auto kServiceGone = static_cast<HRESULT>(0x8037011E);  // HCS_E_SERVICE_DISCONNECT; mingw has no name for it.

/// As an exception that nobody catches, which is what it is: there is no JavaScript below a listener.
void ReportUncaught(Napi::Env env, const Napi::Error& error) { napi_fatal_exception(env, error.Value()); }

}  // namespace

std::shared_ptr<HcsSession> HcsSession::Open(Napi::Env env) {
  const std::shared_ptr<HcsSession> session(new HcsSession(env));
  session->doorbell_ = std::make_unique<Doorbell>(env, [weak = session->weak_from_this()](Napi::Env in) {
    if (const auto self = weak.lock()) self->Deliver(in);
  });
  // Made after the doorbell, thus run before the doorbell's own.
  session->hook_ = env.AddCleanupHook(+[](HcsSession* self) { self->EndWithEnvironment(); }, session.get());
  return session;
}

HcsSession::HcsSession(Napi::Env env) : env_(env), mailbox_([this] { doorbell_->Ring(); }) {}

HcsSession::~HcsSession() {
  if (closed_) return;
  hook_.Remove(env_);
  ProcessRouter().CloseAll(mailbox_);
}

void HcsSession::Wait(Token token, const CallOf& call, std::unique_ptr<PendingCall> pending) {
  auto waiting = std::make_unique<Waiting>();
  waiting->call = std::move(pending);
  if (!call.object.IsEmpty()) waiting->object = Napi::Persistent(call.object);
  waiting->session = shared_from_this();
  calls_.Add(token, call.owner, std::move(waiting));
  doorbell_->Hold();
}

Token HcsSession::Listen(Napi::Function listener, Napi::Object object) {
  const Token token = ProcessRouter().Open(mailbox_);
  listeners_.emplace(token, Listener{Napi::Persistent(listener), Napi::Persistent(object)});
  return token;
}

void HcsSession::Unlisten(Token token) {
  ProcessRouter().Close(token);
  listeners_.erase(token);
}

void HcsSession::Abandon(Napi::Env env, const HcsObject& owner) {
  FailThose(env, E_ABORT, [&owner](const void* other, const Waiting&) { return other == &owner; });
}

template <class Wanted>
void HcsSession::FailThose(Napi::Env env, HRESULT why, Wanted wanted) {
  for (auto& [token, waiting] : calls_.TakeIf(wanted)) {
    ProcessRouter().Close(token);
    doorbell_->LetGo();
    waiting->call->Fail(env, why);
  }
}

void HcsSession::Close(Napi::Env env) {
  if (closed_) return;
  const auto self = shared_from_this();
  FailThose(env, E_ABORT, [](const void*, const Waiting&) { return true; });
  ShutObjects(env);
  hook_.Remove(env);
  ProcessRouter().CloseAll(mailbox_);
  closed_ = true;
  doorbell_.reset();
}

void HcsSession::EndWithEnvironment() {
  const auto self = shared_from_this();
  // First of all: no thread of HCS's may ring any more. Nothing is settled, for JavaScript has ended.
  ProcessRouter().CloseAll(mailbox_);
  closed_ = true;
  calls_.TakeIf([](const void*, const Waiting&) { return true; });
  ShutObjects(env_);
  doorbell_.reset();
}

void HcsSession::ShutObjects(Napi::Env env) {
  const auto objects = std::exchange(objects_, {});
  for (HcsObject* object : objects) object->Shut(env);
}

void HcsSession::Deliver(Napi::Env env) {
  for (const Message& message : mailbox_.Take()) {
    const Napi::HandleScope scope(env);
    // While a worker or the process is torn down every call into JavaScript fails, and there is nobody left to tell.
    try {
      Deliver(env, message);
    } catch (const Napi::Error&) {
    }
  }
}

void HcsSession::Deliver(Napi::Env env, const Message& message) {
  if (message.event) {
    Tell(env, message.token, *message.event);
  } else {
    Hear(env, message.token);
  }
}

void HcsSession::Hear(Napi::Env env, Token token) {
  const Waiting* const found = calls_.Find(token);
  if (found == nullptr || !found->call->Hear()) return;
  const auto waiting = calls_.Take(token);
  ProcessRouter().Close(token);
  doorbell_->LetGo();
  waiting->call->Finish(env);
}

void HcsSession::Tell(Napi::Env env, Token token, const Event& event) {
  const auto found = listeners_.find(token);
  if (found == listeners_.end()) return;
  // The listener may close its object, or everything.
  const Napi::Function listener = found->second.function.Value();
  if (event.type == kServiceDisconnect) {
    FailThose(env, kServiceGone, [](const void*, const Waiting& waiting) { return waiting.call->AwaitsService(); });
  }
  Napi::Object told = Napi::Object::New(env);
  told.Set("type", Napi::Number::New(env, event.type));
  told.Set("data", DocumentToJs(env, event.data));
  try {
    listener.Call({told});
  } catch (const Napi::Error& error) {
    ReportUncaught(env, error);
  }
}

}  // namespace isoscope
