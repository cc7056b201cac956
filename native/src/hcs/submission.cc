#include "hcs/submission.h"

#include <utility>

#include "core/windows_failure.h"
#include "hcs/callbacks.h"

namespace isoscope {
namespace {

/// That HCS has returned from the call, and that its operation has ended: in either order.
constexpr int kMessages = 2;

}  // namespace

Submission::~Submission() {
  // Given up: the pipes of a process that is there meanwhile are ours to close.
  if (operation_ && call_.kind == ResultKind::kProcess) TakeResult(operation_.Get(), name_, call_.kind);
}

void Submission::Run(Token token) {
  operation_.Reset(Hcs().HcsCreateOperation(ContextOf(token), OnOperation));
  const HRESULT status = operation_ ? call_.submit(operation_.Get()) : E_OUTOFMEMORY;
  if (FAILED(status)) refusal_ = RefusedCall(operation_.Get(), name_, status);
  phase_ = refusal_ ? Phase::kRefused : Phase::kAccepted;
}

bool Submission::Hear() {
  ++heard_;
  const Phase phase = phase_;
  return phase == Phase::kRefused || (phase == Phase::kAccepted && heard_ >= kMessages);
}

Outcome<OperationResult> Submission::Take() {
  auto outcome = refusal_ ? Outcome<OperationResult>(std::move(*refusal_))
                          : TakeResult(operation_.Get(), name_, call_.kind);
  operation_.Reset();
  return outcome;
}

}  // namespace isoscope
