#include "proc/windows_calls.h"

namespace isoscope {
namespace {

template <class Call>
void Find(HMODULE module, const char* name, Call& call) {
  if (module == nullptr) return;
  // Through a function without parameters: the compiler warns of a direct cast.
  call = reinterpret_cast<Call>(reinterpret_cast<void (*)()>(GetProcAddress(module, name)));
}

}  // namespace

WindowsCalls WindowsCalls::Resolve() {
  WindowsCalls calls;
  const HMODULE ntdll = GetModuleHandleW(L"ntdll.dll");
  Find(ntdll, "NtQuerySystemInformation", calls.query_system);
  Find(ntdll, "NtQueryInformationProcess", calls.query_process);
  calls.advapi.Reset(LoadLibraryExW(L"advapi32.dll", nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32));
  Find(calls.advapi.Get(), "OpenProcessToken", calls.open_token);
  Find(calls.advapi.Get(), "GetTokenInformation", calls.token_information);
  Find(calls.advapi.Get(), "LookupAccountSidW", calls.lookup_account);
  return calls;
}

}  // namespace isoscope
