#include "core/windows_failure.h"

#include <cstdio>
#include <iterator>
#include <utility>

#include "core/utf16.h"
#include "core/windows_text.h"

namespace isoscope {
namespace {

std::string Hexadecimal(DWORD code) {
  char text[11];
  std::snprintf(text, std::size(text), "0x%08lX", static_cast<unsigned long>(code));
  return text;
}

std::string WordsFor(DWORD code) {
  wchar_t text[512];
  const DWORD flags = FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS | FORMAT_MESSAGE_MAX_WIDTH_MASK;
  DWORD length = FormatMessageW(flags, nullptr, code, 0, text, static_cast<DWORD>(std::size(text)), nullptr);
  while (length > 0 && text[length - 1] == L' ') --length;
  const std::string words = ToUtf8(FromWide({text, length}));
  return words.empty() ? Hexadecimal(code) : words + " (" + Hexadecimal(code) + ")";
}

}  // namespace

Failure HresultFailure(std::string op, HRESULT result) {
  return {std::move(op), CodeSpace::kHresult, result, WordsFor(static_cast<DWORD>(result))};
}

Failure Win32AsHresult(std::string op, DWORD code) {
  return HresultFailure(std::move(op), HRESULT_FROM_WIN32(code));
}

Failure Win32Failure(std::string op, DWORD code) {
  return {std::move(op), CodeSpace::kWin32, static_cast<std::int32_t>(code), WordsFor(code)};
}

}  // namespace isoscope
