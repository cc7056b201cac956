#include "world/process.h"

#include "base/text.h"

Process::~Process() { CloseHandle(exited); }

void Process::OnExit(std::function<void(const Process&)> listener) {
  {
    const std::lock_guard held(lock_);
    if (!HasExited()) {
      listeners_.push_back(std::move(listener));
      return;
    }
  }
  listener(*this);
}

void Process::Exited(DWORD code) {
  std::vector<std::function<void(const Process&)>> listeners;
  {
    const std::lock_guard held(lock_);
    if (HasExited()) return;
    exit_code_ = code;
    listeners.swap(listeners_);
    SetEvent(exited);
  }
  for (const auto& listener : listeners) listener(*this);
}

Json Process::Status() const {
  const bool over = HasExited();
  Json status = Json::Object().Add(L"ProcessId", Json::Number(pid)).Add(L"Exited", Json::Bool(over));
  if (over) status.Add(L"ExitCode", Json::Number(exit_code_));
  return status.Add(L"LastWaitResult", Json::Number(over ? 0 : 0x80370117));
}

namespace {

class ListedProcess : public Process {
 public:
  ListedProcess(std::uint32_t pid_, std::wstring image_) {
    pid = pid_;
    image = std::move(image_);
    created = Now();
  }
  void Terminate(DWORD code) override { Exited(code); }
  void Resize(LONG, LONG) override {}
  std::pair<std::uint64_t, std::uint64_t> Times() const override { return {156'250, 312'500}; }
};

void ReadSize(const Json& document, ProcessParameters& parameters) {
  const Json* size = document.Find(L"ConsoleSize");
  if (size == nullptr || size->items().size() != 2) return;
  parameters.height = static_cast<LONG>(size->items()[0].AsNumber().value_or(25));
  parameters.width = static_cast<LONG>(size->items()[1].AsNumber().value_or(80));
}

}  // namespace

std::shared_ptr<Process> MakeListedProcess(std::uint32_t pid, std::wstring image) {
  return std::make_shared<ListedProcess>(pid, std::move(image));
}

std::optional<ProcessParameters> ReadParameters(const Json& document) {
  ProcessParameters parameters;
  parameters.command = document.TextOf(L"CommandLine");
  if (!document.IsObject() || parameters.command.empty()) return std::nullopt;
  parameters.directory = document.TextOf(L"WorkingDirectory");
  if (const Json* environment = document.Find(L"Environment")) {
    if (!environment->IsObject()) return std::nullopt;
    for (const auto& [name, value] : environment->members()) parameters.environment.emplace_back(name, value.text());
  }
  parameters.console = document.BoolOf(L"EmulateConsole");
  ReadSize(document, parameters);
  // An emulated console has one output.
  parameters.pipes = {document.BoolOf(L"CreateStdInPipe"), document.BoolOf(L"CreateStdOutPipe"),
                      document.BoolOf(L"CreateStdErrPipe") && !parameters.console};
  return parameters;
}
