#pragma once
#include <windows.h>

/** Shared between the stand-in and a real process that has an emulated console. */
struct ConsoleBlock {
  volatile LONG width;
  volatile LONG height;
};

/** The environment variable that names the mapping. */
inline constexpr wchar_t kConsoleVariable[] = L"HCS_STANDIN_CONSOLE";
