#include "world/system.h"

#include <algorithm>
#include <cwctype>

#include "base/codes.h"
#include "base/text.h"
#include "control/control.h"
#include "programs/program.h"

System::System(SystemDescription description) : about(std::move(description)) {}

State System::state() const {
  const std::lock_guard held(lock_);
  return state_;
}

std::uint64_t System::started() const {
  const std::lock_guard held(lock_);
  return started_;
}

HRESULT System::Start() {
  {
    const std::lock_guard held(lock_);
    if (state_ == State::kStopped) return kSystemAlreadyStopped;
    if (state_ != State::kCreated) return kInvalidState;
    state_ = State::kRunning;
    started_ = Now();
  }
  return StartWorkers();
}

namespace {

ProcessParameters Background(std::wstring command) {
  ProcessParameters parameters;
  parameters.command = std::move(command);
  return parameters;
}

std::wstring Upper(std::wstring text) {
  for (wchar_t& c : text) c = static_cast<wchar_t>(std::towupper(c));
  return text;
}

}  // namespace

HRESULT System::StartWorkers() {
  std::vector<std::shared_ptr<Process>> workers;
  if (about.wall == Wall::kProcess) {
    const auto service = StartHostProcess(Background(L"CExecSvc.exe"));
    if (!service) return HRESULT_FROM_WIN32(GetLastError());
    Add(service);
    return S_OK;
  }
  if (about.wall == Wall::kHyperV) {
    workers.push_back(StartHostProcess(Background(L"vmwp.exe " + Upper(about.runtime_id))));
    if (CurrentControl().HasQuirk(L"vmmem")) workers.push_back(StartHostProcess(Background(L"vmmem")));
  }
  if (std::count(workers.begin(), workers.end(), nullptr) > 0) return HRESULT_FROM_WIN32(GetLastError());
  if (about.os == L"Windows") ListGuestServices();
  const std::lock_guard held(lock_);
  workers_ = std::move(workers);
  return S_OK;
}

void System::ListGuestServices() {
  for (const wchar_t* name : {L"smss.exe", L"csrss.exe", L"wininit.exe", L"services.exe", L"lsass.exe", L"svchost.exe",
                              L"CExecSvc.exe"}) {
    Add(MakeListedProcess(next_guest_pid_ += 4, name));
  }
}

HRESULT System::Pause() {
  const std::lock_guard held(lock_);
  if (state_ == State::kStopped) return kSystemAlreadyStopped;
  // Docker refuses it for a silo before HCS is asked; what HCS itself would say is unconfirmed.
  if (about.wall == Wall::kProcess) return kNotSupported;
  if (state_ != State::kRunning) return kInvalidState;
  state_ = State::kPaused;
  return S_OK;
}

HRESULT System::Resume() {
  const std::lock_guard held(lock_);
  if (state_ == State::kStopped) return kSystemAlreadyStopped;
  if (state_ != State::kPaused) return kInvalidState;
  state_ = State::kRunning;
  return S_OK;
}

HRESULT System::Save() {
  const std::lock_guard held(lock_);
  if (state_ == State::kStopped) return kSystemAlreadyStopped;
  return state_ == State::kPaused ? S_OK : kInvalidState;
}

bool System::Stop(const wchar_t* exit_type, HRESULT status) {
  std::vector<std::shared_ptr<Process>> ending;
  {
    const std::lock_guard held(lock_);
    if (state_ == State::kStopped) return false;
    state_ = State::kStopped;
    exit_status_ = Json::Object()
                       .Add(L"Status", Json::Signed(status))
                       .Add(L"ExitType", Json::String(exit_type))
                       .Write();
    ending = processes_;
    ending.insert(ending.end(), workers_.begin(), workers_.end());
    processes_.clear();
    workers_.clear();
  }
  for (const auto& process : ending) process->Terminate(1);
  SetEvent(exited);
  for (const auto& sink : Sinks()) sink->Raise(HcsEventSystemExited, ExitStatus());
  return true;
}

HRESULT System::Run(const ProcessParameters& parameters, std::shared_ptr<Process>* out) {
  std::uint32_t guest_pid = 0;
  {
    const std::lock_guard held(lock_);
    if (state_ == State::kStopped) return kSystemAlreadyStopped;
    if (state_ != State::kRunning) return kInvalidState;
    guest_pid = next_guest_pid_ += 4;
  }
  const std::vector<std::wstring> command = SplitCommand(parameters.command);
  if (command.empty() || !IsProgram(BaseName(command.front()))) return kFileNotFound;
  *out = about.wall == Wall::kProcess ? StartHostProcess(parameters) : StartGuestProcess(guest_pid, parameters);
  if (*out == nullptr) return HRESULT_FROM_WIN32(GetLastError());
  (*out)->ignores_signals = std::find(command.begin(), command.end(), L"--ignore-signals") != command.end();
  Add(*out);
  return S_OK;
}

void System::Add(std::shared_ptr<Process> process) {
  const std::weak_ptr<System> weak = weak_from_this();
  {
    const std::lock_guard held(lock_);
    processes_.push_back(process);
  }
  process->OnExit([weak](const Process& gone) {
    const auto self = weak.lock();
    if (!self) return;
    const std::lock_guard held(self->lock_);
    std::erase_if(self->processes_, [&gone](const auto& one) { return one.get() == &gone; });
  });
}

std::vector<std::shared_ptr<Process>> System::Processes() const {
  const std::lock_guard held(lock_);
  return processes_;
}

std::shared_ptr<Process> System::FindProcess(std::uint32_t pid) const {
  const std::lock_guard held(lock_);
  for (const auto& process : processes_) {
    if (process->pid == pid) return process;
  }
  return nullptr;
}

std::shared_ptr<Process> System::worker() const {
  const std::lock_guard held(lock_);
  return workers_.empty() ? nullptr : workers_.front();
}

void System::Attach(const std::shared_ptr<EventSink>& sink) {
  const std::lock_guard held(lock_);
  sinks_.push_back(sink);
}

std::size_t System::Detach(const std::shared_ptr<EventSink>& sink) {
  const std::lock_guard held(lock_);
  std::erase(sinks_, sink);
  return sinks_.size();
}

std::vector<std::shared_ptr<EventSink>> System::Sinks() const {
  const std::lock_guard held(lock_);
  return sinks_;
}

std::wstring System::ExitStatus() const {
  const std::lock_guard held(lock_);
  return exit_status_;
}
