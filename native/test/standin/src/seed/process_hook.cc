#include "seed/process_hook.h"

#include <windows.h>
#include <winternl.h>

#include <cstring>
#include <cwctype>
#include <map>
#include <mutex>

#include "live/live.h"

namespace {

constexpr std::size_t kThunkSize = 32;
constexpr int kProcessInformation = 5;

using QueryCall = NTSTATUS(NTAPI*)(int, void*, ULONG, ULONG*);
using OpenCall = NTSTATUS(NTAPI*)(HANDLE*, ACCESS_MASK, OBJECT_ATTRIBUTES*, CLIENT_ID*);

/** A row of SystemProcessInformation as far as it is changed. */
struct Row {
  ULONG next;
  ULONG threads;
  std::uint8_t before_times[0x20];
  LARGE_INTEGER user_time;
  LARGE_INTEGER kernel_time;
  UNICODE_STRING image;
  LONG priority;
  HANDLE pid;
  HANDLE parent;
  ULONG handles;
  ULONG session;
  std::uint8_t before_working_set[0x28];
  SIZE_T working_set;
  SIZE_T paged_pool[3];
  SIZE_T non_paged_pool;
  SIZE_T page_file;
  SIZE_T page_file_peak;
  SIZE_T private_pages;
};
static_assert(offsetof(Row, user_time) == 0x28 && offsetof(Row, pid) == 0x50 && offsetof(Row, handles) == 0x60);
static_assert(offsetof(Row, working_set) == 0x90 && offsetof(Row, non_paged_pool) == 0xB0);
static_assert(offsetof(Row, page_file) == 0xB8 && offsetof(Row, private_pages) == 0xC8);

struct Hook {
  std::mutex lock;
  std::map<std::uint32_t, Disguise> disguises;
  QueryCall query = nullptr;
  OpenCall open = nullptr;
};

Hook& hook() {
  static auto* const one = new Hook;
  return *one;
}

void Change(Row& row, const Disguise& as) {
  row.pid = reinterpret_cast<HANDLE>(static_cast<ULONG_PTR>(as.pid));
  row.handles = as.handles;
  row.session = as.session;
  row.user_time.QuadPart = static_cast<LONGLONG>(as.user_time);
  row.kernel_time.QuadPart = static_cast<LONGLONG>(as.kernel_time);
  row.non_paged_pool = SIZE_T{as.non_paged} * 1024;
  row.page_file = row.private_pages = SIZE_T{as.paged} * 1024;
  row.working_set = SIZE_T{as.working_set} * 1024;
  if (!as.upper_case_name) return;
  for (unsigned at = 0; at < row.image.Length / sizeof(wchar_t); ++at) {
    row.image.Buffer[at] = static_cast<wchar_t>(std::towupper(row.image.Buffer[at]));
  }
}

NTSTATUS NTAPI QueryChanged(int what, void* buffer, ULONG size, ULONG* needed) {
  const NTSTATUS status = hook().query(what, buffer, size, needed);
  if (what != kProcessInformation || status < 0 || buffer == nullptr) return status;
  const std::lock_guard held(hook().lock);
  for (auto* at = static_cast<std::uint8_t*>(buffer);;) {
    auto& row = *reinterpret_cast<Row*>(at);
    const auto found = hook().disguises.find(static_cast<std::uint32_t>(reinterpret_cast<ULONG_PTR>(row.pid)));
    if (found != hook().disguises.end()) Change(row, found->second);
    if (row.next == 0) return status;
    at += row.next;
  }
}

NTSTATUS NTAPI OpenChanged(HANDLE* out, ACCESS_MASK access, OBJECT_ATTRIBUTES* attributes, CLIENT_ID* id) {
  CLIENT_ID real = *id;
  {
    const std::lock_guard held(hook().lock);
    for (const auto& [pid, as] : hook().disguises) {
      if (reinterpret_cast<ULONG_PTR>(id->UniqueProcess) == as.pid) {
        real.UniqueProcess = reinterpret_cast<HANDLE>(static_cast<ULONG_PTR>(pid));
      }
    }
  }
  return hook().open(out, access, attributes, &real);
}

std::uint8_t* ThunkOf(const char* name) {
  auto* const thunk = reinterpret_cast<std::uint8_t*>(GetProcAddress(GetModuleHandleW(L"ntdll.dll"), name));
  // mov r10, rcx; mov eax, number
  constexpr std::uint8_t kExpected[] = {0x4C, 0x8B, 0xD1, 0xB8};
  if (thunk != nullptr && std::memcmp(thunk, kExpected, sizeof kExpected) == 0) return thunk;
  Violation(L"the seed's PIDs cannot be had: a system call of ntdll looks unlike Wine's");
  return nullptr;
}

/** Wine's system calls are thunks that run anywhere: a copy of one is the call itself. */
void* CopyOf(const std::uint8_t* thunk) {
  void* const copy = VirtualAlloc(nullptr, kThunkSize, MEM_COMMIT | MEM_RESERVE, PAGE_EXECUTE_READWRITE);
  std::memcpy(copy, thunk, kThunkSize);
  return copy;
}

/** Puts `mov rax, ours; jmp rax` in the thunk's place. */
void Lead(std::uint8_t* thunk, const void* ours) {
  std::uint8_t jump[12] = {0x48, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xE0};
  std::memcpy(jump + 2, &ours, sizeof ours);
  DWORD before = 0;
  VirtualProtect(thunk, sizeof jump, PAGE_EXECUTE_READWRITE, &before);
  std::memcpy(thunk, jump, sizeof jump);
  VirtualProtect(thunk, sizeof jump, before, &before);
  FlushInstructionCache(GetCurrentProcess(), thunk, sizeof jump);
}

/** Each copy is in place before its call is led to us: other threads make these calls meanwhile. */
void Install() {
  static std::once_flag done;
  std::call_once(done, [] {
    std::uint8_t* const query = ThunkOf("NtQuerySystemInformation");
    std::uint8_t* const open = ThunkOf("NtOpenProcess");
    if (query == nullptr || open == nullptr) return;
    hook().query = reinterpret_cast<QueryCall>(CopyOf(query));
    hook().open = reinterpret_cast<OpenCall>(CopyOf(open));
    Lead(query, reinterpret_cast<const void*>(&QueryChanged));
    Lead(open, reinterpret_cast<const void*>(&OpenChanged));
  });
}

}  // namespace

void DisguiseProcess(std::uint32_t real_pid, const Disguise& as) {
  {
    const std::lock_guard held(hook().lock);
    hook().disguises[real_pid] = as;
  }
  Install();
}

void DropDisguise(std::uint32_t real_pid) {
  const std::lock_guard held(hook().lock);
  hook().disguises.erase(real_pid);
}
