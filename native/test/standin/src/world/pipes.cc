#include "world/pipes.h"

#include <atomic>
#include <string>

namespace {

Pipe MakePipe(bool overlapped) {
  static std::atomic<unsigned> count{0};
  const std::wstring name = L"\\\\.\\pipe\\hcs-standin-" + std::to_wstring(GetCurrentProcessId()) + L"-" +
                            std::to_wstring(++count);
  Pipe pipe;
  pipe.ours = CreateNamedPipeW(name.c_str(), PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
                               PIPE_TYPE_BYTE | PIPE_WAIT, 1, 65536, 65536, 0, nullptr);
  SECURITY_ATTRIBUTES inheritable{sizeof inheritable, nullptr, TRUE};
  pipe.theirs = CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, 0, &inheritable, OPEN_EXISTING,
                            overlapped ? FILE_FLAG_OVERLAPPED : 0, nullptr);
  return pipe;
}

void Close(HANDLE& handle) {
  if (handle != nullptr) CloseHandle(handle);
  handle = nullptr;
}

HANDLE Duplicate(HANDLE handle) {
  if (handle == nullptr) return nullptr;
  HANDLE copy = nullptr;
  DuplicateHandle(GetCurrentProcess(), handle, GetCurrentProcess(), &copy, 0, FALSE, DUPLICATE_SAME_ACCESS);
  return copy;
}

}  // namespace

Pipes::Pipes(const Wanted& wanted, bool overlapped) {
  if (wanted.input) input_ = MakePipe(overlapped);
  if (wanted.output) output_ = MakePipe(overlapped);
  if (wanted.error) error_ = MakePipe(overlapped);
}

Pipes::~Pipes() {
  CloseTheirs();
  CloseOurInput();
  Close(output_.ours);
  Close(error_.ours);
}

void Pipes::CloseTheirs() {
  Close(input_.theirs);
  Close(output_.theirs);
  Close(error_.theirs);
}

void Pipes::CloseOurInput() { Close(input_.ours); }

HCS_PROCESS_INFORMATION Pipes::HandOut(DWORD pid) const {
  HCS_PROCESS_INFORMATION info{};
  info.ProcessId = pid;
  info.StdInput = Duplicate(input_.ours);
  info.StdOutput = Duplicate(output_.ours);
  info.StdError = Duplicate(error_.ours);
  return info;
}
