#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "proc/process_source.h"
#include "proc/windows_calls.h"
#include "proc/windows_describe.h"
#include "proc/windows_query.h"
#include "proc/windows_table.h"
#include "proc/windows_toolhelp.h"

namespace isoscope {
namespace {

static_assert(sizeof(void*) == 8, "the layouts read here are those of 64-bit Windows");

double MonotonicMs() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// One call for the whole table; command line and account only of processes not met before. Nothing is held open between
/// readings.
class WindowsProcessSource final : public ProcessSource {
 public:
  Outcome<ProcessDelta> Snapshot() override {
    return Read([this](const auto& rows, const auto& describe) { return table_.Whole(rows, describe); });
  }

  Outcome<ProcessDelta> Refresh(const std::vector<std::uint32_t>& pids) override {
    return Read([this, &pids](const auto& rows, const auto& describe) { return table_.Only(rows, pids, describe); });
  }

  void Release() override {
    const std::lock_guard lock(mutex_);
    query_.Release();
    describer_.Forget();
  }

  std::size_t HeldFiles() override { return 0; }

 private:
  template <class Apply>
  Outcome<ProcessDelta> Read(Apply apply) {
    const std::lock_guard lock(mutex_);
    const double at = MonotonicMs();
    auto rows = query_.Read();
    std::optional<std::string> lack;
    if (!rows.Ok()) {
      lack = "Without counters: " + rows.Error().op + " answered " + rows.Error().detail + ".";
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

  std::mutex mutex_;
  const WindowsCalls calls_ = WindowsCalls::Resolve();
  WindowsQuery query_{calls_};
  WindowsDescriber describer_{calls_};
  WindowsTable table_;
};

}  // namespace

Outcome<std::shared_ptr<ProcessSource>> OpenProcessSource(const SourceOptions&) {
  return std::shared_ptr<ProcessSource>(std::make_shared<WindowsProcessSource>());
}

}  // namespace isoscope
