#include "proc/linux_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>

#include "proc/linux_describe.h"
#include "proc/linux_pids.h"

namespace isoscope {
namespace {

/// Within this time of its start a process may yet be moved into its container's cgroup (runc does so before its exec).
constexpr double kYoungMs = 2000;
/// Every row is described anew once in so many passes: owner and cgroup can change without a sign in `stat`.
constexpr std::uint64_t kRotation = 64;

double ClockMs(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1000 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace

LinuxProcessSource::LinuxProcessSource(UniqueFd proc_directory, std::size_t max_held_files)
    : proc_directory_(std::move(proc_directory)),
      ms_per_tick_(1000.0 / static_cast<double>(sysconf(_SC_CLK_TCK))),
      page_bytes_(static_cast<double>(sysconf(_SC_PAGESIZE))),
      budget_{HeldFileCap(max_held_files), 0} {}

Outcome<ProcessDelta> LinuxProcessSource::Snapshot() {
  const std::lock_guard lock(mutex_);
  Pass pass = Begin(false);
  auto pids = ListPids(proc_directory_.Get());
  if (!pids.Ok() && MeansExhausted(pids.Error().code) && budget_.used > 0) {
    DropHeld();
    pids = ListPids(proc_directory_.Get());
  }
  if (!pids.Ok()) return pids.Error();
  for (const std::uint32_t pid : pids.Value()) Visit(pid, pass);
  if (exhausted_ != 0) return Abandon();
  for (auto row = rows_.begin(); row != rows_.end();) {
    if (row->second.seen == pass_) {
      ++row;
    } else {
      pass.delta.removed.push_back(row->first);
      row = rows_.erase(row);
    }
  }
  return std::move(pass.delta);
}

Outcome<ProcessDelta> LinuxProcessSource::Refresh(const std::vector<std::uint32_t>& pids) {
  const std::lock_guard lock(mutex_);
  Pass pass = Begin(true);
  for (const std::uint32_t pid : pids) {
    if (!Visit(pid, pass) && exhausted_ == 0) Forget(pid, pass);
  }
  if (exhausted_ != 0) return Abandon();
  return std::move(pass.delta);
}

Failure LinuxProcessSource::Abandon() {
  rows_.clear();
  return Failure{"openat stat", CodeSpace::kErrno, exhausted_, std::strerror(exhausted_)};
}

void LinuxProcessSource::Release() {
  const std::lock_guard lock(mutex_);
  DropHeld();
  for (auto& [pid, row] : rows_) row.settled = false;
}

std::size_t LinuxProcessSource::HeldFiles() {
  const std::lock_guard lock(mutex_);
  return budget_.used;
}

LinuxProcessSource::Pass LinuxProcessSource::Begin(bool redescribe) {
  ++pass_;
  exhausted_ = 0;
  Pass pass{.delta = {}, .now_ticks = 0, .redescribe = redescribe};
  pass.delta.whole = rows_.empty() && !redescribe;
  pass.delta.at = ClockMs(CLOCK_MONOTONIC);
  pass.now_ticks = static_cast<std::uint64_t>(ClockMs(CLOCK_BOOTTIME) / ms_per_tick_);
  return pass;
}

bool LinuxProcessSource::Visit(std::uint32_t pid, Pass& pass) {
  StatRead read = ReadStat(pid);
  if (exhausted_ != 0 || MeansGone(read.error)) return false;
  if (read.error != 0) return VisitUnreadable(pid, read.error, pass);
  const auto stat = ParseStat(read.text);
  if (!stat) return VisitUnreadable(pid, EPROTO, pass);
  return VisitReadable(pid, *stat, std::move(read.opened), pass);
}

bool LinuxProcessSource::VisitReadable(std::uint32_t pid, const StatFields& stat, UniqueFd opened, Pass& pass) {
  const auto [row, fresh] = Find(pid, stat.start, pass);
  if (fresh || NeedsDescribing(pid, row, stat, pass)) {
    auto description = Describe(proc_directory_.Get(), pid, stat);
    if (!description) {
      Forget(pid, pass);
      return false;
    }
    if (fresh || row.description != *description) {
      pass.delta.described.push_back({pid, *description});
      row.description = std::move(*description);
    }
    row.arg_start = stat.arg_start;
    const double age = static_cast<double>(pass.now_ticks) - static_cast<double>(stat.start);
    row.settled = age > kYoungMs / ms_per_tick_ && !row.description.unreadable;
  }
  Count(pid, row, fresh, stat, pass);
  if (opened) row.stat.Hold(std::move(opened), budget_);
  return true;
}

bool LinuxProcessSource::VisitUnreadable(std::uint32_t pid, int error, Pass& pass) {
  auto description = DescribeUnreadable(proc_directory_.Get(), pid, error);
  if (!description) return false;
  const auto [row, fresh] = Find(pid, description->start, pass);
  if (!fresh && row.description == *description) return true;
  pass.delta.described.push_back({pid, *description});
  row.description = std::move(*description);
  return true;
}

std::pair<LinuxProcessSource::Tracked&, bool> LinuxProcessSource::Find(std::uint32_t pid, std::uint64_t start,
                                                                        Pass& pass) {
  auto [found, fresh] = rows_.try_emplace(pid);
  if (!fresh && found->second.description.start != start) {
    Forget(pid, pass);
    std::tie(found, fresh) = rows_.try_emplace(pid);
  }
  found->second.seen = pass_;
  return {found->second, fresh};
}

bool LinuxProcessSource::NeedsDescribing(std::uint32_t pid, const Tracked& row, const StatFields& stat,
                                         const Pass& pass) const {
  return pass.redescribe || !row.settled || row.arg_start != stat.arg_start || row.description.name != stat.name ||
         (pid + pass_) % kRotation == 0;
}

void LinuxProcessSource::Count(std::uint32_t pid, Tracked& row, bool fresh, const StatFields& stat, Pass& pass) {
  const Counters counters{
      .ppid = stat.ppid,
      .threads = stat.threads,
      .cpu_ms = static_cast<double>(stat.cpu_ticks) * ms_per_tick_,
      .rss_bytes = static_cast<double>(stat.rss_pages) * page_bytes_,
  };
  if (!fresh && row.counters == counters) return;
  row.counters = counters;
  pass.delta.counted.push_back({pid, counters});
}

void LinuxProcessSource::Forget(std::uint32_t pid, Pass& pass) {
  if (rows_.erase(pid) > 0) pass.delta.removed.push_back(pid);
}

LinuxProcessSource::StatRead LinuxProcessSource::ReadStat(std::uint32_t pid) {
  const auto found = rows_.find(pid);
  if (found != rows_.end() && found->second.stat) {
    const int got = ReadFromStart(found->second.stat.Get(), buffer_, sizeof buffer_);
    if (got > 0) return {.text = {buffer_, static_cast<std::size_t>(got)}, .error = 0, .opened = {}};
    // The process this file was opened for is gone; the PID may have a new one.
    found->second.stat.Drop();
  }
  return OpenStat(pid);
}

LinuxProcessSource::StatRead LinuxProcessSource::OpenStat(std::uint32_t pid) {
  char path[32];
  std::snprintf(path, sizeof path, "%u/stat", pid);
  UniqueFd fd(openat(proc_directory_.Get(), path, O_RDONLY | O_CLOEXEC));
  if (!fd && MeansExhausted(errno) && budget_.used > 0) {
    DropHeld();
    fd.Reset(openat(proc_directory_.Get(), path, O_RDONLY | O_CLOEXEC));
  }
  if (!fd) {
    const int error = errno;
    if (MeansExhausted(error)) exhausted_ = error;
    return {.text = {}, .error = error, .opened = {}};
  }
  const int got = ReadFromStart(fd.Get(), buffer_, sizeof buffer_);
  if (got < 0) return {.text = {}, .error = -got, .opened = {}};
  return {.text = {buffer_, static_cast<std::size_t>(got)}, .error = 0, .opened = std::move(fd)};
}

void LinuxProcessSource::DropHeld() {
  for (auto& [pid, row] : rows_) row.stat.Drop();
}

Outcome<std::shared_ptr<ProcessSource>> OpenProcessSource(const SourceOptions& options) {
  UniqueFd directory(open(options.proc_root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!directory) return ErrnoFailure("open " + options.proc_root);
  return std::shared_ptr<ProcessSource>(
      std::make_shared<LinuxProcessSource>(std::move(directory), options.max_held_files));
}

}  // namespace isoscope
