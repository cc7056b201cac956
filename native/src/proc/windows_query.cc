#include "proc/windows_query.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <span>

#include "proc/windows_bytes.h"

namespace isoscope {
namespace {

constexpr ULONG kSystemProcessInformation = 5;
constexpr std::size_t kFirstSize = 256 * 1024;
/// A host with 100,000 threads needs about 10 MiB.
constexpr std::size_t kMaxSize = 512 * 1024 * 1024;

Failure FailureOf(NtStatus status) {
  char detail[64];
  std::snprintf(detail, sizeof detail, "status 0x%08lX", static_cast<unsigned long>(status) & 0xFFFFFFFFul);
  return {"NtQuerySystemInformation", CodeSpace::kNtStatus, static_cast<std::int32_t>(status), detail};
}

}  // namespace

Outcome<std::vector<WindowsProcess>> WindowsQuery::Read() {
  if (calls_.query_system == nullptr) return FailureOf(kStatusEntryPointNotFound);
  std::size_t filled = 0;
  const NtStatus status = Fill(filled);
  if (status < 0) return FailureOf(status);
  const std::span<const std::byte> bytes(buffer_.data(), filled);
  auto rows = ParseSystemProcesses({bytes, reinterpret_cast<std::uintptr_t>(buffer_.data())});
  if (!rows) return FailureOf(kStatusUnexpectedIo);
  return std::move(*rows);
}

NtStatus WindowsQuery::Fill(std::size_t& filled) {
  if (buffer_.empty()) buffer_.resize(kFirstSize);
  for (;;) {
    ULONG needed = 0;
    const NtStatus status = calls_.query_system(kSystemProcessInformation, buffer_.data(),
                                                static_cast<ULONG>(buffer_.size()), &needed);
    if (status != kStatusInfoLengthMismatch) {
      filled = std::min<std::size_t>(needed, buffer_.size());
      return status;
    }
    // Processes may be born between two calls, and some Windows do not say how much they need.
    const std::size_t wanted = std::max<std::size_t>(needed + needed / 10, buffer_.size() * 2);
    if (wanted > kMaxSize) return status;
    buffer_.resize(wanted);
  }
}

}  // namespace isoscope
