#include "proc/windows_silo.h"

namespace isoscope {
namespace {

// From the WDK: PROCESS_MEMBERSHIP_INFORMATION is this one number.
constexpr ULONG kProcessMembershipInformation = 109;

}  // namespace

std::optional<std::uint32_t> WindowsSilos::Of(HANDLE process) {
  if (!told_ || calls_.query_process == nullptr) return std::nullopt;
  ULONG silo = 0;
  const NtStatus status = calls_.query_process(process, kProcessMembershipInformation, &silo, sizeof silo, nullptr);
  if (status == kStatusInvalidInfoClass) told_ = false;
  if (status < 0) return std::nullopt;
  return silo;
}

}  // namespace isoscope
