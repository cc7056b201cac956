#include "proc/windows_describe.h"

#include <cstdint>
#include <optional>

#include "proc/windows_handle.h"
#include "proc/windows_name.h"
#include "proc/windows_times.h"

namespace isoscope {
namespace {

constexpr std::uint32_t kIdle = 0;
/// The kernel's own process: it has no command line, and whose it is matters to nobody.
constexpr std::uint32_t kSystem = 4;

constexpr const char* kDenied = "This user is not permitted to read it.";
constexpr const char* kDeniedAccount = "This user is not permitted to read whose process it is.";

}  // namespace

WindowsDescription WindowsDescriber::Describe(const WindowsProcess& process) {
  Description row{.start = process.created, .name = WindowsProcessName(process.pid, process.image)};
  if (process.pid == kIdle) return {.row = std::move(row)};
  const WindowsHandle handle(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process.pid));
  if (!handle) {
    if (GetLastError() == ERROR_ACCESS_DENIED && process.pid != kSystem) row.unreadable = kDenied;
    return {.row = std::move(row)};
  }
  // The PID may have passed to another process since the snapshot; that one is met in the next.
  if (process.created != 0 && CreationTimeOf(handle.Get()) != process.created) return {.row = std::move(row), .settled = false};
  const std::optional<std::uint32_t> silo = silos_.Of(handle.Get());
  WindowsAnswer owner = accounts_.OwnerOf(handle.Get());
  row.owner = std::move(owner.text);
  if (process.pid == kSystem) return {.row = std::move(row), .silo = silo};
  WindowsAnswer command = commands_.Read(handle.Get(), process.pid);
  row.command = std::move(command.text);
  if (owner.denied) row.unreadable = kDeniedAccount;
  if (command.denied) row.unreadable = kDenied;
  return {.row = std::move(row), .silo = silo, .settled = owner.settled && command.settled};
}

}  // namespace isoscope
