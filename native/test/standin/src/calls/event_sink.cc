#include "calls/event_sink.h"

#include <vector>

#include "base/codes.h"
#include "calls/scheduler.h"
#include "control/control.h"
#include "live/live.h"

namespace {

constexpr std::uint64_t kLateMs = 20;

void CallWithPoison(HCS_EVENT_CALLBACK callback, void* context, HCS_EVENT_TYPE type, const std::wstring& data,
                    HCS_OPERATION operation) {
  std::vector<wchar_t> borrowed(data.begin(), data.end());
  borrowed.push_back(L'\0');
  HCS_EVENT event{type, data.empty() ? nullptr : borrowed.data(), operation};
  callback(&event, context);
  borrowed.assign(borrowed.size() - 1, L'\xDDDD');
}

}  // namespace

HRESULT EventSink::Set(HCS_EVENT_OPTIONS options, const void* context, HCS_EVENT_CALLBACK callback) {
  const std::lock_guard held(lock_);
  if (callback != nullptr && callback_ != nullptr) return kCallbackAlreadySet;
  options_ = options;
  context_ = const_cast<void*>(context);
  callback_ = callback;
  return S_OK;
}

bool EventSink::WantsOperations() const {
  const std::lock_guard held(lock_);
  return callback_ != nullptr && (options_ & HcsEventOptionEnableOperationCallbacks) != 0;
}

void EventSink::Raise(HCS_EVENT_TYPE type, const std::wstring& data, HCS_OPERATION operation) {
  if (CurrentControl().LosesEvent(static_cast<std::uint64_t>(type))) return;
  RunLater(0, [self = shared_from_this(), type, data, operation] { self->Deliver(type, data, operation); });
}

void EventSink::Deliver(HCS_EVENT_TYPE type, const std::wstring& data, HCS_OPERATION operation) {
  const DWORD thread = GetCurrentThreadId();
  HCS_EVENT_CALLBACK callback = nullptr;
  void* context = nullptr;
  {
    const std::lock_guard held(lock_);
    if (closed_ || callback_ == nullptr) return;
    callback = callback_;
    context = context_;
    running_.insert(thread);
  }
  CallWithPoison(callback, context, type, data, operation);
  const std::lock_guard held(lock_);
  running_.erase(running_.find(thread));
  idle_.notify_all();
}

void EventSink::Close(HCS_EVENT_TYPE last) {
  std::unique_lock held(lock_);
  closed_ = true;
  if (running_.count(GetCurrentThreadId()) > 0) {
    // The real service would wait for ever here.
    Violation(L"a handle was closed inside its own callback");
    return;
  }
  idle_.wait(held, [this] { return running_.empty(); });
  if (callback_ == nullptr || !CurrentControl().late_callbacks) return;
  RunLater(kLateMs, [callback = callback_, context = context_, last] {
    CallWithPoison(callback, context, last, L"{}", nullptr);
  });
}
