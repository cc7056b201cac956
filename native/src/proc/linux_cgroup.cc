#include "proc/linux_cgroup.h"

#include <algorithm>
#include <array>

namespace isoscope {
namespace {

constexpr std::size_t kIdLength = 64;
constexpr std::string_view kScope = ".scope";
/// What engines put before the id. Not here on purpose: `libpod-conmon-` and `crio-conmon-`, which are monitors.
constexpr std::array<std::string_view, 5> kPrefixes = {"docker-", "libpod-", "cri-containerd-", "crio-", "nerdctl-"};
/// Podman with cgroupfs puts a pod's id, bare, right below this.
constexpr std::string_view kPodParent = "libpod_parent";

bool IsHex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

std::optional<std::string> IdOfComponent(std::string_view component, std::string_view parent) {
  // containerd under systemd, when told a slice it does not know: `kubepods-….slice:cri-containerd:<id>`.
  const std::size_t colon = component.rfind(':');
  if (colon != std::string_view::npos) component.remove_prefix(colon + 1);
  if (component.ends_with(kScope)) component.remove_suffix(kScope.size());
  bool prefixed = false;
  for (const std::string_view prefix : kPrefixes) {
    if (!component.starts_with(prefix)) continue;
    component.remove_prefix(prefix.size());
    prefixed = true;
    break;
  }
  if (component.size() != kIdLength || !std::all_of(component.begin(), component.end(), IsHex)) return std::nullopt;
  if (!prefixed && parent == kPodParent) return std::nullopt;
  return std::string(component);
}

std::optional<std::string> IdOfPath(std::string_view path) {
  std::string_view parent;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view component = path.substr(0, slash);
    if (auto id = IdOfComponent(component, parent)) return id;
    parent = component;
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return std::nullopt;
}

/// A line is `hierarchy:controllers:path`; the path may hold colons.
std::string_view PathOfLine(std::string_view line) {
  const std::size_t first = line.find(':');
  if (first == std::string_view::npos) return {};
  const std::size_t second = line.find(':', first + 1);
  return second == std::string_view::npos ? std::string_view{} : line.substr(second + 1);
}

}  // namespace

std::optional<std::string> ContainerIdOf(std::string_view cgroup_file) {
  for (std::size_t begin = 0; begin < cgroup_file.size();) {
    const std::size_t end = std::min(cgroup_file.find('\n', begin), cgroup_file.size());
    if (auto id = IdOfPath(PathOfLine(cgroup_file.substr(begin, end - begin)))) return id;
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace isoscope
