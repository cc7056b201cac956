#pragma once

#include <windows.h>

#include "core/outcome.h"

namespace isoscope {

/// From System32 and nowhere else; stays loaded for good. Fails with Windows's own code: 126 when there is none.
Outcome<HMODULE> LoadSystemLibrary(const wchar_t* name);

/// Null when the library has no such export.
template <class Function>
Function FindExport(HMODULE library, const char* name) {
  return reinterpret_cast<Function>(reinterpret_cast<void*>(GetProcAddress(library, name)));
}

/// Keeps the addon in memory till the process ends. A worker's end would unload it under threads that still run in it.
void PinThisLibrary();

}  // namespace isoscope
