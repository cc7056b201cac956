#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "core/outcome.h"
#include "hcs/handles.h"

namespace isoscope {

using Bytes = std::vector<std::uint8_t>;

/// Our end of a process's standard stream. HCS hands out overlapped handles, others plain ones: calls block the thread
/// they are made on either way. One call at a time; `Cancel` from any thread.
class Pipe final : public std::enable_shared_from_this<Pipe> {
 public:
  explicit Pipe(UniqueKernel handle) : handle_(std::move(handle)) {}

  /// The next bytes; none when the other end has closed. E_ABORT after `Cancel`.
  Outcome<std::optional<Bytes>> Read();

  /// Returns when all is written.
  Outcome<Done> Write(const Bytes& bytes);

  /// Closes the handle. Not while a call is under way.
  void Close() { handle_.Reset(); }

  /// Ends the call under way and all to come. Does not wait for it.
  void Cancel();

 private:
  enum class Direction { kRead, kWrite };
  class Visit;

  Outcome<std::uint32_t> Transfer(Direction direction, std::uint8_t* data, std::size_t size);
  bool Start(Direction direction, std::uint8_t* data, std::size_t size, OVERLAPPED& overlapped);
  void CancelUntilIdle();

  UniqueKernel handle_;
  std::mutex mutex_;
  std::condition_variable idle_;
  bool cancelled_ = false;
  /// The thread that is in a call.
  UniqueKernel thread_;
};

}  // namespace isoscope
