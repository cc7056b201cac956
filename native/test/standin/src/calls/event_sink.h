#pragma once
#include <windows.h>
#include <computecore.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>

/** The one callback of a system or process handle. */
class EventSink : public std::enable_shared_from_this<EventSink> {
 public:
  /** A second callback is refused; null takes the first away. */
  HRESULT Set(HCS_EVENT_OPTIONS options, const void* context, HCS_EVENT_CALLBACK callback);

  bool WantsOperations() const;

  /** Delivers on a thread of ours, unless the control file loses it. The data is poisoned as soon as it returns. */
  void Raise(HCS_EVENT_TYPE type, const std::wstring& data, HCS_OPERATION operation = nullptr);

  /** Waits for callbacks that run, and lets none begin; `last` is what late callbacks would tell. */
  void Close(HCS_EVENT_TYPE last);

 private:
  void Deliver(HCS_EVENT_TYPE type, const std::wstring& data, HCS_OPERATION operation);

  mutable std::mutex lock_;
  std::condition_variable idle_;
  std::multiset<DWORD> running_;
  bool closed_ = false;
  HCS_EVENT_OPTIONS options_ = HcsEventOptionNone;
  void* context_ = nullptr;
  HCS_EVENT_CALLBACK callback_ = nullptr;
};
