// What came with Windows Server 2022.
#include "exports/entry.h"
#include "live/documents.h"

HRESULT WINAPI HcsWaitForComputeSystemExit(HCS_SYSTEM number, DWORD ms, PWSTR* document) {
  if (document != nullptr) *document = nullptr;
  HRESULT why = S_OK;
  const auto handle = Use(number, L"HcsWaitForComputeSystemExit", &why);
  if (!handle) return why;
  if (WaitForSingleObject(handle->system->exited, ms) != WAIT_OBJECT_0) return kOperationTimeout;
  GiveDocument(handle->system->ExitStatus(), document, CALLER);
  return S_OK;
}

HRESULT WINAPI HcsWaitForProcessExit(HCS_PROCESS number, DWORD ms, PWSTR* document) {
  if (document != nullptr) *document = nullptr;
  HRESULT why = S_OK;
  const auto handle = Use(number, L"HcsWaitForProcessExit", &why);
  const auto process = handle ? handle->Get() : nullptr;
  if (!process) return FAILED(why) ? why : kInvalidState;
  if (WaitForSingleObject(process->exited, ms) != WAIT_OBJECT_0) return kOperationTimeout;
  GiveDocument(process->Status().Write(), document, CALLER);
  return S_OK;
}
