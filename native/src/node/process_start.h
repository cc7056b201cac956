#pragma once

#include <memory>
#include <optional>
#include <string>

#include "node/hcs_session.h"

namespace isoscope {

struct StartedProcess {
  ProcessHandle handle;
  /// PID and pipes.
  OperationResult info;
};

/// Creates a process in a system. On process isolation (seen on Server 2022) the operation may fail with E_INVALIDARG
/// though the process is there: then it is asked for its information again. Only then: after a good result that would race
/// a short-lived process.
class ProcessStart final : public std::enable_shared_from_this<ProcessStart> {
 public:
  /// `call.owner` ends it with E_ABORT. A system without handle is closed.
  static void Begin(Napi::Env env, HcsSession& session, const SystemHandle& system, CallOf call,
                    const std::u16string& parameters, Settle<StartedProcess> settle);

 private:
  ProcessStart(HcsSession& session, const HcsObject* owner, Settle<StartedProcess> settle);
  void Create(Napi::Env env, const SystemHandle& system, CallOf call, const std::u16string& parameters);
  void OnCreated(Napi::Env env, Outcome<OperationResult> outcome);
  void AskAgain(Napi::Env env, Failure first);
  void OnTold(Napi::Env env, Outcome<OperationResult>& outcome, const Failure& first);

  /// Calls under way keep it.
  HcsSession& session_;
  const HcsObject* owner_;
  Settle<StartedProcess> settle_;
  /// Filled by the other thread: not looked at before that has returned.
  std::shared_ptr<ProcessHandle> process_ = std::make_shared<ProcessHandle>();
};

}  // namespace isoscope
