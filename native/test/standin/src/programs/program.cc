#include "programs/program.h"

#include <array>
#include <cstdlib>

#include "base/text.h"

namespace {

constexpr std::uint32_t kForever = 0xFFFFFFFF;

std::uint32_t Stay(const std::vector<std::wstring>&, Surroundings& world) {
  world.Sleep(kForever);
  return 0;
}

std::uint32_t Ping(const std::vector<std::wstring>&, Surroundings& world) {
  do {
    world.Write("Reply from ::1: time<1ms\r\n");
  } while (world.Sleep(1000));
  return 0;
}

std::optional<std::string> ReadLine(Surroundings& world) {
  std::string line;
  while (const std::optional<char> c = world.Read()) {
    // A terminal ends its lines with \r, a pipe with \n or both.
    if (*c == '\r' || (*c == '\n' && !line.empty())) return line;
    if (*c != '\n') line += *c;
  }
  return line.empty() ? std::nullopt : std::optional(line);
}

/** Nothing until `exit`. */
std::optional<std::uint32_t> Obey(const std::string& line, Surroundings& world) {
  const std::size_t space = line.find(' ');
  const std::string verb = line.substr(0, space);
  const std::string rest = space == std::string::npos ? "" : line.substr(space + 1);
  if (verb == "exit") return static_cast<std::uint32_t>(std::strtoul(rest.c_str(), nullptr, 10));
  if (verb == "size") {
    const Surroundings::Size size = world.ConsoleSize();
    world.Write("width=" + std::to_string(size.width) + " height=" + std::to_string(size.height) + "\r\n");
  }
  if (verb == "env") world.Write(rest + "=" + world.Variable(rest) + "\r\n");
  if (verb == "pid") world.Write("pid=" + std::to_string(world.Pid()) + "\r\n");
  if (verb == "err") world.WriteError(rest + "\r\n");
  return std::nullopt;
}

std::uint32_t Cmd(const std::vector<std::wstring>&, Surroundings& world) {
  while (const std::optional<std::string> line = ReadLine(world)) {
    world.Write("> " + *line + "\r\n");
    if (const std::optional<std::uint32_t> code = Obey(*line, world)) return *code;
  }
  return 0;
}

std::uint32_t Fixture(const std::vector<std::wstring>& command, Surroundings& world) {
  for (std::size_t at = 1; at < command.size(); ++at) {
    const std::string option = ToUtf8(command[at]);
    if (option == "--stay") world.Sleep(kForever);
    if (at + 1 >= command.size()) break;
    const std::string value = ToUtf8(command[at + 1]);
    if (option == "--out") world.Write(value + "\r\n");
    if (option == "--err") world.WriteError(value + "\r\n");
    if (option == "--env") world.Write(value + "=" + world.Variable(value) + "\r\n");
    if (option == "--exit") return static_cast<std::uint32_t>(std::strtoul(value.c_str(), nullptr, 10));
  }
  return 0;
}

struct Entry {
  std::wstring_view name;
  std::uint32_t (*run)(const std::vector<std::wstring>&, Surroundings&);
};

constexpr std::array<Entry, 8> kPrograms{{
    {L"ping", Ping},
    {L"cmd", Cmd},
    {L"powershell", Cmd},
    {L"console", Cmd},
    {L"fixture", Fixture},
    {L"CExecSvc", Stay},
    {L"vmwp", Stay},
    {L"vmmem", Stay},
}};

const Entry* EntryOf(std::wstring_view name) {
  for (const Entry& entry : kPrograms) {
    if (SameName(entry.name, name)) return &entry;
  }
  return nullptr;
}

}  // namespace

std::vector<std::wstring> SplitCommand(std::wstring_view line) {
  std::vector<std::wstring> parts;
  bool quoted = false;
  bool open = false;
  for (const wchar_t c : line) {
    if (c == L'"') {
      quoted = !quoted;
      if (!open) parts.emplace_back();
      open = true;
    } else if (c == L' ' && !quoted) {
      open = false;
    } else {
      if (!open) parts.emplace_back();
      open = true;
      parts.back() += c;
    }
  }
  return parts;
}

bool IsProgram(std::wstring_view name) { return EntryOf(name) != nullptr; }

std::uint32_t RunProgram(const std::vector<std::wstring>& command, Surroundings& world) {
  const Entry* entry = command.empty() ? nullptr : EntryOf(BaseName(command[0]));
  return entry == nullptr ? 1 : entry->run(command, world);
}
