#include "live/live.h"

#include <windows.h>

#include <mutex>
#include <vector>

#include "base/text.h"
#include "json/json.h"

namespace {

struct Violations {
  std::mutex lock;
  std::vector<std::wstring> list;
};

// Never destroyed: threads may outlive every static.
Violations& violations() {
  static auto* const all = new Violations;
  return *all;
}

Json Report() {
  Json list = Json::Array();
  // Not waited for: at the process's end a thread may have been ended while it held it.
  if (std::unique_lock held(violations().lock, std::try_to_lock); held) {
    for (const std::wstring& what : violations().list) list.Push(Json::String(what));
  }
  return Json::Object()
      .Add(L"documents", Json::Signed(live().documents))
      .Add(L"operations", Json::Signed(live().operations))
      .Add(L"systems", Json::Signed(live().systems))
      .Add(L"processes", Json::Signed(live().processes))
      .Add(L"violations", list);
}

}  // namespace

Live& live() {
  static auto* const counts = new Live;
  return *counts;
}

void Violation(const std::wstring& what) {
  const std::lock_guard held(violations().lock);
  if (violations().list.size() < 100) violations().list.push_back(what);
}

void WriteReport() {
  const std::wstring path = Variable(L"HCS_STANDIN_REPORT");
  if (path.empty()) return;
  const HANDLE file = CreateFileW(path.c_str(), FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                                  OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file == INVALID_HANDLE_VALUE) return;
  const std::string line = ToUtf8(Report().Write()) + "\n";
  DWORD written = 0;
  WriteFile(file, line.data(), static_cast<DWORD>(line.size()), &written, nullptr);
  CloseHandle(file);
}
