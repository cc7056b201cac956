#pragma once

#include <windows.h>

#include <computecore.h>

#include <string>
#include <vector>

#include "core/outcome.h"

// What we cannot do without: all of it is in every computecore.dll since build 17763 (1809).
#define ISOSCOPE_HCS_EXPORTS(X)          \
  X(HcsCloseComputeSystem)               \
  X(HcsCloseOperation)                   \
  X(HcsCloseProcess)                     \
  X(HcsCreateComputeSystem)              \
  X(HcsCreateOperation)                  \
  X(HcsCreateProcess)                    \
  X(HcsEnumerateComputeSystems)          \
  X(HcsGetComputeSystemProperties)       \
  X(HcsGetOperationResult)               \
  X(HcsGetOperationResultAndProcessInfo) \
  X(HcsGetProcessInfo)                   \
  X(HcsGetProcessProperties)             \
  X(HcsGetServiceProperties)             \
  X(HcsModifyComputeSystem)              \
  X(HcsModifyProcess)                    \
  X(HcsOpenComputeSystem)                \
  X(HcsOpenProcess)                      \
  X(HcsPauseComputeSystem)               \
  X(HcsResumeComputeSystem)              \
  X(HcsSaveComputeSystem)                \
  X(HcsSetComputeSystemCallback)         \
  X(HcsSetProcessCallback)               \
  X(HcsShutDownComputeSystem)            \
  X(HcsSignalProcess)                    \
  X(HcsStartComputeSystem)               \
  X(HcsTerminateComputeSystem)           \
  X(HcsTerminateProcess)

namespace isoscope {

static_assert(sizeof(HCS_EVENT) == 24 && sizeof(HCS_PROCESS_INFORMATION) == 32, "as computecore.dll lays them out");

/// The exports of computecore.dll. Looked up at run time: a static import would keep the whole addon from loading where
/// the feature is not installed.
struct HcsApi {
#define ISOSCOPE_HCS_MEMBER(name) decltype(&::name) name = nullptr;
  ISOSCOPE_HCS_EXPORTS(ISOSCOPE_HCS_MEMBER)
#undef ISOSCOPE_HCS_MEMBER
  /// Exports of newer builds that this one lacks; exit events do what they do.
  std::vector<std::string> missing;
};

/// Loads it once for the process; a failure is not remembered, for the feature may be installed meanwhile. Fails with
/// Win32 code 126 (no DLL) or 127 (`symbol` is not in it).
Outcome<const HcsApi*> LoadHcs();

/// Only after `LoadHcs` has succeeded.
const HcsApi& Hcs();

}  // namespace isoscope
