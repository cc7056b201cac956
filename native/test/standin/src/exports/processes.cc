#include "exports/entry.h"

namespace {

/** A call about a process that is there. */
template <class Work>
HRESULT About(HCS_PROCESS number, HCS_OPERATION operation, const wchar_t* name, HCS_OPERATION_TYPE type, Work work) {
  HRESULT why = S_OK;
  const auto handle = Use(number, name, &why);
  if (!handle) return why;
  return Submit(operation, {name, type, nullptr, number}, [handle, work] {
    const auto process = handle->Get();
    return process ? work(process) : Refused(kInvalidState, L"The process was not created.");
  });
}

Result Started(const std::shared_ptr<ProcessHandle>& handle, const ProcessParameters& parameters) {
  std::shared_ptr<Process> process;
  const HRESULT result = handle->system->Run(parameters, &process);
  if (FAILED(result)) return Refused(result, L"The process could not be created.");
  handle->Set(process);
  if (CurrentControl().HasQuirk(L"createProcess")) return Result::Failed(E_INVALIDARG);
  Result done;
  done.info = process->pipes->HandOut(process->pid);
  return done;
}

HCS_PROCESS NewHandle(const std::shared_ptr<ProcessHandle>& handle) {
  ++live().processes;
  return processes().Add(handle);
}

Result Info(const std::shared_ptr<Process>& process) {
  if (CurrentControl().HasQuirk(L"processInfo")) return Refused(kProcessInfoNotAvailable, L"No process information.");
  Result result;
  result.info.ProcessId = process->pid;
  if (process->pipes) result.info = process->pipes->HandOut(process->pid);
  return result;
}

Result Resized(const std::shared_ptr<Process>& process, const Json& settings) {
  const Json* size = settings.Find(L"ConsoleSize");
  const auto height = size == nullptr ? std::nullopt : size->NumberOf(L"Height");
  const auto width = size == nullptr ? std::nullopt : size->NumberOf(L"Width");
  if (!height || !width) return Refused(kInvalidJson, L"ConsoleSize needs Height and Width.");
  process->Resize(static_cast<LONG>(*width), static_cast<LONG>(*height));
  return {};
}

Result Closed(const std::shared_ptr<Process>& process, const Json& settings) {
  const Json* request = settings.Find(L"CloseHandle");
  const std::wstring which = request == nullptr ? L"" : request->TextOf(L"Handle");
  if (which != L"StdIn" && which != L"StdOut" && which != L"StdErr" && which != L"All") {
    return Refused(kInvalidJson, L"CloseHandle needs a Handle.");
  }
  if (process->pipes && (which == L"StdIn" || which == L"All")) process->pipes->CloseOurInput();
  return {};
}

Result Modified(const std::shared_ptr<Process>& process, const std::wstring& text) {
  const std::optional<Json> settings = ParseJson(text);
  if (process->HasExited()) return Refused(kProcessAlreadyStopped, L"The process has exited.");
  const std::wstring operation = settings ? settings->TextOf(L"Operation") : L"";
  if (operation == L"ConsoleSize") return Resized(process, *settings);
  if (operation == L"CloseHandle") return Closed(process, *settings);
  return Refused(kInvalidJson, L"The process modify request is not valid.");
}

Result Ended(const std::shared_ptr<Process>& process, DWORD code) {
  if (process->HasExited()) return Refused(kProcessAlreadyStopped, L"The process has exited.");
  process->Terminate(code);
  return {};
}

bool IsSignal(const std::wstring& name) {
  return name == L"CtrlC" || name == L"CtrlBreak" || name == L"CtrlClose" || name == L"CtrlLogOff" ||
         name == L"CtrlShutdown";
}

}  // namespace

HRESULT WINAPI HcsCreateProcess(HCS_SYSTEM number, PCWSTR text, HCS_OPERATION operation,
                                const SECURITY_DESCRIPTOR* descriptor, HCS_PROCESS* out) {
  HRESULT why = S_OK;
  const auto system = Use(number, L"HcsCreateProcess", &why);
  if (!system) return why;
  if (descriptor != nullptr || text == nullptr || out == nullptr) return E_INVALIDARG;
  *out = nullptr;
  const std::optional<Json> document = ParseJson(text);
  const std::optional<ProcessParameters> parameters = document ? ReadParameters(*document) : std::nullopt;
  if (!parameters) return kInvalidJson;
  const auto handle = std::make_shared<ProcessHandle>();
  handle->system = system->system;
  const HCS_PROCESS process = NewHandle(handle);
  const HRESULT accepted =
      Submit(operation, {L"HcsCreateProcess", HcsOperationTypeCreateProcess, number, process, system->sink},
             [handle, parameters = *parameters] { return Started(handle, parameters); });
  if (FAILED(accepted)) {
    HcsCloseProcess(process);
    return accepted;
  }
  *out = process;
  return S_OK;
}

HRESULT WINAPI HcsOpenProcess(HCS_SYSTEM number, DWORD pid, DWORD access, HCS_PROCESS* out) {
  HRESULT why = S_OK;
  const auto system = Use(number, L"HcsOpenProcess", &why);
  if (!system) return why;
  if (out == nullptr || access != GENERIC_ALL) return E_INVALIDARG;
  *out = nullptr;
  if (const auto fault = TakeFault(L"HcsOpenProcess")) return fault->result;
  const auto process = system->system->FindProcess(pid);
  if (!process) return kElementNotFound;
  const auto handle = std::make_shared<ProcessHandle>();
  handle->system = system->system;
  handle->Set(process);
  *out = NewHandle(handle);
  return S_OK;
}

void WINAPI HcsCloseProcess(HCS_PROCESS number) {
  const auto handle = processes().Take(number);
  if (!handle) return Violation(L"HcsCloseProcess: the handle is closed or none");
  --live().processes;
  handle->sink->Close(HcsEventProcessExited);
}

HRESULT WINAPI HcsTerminateProcess(HCS_PROCESS process, HCS_OPERATION operation, PCWSTR options) {
  if (options != nullptr) return E_INVALIDARG;
  return About(process, operation, L"HcsTerminateProcess", HcsOperationTypeSignalProcess,
               [](const auto& one) { return Ended(one, 1); });
}

HRESULT WINAPI HcsSignalProcess(HCS_PROCESS process, HCS_OPERATION operation, PCWSTR options) {
  const std::optional<Json> document = ParseJson(options == nullptr ? L"{}" : options);
  if (!document || (options != nullptr && !IsSignal(document->TextOf(L"Signal")))) return kInvalidJson;
  return About(process, operation, L"HcsSignalProcess", HcsOperationTypeSignalProcess, [](const auto& one) {
    return one->ignores_signals && !one->HasExited() ? Result{} : Ended(one, kControlCExit);
  });
}

HRESULT WINAPI HcsGetProcessInfo(HCS_PROCESS process, HCS_OPERATION operation) {
  return About(process, operation, L"HcsGetProcessInfo", HcsOperationTypeGetProcessInfo, Info);
}

HRESULT WINAPI HcsGetProcessProperties(HCS_PROCESS process, HCS_OPERATION operation, PCWSTR) {
  return About(process, operation, L"HcsGetProcessProperties", HcsOperationTypeGetProcessProperties,
               [](const auto& one) { return Result::Document(one->Status().Write()); });
}

HRESULT WINAPI HcsModifyProcess(HCS_PROCESS process, HCS_OPERATION operation, PCWSTR settings) {
  if (settings == nullptr) return E_INVALIDARG;
  return About(process, operation, L"HcsModifyProcess", HcsOperationTypeModifyProcess,
               [text = std::wstring(settings)](const auto& one) { return Modified(one, text); });
}

HRESULT WINAPI HcsSetProcessCallback(HCS_PROCESS number, HCS_EVENT_OPTIONS options, void* context,
                                     HCS_EVENT_CALLBACK callback) {
  HRESULT why = S_OK;
  const auto handle = Use(number, L"HcsSetProcessCallback", &why);
  if (!handle) return why;
  if (const auto fault = TakeFault(L"HcsSetProcessCallback")) return fault->result;
  return handle->sink->Set(options, context, callback);
}
