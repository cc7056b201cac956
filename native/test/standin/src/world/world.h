#pragma once
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "calls/handle_table.h"
#include "world/system.h"

/** A caller's handle on a system. */
struct SystemHandle {
  std::shared_ptr<System> system;
  std::shared_ptr<EventSink> sink = std::make_shared<EventSink>();
  /** The service went away since: the handle is good for nothing but to be closed. */
  std::atomic<bool> dead{false};
};

struct ProcessHandle {
  std::shared_ptr<System> system;
  /** Null until HcsCreateProcess is done. Under `lock`. */
  std::shared_ptr<Process> process;
  std::mutex lock;
  std::shared_ptr<EventSink> sink = std::make_shared<EventSink>();
  std::atomic<bool> dead{false};

  std::shared_ptr<Process> Get();
  /** Sets it, and leads its exit to the handle's callback. */
  void Set(std::shared_ptr<Process> with);
};

HandleTable<HCS_SYSTEM, SystemHandle>& systems();
HandleTable<HCS_PROCESS, ProcessHandle>& processes();

/** The compute systems of this host, by id. */
class World {
 public:
  /** False when there is one of that id. */
  bool Add(const std::shared_ptr<System>& system);
  std::shared_ptr<System> Find(const std::wstring& id);
  void Remove(const std::shared_ptr<System>& system);
  std::vector<std::shared_ptr<System>> All();

 private:
  std::mutex lock_;
  std::map<std::wstring, std::shared_ptr<System>> systems_;
};

World& world();

/** Ends a system and takes it from the world. False when it had ended. */
bool EndSystem(const std::shared_ptr<System>& system, const wchar_t* exit_type, HRESULT status = S_OK);

HCS_SYSTEM OpenHandle(const std::shared_ptr<System>& system);
/** Waits for the handle's callbacks; ends a system that lives only as long as its handles. */
void CloseHandleOf(HCS_SYSTEM handle);

/** Makes the world as the control file wants it. To be called at the beginning of each call. */
void FollowControl();
