// The Windows process table is not here yet: both say so. Goes when it comes.
#include "proc/process_events.h"
#include "proc/process_source.h"

namespace isoscope {

Outcome<std::shared_ptr<ProcessSource>> OpenProcessSource(const SourceOptions&) {
  return Failure{"OpenProcessSource", CodeSpace::kWin32, 50, "The process table of Windows is not built in"};
}

Outcome<std::unique_ptr<ProcessEvents>> OpenProcessEvents(EventOptions) {
  return Failure{"OpenProcessEvents", CodeSpace::kWin32, 50, "Windows announces no processes here"};
}

}  // namespace isoscope
