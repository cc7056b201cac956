#pragma once

#include <napi.h>

#include "proc/process_delta.h"

namespace isoscope {

/// Numbers as typed arrays, text only of described rows: making a JavaScript string costs more than reading it.
/// `ProcessColumns` in `native/index.ts` is the shape.
Napi::Value DeltaToJs(Napi::Env env, const ProcessDelta& delta);

Napi::Uint32Array PidsToJs(Napi::Env env, const std::vector<std::uint32_t>& pids);

}  // namespace isoscope
