#pragma once

#include <windows.h>

namespace isoscope {

/// A status of the native API; negative means failure.
using NtStatus = LONG;

// From the WDK; winternl.h and ntstatus.h do not agree on them everywhere.
constexpr NtStatus kStatusInfoLengthMismatch = static_cast<NtStatus>(0xC0000004);
constexpr NtStatus kStatusInvalidInfoClass = static_cast<NtStatus>(0xC0000003);
constexpr NtStatus kStatusAccessDenied = static_cast<NtStatus>(0xC0000022);
constexpr NtStatus kStatusNotSupported = static_cast<NtStatus>(0xC00000BB);
constexpr NtStatus kStatusEntryPointNotFound = static_cast<NtStatus>(0xC0000139);
constexpr NtStatus kStatusUnexpectedIo = static_cast<NtStatus>(0xC00000E9);

/// Calls of ntdll and advapi32, resolved at run time: the addon imports nothing but the C runtime and kernel32, and what
/// one Windows lacks costs a column, not the addon. Any may be null.
struct WindowsCalls {
  NtStatus(WINAPI* query_system)(ULONG kind, void* buffer, ULONG size, ULONG* needed) = nullptr;
  NtStatus(WINAPI* query_process)(HANDLE process, ULONG kind, void* buffer, ULONG size, ULONG* needed) = nullptr;
  decltype(&::OpenProcessToken) open_token = nullptr;
  decltype(&::GetTokenInformation) token_information = nullptr;
  decltype(&::LookupAccountSidW) lookup_account = nullptr;

  static WindowsCalls Resolve();
};

}  // namespace isoscope
