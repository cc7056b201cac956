#include "core/windows_version.h"

#include <windows.h>

#include <cmath>

#include "core/windows_library.h"

namespace isoscope {
namespace {

/// FILETIME counts 100 ns since 1601.
constexpr double kFileTimePerMs = 10'000;
constexpr double kUnixEpochMs = 11'644'473'600'000;

RTL_OSVERSIONINFOEXW RealVersion() {
  RTL_OSVERSIONINFOEXW version{};
  version.dwOSVersionInfoSize = sizeof version;
  using RtlGetVersion = LONG(WINAPI*)(RTL_OSVERSIONINFOEXW*);
  // ntdll is in every process.
  const auto get_version = FindExport<RtlGetVersion>(GetModuleHandleW(L"ntdll.dll"), "RtlGetVersion");
  if (get_version != nullptr) get_version(&version);
  return version;
}

std::optional<std::uint32_t> UpdateBuildRevision() {
  auto library = LoadSystemLibrary(L"advapi32.dll");
  if (!library.Ok()) return std::nullopt;
  const auto get_value = FindExport<decltype(&::RegGetValueW)>(library.Value(), "RegGetValueW");
  if (get_value == nullptr) return std::nullopt;
  DWORD revision = 0;
  DWORD size = sizeof revision;
  const wchar_t* key = L"SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
  const LSTATUS status =
      get_value(HKEY_LOCAL_MACHINE, key, L"UBR", RRF_RT_REG_DWORD, nullptr, &revision, &size);
  if (status != ERROR_SUCCESS) return std::nullopt;
  return revision;
}

double NowMs() {
  FILETIME now;
  GetSystemTimeAsFileTime(&now);
  const auto ticks = (static_cast<std::uint64_t>(now.dwHighDateTime) << 32) | now.dwLowDateTime;
  return std::floor(static_cast<double>(ticks) / kFileTimePerMs) - kUnixEpochMs;
}

}  // namespace

WindowsVersion ReadWindowsVersion() {
  const RTL_OSVERSIONINFOEXW version = RealVersion();
  return {.major = version.dwMajorVersion,
          .minor = version.dwMinorVersion,
          .build = version.dwBuildNumber,
          .revision = UpdateBuildRevision(),
          .workstation = version.wProductType == VER_NT_WORKSTATION,
          .booted_at = NowMs() - static_cast<double>(GetTickCount64())};
}

}  // namespace isoscope
