#include "hcs/api.h"

#include <mutex>
#include <utility>

#include "core/windows_failure.h"
#include "core/windows_library.h"

namespace isoscope {
namespace {

constexpr const char* kOptional[] = {"HcsWaitForComputeSystemExit", "HcsWaitForProcessExit", "HcsCrashComputeSystem",
                                     "HcsGrantVmGroupAccess", "HcsRevokeVmGroupAccess"};

// Never destroyed: threads of the DLL may outlive static objects.
std::mutex& loading = *new std::mutex;
const HcsApi* loaded = nullptr;

Failure MissingSymbol(const char* name) {
  Failure failure = Win32Failure("GetProcAddress", ERROR_PROC_NOT_FOUND);
  failure.symbol = name;
  return failure;
}

Outcome<HcsApi> FindExports(HMODULE library) {
  HcsApi api;
#define ISOSCOPE_HCS_FIND(name)                                     \
  api.name = FindExport<decltype(&::name)>(library, #name);         \
  if (api.name == nullptr) return MissingSymbol(#name);
  ISOSCOPE_HCS_EXPORTS(ISOSCOPE_HCS_FIND)
#undef ISOSCOPE_HCS_FIND
  for (const char* name : kOptional) {
    if (GetProcAddress(library, name) == nullptr) api.missing.emplace_back(name);
  }
  return api;
}

}  // namespace

Outcome<const HcsApi*> LoadHcs() {
  const std::lock_guard lock(loading);
  if (loaded != nullptr) return loaded;
  auto library = LoadSystemLibrary(L"computecore.dll");
  if (!library.Ok()) return library.Error();
  auto api = FindExports(library.Value());
  if (!api.Ok()) {
    // Nothing of it was called; an update may put a newer one in its place.
    FreeLibrary(library.Value());
    return api.Error();
  }
  PinThisLibrary();
  loaded = new HcsApi(std::move(api.Value()));
  return loaded;
}

const HcsApi& Hcs() { return *loaded; }

}  // namespace isoscope
