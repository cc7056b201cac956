#include "base/codes.h"
#include "calls/operation.h"
#include "calls/scheduler.h"
#include "control/control.h"
#include "live/live.h"

namespace {

HRESULT Begin(Operation& operation, const Call& call) {
  const std::lock_guard held(operation.lock);
  if (operation.state != Operation::State::kIdle) return kOperationAlreadyStarted;
  if (operation.callback != nullptr && call.sink && call.sink->WantsOperations()) return kCallbackAlreadySet;
  operation.state = Operation::State::kRunning;
  operation.type = call.type;
  operation.system = call.system;
  operation.process = call.process;
  return S_OK;
}

Result Perform(const Call& call, const std::optional<Fault>& fault, const std::function<Result()>& work) {
  if (fault && fault->when == FaultTime::kResult) return Result::Failed(fault->result, fault->document);
  Result result = work();
  if (fault) {
    result.hresult = fault->result;
    result.document = fault->document;
  }
  const Control control = CurrentControl();
  const auto replaced = control.documents.find(call.name);
  if (replaced != control.documents.end()) result.document = replaced->second;
  return result;
}

/** Whether the operation's callback may run now: not after a close, unless callbacks are to be late. */
bool MayCall(Operation& operation) {
  const std::lock_guard held(operation.lock);
  return operation.callback != nullptr && (!operation.closed || CurrentControl().late_callbacks);
}

void Complete(const std::shared_ptr<Operation>& operation, const Call& call, Result result) {
  if (!operation->Finish(std::move(result))) return;
  if (MayCall(*operation)) CallBack(*operation);
  if (call.sink && call.sink->WantsOperations()) {
    call.sink->Raise(HcsEventOperationCallback, L"", operation->handle);
  }
}

std::uint64_t DelayOf(const Control& control, const wchar_t* name) {
  const auto own = control.delays.find(name);
  return own == control.delays.end() ? control.delay_ms : own->second;
}

}  // namespace

HRESULT Submit(HCS_OPERATION handle, const Call& call, std::function<Result()> work) {
  const std::shared_ptr<Operation> operation = operations().Find(handle);
  if (!operation) {
    Violation(std::wstring(call.name) + L": the operation is closed or none");
    return kInvalidHandle;
  }
  if (const HRESULT refused = Begin(*operation, call); FAILED(refused)) return refused;
  const std::optional<Fault> fault = TakeFault(call.name);
  if (fault && fault->when == FaultTime::kCall) {
    operation->Finish(Result::Failed(fault->result, fault->document));
    return fault->result;
  }
  const Control control = CurrentControl();
  if (control.never.count(call.name) > 0) return S_OK;
  RunLater(DelayOf(control, call.name), [operation, call, fault, work = std::move(work)] {
    Complete(operation, call, Perform(call, fault, work));
  });
  HangIn(call.name, HangTime::kAfter);
  return S_OK;
}
