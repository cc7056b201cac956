#include "node/process_watcher.h"

#include <exception>

#include "node/delta_to_js.h"
#include "node/failure_to_js.h"

namespace isoscope {
namespace {

std::uint32_t ReadWindow(const Napi::CallbackInfo& info) {
  if (info.Length() < 2 || !info[0].IsNumber() || !info[1].IsFunction()) {
    throw Napi::TypeError::New(info.Env(), "expected a window in ms and a function");
  }
  return info[0].As<Napi::Number>().Uint32Value();
}

Outcome<std::unique_ptr<ProcessEvents>> Open(EventOptions options) {
  // The only thing below that throws is a thread that the system has no room for.
  try {
    return OpenProcessEvents(std::move(options));
  } catch (const std::exception& error) {
    return Failure{"start thread", CodeSpace::kErrno, 0, error.what()};
  }
}

}  // namespace

Napi::Function ProcessWatcher::Define(Napi::Env env) {
  return DefineClass(env, "ProcessWatcher",
                     {
                         InstanceMethod<&ProcessWatcher::Take>("take"),
                         InstanceMethod<&ProcessWatcher::Close>("close"),
                     });
}

ProcessWatcher::ProcessWatcher(const Napi::CallbackInfo& info) : Napi::ObjectWrap<ProcessWatcher>(info) {
  const std::uint32_t window = ReadWindow(info);
  notify_ = Napi::ThreadSafeFunction::New(info.Env(), info[1].As<Napi::Function>(), "isoscope.process-events", 0, 1);
  // Watching must not keep a process alive that has nothing else to do.
  notify_.Unref(info.Env());
  auto events = Open({.window_ms = window, .notify = [notify = notify_] { notify.NonBlockingCall(); }});
  if (!events.Ok()) {
    notify_.Release();
    throw FailureToJs(info.Env(), events.Error());
  }
  events_ = std::move(events.Value());
  // Made after the thread-safe function, thus run before that one's own: the thread must have ended by then.
  hook_ = info.Env().AddCleanupHook(+[](ProcessWatcher* self) { self->Stop(); }, this);
}

ProcessWatcher::~ProcessWatcher() {
  if (events_ && !hook_.IsEmpty()) hook_.Remove(Env());
  Stop();
}

Napi::Value ProcessWatcher::Take(const Napi::CallbackInfo& info) {
  EventBatch batch;
  if (events_) batch = events_->Take();
  Napi::Object result = Napi::Object::New(info.Env());
  result.Set("pids", PidsToJs(info.Env(), batch.pids));
  result.Set("overflow", Napi::Boolean::New(info.Env(), batch.overflow));
  return result;
}

void ProcessWatcher::Close(const Napi::CallbackInfo& info) {
  if (events_) hook_.Remove(info.Env());
  Stop();
}

void ProcessWatcher::Stop() {
  if (!events_) return;
  events_.reset();
  // Not `Release`, which would still deliver what waits for this thread.
  notify_.Abort();
}

}  // namespace isoscope
