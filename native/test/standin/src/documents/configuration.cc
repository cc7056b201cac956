#include <algorithm>

#include "base/text.h"
#include "control/control.h"
#include "documents/documents.h"

namespace {

// Top-level names of the published schemas; a strict parser refuses any other.
constexpr std::wstring_view kSecond[] = {L"Owner",         L"SchemaVersion",   L"HostingSystemId", L"HostedSystem",
                                         L"Container",     L"VirtualMachine",  L"ShouldTerminateOnLastHandleClosed"};
constexpr std::wstring_view kFirst[] = {
    L"SystemType",        L"Name",          L"Owner",           L"HvPartition",
    L"HvRuntime",         L"VolumePath",    L"LayerFolderPath", L"Layers",
    L"HostName",          L"ProcessorCount", L"ProcessorWeight", L"ProcessorMaximum",
    L"StorageIOPSMaximum", L"StorageBandwidthMaximum",          L"StorageSandboxSize",
    L"MemoryMaximumInMB", L"MappedDirectories",                 L"MappedPipes",
    L"EndpointList",      L"NetworkSharedContainerName",        L"AllowUnqualifiedDNSQuery",
    L"DNSSearchList",     L"Credentials",   L"AssignedDevices", L"Servicing",
    L"IgnoreFlushesDuringBoot",             L"TerminateOnLastHandleClosed"};

template <std::size_t N>
std::wstring UnknownName(const Json& document, const std::wstring_view (&known)[N]) {
  for (const auto& [name, value] : document.members()) {
    if (std::find(std::begin(known), std::end(known), name) == std::end(known)) return name;
  }
  return {};
}

std::wstring ReadSecond(const Json& document, SystemDescription& about) {
  if (const std::wstring name = UnknownName(document, kSecond); !name.empty()) return L"Unknown field " + name;
  if (document.Find(L"SchemaVersion")->NumberOf(L"Major") != 2) return L"Unsupported SchemaVersion";
  const bool container = document.Find(L"Container") != nullptr;
  const bool machine = document.Find(L"VirtualMachine") != nullptr;
  const bool hosted = document.Find(L"HostedSystem") != nullptr;
  if (container + machine + hosted != 1) return L"Exactly one of Container, VirtualMachine, HostedSystem is needed";
  about.hosting_id = document.TextOf(L"HostingSystemId");
  if (hosted == about.hosting_id.empty()) return L"HostedSystem and HostingSystemId go together";
  about.type = machine ? L"VirtualMachine" : L"Container";
  about.wall = machine ? Wall::kHyperV : hosted ? Wall::kHosted : Wall::kProcess;
  about.ends_with_last_handle = document.BoolOf(L"ShouldTerminateOnLastHandleClosed");
  return {};
}

std::wstring ReadFirst(const Json& document, SystemDescription& about) {
  if (CurrentControl().HasQuirk(L"noSchema1")) return L"SchemaVersion is missing";
  if (const std::wstring name = UnknownName(document, kFirst); !name.empty()) return L"Unknown field " + name;
  if (document.TextOf(L"SystemType") != L"Container") return L"SystemType must be Container";
  if (document.TextOf(L"Name") != about.id) return L"Name must be the id";
  const bool machine = document.BoolOf(L"HvPartition");
  if (machine && document.Find(L"HvRuntime") == nullptr) return L"HvRuntime is missing";
  about.wall = machine ? Wall::kHyperV : Wall::kProcess;
  about.ends_with_last_handle = document.BoolOf(L"TerminateOnLastHandleClosed");
  return {};
}

}  // namespace

std::wstring ReadConfiguration(const std::wstring& id, const Json& document, SystemDescription& about) {
  if (!document.IsObject()) return L"The document is no object";
  about.id = id;
  about.owner = document.TextOf(L"Owner");
  about.runtime_id = RandomGuid();
  return document.Find(L"SchemaVersion") != nullptr ? ReadSecond(document, about) : ReadFirst(document, about);
}
