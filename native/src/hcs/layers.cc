#include "hcs/layers.h"

#include <cwchar>
#include <iterator>
#include <mutex>
#include <string_view>

#include "core/windows_failure.h"
#include "core/windows_text.h"
#include "hcs/layer_api.h"

namespace isoscope {
namespace {

/// hcsshim lets one at a time through: more at once run into a timeout of Windows's.
std::mutex& preparing = *new std::mutex;

const LayerApi& Layers() { return *FindLayerApi(); }

LayerDriver DriverOf(const LayerPlace& place) { return {.home = ToWide(place.home)}; }

std::u16string FolderName(const std::u16string& path) {
  const std::size_t end = path.find_last_not_of(u"\\/");
  const std::u16string whole = path.substr(0, end + 1);
  return whole.substr(whole.find_last_of(u"\\/") + 1);
}

/// The paths must outlive the descriptors.
Outcome<std::vector<LayerDescriptor>> DescriptorsOf(const LayerPaths& paths) {
  std::vector<LayerDescriptor> descriptors;
  for (const auto& path : paths) {
    LayerDescriptor& layer = descriptors.emplace_back();
    layer.path = ToWide(path);
    const HRESULT status = Layers().name_to_guid(ToWide(FolderName(path)), &layer.id);
    if (FAILED(status)) return HresultFailure("NameToGuid", status);
  }
  return descriptors;
}

Outcome<Done> Checked(const char* op, HRESULT status) {
  if (FAILED(status)) return HresultFailure(op, status);
  return Done();
}

Outcome<Done> Prepare(const LayerPlace& place, const LayerPaths& parents) {
  auto descriptors = DescriptorsOf(parents);
  if (!descriptors.Ok()) return descriptors.Error();
  const LayerDriver driver = DriverOf(place);
  const std::lock_guard lock(preparing);
  return Checked("PrepareLayer", Layers().prepare_layer(&driver, ToWide(place.name), descriptors.Value().data(),
                                                        descriptors.Value().size()));
}

Outcome<std::u16string> MountPath(const LayerPlace& place) {
  const LayerDriver driver = DriverOf(place);
  ULONG_PTR length = 0;
  HRESULT status = Layers().get_layer_mount_path(&driver, ToWide(place.name), &length, nullptr);
  if (FAILED(status)) return HresultFailure("GetLayerMountPath", status);
  std::wstring path(length + 1, L'\0');
  status = Layers().get_layer_mount_path(&driver, ToWide(place.name), &length, path.data());
  if (FAILED(status)) return HresultFailure("GetLayerMountPath", status);
  path.resize(std::wcslen(path.c_str()));
  if (!path.ends_with(L'\\')) path += L'\\';
  return FromWide(path);
}

Outcome<Done> Deactivate(const LayerPlace& place) {
  const LayerDriver driver = DriverOf(place);
  return Checked("DeactivateLayer", Layers().deactivate_layer(&driver, ToWide(place.name)));
}

}  // namespace

bool HasLayerCalls() { return FindLayerApi() != nullptr; }

Outcome<std::u16string> LayerId(const std::u16string& folder_name) {
  GUID id{};
  const HRESULT status = Layers().name_to_guid(ToWide(folder_name), &id);
  if (FAILED(status)) return HresultFailure("NameToGuid", status);
  wchar_t text[37];
  const unsigned char* d = id.Data4;
  std::swprintf(text, std::size(text), L"%08lx-%04x-%04x-%02x%02x-%02x%02x%02x%02x%02x%02x", id.Data1, id.Data2,
                id.Data3, d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]);
  return FromWide(text);
}

Outcome<Done> CreateScratchLayer(const LayerPlace& place, const LayerPaths& parents) {
  auto descriptors = DescriptorsOf(parents);
  if (!descriptors.Ok()) return descriptors.Error();
  const LayerDriver driver = DriverOf(place);
  return Checked("CreateSandboxLayer",
                 Layers().create_sandbox_layer(&driver, ToWide(place.name), nullptr, descriptors.Value().data(),
                                               descriptors.Value().size()));
}

Outcome<std::u16string> MountLayer(const LayerPlace& place, const LayerPaths& parents) {
  const LayerDriver driver = DriverOf(place);
  const HRESULT activated = Layers().activate_layer(&driver, ToWide(place.name));
  if (FAILED(activated)) return HresultFailure("ActivateLayer", activated);
  auto prepared = Prepare(place, parents);
  if (!prepared.Ok()) {
    Deactivate(place);
    return prepared.Error();
  }
  auto path = MountPath(place);
  if (!path.Ok()) UnmountLayer(place);
  return path;
}

Outcome<Done> UnmountLayer(const LayerPlace& place) {
  const LayerDriver driver = DriverOf(place);
  auto unprepared = Checked("UnprepareLayer", Layers().unprepare_layer(&driver, ToWide(place.name)));
  auto deactivated = Deactivate(place);
  return unprepared.Ok() ? deactivated : unprepared;
}

Outcome<Done> DestroyLayer(const LayerPlace& place) {
  const LayerDriver driver = DriverOf(place);
  return Checked("DestroyLayer", Layers().destroy_layer(&driver, ToWide(place.name)));
}

}  // namespace isoscope
