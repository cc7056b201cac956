// Run by windows-pipe.test.ts under Wine: reads and writes end when they are cancelled, on overlapped and on plain
// handles, however early the cancel comes.
#include <windows.h>

#include <memory>
#include <string>
#include <thread>

#include "check.h"
#include "core/blocking_threads.h"
#include "hcs/pipe.h"

namespace {

using isoscope::Bytes;
using isoscope::Pipe;
using isoscope::UniqueKernel;

struct Ends {
  std::shared_ptr<Pipe> ours;
  UniqueKernel theirs;
};

UniqueKernel Checked(HANDLE handle) {
  Check(handle != nullptr && handle != INVALID_HANDLE_VALUE, "a handle");
  return UniqueKernel(handle);
}

/// As HCS hands them out.
Ends Overlapped() {
  static int count = 0;
  const std::wstring name =
      L"\\\\.\\pipe\\isoscope-test-" + std::to_wstring(GetCurrentProcessId()) + L"-" + std::to_wstring(++count);
  UniqueKernel ours = Checked(CreateNamedPipeW(name.c_str(), PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED,
                                               PIPE_TYPE_BYTE | PIPE_WAIT, 1, 4096, 4096, 0, nullptr));
  UniqueKernel theirs =
      Checked(CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, 0, nullptr));
  return {std::make_shared<Pipe>(std::move(ours)), std::move(theirs)};
}

Ends Plain(bool reads) {
  HANDLE read = nullptr;
  HANDLE write = nullptr;
  Check(CreatePipe(&read, &write, nullptr, 4096), "a pipe");
  return {std::make_shared<Pipe>(UniqueKernel(reads ? read : write)), UniqueKernel(reads ? write : read)};
}

void Put(HANDLE handle, const std::string& text) {
  DWORD count = 0;
  Check(WriteFile(handle, text.data(), static_cast<DWORD>(text.size()), &count, nullptr), "written");
}

void ReadsToTheEnd(Ends ends) {
  Put(ends.theirs.Get(), "some");
  auto some = ends.ours->Read();
  Check(some.Ok() && some.Value() && *some.Value() == Bytes({'s', 'o', 'm', 'e'}), "what was written");
  ends.theirs.Reset();
  auto end = ends.ours->Read();
  Check(end.Ok() && !end.Value(), "the end");
}

void EndsAReadThatWaits(Ends ends) {
  std::thread reader([&ends] {
    auto outcome = ends.ours->Read();
    Check(!outcome.Ok() && outcome.Error().code == E_ABORT, "the read was ended");
  });
  ends.ours->Cancel();
  reader.join();
  auto again = ends.ours->Read();
  Check(!again.Ok() && again.Error().code == E_ABORT, "and every other");
}

void EndsAWriteThatWaits(Ends ends) {
  std::thread writer([&ends] {
    auto outcome = ends.ours->Write(Bytes(1'000'000));
    Check(!outcome.Ok() && outcome.Error().code == E_ABORT, "the write was ended");
  });
  ends.ours->Cancel();
  writer.join();
}

}  // namespace

int main() {
  ReadsToTheEnd(Overlapped());
  ReadsToTheEnd(Plain(true));
  // Now before the thread is in its call, now within.
  for (int round = 0; round < 50; ++round) {
    EndsAReadThatWaits(Overlapped());
    EndsAReadThatWaits(Plain(true));
    EndsAWriteThatWaits(Overlapped());
    EndsAWriteThatWaits(Plain(false));
  }
}
