#pragma once
#include <windows.h>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "calls/event_sink.h"
#include "json/json.h"
#include "world/process.h"

/** What separates a compute system from the host. */
enum class Wall { kProcess, kHyperV, kHosted };

enum class State { kCreated, kRunning, kPaused, kStopped };

struct SystemDescription {
  std::wstring id = {};
  std::wstring owner = {};
  /** `Container` or `VirtualMachine`. */
  std::wstring type = L"Container";
  Wall wall = Wall::kProcess;
  std::wstring os = L"Windows";
  std::wstring hosting_id = {};
  std::wstring runtime_id = {};
  bool ends_with_last_handle = false;
};

/** One compute system. Its own lock guards it; nothing that may wait is done under it. */
class System : public std::enable_shared_from_this<System> {
 public:
  explicit System(SystemDescription description);
  System(const System&) = delete;
  System& operator=(const System&) = delete;

  const SystemDescription about;
  const HANDLE exited = CreateEventW(nullptr, TRUE, FALSE, nullptr);
  /** 100 ns since 1601; 0 before the start. */
  std::uint64_t started() const;

  State state() const;
  HRESULT Start();
  HRESULT Pause();
  HRESULT Resume();
  HRESULT Save();

  /** Ends it: its processes, its worker, then the event. False when it had ended. */
  bool Stop(const wchar_t* exit_type, HRESULT status);

  HRESULT Run(const ProcessParameters& parameters, std::shared_ptr<Process>* out);
  /** A line in the list, of a system that has started. */
  void Add(std::shared_ptr<Process> process);
  std::vector<std::shared_ptr<Process>> Processes() const;
  std::shared_ptr<Process> FindProcess(std::uint32_t pid) const;
  /** The VM worker process; null where there is none. */
  std::shared_ptr<Process> worker() const;

  /** Handles on it; their sinks get its events. */
  void Attach(const std::shared_ptr<EventSink>& sink);
  /** The number of handles left. */
  std::size_t Detach(const std::shared_ptr<EventSink>& sink);
  std::vector<std::shared_ptr<EventSink>> Sinks() const;

  std::wstring ExitStatus() const;

 private:
  HRESULT StartWorkers();
  void ListGuestServices();

  mutable std::mutex lock_;
  State state_ = State::kCreated;
  std::uint64_t started_ = 0;
  std::uint32_t next_guest_pid_ = 1000;
  std::wstring exit_status_;
  std::vector<std::shared_ptr<Process>> processes_;
  std::vector<std::shared_ptr<Process>> workers_;
  std::vector<std::shared_ptr<EventSink>> sinks_;
};
