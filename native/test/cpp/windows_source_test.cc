// Compiled by mingw-w64 and run under Wine by windows-source.test.ts: the paths that a Wine or a Windows alone never
// takes, by calls that answer as the other would.
#include <cstdint>
#include <cstring>
#include <string>

#include "check.h"
#include "proc/windows_account.h"
#include "proc/windows_command.h"
#include "proc/windows_query.h"
#include "proc/windows_silo.h"
#include "proc/windows_source.h"
#include "proc/windows_times.h"
#include "proc/windows_toolhelp.h"

namespace {

using isoscope::NtStatus;
using isoscope::WindowsAnswer;
using isoscope::WindowsCalls;

template <class Rows>
auto* FindPid(Rows& rows, std::uint32_t pid) {
  for (auto& row : rows) {
    if (row.pid == pid) return &row;
  }
  return decltype(&rows.front()){nullptr};
}

void Toolhelp() {
  auto rows = isoscope::ReadToolhelp();
  Check(rows.Ok(), "Toolhelp answers");
  const auto* own = FindPid(rows.Value(), GetCurrentProcessId());
  Check(own && own->image == u"windows_source_test.exe" && own->threads >= 1 && !own->use, "this program is in it");
  Check(own->created == isoscope::CreationTimeOf(GetCurrentProcess()) && own->created != 0, "with its start");
  const WindowsCalls calls = WindowsCalls::Resolve();
  auto queried = isoscope::WindowsQuery(calls).Read();
  Check(queried.Ok() && FindPid(queried.Value(), own->pid)->created == own->created, "the same start as the query's");
}

NtStatus WINAPI Refuses(ULONG, void*, ULONG, ULONG*) { return isoscope::kStatusAccessDenied; }

void Fallback() {
  WindowsCalls calls = WindowsCalls::Resolve();
  calls.query_system = Refuses;
  isoscope::WindowsProcessSource source(std::move(calls));
  auto delta = source.Snapshot();
  Check(delta.Ok() && delta.Value().whole, "there is a table without the query");
  const auto* own = FindPid(delta.Value().described, GetCurrentProcessId());
  Check(own && own->description.command && own->description.start != 0, "rows are described");
  Check(own->description.unreadable->find("0xC0000022") != std::string::npos, "and say what they lack");
  const auto* counted = FindPid(delta.Value().counted, GetCurrentProcessId());
  Check(counted && counted->counters.threads >= 1 && !counted->counters.rss_bytes, "threads but no memory");
}

/// As an old Windows: does not say how much it needs, and then needs ever more for a while.
int grown = 0;
NtStatus WINAPI Grows(ULONG kind, void* buffer, ULONG size, ULONG* needed) {
  *needed = 0;
  if (++grown < 4) return isoscope::kStatusInfoLengthMismatch;
  static const WindowsCalls real = WindowsCalls::Resolve();
  return real.query_system(kind, buffer, size, needed);
}
NtStatus WINAPI NeverFits(ULONG, void*, ULONG size, ULONG* needed) {
  *needed = size;
  return isoscope::kStatusInfoLengthMismatch;
}
NtStatus WINAPI Garbage(ULONG, void* buffer, ULONG size, ULONG* needed) {
  std::memset(buffer, 0xFF, size);
  *needed = size;
  return 0;
}

void Query() {
  WindowsCalls calls;
  Check(!isoscope::WindowsQuery(calls).Read().Ok(), "no such export");
  calls.query_system = Grows;
  Check(isoscope::WindowsQuery(calls).Read().Ok() && grown == 4, "the buffer grows until it fits");
  calls.query_system = NeverFits;
  Check(isoscope::WindowsQuery(calls).Read().Error().code == isoscope::kStatusInfoLengthMismatch, "but not for ever");
  calls.query_system = Garbage;
  Check(!isoscope::WindowsQuery(calls).Read().Ok(), "what is not a snapshot");
}

const std::u16string kCommand = u"ping localhost -t " + std::u16string(5000, u'x');

/// As Windows 8.1 and later: a UNICODE_STRING with its text behind it.
NtStatus WINAPI Class60(HANDLE, ULONG kind, void* buffer, ULONG size, ULONG* needed) {
  if (kind != 60) return isoscope::kStatusInvalidInfoClass;
  const auto length = static_cast<std::uint16_t>(kCommand.size() * 2);
  *needed = 16 + length;
  if (size < *needed) return isoscope::kStatusInfoLengthMismatch;
  auto* bytes = static_cast<std::byte*>(buffer);
  const auto pointer = reinterpret_cast<std::uintptr_t>(bytes + 16);
  std::memcpy(bytes, &length, sizeof length);
  std::memcpy(bytes + 8, &pointer, sizeof pointer);
  std::memcpy(bytes + 16, kCommand.data(), length);
  return 0;
}
NtStatus WINAPI Denies60(HANDLE, ULONG, void*, ULONG, ULONG*) { return isoscope::kStatusAccessDenied; }
NtStatus WINAPI Empty60(HANDLE, ULONG, void* buffer, ULONG, ULONG*) {
  std::memset(buffer, 0, 16);
  return 0;
}

WindowsAnswer ReadCommand(const WindowsCalls& calls) {
  return isoscope::WindowsCommandReader(calls).Read(GetCurrentProcess(), GetCurrentProcessId());
}

void Commands() {
  WindowsCalls calls;
  Check(!ReadCommand(calls).text, "no such export");
  calls.query_process = Class60;
  WindowsAnswer answer = ReadCommand(calls);
  Check(answer.text && answer.text->size() == kCommand.size() && answer.settled, "a long one by class 60");
  calls.query_process = Denies60;
  answer = ReadCommand(calls);
  Check(!answer.text && answer.denied && answer.settled, "refused");
  calls.query_process = Empty60;
  Check(!ReadCommand(calls).settled, "none yet");
  answer = ReadCommand(WindowsCalls::Resolve());
  Check(answer.text && answer.text->find("windows_source_test") != std::string::npos, "the real one");
}

BOOL WINAPI NoToken(HANDLE, DWORD, PHANDLE) {
  SetLastError(ERROR_ACCESS_DENIED);
  return FALSE;
}
BOOL WINAPI NoName(LPCWSTR, PSID, LPWSTR, LPDWORD, LPWSTR, LPDWORD, PSID_NAME_USE) {
  SetLastError(ERROR_NONE_MAPPED);
  return FALSE;
}
BOOL WINAPI WorkerName(LPCWSTR, PSID, LPWSTR name, LPDWORD length, LPWSTR domain, LPDWORD domain_length, PSID_NAME_USE) {
  constexpr wchar_t kName[] = L"8E2C3A10-0000-4000-8000-000000000001";
  constexpr wchar_t kDomain[] = L"NT VIRTUAL MACHINE";
  std::memcpy(name, kName, sizeof kName);
  std::memcpy(domain, kDomain, sizeof kDomain);
  *length = sizeof kName / sizeof(wchar_t) - 1;
  *domain_length = sizeof kDomain / sizeof(wchar_t) - 1;
  return TRUE;
}

void Accounts() {
  WindowsCalls calls = WindowsCalls::Resolve();
  const auto owner = [&calls] { return isoscope::WindowsAccounts(calls).OwnerOf(GetCurrentProcess()); };
  Check(owner().text->find('\\') != std::string::npos, "the real one");
  calls.lookup_account = WorkerName;
  Check(owner().text == "NT VIRTUAL MACHINE\\8E2C3A10-0000-4000-8000-000000000001", "a VM's worker");
  calls.lookup_account = NoName;
  Check(owner().text->starts_with("S-1-5-") && !owner().settled, "an account without a name");
  calls.open_token = NoToken;
  Check(owner().denied && owner().settled && !owner().text, "a token that is not for us");
}

/// Which classes were asked, and what class 109 answers.
int asked_silos = 0;
NtStatus silo_status = 0;
NtStatus WINAPI Class109(HANDLE process, ULONG kind, void* buffer, ULONG size, ULONG* needed) {
  static const WindowsCalls real = WindowsCalls::Resolve();
  if (kind != 109) return real.query_process(process, kind, buffer, size, needed);
  ++asked_silos;
  if (size != 4) return isoscope::kStatusInfoLengthMismatch;
  constexpr ULONG kSilo = 7;
  if (silo_status >= 0) std::memcpy(buffer, &kSilo, sizeof kSilo);
  return silo_status;
}

void Silos() {
  WindowsCalls calls;
  isoscope::WindowsSilos silos(calls);
  const auto own = [&silos] { return silos.Of(GetCurrentProcess()); };
  Check(!own(), "no such export");
  calls.query_process = Class109;
  Check(own() == 7u, "as a newer Windows tells");
  silo_status = isoscope::kStatusAccessDenied;
  Check(!own(), "refused for this one");
  silo_status = 0;
  Check(own() == 7u, "but not for the next");
  silo_status = isoscope::kStatusInvalidInfoClass;
  const int before = asked_silos;
  Check(!own() && !own() && asked_silos == before + 1, "a class that is not known is asked once");
}

void SilosInTable() {
  WindowsCalls calls = WindowsCalls::Resolve();
  calls.query_process = Class109;
  silo_status = 0;
  const auto own = [](auto& source) {
    auto delta = source.Snapshot();
    const auto* counted = FindPid(delta.Value().counted, GetCurrentProcessId());
    Check(counted != nullptr, "this program is counted");
    return counted->counters.windows->silo_id;
  };
  isoscope::WindowsProcessSource tells(calls);
  Check(own(tells) == 7.0, "a row has its silo");
  const int once = asked_silos;
  Check(tells.Snapshot().Ok() && asked_silos == once, "which is asked once");
  silo_status = isoscope::kStatusInvalidInfoClass;
  const int before = asked_silos;
  isoscope::WindowsProcessSource silent(calls);
  Check(!own(silent) && asked_silos == before + 1, "none where Windows knows no silo, after one question for all");
}

}  // namespace

int main() {
  Toolhelp();
  Fallback();
  Query();
  Commands();
  Accounts();
  Silos();
  SilosInTable();
}
