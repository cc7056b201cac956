#include "base/text.h"

#include <windows.h>

#include <algorithm>
#include <cstdio>
#include <cwctype>
#include <random>

std::wstring FromUtf8(std::string_view bytes) {
  const int length = static_cast<int>(bytes.size());
  const int needed = MultiByteToWideChar(CP_UTF8, 0, bytes.data(), length, nullptr, 0);
  std::wstring text(static_cast<std::size_t>(needed), L'\0');
  MultiByteToWideChar(CP_UTF8, 0, bytes.data(), length, text.data(), needed);
  return text;
}

std::string ToUtf8(std::wstring_view text) {
  const int length = static_cast<int>(text.size());
  const int needed = WideCharToMultiByte(CP_UTF8, 0, text.data(), length, nullptr, 0, nullptr, nullptr);
  std::string bytes(static_cast<std::size_t>(needed), '\0');
  WideCharToMultiByte(CP_UTF8, 0, text.data(), length, bytes.data(), needed, nullptr, nullptr);
  return bytes;
}

bool SameName(std::wstring_view left, std::wstring_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](wchar_t a, wchar_t b) { return std::towlower(a) == std::towlower(b); });
}

bool StartsWith(std::wstring_view text, std::wstring_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::wstring BaseName(std::wstring_view path) {
  const std::size_t slash = path.find_last_of(L"\\/");
  std::wstring_view name = slash == std::wstring_view::npos ? path : path.substr(slash + 1);
  if (name.size() > 4 && SameName(name.substr(name.size() - 4), L".exe")) name.remove_suffix(4);
  return std::wstring(name);
}

std::wstring Variable(const wchar_t* name) {
  const DWORD needed = GetEnvironmentVariableW(name, nullptr, 0);
  if (needed == 0) return {};
  std::wstring value(needed, L'\0');
  value.resize(GetEnvironmentVariableW(name, value.data(), needed));
  return value;
}

std::uint64_t Now() {
  FILETIME now{};
  GetSystemTimeAsFileTime(&now);
  return (static_cast<std::uint64_t>(now.dwHighDateTime) << 32) | now.dwLowDateTime;
}

std::wstring IsoTime(std::uint64_t filetime) {
  const FILETIME split{static_cast<DWORD>(filetime), static_cast<DWORD>(filetime >> 32)};
  SYSTEMTIME t{};
  FileTimeToSystemTime(&split, &t);
  wchar_t text[48];
  std::swprintf(text, 48, L"%04d-%02d-%02dT%02d:%02d:%02d.%07uZ", t.wYear, t.wMonth, t.wDay, t.wHour, t.wMinute,
                t.wSecond, static_cast<unsigned>(filetime % 10'000'000));
  return text;
}

std::wstring RandomGuid() {
  static std::mt19937_64 numbers{Now() ^ (static_cast<std::uint64_t>(GetCurrentProcessId()) << 40)};
  const std::uint64_t high = numbers();
  const std::uint64_t low = numbers();
  wchar_t text[40];
  std::swprintf(text, 40, L"%08x-%04x-4%03x-8%03x-%012llx", static_cast<unsigned>(high >> 32),
                static_cast<unsigned>(high >> 16) & 0xFFFF, static_cast<unsigned>(high) & 0xFFF,
                static_cast<unsigned>(low >> 48) & 0xFFF, low & 0xFFFFFFFFFFFFULL);
  return text;
}
