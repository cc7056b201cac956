#include "node/process_start.h"

#include <utility>

#include "core/windows_text.h"

namespace isoscope {

void ProcessStart::Begin(Napi::Env env, HcsSession& session, const SystemHandle& system, CallOf call,
                         const std::u16string& parameters, Settle<StartedProcess> settle) {
  if (!system) return settle(env, HresultFailure(call.name, E_ABORT));
  const std::shared_ptr<ProcessStart> start(new ProcessStart(session, call.owner, std::move(settle)));
  start->Create(env, system, std::move(call), parameters);
}

ProcessStart::ProcessStart(HcsSession& session, const HcsObject* owner, Settle<StartedProcess> settle)
    : session_(session), owner_(owner), settle_(std::move(settle)) {}

void ProcessStart::Create(Napi::Env env, const SystemHandle& system, CallOf call, const std::u16string& parameters) {
  const auto submit = [system, parameters, place = process_, count = session_.Processes()](HCS_OPERATION operation) {
    HCS_PROCESS raw = nullptr;
    const HRESULT status = Hcs().HcsCreateProcess(system->Get(), ToWide(parameters), operation, nullptr, &raw);
    if (raw != nullptr) *place = std::make_shared<CountedHandle<ProcessTraits>>(UniqueProcess(raw), count);
    return status;
  };
  session_.Operate(env, std::move(call), system->Order(), {submit, ResultKind::kProcess},
                   [self = shared_from_this()](Napi::Env in, Outcome<OperationResult> outcome) {
                     self->OnCreated(in, std::move(outcome));
                   });
}

void ProcessStart::OnCreated(Napi::Env env, Outcome<OperationResult> outcome) {
  if (outcome.Ok()) return settle_(env, StartedProcess{std::move(*process_), std::move(outcome.Value())});
  if (outcome.Error().code == E_INVALIDARG && *process_) return AskAgain(env, outcome.Error());
  settle_(env, outcome.Error());
}

void ProcessStart::AskAgain(Napi::Env env, Failure first) {
  const auto submit = [process = *process_](HCS_OPERATION operation) {
    return Hcs().HcsGetProcessInfo(process->Get(), operation);
  };
  session_.Operate(env, {"HcsGetProcessInfo", owner_}, (*process_)->Order(), {submit, ResultKind::kProcess},
                   [self = shared_from_this(), first](Napi::Env in, Outcome<OperationResult> outcome) {
                     self->OnTold(in, outcome, first);
                   });
}

void ProcessStart::OnTold(Napi::Env env, Outcome<OperationResult>& outcome, const Failure& first) {
  if (outcome.Ok()) return settle_(env, StartedProcess{std::move(*process_), std::move(outcome.Value())});
  settle_(env, outcome.Error().code == E_ABORT ? outcome.Error() : first);
}

}  // namespace isoscope
