#include "proc/process_events.h"
#include "proc/windows_calls.h"

namespace isoscope {

/// Windows tells of births only through tracing sessions, which are few on a host and need an administrator. One call
/// reads its whole table in about a millisecond, so the table is polled instead.
Outcome<std::unique_ptr<ProcessEvents>> OpenProcessEvents(EventOptions) {
  return Failure{"watch processes", CodeSpace::kNtStatus, kStatusNotSupported,
                 "Windows announces births and deaths of processes only to tracing sessions of administrators."};
}

}  // namespace isoscope
