#include "proc/linux_held_file.h"

#include <sys/resource.h>

#include <algorithm>

namespace isoscope {

std::size_t HeldFileCap(std::size_t wanted) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  if (limit.rlim_cur == RLIM_INFINITY) return wanted;
  return std::min<std::size_t>(wanted, limit.rlim_cur / 4);
}

void HeldFile::Hold(UniqueFd fd, FileBudget& budget) {
  Drop();
  if (!fd || budget.used >= budget.cap) return;
  fd_ = std::move(fd);
  budget_ = &budget;
  ++budget.used;
}

void HeldFile::Drop() {
  if (!fd_) return;
  fd_.Reset();
  --budget_->used;
}

}  // namespace isoscope
