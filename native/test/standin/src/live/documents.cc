#include "live/documents.h"

#include <cstdint>
#include <cstring>
#include <mutex>
#include <set>

#include "live/live.h"

namespace {

struct Documents {
  std::mutex lock;
  std::set<HLOCAL> given;
  std::set<HMODULE> watched;
};

Documents& documents() {
  static auto* const all = new Documents;
  return *all;
}

HLOCAL WINAPI CountedLocalFree(HLOCAL memory) {
  {
    const std::lock_guard held(documents().lock);
    if (documents().given.erase(memory) > 0) --live().documents;
  }
  return LocalFree(memory);
}

template <class T>
T* At(HMODULE module, DWORD offset) {
  return reinterpret_cast<T*>(reinterpret_cast<std::uint8_t*>(module) + offset);
}

const IMAGE_DATA_DIRECTORY& ImportsOf(HMODULE module) {
  const auto* dos = At<IMAGE_DOS_HEADER>(module, 0);
  const auto* nt = At<IMAGE_NT_HEADERS64>(module, static_cast<DWORD>(dos->e_lfanew));
  return nt->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT];
}

void Replace(void** slot, void* with) {
  DWORD before = 0;
  VirtualProtect(slot, sizeof *slot, PAGE_READWRITE, &before);
  *slot = with;
  VirtualProtect(slot, sizeof *slot, before, &before);
}

void ReplaceImports(HMODULE module, const IMAGE_IMPORT_DESCRIPTOR& import) {
  if (import.OriginalFirstThunk == 0) return;
  const auto* names = At<IMAGE_THUNK_DATA64>(module, import.OriginalFirstThunk);
  auto* slots = At<IMAGE_THUNK_DATA64>(module, import.FirstThunk);
  for (; names->u1.AddressOfData != 0; ++names, ++slots) {
    if (IMAGE_SNAP_BY_ORDINAL64(names->u1.Ordinal)) continue;
    const auto* name = At<IMAGE_IMPORT_BY_NAME>(module, static_cast<DWORD>(names->u1.AddressOfData));
    if (std::strcmp(reinterpret_cast<const char*>(name->Name), "LocalFree") != 0) continue;
    Replace(reinterpret_cast<void**>(&slots->u1.Function), reinterpret_cast<void*>(&CountedLocalFree));
  }
}

/** Under the lock. */
void Watch(const void* caller) {
  constexpr DWORD kHow = GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT;
  HMODULE module = nullptr;
  if (!GetModuleHandleExW(kHow, static_cast<LPCWSTR>(caller), &module)) return;
  if (!documents().watched.insert(module).second) return;
  const IMAGE_DATA_DIRECTORY& imports = ImportsOf(module);
  if (imports.Size == 0) return;
  for (auto* import = At<IMAGE_IMPORT_DESCRIPTOR>(module, imports.VirtualAddress); import->Name != 0; ++import) {
    ReplaceImports(module, *import);
  }
}

}  // namespace

void GiveDocument(const std::wstring& text, PWSTR* out, const void* caller) {
  if (out == nullptr) return;
  *out = nullptr;
  if (text.empty()) return;
  const std::size_t bytes = (text.size() + 1) * sizeof(wchar_t);
  const HLOCAL memory = LocalAlloc(LMEM_FIXED, bytes);
  if (memory == nullptr) return;
  std::memcpy(memory, text.c_str(), bytes);
  const std::lock_guard held(documents().lock);
  Watch(caller);
  documents().given.insert(memory);
  ++live().documents;
  *out = static_cast<PWSTR>(memory);
}
