#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace isoscope {

/// What rarely changes in a process's life. Text is the system's own bytes; it need not be valid UTF-8.
struct Description {
  /// The kernel's start stamp: with the PID it names the process. 0 when it could not be read.
  std::uint64_t start = 0;
  std::string name{};
  /// Arguments joined by a space; none for kernel threads, zombies and unreadable processes.
  std::optional<std::string> command{};
  /// The effective user as the system numbers it (Linux: the uid in decimal).
  std::optional<std::string> owner{};
  std::optional<std::string> container_id{};
  /// From the reader's PID namespace to the innermost. Empty when not in a container.
  std::vector<std::uint32_t> ns_pids{};
  /// Why something above is missing.
  std::optional<std::string> unreadable{};

  bool operator==(const Description&) const = default;
};

/// What only Windows counts. Nothing where this Windows does not tell.
struct WindowsCounters {
  std::optional<double> handles{};
  std::optional<double> non_paged_bytes{};
  std::optional<double> paged_bytes{};
  std::optional<double> virtual_bytes{};
  std::optional<double> session_id{};
  /// Server silo; 0 is the host itself.
  std::optional<double> silo_id{};

  bool operator==(const WindowsCounters&) const = default;
};

/// What changes while a process runs.
struct Counters {
  std::uint32_t ppid = 0;
  std::uint32_t threads = 0;
  /// Nothing where the system does not tell.
  std::optional<double> cpu_ms{};
  std::optional<double> rss_bytes{};
  /// Every row of a Windows source has them, no row of another.
  std::optional<WindowsCounters> windows{};

  bool operator==(const Counters&) const = default;
};

struct DescribedRow {
  std::uint32_t pid;
  Description description;
};

struct CountedRow {
  std::uint32_t pid;
  Counters counters;
};

/// How the table differs from what the same source told before. Apply `removed` first: a reused PID is removed and
/// described in one delta. A process without a counted row has never had readable counters.
struct ProcessDelta {
  /// When reading began, on a clock that never goes back, ms.
  double at = 0;
  /// True when it holds every process: what it does not name is gone, whatever was told before.
  bool whole = false;
  std::vector<std::uint32_t> removed;
  std::vector<DescribedRow> described;
  std::vector<CountedRow> counted;
};

}  // namespace isoscope
