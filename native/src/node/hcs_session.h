#pragma once

#include <napi.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/registry.h"
#include "core/router.h"
#include "core/blocking_threads.h"
#include "hcs/handles.h"
#include "hcs/submission.h"
#include "node/doorbell.h"
#include "node/pending_call.h"

namespace isoscope {

class HcsObject;

/// How a call under way is known: by the export's name, and by the object whose close ends it and which it keeps alive.
struct CallOf {
  std::string name;
  const HcsObject* owner = nullptr;
  Napi::Object object{};
};

/// What one `openHcs()` owns: the calls under way, the listeners and the open objects. Of one JavaScript thread; calls
/// under way and objects keep it alive.
class HcsSession final : public std::enable_shared_from_this<HcsSession> {
 public:
  static std::shared_ptr<HcsSession> Open(Napi::Env env);
  ~HcsSession();

  /// Has `threads` make a call of HCS's, which may hang; `settle` is called once, but not any more when the environment
  /// ends. The call must touch neither JavaScript nor this.
  void Operate(Napi::Env env, CallOf call, Executor& threads, OperationCall operation, Settle<OperationResult> settle) {
    auto task = std::make_shared<Submission>(call.name, std::move(operation));
    Begin(env, call, threads, std::move(task), std::move(settle));
  }

  /// The same with work that is no call with an operation.
  template <class T>
  void Work(Napi::Env env, CallOf call, Executor& threads, std::function<Outcome<T>()> work, Settle<T> settle) {
    auto task = std::make_shared<isoscope::Work<T>>(call.name, std::move(work));
    Begin(env, call, threads, std::move(task), std::move(settle));
  }

  /// A token whose events `listener` is called with; `object` lives as long.
  Token Listen(Napi::Function listener, Napi::Object object);
  void Unlisten(Token token);

  void Enter(HcsObject& object) { objects_.insert(&object); }
  void Leave(HcsObject& object) { objects_.erase(&object); }

  /// Calls of the object end with E_ABORT.
  void Abandon(Napi::Env env, const HcsObject& owner);

  /// Gives up everything; calls under way end with E_ABORT. Not from a callback of HCS's.
  void Close(Napi::Env env);
  bool Closed() const { return closed_; }

  std::size_t CallsUnderWay() const { return calls_.Size(); }
  const LiveCount& Systems() const { return systems_; }
  const LiveCount& Processes() const { return processes_; }

 private:
  struct Waiting {
    std::unique_ptr<PendingCall> call;
    Napi::ObjectReference object;
    std::shared_ptr<HcsSession> session;
  };
  struct Listener {
    Napi::FunctionReference function;
    Napi::ObjectReference object;
  };
  using Hook = Napi::Env::CleanupHook<void (*)(HcsSession*), HcsSession>;

  explicit HcsSession(Napi::Env env);
  template <class Task>
  void Begin(Napi::Env env, const CallOf& call, Executor& threads, std::shared_ptr<Task> task,
             Settle<typename Task::Value> settle) {
    if (closed_) return settle(env, HresultFailure(call.name, E_ABORT));
    const Token token = ProcessRouter().Open(mailbox_);
    // Given up before its turn, it is never run; during it, the thread is the last to hold it.
    const bool runs = threads.Run([token, weak = std::weak_ptr<Task>(task)] { RunFor(token, weak.lock()); });
    if (!runs) {
      ProcessRouter().Close(token);
      return settle(env, HresultFailure(call.name, E_OUTOFMEMORY));
    }
    Wait(token, call, std::make_unique<AwaitedCall<Task>>(std::move(task), std::move(settle)));
  }
  template <class Task>
  static void RunFor(Token token, std::shared_ptr<Task> task) {
    if (!task) return;
    task->Run(token);
    // Before anybody is told: whoever then closes its handle is the last to hold it.
    task.reset();
    ProcessRouter().Post({.token = token, .event = std::nullopt});
  }
  void Wait(Token token, const CallOf& call, std::unique_ptr<PendingCall> pending);
  template <class Wanted>
  void FailThose(Napi::Env env, HRESULT why, Wanted wanted);
  void Deliver(Napi::Env env);
  void Deliver(Napi::Env env, const Message& message);
  void Hear(Napi::Env env, Token token);
  void Tell(Napi::Env env, Token token, const Event& event);
  void ShutObjects(Napi::Env env);
  void EndWithEnvironment();

  Napi::Env env_;
  bool closed_ = false;
  LiveCount systems_ = std::make_shared<std::atomic<int>>(0);
  LiveCount processes_ = std::make_shared<std::atomic<int>>(0);
  std::unique_ptr<Doorbell> doorbell_;
  Mailbox mailbox_;
  Registry<Waiting> calls_;
  std::unordered_map<Token, Listener> listeners_;
  std::unordered_set<HcsObject*> objects_;
  Hook hook_;
};

}  // namespace isoscope
