#pragma once
#include <windows.h>
#include <computecore.h>

#include "base/codes.h"
#include "control/control.h"
#include "documents/documents.h"
#include "live/live.h"
#include "world/world.h"

/** How calls without a handle begin: the control file may say that there is no service. */
inline HRESULT Enter(const wchar_t* call) {
  HangIn(call, HangTime::kBefore);
  FollowControl();
  return CurrentControl().stopped ? kServiceNotAvailable : S_OK;
}

/** The same for synchronous calls, which have no operation that could carry a fault. */
inline HRESULT EnterSync(const wchar_t* call, std::wstring* document = nullptr) {
  if (const HRESULT refused = Enter(call); FAILED(refused)) return refused;
  const std::optional<Fault> fault = TakeFault(call);
  if (!fault) return S_OK;
  if (document != nullptr) *document = fault->document;
  return fault->result;
}

/** A usable handle, or null with why not. */
inline std::shared_ptr<SystemHandle> Use(HCS_SYSTEM number, const wchar_t* call, HRESULT* why) {
  HangIn(call, HangTime::kBefore);
  FollowControl();
  std::shared_ptr<SystemHandle> handle = systems().Find(number);
  *why = !handle ? kInvalidHandle : handle->dead ? kServiceDisconnect : S_OK;
  if (!handle) Violation(std::wstring(call) + L": the system handle is closed or none");
  return SUCCEEDED(*why) ? handle : nullptr;
}

inline std::shared_ptr<ProcessHandle> Use(HCS_PROCESS number, const wchar_t* call, HRESULT* why) {
  HangIn(call, HangTime::kBefore);
  FollowControl();
  std::shared_ptr<ProcessHandle> handle = processes().Find(number);
  *why = !handle ? kInvalidHandle : handle->dead ? kServiceDisconnect : S_OK;
  if (!handle) Violation(std::wstring(call) + L": the process handle is closed or none");
  return SUCCEEDED(*why) ? handle : nullptr;
}

/** What a text may be that is optional: a caller's may be gone when the operation runs. */
inline std::optional<std::wstring> Copy(PCWSTR text) {
  return text == nullptr ? std::nullopt : std::optional<std::wstring>(text);
}
