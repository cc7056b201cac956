#pragma once
#include <windows.h>

// Microsoft publishes no header for these; the shapes are those of hcsshim's `internal/wclayer`.

struct DriverInfo {
  ULONG_PTR flavour;
  const wchar_t* home;
};

struct LayerDescriptor {
  GUID id;
  ULONG flags;
  const wchar_t* path;
};

extern "C" {
HRESULT WINAPI NameToGuid(const wchar_t* name, GUID* id);
HRESULT WINAPI CreateSandboxLayer(const DriverInfo* driver, const wchar_t* name, const wchar_t* parent,
                                  const LayerDescriptor* parents, ULONG_PTR count);
HRESULT WINAPI ActivateLayer(const DriverInfo* driver, const wchar_t* name);
HRESULT WINAPI PrepareLayer(const DriverInfo* driver, const wchar_t* name, const LayerDescriptor* parents,
                            ULONG_PTR count);
HRESULT WINAPI GetLayerMountPath(const DriverInfo* driver, const wchar_t* name, ULONG_PTR* length, wchar_t* path);
HRESULT WINAPI UnprepareLayer(const DriverInfo* driver, const wchar_t* name);
HRESULT WINAPI DeactivateLayer(const DriverInfo* driver, const wchar_t* name);
HRESULT WINAPI DestroyLayer(const DriverInfo* driver, const wchar_t* name);
}
