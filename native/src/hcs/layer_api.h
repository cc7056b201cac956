#pragma once

#include <windows.h>

namespace isoscope {

/// Microsoft publishes no header for these: the shapes are those of hcsshim's `internal/wclayer`.
struct LayerDriver {
  /// 1 is the filter driver. A C enum there, a 64-bit integer in hcsshim: this is right for both.
  ULONG_PTR flavour = 1;
  const wchar_t* home = nullptr;
};

struct LayerDescriptor {
  GUID id{};
  ULONG flags = 0;
  const wchar_t* path = nullptr;
};

static_assert(sizeof(LayerDriver) == 16 && sizeof(LayerDescriptor) == 32, "as vmcompute.dll lays them out on x64");

/// The layer calls of vmcompute.dll.
struct LayerApi {
  using OneLayer = HRESULT(WINAPI*)(const LayerDriver*, const wchar_t* name);

  HRESULT(WINAPI* create_sandbox_layer)
  (const LayerDriver*, const wchar_t* name, const wchar_t* parent, const LayerDescriptor*, ULONG_PTR count) = nullptr;
  HRESULT(WINAPI* prepare_layer)
  (const LayerDriver*, const wchar_t* name, const LayerDescriptor*, ULONG_PTR count) = nullptr;
  HRESULT(WINAPI* get_layer_mount_path)
  (const LayerDriver*, const wchar_t* name, ULONG_PTR* length, wchar_t* path) = nullptr;
  HRESULT(WINAPI* name_to_guid)(const wchar_t* name, GUID* id) = nullptr;
  OneLayer activate_layer = nullptr;
  OneLayer deactivate_layer = nullptr;
  OneLayer unprepare_layer = nullptr;
  OneLayer destroy_layer = nullptr;
};

/// Null where there is no vmcompute.dll, or one without these calls. Loaded once for the process.
const LayerApi* FindLayerApi();

}  // namespace isoscope
