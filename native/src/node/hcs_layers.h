#pragma once

#include <napi.h>

#include <memory>

#include "node/hcs_session.h"

namespace isoscope {

/// `NativeLayers` of `native/hcs.ts`; null where Windows has no layer calls.
Napi::Value LayersToJs(Napi::Env env, const std::shared_ptr<HcsSession>& session);

}  // namespace isoscope
