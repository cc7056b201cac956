// One program under several names: ping.exe, cmd.exe, vmwp.exe, … behave as `program.cc` says.
#include <windows.h>

#include "base/text.h"
#include "programs/console_block.h"
#include "programs/program.h"

namespace {

void WriteAll(DWORD which, std::string_view bytes) {
  DWORD written = 0;
  WriteFile(GetStdHandle(which), bytes.data(), static_cast<DWORD>(bytes.size()), &written, nullptr);
}

class RealSurroundings : public Surroundings {
 public:
  std::optional<char> Read() override {
    char c = 0;
    DWORD got = 0;
    if (!ReadFile(GetStdHandle(STD_INPUT_HANDLE), &c, 1, &got, nullptr) || got == 0) return std::nullopt;
    return c;
  }

  void Write(std::string_view bytes) override { WriteAll(STD_OUTPUT_HANDLE, bytes); }
  void WriteError(std::string_view bytes) override { WriteAll(STD_ERROR_HANDLE, bytes); }

  bool Sleep(std::uint32_t ms) override {
    ::Sleep(ms);
    return true;
  }

  std::string Variable(const std::string& name) override { return ToUtf8(::Variable(FromUtf8(name).c_str())); }
  std::uint32_t Pid() override { return GetCurrentProcessId(); }

  Size ConsoleSize() override {
    const std::wstring name = ::Variable(kConsoleVariable);
    const HANDLE mapping = name.empty() ? nullptr : OpenFileMappingW(FILE_MAP_READ, FALSE, name.c_str());
    if (mapping == nullptr) return {0, 0};
    auto* block = static_cast<ConsoleBlock*>(MapViewOfFile(mapping, FILE_MAP_READ, 0, 0, sizeof(ConsoleBlock)));
    const Size size = block == nullptr ? Size{0, 0}
                                       : Size{static_cast<std::uint32_t>(block->width),
                                              static_cast<std::uint32_t>(block->height)};
    if (block != nullptr) UnmapViewOfFile(block);
    CloseHandle(mapping);
    return size;
  }
};

}  // namespace

int main() {
  RealSurroundings world;
  return static_cast<int>(RunProgram(SplitCommand(GetCommandLineW()), world));
}
