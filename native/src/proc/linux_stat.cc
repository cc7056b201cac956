#include "proc/linux_stat.h"

#include <array>

namespace isoscope {
namespace {

constexpr std::uint64_t kKernelThreadFlag = 0x00200000;  // PF_KTHREAD, linux/sched.h

// Field numbers as in proc_pid_stat(5); the first after the name is 3.
constexpr std::size_t kFirstField = 3;
constexpr std::size_t kPpid = 4, kFlags = 9, kUserTime = 14, kSystemTime = 15, kThreads = 20, kStart = 22, kRss = 24;
constexpr std::size_t kArgStart = 48;

/// The numbers after the state letter; `filled` says how many there were. A negative one reads as its absolute value:
/// none of those that are used can be negative.
struct Numbers {
  std::array<std::uint64_t, kArgStart + 1> field{};
  std::size_t filled = 0;
};

/// By hand: it runs for every process on every pass.
Numbers ParseNumbers(std::string_view text) {
  Numbers numbers;
  std::size_t number = kFirstField;
  bool inside = false;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      inside = false;
      continue;
    }
    if (!inside && ++number >= numbers.field.size()) break;
    inside = true;
    numbers.filled = number;
    numbers.field[number] = numbers.field[number] * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return numbers;
}

}  // namespace

std::optional<StatFields> ParseStat(std::string_view text) {
  const std::size_t open = text.find('(');
  const std::size_t close = text.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
  if (text.size() < close + 3) return std::nullopt;
  const Numbers numbers = ParseNumbers(text.substr(close + 3));
  if (numbers.filled < kRss) return std::nullopt;
  const auto& field = numbers.field;
  return StatFields{
      .name = text.substr(open + 1, close - open - 1),
      .state = text[close + 2],
      .ppid = static_cast<std::uint32_t>(field[kPpid]),
      .kernel_thread = (field[kFlags] & kKernelThreadFlag) != 0,
      .cpu_ticks = field[kUserTime] + field[kSystemTime],
      .threads = static_cast<std::uint32_t>(field[kThreads]),
      .start = field[kStart],
      .rss_pages = field[kRss],
      .arg_start = field[kArgStart],
  };
}

}  // namespace isoscope
