#include "proc/windows_calls.h"

#include "core/windows_library.h"

namespace isoscope {
namespace {

template <class Call>
void Find(HMODULE library, const char* name, Call& call) {
  call = FindExport<Call>(library, name);
}

}  // namespace

WindowsCalls WindowsCalls::Resolve() {
  WindowsCalls calls;
  if (auto ntdll = LoadSystemLibrary(L"ntdll.dll"); ntdll.Ok()) {
    Find(ntdll.Value(), "NtQuerySystemInformation", calls.query_system);
    Find(ntdll.Value(), "NtQueryInformationProcess", calls.query_process);
  }
  if (auto advapi = LoadSystemLibrary(L"advapi32.dll"); advapi.Ok()) {
    Find(advapi.Value(), "OpenProcessToken", calls.open_token);
    Find(advapi.Value(), "GetTokenInformation", calls.token_information);
    Find(advapi.Value(), "LookupAccountSidW", calls.lookup_account);
  }
  return calls;
}

}  // namespace isoscope
