#pragma once
#include <windows.h>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "json/json.h"

enum class FaultTime { kCall, kResult, kAfter };

struct Fault {
  HRESULT result = E_FAIL;
  std::wstring document;
  FaultTime when = FaultTime::kResult;
  /** How often it still happens; none without end. */
  std::optional<std::uint64_t> times;
};

/** One reading of the control file; `README.md` says what each field does. */
struct Control {
  std::uint64_t delay_ms = 1;
  std::map<std::wstring, std::uint64_t> delays;
  std::map<std::wstring, Fault> faults;
  std::set<std::wstring> never;
  std::map<std::wstring, std::wstring> hangs;
  std::map<std::wstring, std::wstring> documents;
  bool late_callbacks = false;
  bool all_events_lost = false;
  std::set<std::uint64_t> lost_events;
  std::uint64_t disconnect = 0;
  bool stopped = false;
  std::set<std::wstring> exited;
  bool exit_before_callback = false;
  std::set<std::wstring> quirks;
  std::set<std::wstring> shape;
  std::wstring scenario;
  std::vector<Json> systems;

  bool HasQuirk(const wchar_t* name) const { return quirks.count(name) > 0; }
  bool HasShape(const wchar_t* name) const { return shape.count(name) > 0; }
  bool LosesEvent(std::uint64_t type) const { return all_events_lost || lost_events.count(type) > 0; }
};

Control ReadControl(const Json& document);

/** The control in force. Reads the file again when it has changed. */
Control CurrentControl();

/** When in a call it hangs. */
enum class HangTime { kBefore, kAfter };

/** Does not return while the control file has this call hang at this time. */
void HangIn(const std::wstring& call, HangTime time);

/** The fault that this call is to suffer, counted; the one for "*" where it has none of its own. */
std::optional<Fault> TakeFault(const std::wstring& call);
