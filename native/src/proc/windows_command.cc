#include "proc/windows_command.h"

#include <optional>
#include <span>
#include <string>

#include "core/utf16.h"
#include "proc/windows_bytes.h"
#include "proc/windows_handle.h"

namespace isoscope {
namespace {

constexpr ULONG kProcessBasicInformation = 0;
constexpr ULONG kProcessCommandLineInformation = 60;
/// A UNICODE_STRING holds at most 64 KiB, and its own 16 bytes come before it.
constexpr std::size_t kMaxAnswer = 0x10000 + 64;

// Of 64-bit processes. From the WDK (PROCESS_BASIC_INFORMATION) and winternl.h (PEB, RTL_USER_PROCESS_PARAMETERS).
constexpr std::size_t kBasicSize = 0x30;
constexpr std::size_t kBasicPeb = 0x08;
constexpr std::uint64_t kPebParameters = 0x20;
constexpr std::uint64_t kParametersCommandLine = 0x70;
constexpr std::size_t kUnicodeStringBuffer = 0x08;

/// An empty command line is none; in a process's first moments it may not be there yet.
WindowsAnswer AnswerOf(std::optional<std::u16string> text) {
  if (!text) return {.settled = false};
  while (!text->empty() && text->back() == u'\0') text->pop_back();
  if (text->empty()) return {.settled = false};
  return {.text = ToUtf8(*text)};
}

bool Copy(HANDLE process, std::uint64_t from, std::span<std::byte> to) {
  SIZE_T got = 0;
  const auto* address = reinterpret_cast<const void*>(static_cast<std::uintptr_t>(from));
  return ReadProcessMemory(process, address, to.data(), to.size(), &got) != 0 && got == to.size();
}

template <class T>
std::optional<T> Peek(HANDLE process, std::uint64_t from) {
  T value{};
  if (!Copy(process, from, std::as_writable_bytes(std::span(&value, 1)))) return std::nullopt;
  return value;
}

std::optional<std::u16string> CommandLineAt(HANDLE process, std::uint64_t peb) {
  const auto parameters = Peek<std::uint64_t>(process, peb + kPebParameters);
  if (!parameters) return std::nullopt;
  const std::uint64_t line = *parameters + kParametersCommandLine;
  const auto length = Peek<std::uint16_t>(process, line);
  const auto buffer = Peek<std::uint64_t>(process, line + kUnicodeStringBuffer);
  if (!length || !buffer) return std::nullopt;
  std::u16string text(*length / sizeof(char16_t), u'\0');
  if (!Copy(process, *buffer, std::as_writable_bytes(std::span(text)))) return std::nullopt;
  return text;
}

}  // namespace

WindowsAnswer WindowsCommandReader::Read(HANDLE process, std::uint32_t pid) {
  if (calls_.query_process == nullptr) return {};
  if (queries_) {
    WindowsAnswer answer = Query(process);
    if (queries_) return answer;
  }
  return ReadMemory(pid);
}

WindowsAnswer WindowsCommandReader::Query(HANDLE process) {
  for (;;) {
    ULONG needed = 0;
    const auto size = static_cast<ULONG>(buffer_.size());
    const NtStatus status =
        calls_.query_process(process, kProcessCommandLineInformation, buffer_.data(), size, &needed);
    if (status == kStatusInvalidInfoClass) queries_ = false;
    if (status == kStatusInfoLengthMismatch && needed > size && needed <= kMaxAnswer) {
      buffer_.resize(needed);
      continue;
    }
    if (status < 0) return {.denied = status == kStatusAccessDenied, .settled = status == kStatusAccessDenied};
    return AnswerOf(WindowsBytes(buffer_, reinterpret_cast<std::uintptr_t>(buffer_.data())).TextAt(0));
  }
}

WindowsAnswer WindowsCommandReader::ReadMemory(std::uint32_t pid) const {
  const WindowsHandle process(OpenProcess(PROCESS_QUERY_INFORMATION | PROCESS_VM_READ, FALSE, pid));
  if (!process) return {.denied = GetLastError() == ERROR_ACCESS_DENIED};
  std::byte basic[kBasicSize]{};
  if (calls_.query_process(process.Get(), kProcessBasicInformation, basic, kBasicSize, nullptr) < 0) return {};
  const auto peb = WindowsBytes(basic, 0).At<std::uint64_t>(kBasicPeb);
  if (!peb || *peb == 0) return {};
  return AnswerOf(CommandLineAt(process.Get(), *peb));
}

}  // namespace isoscope
