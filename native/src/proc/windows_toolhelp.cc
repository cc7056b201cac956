#include "proc/windows_toolhelp.h"

#include "core/windows_failure.h"
#include "core/windows_text.h"
#include "proc/windows_handle.h"
#include "proc/windows_times.h"

// After windows.h, which it needs.
#include <tlhelp32.h>

#include <string>

namespace isoscope {
namespace {

std::uint64_t CreationOf(std::uint32_t pid) {
  const WindowsHandle process(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, pid));
  return process ? CreationTimeOf(process.Get()) : 0;
}

/// Toolhelp gives PID 0 a name of its own making.
std::u16string ImageOf(const PROCESSENTRY32W& entry) {
  if (entry.th32ProcessID == 0) return {};
  return FromWide(entry.szExeFile);
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

}  // namespace

Outcome<std::vector<WindowsProcess>> ReadToolhelp() {
  const WindowsSnapshot snapshot(CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0));
  if (!snapshot) return Win32Failure("CreateToolhelp32Snapshot", GetLastError());
  PROCESSENTRY32W entry{};
  entry.dwSize = sizeof entry;
  if (Process32FirstW(snapshot.Get(), &entry) == 0) return Win32Failure("Process32FirstW", GetLastError());
  std::vector<WindowsProcess> rows;
  do {
    rows.push_back(ProcessOf(entry));
  } while (Process32NextW(snapshot.Get(), &entry) != 0);
  return rows;
}

}  // namespace isoscope
