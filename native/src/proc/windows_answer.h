#pragma once

#include <optional>
#include <string>

namespace isoscope {

/// What reading one thing of one process led to.
struct WindowsAnswer {
  std::optional<std::string> text{};
  /// The caller lacks the right, and will go on lacking it.
  bool denied = false;
  /// False when a second try may tell more.
  bool settled = true;
};

}  // namespace isoscope
