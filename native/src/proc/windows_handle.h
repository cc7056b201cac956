#pragma once

#include <windows.h>

#include "core/unique.h"

namespace isoscope {

/// What OpenProcess and OpenProcessToken hand out: null when they fail.
struct WindowsHandleTraits {
  using Raw = HANDLE;
  static Raw Empty() { return nullptr; }
  static void Close(Raw handle) { CloseHandle(handle); }
};
using WindowsHandle = Unique<WindowsHandleTraits>;

/// What CreateToolhelp32Snapshot hands out: -1 when it fails.
struct WindowsSnapshotTraits {
  using Raw = HANDLE;
  static Raw Empty() { return INVALID_HANDLE_VALUE; }
  static void Close(Raw handle) { CloseHandle(handle); }
};
using WindowsSnapshot = Unique<WindowsSnapshotTraits>;

}  // namespace isoscope
