#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/** What a program has of its surroundings: a real process's, or a thread's that plays one inside a utility VM. */
class Surroundings {
 public:
  virtual ~Surroundings() = default;

  /** Next byte of the input; nothing at its end, or when the program is to end. */
  virtual std::optional<char> Read() = 0;
  virtual void Write(std::string_view bytes) = 0;
  virtual void WriteError(std::string_view bytes) = 0;
  /** False when the program is to end. */
  virtual bool Sleep(std::uint32_t ms) = 0;
  virtual std::string Variable(const std::string& name) = 0;
  virtual std::uint32_t Pid() = 0;
  struct Size {
    std::uint32_t width;
    std::uint32_t height;
  };
  virtual Size ConsoleSize() = 0;
};

/** Splits a command line at spaces, with double quotes; enough for what tests run. */
std::vector<std::wstring> SplitCommand(std::wstring_view line);

/** The programs there are; `name` has no folder and no `.exe`. */
bool IsProgram(std::wstring_view name);

/** Runs one to its end and returns its exit code. */
std::uint32_t RunProgram(const std::vector<std::wstring>& command, Surroundings& world);
