#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace isoscope {

/// The full id of the container a `/proc/PID/cgroup` text names, cgroup v1 or v2, any driver. Of nested containers the
/// outermost, which is the one this host's engines know. `electron/processes/linux/container-id.ts` has the same rules;
/// both are held to the table in `native/test/cgroup-forms.ts`.
std::optional<std::string> ContainerIdOf(std::string_view cgroup_file);

}  // namespace isoscope
