#pragma once
#include <cstdint>
#include <string>
#include <string_view>

std::wstring FromUtf8(std::string_view bytes);
std::string ToUtf8(std::wstring_view text);

/** Compares as Windows compares names: ASCII letters in either case are equal. */
bool SameName(std::wstring_view left, std::wstring_view right);
bool StartsWith(std::wstring_view text, std::wstring_view prefix);

/** The last part of a path, without `.exe`. */
std::wstring BaseName(std::wstring_view path);

/** An environment variable; empty when there is none. */
std::wstring Variable(const wchar_t* name);

/** 100 ns since 1601, UTC. */
std::uint64_t Now();
/** As HCS writes times: `2026-11-22T01:02:03.1234567Z`. */
std::wstring IsoTime(std::uint64_t filetime);

/** 8-4-4-4-12, lower case, random. */
std::wstring RandomGuid();
