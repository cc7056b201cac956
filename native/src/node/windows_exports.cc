#include "node/windows_exports.h"

#include "core/windows_version.h"
#include "node/hcs_classes.h"
#include "node/hcs_process.h"
#include "node/hcs_service.h"
#include "node/hcs_system.h"

namespace isoscope {
namespace {

Napi::Value ReadVersion(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const WindowsVersion version = ReadWindowsVersion();
  Napi::Object result = Napi::Object::New(env);
  result.Set("major", Napi::Number::New(env, version.major));
  result.Set("minor", Napi::Number::New(env, version.minor));
  result.Set("build", Napi::Number::New(env, version.build));
  result.Set("revision", version.revision ? Napi::Number::New(env, *version.revision).As<Napi::Value>() : env.Null());
  result.Set("product", Napi::String::New(env, version.workstation ? "client" : "server"));
  result.Set("bootedAt", Napi::Number::New(env, version.booted_at));
  return result;
}

}  // namespace

void ExportWindows(Napi::Env env, Napi::Object exports) {
  auto* classes = new HcsClasses{Napi::Persistent(HcsService::Define(env)), Napi::Persistent(HcsSystem::Define(env)),
                                 Napi::Persistent(HcsProcess::Define(env))};
  env.SetInstanceData(classes);
  exports.Set("openHcs", Napi::Function::New<OpenHcs>(env, "openHcs"));
  exports.Set("windowsVersion", Napi::Function::New<ReadVersion>(env, "windowsVersion"));
}

}  // namespace isoscope
