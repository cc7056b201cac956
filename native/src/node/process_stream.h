#pragma once

#include <memory>

#include "core/strand.h"
#include "core/blocking_threads.h"
#include "hcs/pipe.h"

namespace isoscope {

/// A standard stream of a process: its pipe, and the order of the calls on it. Without a pipe: both empty.
struct ProcessStream {
  std::shared_ptr<Pipe> pipe;
  std::shared_ptr<Strand> strand;
  /// A read is under way.
  bool reading = false;

  explicit ProcessStream(UniqueKernel handle) {
    if (!handle) return;
    pipe = std::make_shared<Pipe>(std::move(handle));
    strand = Strand::On(BlockingThreads());
  }

  /// Ends what is under way; the handle closes when that has ended.
  void Cancel() {
    if (pipe) pipe->Cancel();
    pipe.reset();
  }
};

}  // namespace isoscope
