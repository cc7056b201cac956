#include "world/world.h"

#include "calls/operation.h"
#include "live/live.h"

HandleTable<HCS_SYSTEM, SystemHandle>& systems() {
  static auto* const table = new HandleTable<HCS_SYSTEM, SystemHandle>(0x0B000000);
  return *table;
}

HandleTable<HCS_PROCESS, ProcessHandle>& processes() {
  static auto* const table = new HandleTable<HCS_PROCESS, ProcessHandle>(0x0C000000);
  return *table;
}

std::shared_ptr<Process> ProcessHandle::Get() {
  const std::lock_guard held(lock);
  return process;
}

void ProcessHandle::Set(std::shared_ptr<Process> with) {
  {
    const std::lock_guard held(lock);
    process = with;
  }
  with->OnExit([sink = this->sink](const Process& gone) {
    sink->Raise(HcsEventProcessExited, gone.Status().Write());
  });
}

World& world() {
  static auto* const one = new World;
  return *one;
}

bool World::Add(const std::shared_ptr<System>& system) {
  const std::lock_guard held(lock_);
  return systems_.emplace(system->about.id, system).second;
}

std::shared_ptr<System> World::Find(const std::wstring& id) {
  const std::lock_guard held(lock_);
  const auto found = systems_.find(id);
  return found == systems_.end() ? nullptr : found->second;
}

void World::Remove(const std::shared_ptr<System>& system) {
  const std::lock_guard held(lock_);
  const auto found = systems_.find(system->about.id);
  if (found != systems_.end() && found->second == system) systems_.erase(found);
}

std::vector<std::shared_ptr<System>> World::All() {
  const std::lock_guard held(lock_);
  std::vector<std::shared_ptr<System>> all;
  for (const auto& [id, system] : systems_) all.push_back(system);
  return all;
}

bool EndSystem(const std::shared_ptr<System>& system, const wchar_t* exit_type, HRESULT status) {
  if (!system->Stop(exit_type, status)) return false;
  world().Remove(system);
  return true;
}

HCS_SYSTEM OpenHandle(const std::shared_ptr<System>& system) {
  const auto handle = std::make_shared<SystemHandle>();
  handle->system = system;
  system->Attach(handle->sink);
  ++live().systems;
  return systems().Add(handle);
}

void CloseHandleOf(HCS_SYSTEM number) {
  const std::shared_ptr<SystemHandle> handle = systems().Take(number);
  if (!handle) return Violation(L"HcsCloseComputeSystem: the handle is closed or none");
  --live().systems;
  handle->sink->Close(HcsEventSystemExited);
  const std::size_t left = handle->system->Detach(handle->sink);
  if (left == 0 && handle->system->about.ends_with_last_handle) EndSystem(handle->system, L"ForcedExit");
}
