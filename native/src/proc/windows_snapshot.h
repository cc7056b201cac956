#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "proc/windows_bytes.h"

namespace isoscope {

/// What a process uses, as NtQuerySystemInformation tells it.
struct WindowsUse {
  /// 100 ns each.
  std::uint64_t user_time = 0;
  std::uint64_t kernel_time = 0;
  /// Bytes each.
  std::uint64_t virtual_size = 0;
  std::uint64_t working_set = 0;
  std::uint64_t non_paged_pool = 0;
  std::uint64_t pagefile = 0;
  std::uint32_t handles = 0;
  std::uint32_t session = 0;
};

struct WindowsProcess {
  std::uint32_t pid = 0;
  /// That of the creator; may be another process's by now.
  std::uint32_t ppid = 0;
  std::uint32_t threads = 0;
  /// FILETIME: 100 ns since 1601 UTC. 0 for Idle, and where it could not be read.
  std::uint64_t created = 0;
  /// File name alone, e.g. `PING.EXE`; empty for Idle.
  std::u16string image{};
  /// Nothing where only Toolhelp answered.
  std::optional<WindowsUse> use{};
};

/// Reads the answer to SystemProcessInformation (5): entries of 0x100 bytes, each followed by its threads and chained by
/// the offset of the next. Nothing when any of it lies outside the bytes or the chain does not lead on.
std::optional<std::vector<WindowsProcess>> ParseSystemProcesses(const WindowsBytes& bytes);

}  // namespace isoscope
