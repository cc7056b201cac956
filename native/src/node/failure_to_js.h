#pragma once

#include <napi.h>

#include "core/outcome.h"

namespace isoscope {

/// An Error with the fields `op` and, by the kind of code, `errno`, `hresult` (with `document`), `ntstatus` or `win32`.
Napi::Error FailureToJs(Napi::Env env, const Failure& failure);

}  // namespace isoscope
