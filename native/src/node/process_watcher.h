#pragma once

#include <napi.h>

#include <memory>

#include "proc/process_events.h"

namespace isoscope {

/// `ProcessWatcher` of `native/index.ts`: the kernel's announcements as calls on the JavaScript thread.
class ProcessWatcher final : public Napi::ObjectWrap<ProcessWatcher> {
 public:
  static Napi::Function Define(Napi::Env env);
  explicit ProcessWatcher(const Napi::CallbackInfo& info);
  ~ProcessWatcher() override;

 private:
  Napi::Value Take(const Napi::CallbackInfo& info);
  void Close(const Napi::CallbackInfo& info);
  void Stop();

  Napi::ThreadSafeFunction notify_;
  std::unique_ptr<ProcessEvents> events_;
  using Hook = Napi::Env::CleanupHook<void (*)(ProcessWatcher*), ProcessWatcher>;
  Hook hook_;
};

}  // namespace isoscope
