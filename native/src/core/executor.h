#pragma once

#include <functional>

namespace isoscope {

using Job = std::function<void()>;

/// Runs jobs on threads that may block.
class Executor {
 public:
  virtual ~Executor() = default;

  /// False, without running it ever, when the system has no thread for it.
  virtual bool Run(Job job) = 0;
};

}  // namespace isoscope
