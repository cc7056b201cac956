#include <napi.h>

#include "node/process_reader.h"
#include "node/process_watcher.h"
#ifdef _WIN32
#include "node/windows_exports.h"
#endif

namespace {

/// Nothing here is global: each environment (the main thread, each worker) gets classes of its own, and what they own
/// hangs on their instances.
Napi::Object Init(Napi::Env env, Napi::Object exports) {
  exports.Set("ProcessReader", isoscope::ProcessReader::Define(env));
  exports.Set("ProcessWatcher", isoscope::ProcessWatcher::Define(env));
#ifdef _WIN32
  isoscope::ExportWindows(env, exports);
#endif
  return exports;
}

}  // namespace

NODE_API_MODULE(isoscope, Init)
