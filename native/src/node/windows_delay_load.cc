// Node-API is imported from "node.exe", but the host is electron.exe or Isoscope.exe: the import is delayed, and this
// answers it with the host program itself. node-gyp links a hook of its own instead.
#include <windows.h>

#include <delayimp.h>

namespace {

FARPROC WINAPI HostProgramAsNode(unsigned event, PDelayLoadInfo info) {
  if (event != dliNotePreLoadLibrary || lstrcmpiA(info->szDll, "node.exe") != 0) return nullptr;
  return reinterpret_cast<FARPROC>(GetModuleHandleW(nullptr));
}

}  // namespace

// Microsoft's header declares it const, mingw's does not.
extern "C" {
#ifdef __MINGW32__
PfnDliHook __pfnDliNotifyHook2 = HostProgramAsNode;
#else
const PfnDliHook __pfnDliNotifyHook2 = HostProgramAsNode;
#endif
}
