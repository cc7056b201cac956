#pragma once
#include <windows.h>


#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "json/json.h"
#include "world/pipes.h"

/** What is asked for with HcsCreateProcess. */
struct ProcessParameters {
  std::wstring command;
  std::wstring directory;
  std::vector<std::pair<std::wstring, std::wstring>> environment;
  bool console = false;
  LONG width = 80;
  LONG height = 25;
  Wanted pipes;
};

/** Nothing when the document is not one of process parameters. */
std::optional<ProcessParameters> ReadParameters(const Json& document);

/** A process of a container. It is real, or inside a utility VM and then a thread of ours, or only a line of a list. */
class Process {
 public:
  Process() = default;
  virtual ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  std::uint32_t pid = 0;
  std::wstring image;
  std::uint64_t created = 0;
  std::unique_ptr<Pipes> pipes;
  bool ignores_signals = false;
  const HANDLE exited = CreateEventW(nullptr, TRUE, FALSE, nullptr);

  bool HasExited() const { return WaitForSingleObject(exited, 0) == WAIT_OBJECT_0; }
  DWORD ExitCode() const { return exit_code_; }

  virtual void Terminate(DWORD code) = 0;
  virtual void Resize(LONG width, LONG height) = 0;
  /** User and kernel time, 100 ns. */
  virtual std::pair<std::uint64_t, std::uint64_t> Times() const = 0;

  /** Called once, on a thread of ours; at once when it has exited. */
  void OnExit(std::function<void(const Process&)> listener);

  /** ProcessStatus, as the exit event and HcsGetProcessProperties tell it. */
  Json Status() const;

 protected:
  void Exited(DWORD code);

 private:
  mutable std::mutex lock_;
  DWORD exit_code_ = 0;
  std::vector<std::function<void(const Process&)>> listeners_;
};

/** A line in a utility VM's list that nothing runs behind. */
std::shared_ptr<Process> MakeListedProcess(std::uint32_t pid, std::wstring image);

/** Runs as a thread of ours, in the list of a utility VM. */
std::shared_ptr<Process> StartGuestProcess(std::uint32_t pid, const ProcessParameters& parameters);

/** Runs as a real process, in a job that ends with ours. Null with the last error set when it cannot. */
std::shared_ptr<Process> StartHostProcess(const ProcessParameters& parameters);
