#include "core/windows_library.h"

#include "core/windows_failure.h"

namespace isoscope {

Outcome<HMODULE> LoadSystemLibrary(const wchar_t* name) {
  const HMODULE library = LoadLibraryExW(name, nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32);
  if (library == nullptr) return Win32Failure("LoadLibraryExW", GetLastError());
  return library;
}

void PinThisLibrary() {
  HMODULE self = nullptr;
  const auto* inside = reinterpret_cast<const wchar_t*>(&PinThisLibrary);
  GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, inside, &self);
}

}  // namespace isoscope
