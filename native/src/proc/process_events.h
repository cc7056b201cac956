#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "core/outcome.h"

namespace isoscope {

/// Processes that were born, changed or died since the last batch.
struct EventBatch {
  std::vector<std::uint32_t> pids;
  /// Events were lost or too many: only a whole snapshot tells the truth.
  bool overflow = false;
};

/// The kernel's announcements of births, execs and deaths. Destroying it stops them: no notice comes after that.
class ProcessEvents {
 public:
  virtual ~ProcessEvents() = default;

  /// What has gathered since the last call.
  virtual EventBatch Take() = 0;
};

struct EventOptions {
  /// How long events gather before a notice; up to a quarter of a second longer in a storm of forks.
  std::uint32_t window_ms = 25;
  /// Called on a foreign thread, once per batch: not again before `Take`.
  std::function<void()> notify;
};

/// Succeeds only after an event of this very process was really received.
Outcome<std::unique_ptr<ProcessEvents>> OpenProcessEvents(EventOptions options);

}  // namespace isoscope
