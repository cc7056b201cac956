#include "hcs/layer_api.h"

#include <optional>

#include "core/windows_library.h"

namespace isoscope {
namespace {

template <class Function>
bool Find(HMODULE library, const char* name, Function& function) {
  function = FindExport<Function>(library, name);
  return function != nullptr;
}

std::optional<LayerApi> Load() {
  auto library = LoadSystemLibrary(L"vmcompute.dll");
  if (!library.Ok()) return std::nullopt;
  const HMODULE from = library.Value();
  LayerApi api;
  const bool complete = Find(from, "CreateSandboxLayer", api.create_sandbox_layer) &&
                        Find(from, "PrepareLayer", api.prepare_layer) &&
                        Find(from, "GetLayerMountPath", api.get_layer_mount_path) &&
                        Find(from, "NameToGuid", api.name_to_guid) &&
                        Find(from, "ActivateLayer", api.activate_layer) &&
                        Find(from, "DeactivateLayer", api.deactivate_layer) &&
                        Find(from, "UnprepareLayer", api.unprepare_layer) &&
                        Find(from, "DestroyLayer", api.destroy_layer);
  if (!complete) return std::nullopt;
  return api;
}

}  // namespace

const LayerApi* FindLayerApi() {
  static const std::optional<LayerApi> api = Load();
  return api ? &*api : nullptr;
}

}  // namespace isoscope
