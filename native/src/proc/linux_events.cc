#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_set>

#include "proc/linux_connector.h"
#include "proc/linux_file.h"
#include "proc/process_events.h"

namespace isoscope {
namespace {

using Time = std::chrono::steady_clock;

/// More PIDs than this in one batch cost more to read one by one than a whole snapshot.
constexpr std::size_t kMaxBatch = 4096;
/// In a storm (a build, say) most processes are gone before anybody could look, and reading them would be the storm's
/// larger half. So the window grows with the batch before, unless that is long ago.
constexpr std::chrono::milliseconds kPerProcess{5}, kMaxGrowth{225}, kQuiet{1000};

/// Gathers on a thread of its own: a wait without bound has no place in the pool that serves files and DNS.
class LinuxProcessEvents final : public ProcessEvents {
 public:
  LinuxProcessEvents(Connector connector, UniqueFd stop, EventOptions options)
      : connector_(std::move(connector)), stop_(std::move(stop)), options_(std::move(options)), thread_([this] { Run(); }) {}

  LinuxProcessEvents(const LinuxProcessEvents&) = delete;
  LinuxProcessEvents& operator=(const LinuxProcessEvents&) = delete;

  ~LinuxProcessEvents() override {
    eventfd_write(stop_.Get(), 1);
    thread_.join();
  }

  EventBatch Take() override {
    const std::lock_guard lock(mutex_);
    EventBatch batch{{pids_.begin(), pids_.end()}, overflow_};
    pids_.clear();
    overflow_ = false;
    notified_ = false;
    return batch;
  }

 private:
  void Run() {
    while (Wait()) {
      if (Gather(connector_.Receive()) && !due_) due_ = Time::now() + Window();
      if (due_ && Time::now() >= *due_) {
        due_.reset();
        if (MarkNotified()) options_.notify();
      }
    }
  }

  std::chrono::milliseconds Window() const {
    const std::chrono::milliseconds window(options_.window_ms);
    if (Time::now() - last_notice_ > kQuiet) return window;
    return window + std::min(kPerProcess * last_size_, kMaxGrowth);
  }

  /// Sleeps until there is something to do. False when told to stop.
  bool Wait() {
    pollfd waiting[] = {{stop_.Get(), POLLIN, 0}, {connector_.Fd(), POLLIN, 0}};
    const int ready = poll(waiting, 2, Timeout());
    if (ready < 0) return errno == EINTR;
    return waiting[0].revents == 0;
  }

  int Timeout() const {
    if (!due_) return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due_ - Time::now()).count();
    return left < 0 ? 0 : static_cast<int>(left);
  }

  /// True when there is something to tell.
  bool Gather(const Connector::Received& received) {
    const std::lock_guard lock(mutex_);
    for (const ConnectorEvent& event : received.events) {
      if (event.kind == ConnectorEvent::Kind::kProcess) pids_.insert(event.pid);
    }
    if (received.lost || pids_.size() > kMaxBatch) {
      overflow_ = true;
      pids_.clear();
    }
    return overflow_ || !pids_.empty();
  }

  /// True when the reader does not know yet that something waits.
  bool MarkNotified() {
    const std::lock_guard lock(mutex_);
    last_notice_ = Time::now();
    last_size_ = static_cast<int>(pids_.size());
    return !std::exchange(notified_, true);
  }

  Connector connector_;
  const UniqueFd stop_;
  const EventOptions options_;
  std::optional<Time::time_point> due_;
  Time::time_point last_notice_{};
  int last_size_ = 0;
  std::mutex mutex_;
  std::unordered_set<std::uint32_t> pids_;
  bool overflow_ = false;
  bool notified_ = false;
  /// Last, so that everything it uses exists before it runs.
  std::thread thread_;
};

}  // namespace

Outcome<std::unique_ptr<ProcessEvents>> OpenProcessEvents(EventOptions options) {
  auto connector = Connector::Open();
  if (!connector.Ok()) return connector.Error();
  UniqueFd stop(eventfd(0, EFD_CLOEXEC));
  if (!stop) return ErrnoFailure("eventfd");
  return std::unique_ptr<ProcessEvents>(
      std::make_unique<LinuxProcessEvents>(std::move(connector.Value()), std::move(stop), std::move(options)));
}

}  // namespace isoscope
