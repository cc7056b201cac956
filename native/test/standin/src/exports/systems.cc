#include "exports/entry.h"

namespace {

/** Strictness of ours, to catch mistakes. */
bool LeftOut(const void* must_be_null) { return must_be_null == nullptr; }

Result Create(const std::shared_ptr<System>& system) {
  const std::wstring& hosting = system->about.hosting_id;
  if (!hosting.empty()) {
    const auto host = world().Find(hosting);
    if (!host || host->state() != State::kRunning) {
      world().Remove(system);
      return Refused(kSystemNotFound, L"The hosting system is not running.");
    }
  }
  return {};
}

/** A call that changes a system's state. */
template <class Work>
HRESULT Change(HCS_SYSTEM number, HCS_OPERATION operation, const wchar_t* name, HCS_OPERATION_TYPE type, Work work) {
  HRESULT why = S_OK;
  const auto handle = Use(number, name, &why);
  if (!handle) return why;
  return Submit(operation, {name, type, number, nullptr, handle->sink}, [system = handle->system, work] {
    const HRESULT result = work(system);
    return FAILED(result) ? Refused(result, L"The operation is not valid in the system's state.") : Result{};
  });
}

HRESULT End(const std::shared_ptr<System>& system, const wchar_t* exit_type) {
  return EndSystem(system, exit_type) ? S_OK : kSystemAlreadyStopped;
}

}  // namespace

HRESULT WINAPI HcsEnumerateComputeSystems(PCWSTR query, HCS_OPERATION operation) {
  if (const HRESULT refused = Enter(L"HcsEnumerateComputeSystems"); FAILED(refused)) return refused;
  return Submit(operation, {L"HcsEnumerateComputeSystems", HcsOperationTypeEnumerate},
                [query = Copy(query)] { return Enumerate(query ? query->c_str() : nullptr); });
}

HRESULT WINAPI HcsCreateComputeSystem(PCWSTR id, PCWSTR configuration, HCS_OPERATION operation,
                                      const SECURITY_DESCRIPTOR* descriptor, HCS_SYSTEM* out) {
  if (const HRESULT refused = Enter(L"HcsCreateComputeSystem"); FAILED(refused)) return refused;
  if (!LeftOut(descriptor) || id == nullptr || configuration == nullptr || out == nullptr) return E_INVALIDARG;
  *out = nullptr;
  const std::optional<Json> document = ParseJson(configuration);
  SystemDescription about;
  const std::wstring wrong = document ? ReadConfiguration(id, *document, about) : L"The document is not valid JSON";
  const Call call{L"HcsCreateComputeSystem", HcsOperationTypeCreate};
  if (!wrong.empty()) return Submit(operation, call, [wrong] { return Refused(kInvalidJson, wrong); });
  const auto system = std::make_shared<System>(std::move(about));
  if (!world().Add(system)) return kSystemAlreadyExists;
  const HCS_SYSTEM handle = OpenHandle(system);
  const HRESULT accepted = Submit(operation, {call.name, call.type, handle, nullptr, systems().Find(handle)->sink},
                                  [system] { return Create(system); });
  if (FAILED(accepted)) {
    CloseHandleOf(handle);
    world().Remove(system);
    return accepted;
  }
  *out = handle;
  return S_OK;
}

HRESULT WINAPI HcsOpenComputeSystem(PCWSTR id, DWORD access, HCS_SYSTEM* out) {
  if (const HRESULT refused = EnterSync(L"HcsOpenComputeSystem"); FAILED(refused)) return refused;
  if (id == nullptr || out == nullptr || access != GENERIC_ALL) return E_INVALIDARG;
  *out = nullptr;
  const auto system = world().Find(id);
  if (!system) return kSystemNotFound;
  *out = OpenHandle(system);
  return S_OK;
}

void WINAPI HcsCloseComputeSystem(HCS_SYSTEM handle) { CloseHandleOf(handle); }

HRESULT WINAPI HcsStartComputeSystem(HCS_SYSTEM handle, HCS_OPERATION operation, PCWSTR options) {
  if (!LeftOut(options)) return E_INVALIDARG;
  return Change(handle, operation, L"HcsStartComputeSystem", HcsOperationTypeStart,
                [](const auto& system) { return system->Start(); });
}

HRESULT WINAPI HcsShutDownComputeSystem(HCS_SYSTEM handle, HCS_OPERATION operation, PCWSTR) {
  return Change(handle, operation, L"HcsShutDownComputeSystem", HcsOperationTypeShutdown, [](const auto& system) {
    return system->state() == State::kCreated ? kInvalidState : End(system, L"GracefulExit");
  });
}

HRESULT WINAPI HcsTerminateComputeSystem(HCS_SYSTEM handle, HCS_OPERATION operation, PCWSTR options) {
  if (!LeftOut(options)) return E_INVALIDARG;
  return Change(handle, operation, L"HcsTerminateComputeSystem", HcsOperationTypeTerminate,
                [](const auto& system) { return End(system, L"ForcedExit"); });
}

HRESULT WINAPI HcsCrashComputeSystem(HCS_SYSTEM handle, HCS_OPERATION operation, PCWSTR) {
  return Change(handle, operation, L"HcsCrashComputeSystem", HcsOperationTypeCrash,
                [](const auto& system) { return End(system, L"UnexpectedExit"); });
}

HRESULT WINAPI HcsPauseComputeSystem(HCS_SYSTEM handle, HCS_OPERATION operation, PCWSTR options) {
  if (options != nullptr && !ParseJson(options)) return kInvalidJson;
  return Change(handle, operation, L"HcsPauseComputeSystem", HcsOperationTypePause,
                [](const auto& system) { return system->Pause(); });
}

HRESULT WINAPI HcsResumeComputeSystem(HCS_SYSTEM handle, HCS_OPERATION operation, PCWSTR options) {
  if (!LeftOut(options)) return E_INVALIDARG;
  return Change(handle, operation, L"HcsResumeComputeSystem", HcsOperationTypeResume,
                [](const auto& system) { return system->Resume(); });
}

HRESULT WINAPI HcsSaveComputeSystem(HCS_SYSTEM handle, HCS_OPERATION operation, PCWSTR) {
  return Change(handle, operation, L"HcsSaveComputeSystem", HcsOperationTypeSave,
                [](const auto& system) { return system->Save(); });
}

HRESULT WINAPI HcsGetComputeSystemProperties(HCS_SYSTEM number, HCS_OPERATION operation, PCWSTR query) {
  HRESULT why = S_OK;
  const auto handle = Use(number, L"HcsGetComputeSystemProperties", &why);
  if (!handle) return why;
  return Submit(operation, {L"HcsGetComputeSystemProperties", HcsOperationTypeGetProperties, number, nullptr, handle->sink},
                [system = handle->system, query = Copy(query)] {
                  return PropertiesOf(*system, query ? query->c_str() : nullptr);
                });
}

HRESULT WINAPI HcsModifyComputeSystem(HCS_SYSTEM number, HCS_OPERATION operation, PCWSTR configuration,
                                      HANDLE identity) {
  HRESULT why = S_OK;
  const auto handle = Use(number, L"HcsModifyComputeSystem", &why);
  if (!handle) return why;
  if (!LeftOut(identity) || configuration == nullptr) return E_INVALIDARG;
  const std::optional<Json> document = ParseJson(configuration);
  const bool valid = document && (!document->TextOf(L"ResourcePath").empty() || document->Find(L"GuestRequest") != nullptr);
  return Submit(operation, {L"HcsModifyComputeSystem", HcsOperationTypeModify, number, nullptr, handle->sink},
                [system = handle->system, valid] {
                  if (!valid) return Refused(kInvalidJson, L"The modify request is not valid.");
                  if (system->state() == State::kStopped) return Refused(kSystemAlreadyStopped, L"It has exited.");
                  return Result{};
                });
}

HRESULT WINAPI HcsSetComputeSystemCallback(HCS_SYSTEM number, HCS_EVENT_OPTIONS options, const void* context,
                                           HCS_EVENT_CALLBACK callback) {
  HRESULT why = S_OK;
  const auto handle = Use(number, L"HcsSetComputeSystemCallback", &why);
  if (!handle) return why;
  if (const auto fault = TakeFault(L"HcsSetComputeSystemCallback")) return fault->result;
  if (CurrentControl().exit_before_callback) EndSystem(handle->system, L"UnexpectedExit");
  return handle->sink->Set(options, context, callback);
}
