#pragma once

#include <napi.h>

namespace isoscope {

/// Adds what only Windows has: `openHcs` and `windowsVersion`.
void ExportWindows(Napi::Env env, Napi::Object exports);

}  // namespace isoscope
