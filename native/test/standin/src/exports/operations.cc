#include "base/codes.h"
#include "calls/operation.h"
#include "live/documents.h"
#include "live/live.h"

namespace {

std::shared_ptr<Operation> Find(HCS_OPERATION handle, const wchar_t* call) {
  std::shared_ptr<Operation> operation = operations().Find(handle);
  if (!operation && !InCallbackOf(handle)) Violation(std::wstring(call) + L": the operation is closed or none");
  return operation;
}

bool HasProcessInfo(HCS_OPERATION_TYPE type) {
  return type == HcsOperationTypeCreateProcess || type == HcsOperationTypeGetProcessInfo;
}

/** Takes the result; pipes go to the first who asks. */
HRESULT Read(Operation& operation, HCS_PROCESS_INFORMATION* info, PWSTR* document, const void* caller) {
  const std::lock_guard held(operation.lock);
  if (operation.state == Operation::State::kIdle) return kOperationNotStarted;
  if (operation.state == Operation::State::kRunning) return kOperationPending;
  if (info != nullptr && !HasProcessInfo(operation.type)) return E_INVALIDARG;
  if (info != nullptr) {
    *info = operation.result.info;
    operation.result.info.StdInput = operation.result.info.StdOutput = operation.result.info.StdError = nullptr;
  }
  GiveDocument(operation.result.document, document, caller);
  return operation.result.hresult;
}

HRESULT Wait(HCS_OPERATION handle, DWORD ms, HCS_PROCESS_INFORMATION* info, PWSTR* document, const void* caller) {
  if (document != nullptr) *document = nullptr;
  const std::shared_ptr<Operation> operation = Find(handle, L"HcsWaitForOperationResult");
  if (!operation) return kInvalidHandle;
  {
    const std::lock_guard held(operation->lock);
    if (operation->state == Operation::State::kIdle) return kOperationNotStarted;
  }
  if (WaitForSingleObject(operation->done, ms) != WAIT_OBJECT_0) return kOperationTimeout;
  return Read(*operation, info, document, caller);
}

HRESULT Get(HCS_OPERATION handle, HCS_PROCESS_INFORMATION* info, PWSTR* document, const void* caller) {
  if (document != nullptr) *document = nullptr;
  const std::shared_ptr<Operation> operation = Find(handle, L"HcsGetOperationResult");
  return operation ? Read(*operation, info, document, caller) : kInvalidHandle;
}

}  // namespace

HCS_OPERATION WINAPI HcsCreateOperation(const void* context, HCS_OPERATION_COMPLETION callback) {
  static std::atomic<UINT64> last{0};
  const auto operation = std::make_shared<Operation>(++last, context, callback);
  ++live().operations;
  return operation->handle = operations().Add(operation);
}

void WINAPI HcsCloseOperation(HCS_OPERATION handle) {
  const std::shared_ptr<Operation> operation = operations().Take(handle);
  if (!operation) return Violation(L"HcsCloseOperation: the operation is closed or none");
  --live().operations;
  const std::lock_guard held(operation->lock);
  operation->closed = true;
}

void* WINAPI HcsGetOperationContext(HCS_OPERATION handle) {
  const auto operation = Find(handle, L"HcsGetOperationContext");
  return operation ? operation->context : nullptr;
}

HRESULT WINAPI HcsSetOperationContext(HCS_OPERATION handle, const void* context) {
  const auto operation = Find(handle, L"HcsSetOperationContext");
  if (!operation) return kInvalidHandle;
  operation->context = const_cast<void*>(context);
  return S_OK;
}

HRESULT WINAPI HcsSetOperationCallback(HCS_OPERATION handle, const void* context, HCS_OPERATION_COMPLETION callback) {
  const auto operation = Find(handle, L"HcsSetOperationCallback");
  if (!operation) return kInvalidHandle;
  const std::lock_guard held(operation->lock);
  if (operation->state != Operation::State::kIdle) return kOperationAlreadyStarted;
  operation->context = const_cast<void*>(context);
  operation->callback = callback;
  return S_OK;
}

HCS_SYSTEM WINAPI HcsGetComputeSystemFromOperation(HCS_OPERATION handle) {
  const auto operation = Find(handle, L"HcsGetComputeSystemFromOperation");
  return operation ? operation->system : nullptr;
}

HCS_PROCESS WINAPI HcsGetProcessFromOperation(HCS_OPERATION handle) {
  const auto operation = Find(handle, L"HcsGetProcessFromOperation");
  return operation ? operation->process : nullptr;
}

HCS_OPERATION_TYPE WINAPI HcsGetOperationType(HCS_OPERATION handle) {
  const auto operation = Find(handle, L"HcsGetOperationType");
  return operation ? operation->type : HcsOperationTypeNone;
}

UINT64 WINAPI HcsGetOperationId(HCS_OPERATION handle) {
  const auto operation = Find(handle, L"HcsGetOperationId");
  return operation ? operation->id : HCS_INVALID_OPERATION_ID;
}

/** Documented to do nothing. */
HRESULT WINAPI HcsCancelOperation(HCS_OPERATION) { return E_NOTIMPL; }

HRESULT WINAPI HcsGetOperationResult(HCS_OPERATION handle, PWSTR* document) {
  return Get(handle, nullptr, document, CALLER);
}

HRESULT WINAPI HcsGetOperationResultAndProcessInfo(HCS_OPERATION handle, HCS_PROCESS_INFORMATION* info,
                                                   PWSTR* document) {
  return Get(handle, info, document, CALLER);
}

HRESULT WINAPI HcsWaitForOperationResult(HCS_OPERATION handle, DWORD ms, PWSTR* document) {
  return Wait(handle, ms, nullptr, document, CALLER);
}

HRESULT WINAPI HcsWaitForOperationResultAndProcessInfo(HCS_OPERATION handle, DWORD ms, HCS_PROCESS_INFORMATION* info,
                                                       PWSTR* document) {
  return Wait(handle, ms, info, document, CALLER);
}
