#include "node/process_reader.h"

#include "node/delta_to_js.h"
#include "node/failure_to_js.h"
#include "node/promise_call.h"

namespace isoscope {
namespace {

SourceOptions ReadOptions(const Napi::CallbackInfo& info) {
  SourceOptions options;
  if (info.Length() == 0 || info[0].IsUndefined()) return options;
  if (!info[0].IsObject()) throw Napi::TypeError::New(info.Env(), "options must be an object");
  const auto given = info[0].As<Napi::Object>();
  const Napi::Value root = given.Get("procRoot");
  if (root.IsString()) options.proc_root = root.As<Napi::String>().Utf8Value();
  const Napi::Value held = given.Get("maxHeldFiles");
  if (held.IsNumber()) options.max_held_files = held.As<Napi::Number>().Uint32Value();
  return options;
}

}  // namespace

Napi::Function ProcessReader::Define(Napi::Env env) {
  return DefineClass(env, "ProcessReader",
                     {
                         InstanceMethod<&ProcessReader::Snapshot>("snapshot"),
                         InstanceMethod<&ProcessReader::Refresh>("refresh"),
                         InstanceMethod<&ProcessReader::Release>("release"),
                         InstanceMethod<&ProcessReader::Close>("close"),
                         InstanceAccessor<&ProcessReader::HeldFiles>("heldFiles"),
                     });
}

ProcessReader::ProcessReader(const Napi::CallbackInfo& info) : Napi::ObjectWrap<ProcessReader>(info) {
  auto source = OpenProcessSource(ReadOptions(info));
  if (!source.Ok()) throw FailureToJs(info.Env(), source.Error());
  source_ = std::move(source.Value());
}

Napi::Value ProcessReader::Snapshot(const Napi::CallbackInfo& info) {
  auto source = Source(info.Env());
  return PromiseCall<ProcessDelta>::Run(info.Env(), [source] { return source->Snapshot(); }, DeltaToJs);
}

Napi::Value ProcessReader::Refresh(const Napi::CallbackInfo& info) {
  auto source = Source(info.Env());
  if (info.Length() == 0 || !info[0].IsTypedArray() ||
      info[0].As<Napi::TypedArray>().TypedArrayType() != napi_uint32_array) {
    throw Napi::TypeError::New(info.Env(), "pids must be a Uint32Array");
  }
  const auto given = info[0].As<Napi::Uint32Array>();
  const std::vector<std::uint32_t> pids(given.Data(), given.Data() + given.ElementLength());
  return PromiseCall<ProcessDelta>::Run(info.Env(), [source, pids] { return source->Refresh(pids); }, DeltaToJs);
}

void ProcessReader::Release(const Napi::CallbackInfo& info) { Source(info.Env())->Release(); }

void ProcessReader::Close(const Napi::CallbackInfo&) { source_.reset(); }

Napi::Value ProcessReader::HeldFiles(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), source_ ? static_cast<double>(source_->HeldFiles()) : 0);
}

std::shared_ptr<ProcessSource> ProcessReader::Source(Napi::Env env) const {
  if (!source_) throw Napi::Error::New(env, "The process reader is closed");
  return source_;
}

}  // namespace isoscope
