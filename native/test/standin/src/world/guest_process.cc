#include <atomic>
#include <thread>

#include "base/codes.h"
#include "base/text.h"
#include "programs/program.h"
#include "world/process.h"

namespace {

/** What a program inside a utility VM sees: its pipes, and an event that ends it. */
class GuestSurroundings : public Surroundings {
 public:
  GuestSurroundings(const ProcessParameters& parameters, const Pipes& pipes, std::uint32_t pid)
      : width(parameters.width),
        height(parameters.height),
        environment_(parameters.environment),
        input_(pipes.their_input()),
        output_(pipes.their_output()),
        error_(pipes.their_error()),
        pid_(pid) {}
  ~GuestSurroundings() override {
    CloseHandle(stop);
    CloseHandle(ready_);
  }

  const HANDLE stop = CreateEventW(nullptr, TRUE, FALSE, nullptr);
  std::atomic<LONG> width;
  std::atomic<LONG> height;

  std::optional<char> Read() override {
    char c = 0;
    if (input_ == nullptr) return std::nullopt;
    OVERLAPPED pending{};
    pending.hEvent = ready_;
    ReadFile(input_, &c, 1, nullptr, &pending);
    return Finish(input_, pending) == 1 ? std::optional(c) : std::nullopt;
  }

  void Write(std::string_view bytes) override { WriteTo(output_, bytes); }
  void WriteError(std::string_view bytes) override { WriteTo(error_, bytes); }
  bool Sleep(std::uint32_t ms) override { return WaitForSingleObject(stop, ms) == WAIT_TIMEOUT; }
  std::uint32_t Pid() override { return pid_; }
  Size ConsoleSize() override { return {static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)}; }

  std::string Variable(const std::string& name) override {
    for (const auto& [key, value] : environment_) {
      if (SameName(key, FromUtf8(name))) return ToUtf8(value);
    }
    return {};
  }

 private:
  /** Bytes moved; 0 when it failed, or the program is to end. */
  DWORD Finish(HANDLE pipe, OVERLAPPED& pending) {
    DWORD moved = 0;
    const HANDLE either[] = {stop, ready_};
    if (GetLastError() == ERROR_IO_PENDING && WaitForMultipleObjects(2, either, FALSE, INFINITE) == WAIT_OBJECT_0) {
      CancelIoEx(pipe, &pending);
    }
    return GetOverlappedResult(pipe, &pending, &moved, TRUE) ? moved : 0;
  }

  void WriteTo(HANDLE pipe, std::string_view bytes) {
    if (pipe == nullptr) return;
    OVERLAPPED pending{};
    pending.hEvent = ready_;
    WriteFile(pipe, bytes.data(), static_cast<DWORD>(bytes.size()), nullptr, &pending);
    Finish(pipe, pending);
  }

  const std::vector<std::pair<std::wstring, std::wstring>> environment_;
  const HANDLE input_;
  const HANDLE output_;
  const HANDLE error_;
  const std::uint32_t pid_;
  const HANDLE ready_ = CreateEventW(nullptr, TRUE, FALSE, nullptr);
};

class GuestProcess : public Process, public std::enable_shared_from_this<GuestProcess> {
 public:
  GuestProcess(std::uint32_t pid_, const ProcessParameters& parameters)
      : command_(SplitCommand(parameters.command)) {
    pid = pid_;
    image = BaseName(command_.front()) + L".exe";
    created = Now();
    pipes = std::make_unique<Pipes>(parameters.pipes, true);
    world_ = std::make_unique<GuestSurroundings>(parameters, *pipes, pid_);
  }

  void Start() {
    std::thread([self = shared_from_this()] {
      const DWORD code = RunProgram(self->command_, *self->world_);
      self->pipes->CloseTheirs();
      self->Exited(self->ended_with_.value_or(code));
    }).detach();
  }

  void Terminate(DWORD code) override {
    ended_with_ = code;
    SetEvent(world_->stop);
    WaitForSingleObject(exited, INFINITE);
  }

  void Resize(LONG width, LONG height) override {
    world_->width = width;
    world_->height = height;
  }

  std::pair<std::uint64_t, std::uint64_t> Times() const override { return {156'250, 312'500}; }

 private:
  const std::vector<std::wstring> command_;
  std::unique_ptr<GuestSurroundings> world_;
  std::optional<DWORD> ended_with_;
};

}  // namespace

std::shared_ptr<Process> StartGuestProcess(std::uint32_t pid, const ProcessParameters& parameters) {
  const auto process = std::make_shared<GuestProcess>(pid, parameters);
  process->Start();
  return process;
}
