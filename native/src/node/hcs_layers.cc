#include "node/hcs_layers.h"

#include <string>
#include <utility>

#include "core/blocking_threads.h"
#include "hcs/layers.h"
#include "node/arguments.h"
#include "node/settle_promise.h"

namespace isoscope {
namespace {

using Session = std::shared_ptr<HcsSession>;

Napi::Value ToValue(Napi::Env env, Done&) { return env.Undefined(); }
Napi::Value ToValue(Napi::Env env, std::u16string& text) { return Napi::String::New(env, text); }

template <class T>
Napi::Value Run(const Napi::CallbackInfo& info, const Session& session, const char* name,
                std::function<Outcome<T>()> work) {
  const auto deferred = Napi::Promise::Deferred::New(info.Env());
  const auto to_js = [](Napi::Env env, T& value) { return ToValue(env, value); };
  session->Work<T>(info.Env(), {name}, BlockingThreads(), std::move(work), SettlePromise<T>(deferred, to_js));
  return deferred.Promise();
}

LayerPlace PlaceArgument(const Napi::CallbackInfo& info) { return {TextArgument(info, 0), TextArgument(info, 1)}; }

}  // namespace

Napi::Value LayersToJs(Napi::Env env, const Session& session) {
  if (!HasLayerCalls()) return env.Null();
  Napi::Object layers = Napi::Object::New(env);
  const auto method = [&](const char* name, auto call) { layers.Set(name, Napi::Function::New(env, call, name)); };
  method("id", [session](const Napi::CallbackInfo& info) {
    return Run<std::u16string>(info, session, "NameToGuid", [name = TextArgument(info, 0)] { return LayerId(name); });
  });
  method("createScratch", [session](const Napi::CallbackInfo& info) {
    const auto work = [place = PlaceArgument(info), parents = TextsArgument(info, 2)] {
      return CreateScratchLayer(place, parents);
    };
    return Run<Done>(info, session, "CreateSandboxLayer", work);
  });
  method("mount", [session](const Napi::CallbackInfo& info) {
    const auto work = [place = PlaceArgument(info), parents = TextsArgument(info, 2)] {
      return MountLayer(place, parents);
    };
    return Run<std::u16string>(info, session, "ActivateLayer", work);
  });
  method("unmount", [session](const Napi::CallbackInfo& info) {
    return Run<Done>(info, session, "UnprepareLayer", [place = PlaceArgument(info)] { return UnmountLayer(place); });
  });
  method("destroy", [session](const Napi::CallbackInfo& info) {
    return Run<Done>(info, session, "DestroyLayer", [place = PlaceArgument(info)] { return DestroyLayer(place); });
  });
  return layers;
}

}  // namespace isoscope
