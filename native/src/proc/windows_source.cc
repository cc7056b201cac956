#include "proc/windows_source.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "proc/windows_toolhelp.h"

namespace isoscope {
namespace {

static_assert(sizeof(void*) == 8, "the layouts read here are those of 64-bit Windows");

double MonotonicMs() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

Outcome<ProcessDelta> WindowsProcessSource::Snapshot() {
  return Read([this](const auto& rows, const auto& describe) { return table_.Whole(rows, describe); });
}

Outcome<ProcessDelta> WindowsProcessSource::Refresh(const std::vector<std::uint32_t>& pids) {
  return Read([this, &pids](const auto& rows, const auto& describe) { return table_.Only(rows, pids, describe); });
}

void WindowsProcessSource::Release() {
  const std::lock_guard lock(mutex_);
  query_.Release();
  describer_.Forget();
}

template <class Apply>
Outcome<ProcessDelta> WindowsProcessSource::Read(Apply apply) {
  const std::lock_guard lock(mutex_);
  const double at = MonotonicMs();
  auto rows = query_.Read();
  std::optional<std::string> lack;
  if (!rows.Ok()) {
    lack = "Windows did not tell its counters: " + rows.Error().op + " answered " + rows.Error().detail + ".";
    auto fewer = ReadToolhelp();
    if (!fewer.Ok()) return rows.Error();
    rows = std::move(fewer);
  }
  ProcessDelta delta = apply(rows.Value(), [this, &lack](const WindowsProcess& row) {
    WindowsDescription description = describer_.Describe(row);
    if (lack) description.row.unreadable = lack;
    return description;
  });
  delta.at = at;
  return delta;
}

Outcome<std::shared_ptr<ProcessSource>> OpenProcessSource(const SourceOptions&) {
  return std::shared_ptr<ProcessSource>(std::make_shared<WindowsProcessSource>(WindowsCalls::Resolve()));
}

}  // namespace isoscope
