#pragma once

#include <cstdint>
#include <string>

#include "core/outcome.h"
#include "hcs/handles.h"
#include "hcs/result.h"

namespace isoscope {

// HCS's calls without an operation. They ask the service and may wait for it: never on the JavaScript thread.

Outcome<SystemHandle> OpenSystem(const std::u16string& id, const LiveCount& count);

Outcome<ProcessHandle> OpenProcess(const SystemHandle& system, std::uint32_t pid, const LiveCount& count);

Outcome<Document> ServiceProperties(const std::u16string& query);

}  // namespace isoscope
