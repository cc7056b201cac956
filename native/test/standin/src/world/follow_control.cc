#include <atomic>
#include <thread>

#include "base/codes.h"
#include "calls/operation.h"
#include "control/control.h"
#include "world/fixtures.h"
#include "world/world.h"

namespace {

constexpr DWORD kLookMs = 10;

struct Followed {
  std::mutex lock;
  std::uint64_t disconnect = 0;
  std::set<std::wstring> exited;
};

Followed& followed() {
  static auto* const one = new Followed;
  return *one;
}

/** The service has gone: every handle is dead, every system has ended with it. */
void Disconnect() {
  systems().Each([](const std::shared_ptr<SystemHandle>& handle) {
    handle->dead = true;
    handle->sink->Raise(HcsEventServiceDisconnect, L"");
  });
  processes().Each([](const std::shared_ptr<ProcessHandle>& handle) {
    handle->dead = true;
    handle->sink->Raise(HcsEventServiceDisconnect, L"");
  });
  for (const auto& system : world().All()) {
    for (const auto& sink : system->Sinks()) system->Detach(sink);
    EndSystem(system, L"UnexpectedExit", kServiceDisconnect);
  }
  FinishAll(kServiceDisconnect);
}

void EndNamed(const std::set<std::wstring>& ids) {
  for (const std::wstring& id : ids) {
    if (!followed().exited.insert(id).second) continue;
    if (const auto system = world().Find(id)) EndSystem(system, L"UnexpectedExit", E_FAIL);
  }
}

void Follow() {
  const std::lock_guard held(followed().lock);
  const Control control = CurrentControl();
  if (control.disconnect > followed().disconnect) {
    followed().disconnect = control.disconnect;
    Disconnect();
    ForgetFixtures();
  }
  KeepFixtures(control);
  EndNamed(control.exited);
}

}  // namespace

void FollowControl() {
  static std::once_flag begun;
  std::call_once(begun, [] {
    // What happens by itself does not wait for a call.
    std::thread([] {
      for (;;) {
        Sleep(kLookMs);
        Follow();
      }
    }).detach();
  });
  Follow();
}
