#include "layers/layers.h"

#include <cwchar>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>

#include "base/text.h"
#include "control/control.h"

namespace {

namespace fs = std::filesystem;

constexpr HRESULT kInvalidLayer = static_cast<HRESULT>(0xC0370112);
constexpr HRESULT kPathNotFound = static_cast<HRESULT>(0x80070003);
constexpr HRESULT kAlreadyExists = static_cast<HRESULT>(0x800700B7);
constexpr HRESULT kNotReady = static_cast<HRESULT>(0x80070015);
constexpr HRESULT kInUse = static_cast<HRESULT>(0x80070020);

enum class Stage { kIdle, kActive, kPrepared };

struct Stages {
  std::mutex lock;
  std::map<fs::path, Stage> of;
};

Stages& stages() {
  static auto* const all = new Stages;
  return *all;
}

HRESULT FaultOf(const wchar_t* call) {
  const std::optional<Fault> fault = TakeFault(call);
  return fault ? fault->result : S_OK;
}

bool IsUsable(const DriverInfo* driver, const wchar_t* name) {
  return driver != nullptr && driver->flavour == 1 && driver->home != nullptr && name != nullptr && *name != L'\0';
}

fs::path FolderOf(const DriverInfo* driver, const wchar_t* name) { return fs::path(driver->home) / name; }

/** Each parent is a layer on disk, under the id of its folder's name. */
bool AreLayers(const LayerDescriptor* parents, ULONG_PTR count) {
  for (ULONG_PTR at = 0; at < count; ++at) {
    std::wstring path = parents[at].path == nullptr ? L"" : parents[at].path;
    while (!path.empty() && (path.back() == L'\\' || path.back() == L'/')) path.pop_back();
    GUID id{};
    NameToGuid(fs::path(path).filename().c_str(), &id);
    std::error_code ignored;
    if (!IsEqualGUID(id, parents[at].id) || !fs::is_directory(fs::path(path) / L"Files", ignored)) return false;
  }
  return count > 0;
}

/** Leads a layer from one stage to the next. */
HRESULT Move(const wchar_t* call, const DriverInfo* driver, const wchar_t* name, Stage from, Stage to) {
  if (const HRESULT fault = FaultOf(call); FAILED(fault)) return fault;
  if (!IsUsable(driver, name)) return E_INVALIDARG;
  const fs::path folder = FolderOf(driver, name);
  if (!fs::exists(folder / L"sandbox.vhdx")) return kPathNotFound;
  const std::lock_guard held(stages().lock);
  Stage& stage = stages().of[folder];
  if (stage != from) return kNotReady;
  stage = to;
  return S_OK;
}

std::uint64_t Hash(const wchar_t* text, std::uint64_t hash) {
  for (; *text != L'\0'; ++text) hash = (hash ^ static_cast<std::uint64_t>(*text)) * 0x100000001B3ULL;
  return hash;
}

}  // namespace

/** The real algorithm is not public; equal names give equal ids, which look like a version-5 GUID. */
HRESULT WINAPI NameToGuid(const wchar_t* name, GUID* id) {
  if (name == nullptr || id == nullptr) return E_INVALIDARG;
  const std::uint64_t high = Hash(name, 0xCBF29CE484222325ULL);
  const std::uint64_t low = Hash(name, 0x9AE16A3B2F90404FULL);
  id->Data1 = static_cast<unsigned long>(high >> 32);
  id->Data2 = static_cast<unsigned short>(high >> 16);
  id->Data3 = static_cast<unsigned short>((high & 0x0FFF) | 0x5000);
  for (int at = 0; at < 8; ++at) id->Data4[at] = static_cast<unsigned char>(low >> (8 * at));
  id->Data4[0] = static_cast<unsigned char>((id->Data4[0] & 0x3F) | 0x80);
  return S_OK;
}

HRESULT WINAPI CreateSandboxLayer(const DriverInfo* driver, const wchar_t* name, const wchar_t*,
                                  const LayerDescriptor* parents, ULONG_PTR count) {
  if (const HRESULT fault = FaultOf(L"CreateSandboxLayer"); FAILED(fault)) return fault;
  if (!IsUsable(driver, name)) return E_INVALIDARG;
  if (!AreLayers(parents, count)) return kInvalidLayer;
  const fs::path folder = FolderOf(driver, name);
  if (fs::exists(folder / L"sandbox.vhdx")) return kAlreadyExists;
  std::error_code failed;
  fs::create_directories(folder, failed);
  std::ofstream disk(folder / L"sandbox.vhdx", std::ios::binary);
  disk << "vhdxfile of the stand-in";
  return disk ? S_OK : kPathNotFound;
}

HRESULT WINAPI ActivateLayer(const DriverInfo* driver, const wchar_t* name) {
  return Move(L"ActivateLayer", driver, name, Stage::kIdle, Stage::kActive);
}

HRESULT WINAPI PrepareLayer(const DriverInfo* driver, const wchar_t* name, const LayerDescriptor* parents,
                            ULONG_PTR count) {
  if (!AreLayers(parents, count)) return kInvalidLayer;
  return Move(L"PrepareLayer", driver, name, Stage::kActive, Stage::kPrepared);
}

HRESULT WINAPI GetLayerMountPath(const DriverInfo* driver, const wchar_t* name, ULONG_PTR* length, wchar_t* path) {
  if (length == nullptr) return E_INVALIDARG;
  const HRESULT there = Move(L"GetLayerMountPath", driver, name, Stage::kPrepared, Stage::kPrepared);
  if (FAILED(there)) return there;
  GUID id{};
  NameToGuid(FolderOf(driver, name).c_str(), &id);
  wchar_t volume[64];
  const int size = std::swprintf(volume, 64, L"\\\\?\\Volume{%08lx-%04x-%04x-%02x%02x-%02x%02x%02x%02x%02x%02x}\\",
                                 id.Data1, id.Data2, id.Data3, id.Data4[0], id.Data4[1], id.Data4[2], id.Data4[3],
                                 id.Data4[4], id.Data4[5], id.Data4[6], id.Data4[7]);
  const ULONG_PTR room = *length;
  *length = static_cast<ULONG_PTR>(size) + 1;
  if (path == nullptr) return S_OK;
  if (room < *length) return HRESULT_FROM_WIN32(ERROR_INSUFFICIENT_BUFFER);
  std::wmemcpy(path, volume, *length);
  return S_OK;
}

HRESULT WINAPI UnprepareLayer(const DriverInfo* driver, const wchar_t* name) {
  return Move(L"UnprepareLayer", driver, name, Stage::kPrepared, Stage::kActive);
}

HRESULT WINAPI DeactivateLayer(const DriverInfo* driver, const wchar_t* name) {
  return Move(L"DeactivateLayer", driver, name, Stage::kActive, Stage::kIdle);
}

HRESULT WINAPI DestroyLayer(const DriverInfo* driver, const wchar_t* name) {
  if (const HRESULT fault = FaultOf(L"DestroyLayer"); FAILED(fault)) return fault;
  if (!IsUsable(driver, name)) return E_INVALIDARG;
  const fs::path folder = FolderOf(driver, name);
  const std::lock_guard held(stages().lock);
  const auto found = stages().of.find(folder);
  if (found != stages().of.end() && found->second != Stage::kIdle) return kInUse;
  stages().of.erase(folder);
  std::error_code failed;
  fs::remove_all(folder, failed);
  return failed ? kInUse : S_OK;
}
