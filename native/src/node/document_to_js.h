#pragma once

#include <napi.h>

#include "hcs/result.h"

namespace isoscope {

inline Napi::Value DocumentToJs(Napi::Env env, const Document& document) {
  return document ? Napi::String::New(env, *document).As<Napi::Value>() : env.Null();
}

}  // namespace isoscope
