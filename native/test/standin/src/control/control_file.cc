#include <mutex>

#include "base/text.h"
#include "control/control.h"

namespace {

constexpr DWORD kLookMs = 2;

/** What tells one state of a file from another. */
struct Stamp {
  std::uint64_t written = 0;
  std::uint64_t size = 0;
  bool operator==(const Stamp&) const = default;
};

struct File {
  std::mutex lock;
  Stamp stamp;
  Control control;
};

File& file() {
  static auto* const one = new File;
  return *one;
}

Stamp StampOf(const std::wstring& path) {
  WIN32_FILE_ATTRIBUTE_DATA data{};
  if (!GetFileAttributesExW(path.c_str(), GetFileExInfoStandard, &data)) return {};
  return {(static_cast<std::uint64_t>(data.ftLastWriteTime.dwHighDateTime) << 32) | data.ftLastWriteTime.dwLowDateTime,
          (static_cast<std::uint64_t>(data.nFileSizeHigh) << 32) | data.nFileSizeLow};
}

std::string ContentOf(const std::wstring& path) {
  const HANDLE handle = CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                    nullptr, OPEN_EXISTING, 0, nullptr);
  if (handle == INVALID_HANDLE_VALUE) return {};
  std::string content;
  char chunk[4096];
  DWORD got = 0;
  while (ReadFile(handle, chunk, sizeof chunk, &got, nullptr) && got > 0) content.append(chunk, got);
  CloseHandle(handle);
  return content;
}

/** Under the lock. */
void ReadAgain(File& one) {
  static const std::wstring path = Variable(L"HCS_STANDIN_CONTROL");
  if (path.empty()) return;
  const Stamp stamp = StampOf(path);
  if (stamp == one.stamp) return;
  const bool absent = stamp == Stamp{};
  const std::optional<Json> document = absent ? Json::Object() : ParseJson(FromUtf8(ContentOf(path)));
  if (!document) return;  // Half written: the next look finds the rest.
  one.control = ReadControl(*document);
  one.stamp = stamp;
}

}  // namespace

Control CurrentControl() {
  const std::lock_guard held(file().lock);
  ReadAgain(file());
  return file().control;
}

void HangIn(const std::wstring& call, HangTime time) {
  const wchar_t* const name = time == HangTime::kBefore ? L"before" : L"after";
  const auto hangs = [&] {
    const auto hang = CurrentControl().hangs;
    const auto found = hang.find(call);
    return found != hang.end() && found->second == name;
  };
  while (hangs()) Sleep(kLookMs);
}

std::optional<Fault> TakeFault(const std::wstring& call) {
  const std::lock_guard held(file().lock);
  ReadAgain(file());
  auto& faults = file().control.faults;
  auto found = faults.find(call);
  if (found == faults.end()) found = faults.find(L"*");
  if (found == faults.end()) return std::nullopt;
  Fault& fault = found->second;
  if (fault.times && *fault.times == 0) return std::nullopt;
  if (fault.times) --*fault.times;
  return fault;
}
