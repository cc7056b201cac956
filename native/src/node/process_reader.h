#pragma once

#include <napi.h>

#include <memory>

#include "proc/process_source.h"

namespace isoscope {

/// `ProcessReader` of `native/index.ts`. Work under way shares the source, so closing or collecting this while a
/// snapshot runs is safe.
class ProcessReader final : public Napi::ObjectWrap<ProcessReader> {
 public:
  static Napi::Function Define(Napi::Env env);
  explicit ProcessReader(const Napi::CallbackInfo& info);

 private:
  Napi::Value Snapshot(const Napi::CallbackInfo& info);
  Napi::Value Refresh(const Napi::CallbackInfo& info);
  void Release(const Napi::CallbackInfo& info);
  void Close(const Napi::CallbackInfo& info);
  Napi::Value HeldFiles(const Napi::CallbackInfo& info);
  std::shared_ptr<ProcessSource> Source(Napi::Env env) const;

  std::shared_ptr<ProcessSource> source_;
};

}  // namespace isoscope
