#include <cwchar>
#include <mutex>
#include <thread>

#include "base/text.h"
#include "programs/console_block.h"
#include "programs/program.h"
#include "world/process.h"

namespace {

std::wstring ProgramsFolder() { return L"C:\\hcs-standin\\"; }

/** Ends all that is in it when we end, however we end. */
HANDLE Job() {
  static const HANDLE job = [] {
    const HANDLE made = CreateJobObjectW(nullptr, nullptr);
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    SetInformationJobObject(made, JobObjectExtendedLimitInformation, &limits, sizeof limits);
    return made;
  }();
  return job;
}

/** The size of an emulated console, where the program can read it. */
class Console {
 public:
  Console(LONG width, LONG height)
      : name(L"Local\\hcs-standin-" + RandomGuid()),
        mapping_(CreateFileMappingW(INVALID_HANDLE_VALUE, nullptr, PAGE_READWRITE, 0, sizeof(ConsoleBlock),
                                    name.c_str())),
        block_(static_cast<ConsoleBlock*>(MapViewOfFile(mapping_, FILE_MAP_WRITE, 0, 0, sizeof(ConsoleBlock)))) {
    Resize(width, height);
  }
  ~Console() {
    if (block_ != nullptr) UnmapViewOfFile(block_);
    CloseHandle(mapping_);
  }
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  void Resize(LONG width, LONG height) {
    if (block_ == nullptr) return;
    block_->width = width;
    block_->height = height;
  }

  const std::wstring name;

 private:
  const HANDLE mapping_;
  ConsoleBlock* const block_;
};

/** Ours, and on top of it what was asked for; as CreateProcess wants it. */
std::wstring EnvironmentBlock(const ProcessParameters& parameters, const std::wstring& console) {
  std::wstring block;
  wchar_t* const own = GetEnvironmentStringsW();
  for (const wchar_t* entry = own; *entry != L'\0'; entry += std::wcslen(entry) + 1) {
    block.append(entry).push_back(L'\0');
  }
  FreeEnvironmentStringsW(own);
  for (const auto& [name, value] : parameters.environment) block.append(name + L"=" + value).push_back(L'\0');
  block.append(std::wstring(kConsoleVariable) + L"=" + console).push_back(L'\0');
  block.push_back(L'\0');
  return block;
}

/** Lets a child inherit these handles and no others. */
class Inherited {
 public:
  explicit Inherited(const Pipes& pipes) {
    for (const HANDLE handle : {pipes.their_input(), pipes.their_output(), pipes.their_error()}) {
      if (handle != nullptr) handles_.push_back(handle);
    }
    SIZE_T size = 0;
    InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
    memory_.resize(size);
    InitializeProcThreadAttributeList(list(), 1, 0, &size);
    if (handles_.empty()) return;
    UpdateProcThreadAttribute(list(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles_.data(),
                              handles_.size() * sizeof(HANDLE), nullptr, nullptr);
  }
  ~Inherited() { DeleteProcThreadAttributeList(list()); }
  Inherited(const Inherited&) = delete;
  Inherited& operator=(const Inherited&) = delete;

  LPPROC_THREAD_ATTRIBUTE_LIST list() { return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(memory_.data()); }

 private:
  std::vector<char> memory_;
  std::vector<HANDLE> handles_;
};

class HostProcess : public Process, public std::enable_shared_from_this<HostProcess> {
 public:
  explicit HostProcess(const ProcessParameters& parameters) : console_(parameters.width, parameters.height) {
    pipes = std::make_unique<Pipes>(parameters.pipes, false);
  }
  ~HostProcess() override {
    if (handle_ != nullptr) CloseHandle(handle_);
  }

  bool Start(const ProcessParameters& parameters) {
    const std::wstring program = SplitCommand(parameters.command).front();
    const bool bare = SameName(BaseName(program), L"vmmem");
    const std::wstring file = ProgramsFolder() + BaseName(program) + (bare ? L"" : L".exe");
    STARTUPINFOEXW startup{};
    startup.StartupInfo.cb = sizeof startup;
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    startup.StartupInfo.hStdInput = pipes->their_input();
    startup.StartupInfo.hStdOutput = pipes->their_output();
    startup.StartupInfo.hStdError = pipes->their_error();
    Inherited inherited(*pipes);
    startup.lpAttributeList = inherited.list();
    std::wstring command = parameters.command;
    std::wstring block = EnvironmentBlock(parameters, console_.name);
    // Detached: for a console, even one without a window, Wine starts a conhost, which may outlive a program that is
    // ended early.
    constexpr DWORD kFlags =
        CREATE_SUSPENDED | DETACHED_PROCESS | CREATE_UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO_PRESENT;
    PROCESS_INFORMATION made{};
    // One at a time: of 200 made ten side by side on a busy machine, Wine 8 was seen to refuse one with
    // ERROR_INTERNAL_ERROR.
    static std::mutex making;
    {
      const std::lock_guard<std::mutex> one(making);
      if (!CreateProcessW(file.c_str(), command.data(), nullptr, nullptr, TRUE, kFlags, block.data(), nullptr,
                          &startup.StartupInfo, &made)) {
        return false;
      }
    }
    Adopt(made, file);
    return true;
  }

  void Terminate(DWORD code) override {
    TerminateProcess(handle_, code);
    WaitForSingleObject(exited, INFINITE);
  }

  void Resize(LONG width, LONG height) override { console_.Resize(width, height); }

  /** Wine gives another process's times as our own; a program that sleeps has used next to nothing. */
  std::pair<std::uint64_t, std::uint64_t> Times() const override { return {156'250, 156'250}; }

 private:
  void Adopt(const PROCESS_INFORMATION& made, const std::wstring& file) {
    AssignProcessToJobObject(Job(), made.hProcess);
    handle_ = made.hProcess;
    pid = made.dwProcessId;
    image = file.substr(ProgramsFolder().size());
    FILETIME start{}, unused{};
    GetProcessTimes(handle_, &start, &unused, &unused, &unused);
    created = (static_cast<std::uint64_t>(start.dwHighDateTime) << 32) | start.dwLowDateTime;
    pipes->CloseTheirs();
    Watch();
    ResumeThread(made.hThread);
    CloseHandle(made.hThread);
  }

  /** By a thread of its own: in Wine's pool an end could stand behind another job that blocks, for good. */
  void Watch() {
    std::thread([self = shared_from_this()] {
      WaitForSingleObject(self->handle_, INFINITE);
      DWORD code = 0;
      GetExitCodeProcess(self->handle_, &code);
      self->Exited(code);
    }).detach();
  }

  Console console_;
  HANDLE handle_ = nullptr;
};

}  // namespace

std::shared_ptr<Process> StartHostProcess(const ProcessParameters& parameters) {
  const auto process = std::make_shared<HostProcess>(parameters);
  return process->Start(parameters) ? process : nullptr;
}
