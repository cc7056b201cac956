#include "hcs/pipe.h"

#include <algorithm>
#include <chrono>

#include "core/windows_failure.h"
#include "core/blocking_threads.h"

namespace isoscope {
namespace {

constexpr std::size_t kReadSize = 65'536;
/// A call is cancelled again after this long, doubled each time: the first try may come before the thread is in it.
constexpr auto kFirstPause = std::chrono::milliseconds(1);
constexpr auto kLongestPause = std::chrono::milliseconds(1'000);

constexpr const char* kRead = "ReadFile";
constexpr const char* kWrite = "WriteFile";

UniqueKernel ThisThread() {
  return UniqueKernel(OpenThread(THREAD_TERMINATE, FALSE, GetCurrentThreadId()));
}

/// How the other end's close shows.
bool MeansEnd(HRESULT result) {
  return result == HRESULT_FROM_WIN32(ERROR_BROKEN_PIPE) || result == HRESULT_FROM_WIN32(ERROR_HANDLE_EOF) ||
         result == HRESULT_FROM_WIN32(ERROR_PIPE_NOT_CONNECTED);
}

}  // namespace

/// A thread's time inside a call, in which `Cancel` may break off what it waits for.
class Pipe::Visit {
 public:
  explicit Visit(Pipe& pipe) : pipe_(pipe) {
    const std::lock_guard lock(pipe.mutex_);
    if (!pipe.cancelled_) pipe.thread_ = ThisThread();
    allowed_ = !pipe.cancelled_;
  }
  Visit(const Visit&) = delete;
  Visit& operator=(const Visit&) = delete;
  ~Visit() {
    const std::lock_guard lock(pipe_.mutex_);
    pipe_.thread_.Reset();
    pipe_.idle_.notify_all();
  }

  bool Allowed() const { return allowed_; }

 private:
  Pipe& pipe_;
  bool allowed_ = false;
};

Outcome<std::optional<Bytes>> Pipe::Read() {
  Bytes bytes(kReadSize);
  auto count = Transfer(Direction::kRead, bytes.data(), bytes.size());
  if (!count.Ok() && !MeansEnd(count.Error().code)) return count.Error();
  // In message mode an empty message is the end of the output.
  if (!count.Ok() || count.Value() == 0) return std::optional<Bytes>();
  bytes.resize(count.Value());
  return std::optional(std::move(bytes));
}

Outcome<Done> Pipe::Write(const Bytes& bytes) {
  Bytes rest = bytes;
  while (!rest.empty()) {
    auto count = Transfer(Direction::kWrite, rest.data(), rest.size());
    if (!count.Ok()) return count.Error();
    rest.erase(rest.begin(), rest.begin() + count.Value());
  }
  return Done();
}

Outcome<std::uint32_t> Pipe::Transfer(Direction direction, std::uint8_t* data, std::size_t size) {
  const char* op = direction == Direction::kRead ? kRead : kWrite;
  const Visit visit(*this);
  if (!visit.Allowed()) return HresultFailure(op, E_ABORT);
  if (!handle_) return HresultFailure(op, E_HANDLE);
  const UniqueKernel finished(CreateEventW(nullptr, TRUE, FALSE, nullptr));
  if (!finished) return Win32AsHresult(op, GetLastError());
  OVERLAPPED overlapped{};
  overlapped.hEvent = finished.Get();
  DWORD count = 0;
  const bool started = Start(direction, data, size, overlapped);
  if (started && GetOverlappedResult(handle_.Get(), &overlapped, &count, TRUE)) return count;
  const DWORD code = GetLastError();
  // More of the same message waits: what came is good.
  if (code == ERROR_MORE_DATA) return static_cast<std::uint32_t>(overlapped.InternalHigh);
  if (code == ERROR_OPERATION_ABORTED) return HresultFailure(op, E_ABORT);
  return Win32AsHresult(op, code);
}

bool Pipe::Start(Direction direction, std::uint8_t* data, std::size_t size, OVERLAPPED& overlapped) {
  const auto most = static_cast<DWORD>(std::min<std::size_t>(size, MAXDWORD));
  const BOOL ended = direction == Direction::kRead ? ReadFile(handle_.Get(), data, most, nullptr, &overlapped)
                                                   : WriteFile(handle_.Get(), data, most, nullptr, &overlapped);
  return ended || GetLastError() == ERROR_IO_PENDING;
}

void Pipe::Cancel() {
  const std::lock_guard lock(mutex_);
  cancelled_ = true;
  if (!thread_) return;
  BlockingThreads().Run([self = shared_from_this()] { self->CancelUntilIdle(); });
}

void Pipe::CancelUntilIdle() {
  std::unique_lock lock(mutex_);
  for (auto pause = kFirstPause; thread_; pause = std::min(pause * 2, kLongestPause)) {
    // The first is for overlapped handles, the second for plain ones; the lock keeps the thread in this very call.
    CancelIoEx(handle_.Get(), nullptr);
    CancelSynchronousIo(thread_.Get());
    idle_.wait_for(lock, pause);
  }
}

}  // namespace isoscope
