#pragma once

#include <napi.h>

#include <utility>

namespace isoscope {

/// The classes of one environment, its instance data.
struct HcsClasses {
  Napi::FunctionReference service;
  Napi::FunctionReference system;
  Napi::FunctionReference process;
};

/// Makes an object of ours; JavaScript cannot, for it has no `Init`.
template <class Wrapper>
Napi::Object MakeObject(Napi::Env env, typename Wrapper::Init init) {
  const Napi::FunctionReference& constructor = Wrapper::Class(*env.GetInstanceData<HcsClasses>());
  return constructor.New({Napi::External<typename Wrapper::Init>::New(env, &init)});
}

/// In the constructor of such an object. Throws a TypeError when JavaScript calls it.
template <class Init>
Init TakeInit(const Napi::CallbackInfo& info) {
  if (info.Length() != 1 || !info[0].IsExternal()) throw Napi::TypeError::New(info.Env(), "Illegal constructor");
  return std::move(*info[0].As<Napi::External<Init>>().Data());
}

}  // namespace isoscope
