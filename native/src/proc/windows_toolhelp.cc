#include "proc/windows_toolhelp.h"

#include "proc/windows_handle.h"
#include "proc/windows_times.h"

// After windows.h, which it needs.
#include <tlhelp32.h>

#include <string>
#include <string_view>

namespace isoscope {
namespace {

std::uint64_t CreationOf(std::uint32_t pid) {
  const WindowsHandle process(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, pid));
  return process ? CreationTimeOf(process.Get()) : 0;
}

/// Toolhelp gives PID 0 a name of its own making.
std::u16string ImageOf(const PROCESSENTRY32W& entry) {
  if (entry.th32ProcessID == 0) return {};
  const std::wstring_view name(entry.szExeFile);
  return {name.begin(), name.end()};
}

WindowsProcess ProcessOf(const PROCESSENTRY32W& entry) {
  return {
      .pid = entry.th32ProcessID,
      .ppid = entry.th32ParentProcessID,
      .threads = entry.cntThreads,
      .created = entry.th32ProcessID == 0 ? 0 : CreationOf(entry.th32ProcessID),
      .image = ImageOf(entry),
  };
}

Failure FailureOf(const char* op) {
  const DWORD error = GetLastError();
  return {op, CodeSpace::kWin32, static_cast<std::int32_t>(error), "Windows error " + std::to_string(error)};
}

}  // namespace

Outcome<std::vector<WindowsProcess>> ReadToolhelp() {
  const WindowsSnapshot snapshot(CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0));
  if (!snapshot) return FailureOf("CreateToolhelp32Snapshot");
  PROCESSENTRY32W entry{};
  entry.dwSize = sizeof entry;
  if (Process32FirstW(snapshot.Get(), &entry) == 0) return FailureOf("Process32FirstW");
  std::vector<WindowsProcess> rows;
  do {
    rows.push_back(ProcessOf(entry));
  } while (Process32NextW(snapshot.Get(), &entry) != 0);
  return rows;
}

}  // namespace isoscope
