#include "proc/windows_snapshot.h"

#include <limits>
#include <utility>

namespace isoscope {
namespace {

// SYSTEM_PROCESS_INFORMATION of 64-bit Windows.
constexpr std::size_t kNextEntryOffset = 0x00;
constexpr std::size_t kNumberOfThreads = 0x04;
constexpr std::size_t kCreateTime = 0x20;
constexpr std::size_t kUserTime = 0x28;
constexpr std::size_t kKernelTime = 0x30;
constexpr std::size_t kImageName = 0x38;
constexpr std::size_t kUniqueProcessId = 0x50;
constexpr std::size_t kParentProcessId = 0x58;
constexpr std::size_t kHandleCount = 0x60;
constexpr std::size_t kSessionId = 0x64;
constexpr std::size_t kVirtualSize = 0x78;
constexpr std::size_t kWorkingSetSize = 0x90;
constexpr std::size_t kQuotaNonPagedPoolUsage = 0xB0;
constexpr std::size_t kPagefileUsage = 0xB8;
constexpr std::size_t kEntrySize = 0x100;

/// One entry that is known to lie within the bytes.
class Entry {
 public:
  Entry(const WindowsBytes& bytes, std::size_t offset) : bytes_(bytes), offset_(offset) {}

  std::uint32_t U32(std::size_t field) const { return bytes_.At<std::uint32_t>(offset_ + field).value_or(0); }
  std::uint64_t U64(std::size_t field) const { return bytes_.At<std::uint64_t>(offset_ + field).value_or(0); }
  std::optional<std::u16string> Text(std::size_t field) const { return bytes_.TextAt(offset_ + field); }

 private:
  const WindowsBytes& bytes_;
  std::size_t offset_;
};

WindowsUse UseOf(const Entry& entry) {
  return {
      .user_time = entry.U64(kUserTime),
      .kernel_time = entry.U64(kKernelTime),
      .virtual_size = entry.U64(kVirtualSize),
      .working_set = entry.U64(kWorkingSetSize),
      .non_paged_pool = entry.U64(kQuotaNonPagedPoolUsage),
      .pagefile = entry.U64(kPagefileUsage),
      .handles = entry.U32(kHandleCount),
      .session = entry.U32(kSessionId),
  };
}

std::optional<WindowsProcess> ProcessOf(const Entry& entry) {
  auto image = entry.Text(kImageName);
  const std::uint64_t pid = entry.U64(kUniqueProcessId);
  if (!image || pid > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return WindowsProcess{
      .pid = static_cast<std::uint32_t>(pid),
      .ppid = static_cast<std::uint32_t>(entry.U64(kParentProcessId)),
      .threads = entry.U32(kNumberOfThreads),
      .created = entry.U64(kCreateTime),
      .image = std::move(*image),
      .use = UseOf(entry),
  };
}

}  // namespace

std::optional<std::vector<WindowsProcess>> ParseSystemProcesses(const WindowsBytes& bytes) {
  std::vector<WindowsProcess> rows;
  for (std::size_t offset = 0;;) {
    if (!bytes.Has(offset, kEntrySize)) return std::nullopt;
    const Entry entry(bytes, offset);
    auto row = ProcessOf(entry);
    if (!row) return std::nullopt;
    rows.push_back(std::move(*row));
    const std::size_t next = entry.U32(kNextEntryOffset);
    if (next == 0) return rows;
    if (next < kEntrySize) return std::nullopt;
    offset += next;
  }
}

}  // namespace isoscope
