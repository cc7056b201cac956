#pragma once

#include <cstddef>
#include <optional>

#include "proc/linux_file.h"

namespace isoscope {

/// How many files may be kept open between snapshots. Must outlive what it lent to.
struct FileBudget {
  std::size_t cap = 0;
  std::size_t used = 0;
};

/// At most `wanted`, and never more than a quarter of what this process may open: the rest is for everybody else.
std::size_t HeldFileCap(std::size_t wanted);

/// An open file that counts against the budget as long as it lives.
class HeldFile {
 public:
  HeldFile() = default;
  HeldFile(const HeldFile&) = delete;
  HeldFile& operator=(const HeldFile&) = delete;
  HeldFile(HeldFile&&) = delete;
  HeldFile& operator=(HeldFile&&) = delete;
  ~HeldFile() { Drop(); }

  /// Keeps the file when the budget allows it, else closes it.
  void Hold(UniqueFd fd, FileBudget& budget);
  void Drop();
  explicit operator bool() const { return static_cast<bool>(fd_); }
  int Get() const { return fd_.Get(); }

 private:
  UniqueFd fd_;
  FileBudget* budget_ = nullptr;
};

}  // namespace isoscope
