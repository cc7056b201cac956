#include "control/control.h"

#include <cwchar>

namespace {

HRESULT ResultOf(const Json* value) {
  if (value == nullptr) return E_FAIL;
  return static_cast<HRESULT>(std::wcstoul(value->text().c_str(), nullptr, 0));
}

std::wstring RawText(const Json* value) {
  if (value == nullptr) return {};
  return value->IsString() ? value->text() : value->Write();
}

FaultTime TimeOf(const std::wstring& name) {
  if (name == L"call") return FaultTime::kCall;
  return name == L"after" ? FaultTime::kAfter : FaultTime::kResult;
}

std::set<std::wstring> SetOf(const Json& document, const wchar_t* name) {
  const std::vector<std::wstring> texts = document.TextsOf(name);
  return {texts.begin(), texts.end()};
}

const Json::Members& MembersOf(const Json& document, const wchar_t* name) {
  static const Json::Members kNone;
  const Json* member = document.Find(name);
  return member == nullptr ? kNone : member->members();
}

void ReadEvents(const Json& document, Control& control) {
  const Json* lost = document.Find(L"lostEvents");
  if (lost == nullptr) return;
  control.all_events_lost = lost->AsBool();
  for (const Json& type : lost->items()) control.lost_events.insert(type.AsNumber().value_or(0));
}

}  // namespace

Control ReadControl(const Json& document) {
  Control control;
  control.delay_ms = document.NumberOf(L"delayMs").value_or(control.delay_ms);
  for (const auto& [call, ms] : MembersOf(document, L"delays")) control.delays[call] = ms.AsNumber().value_or(0);
  for (const auto& [call, fault] : MembersOf(document, L"faults")) {
    control.faults[call] = Fault{ResultOf(fault.Find(L"hresult")), RawText(fault.Find(L"document")),
                                 TimeOf(fault.TextOf(L"when")), fault.NumberOf(L"times")};
  }
  for (const auto& [call, time] : MembersOf(document, L"hangs")) control.hangs[call] = time.text();
  for (const auto& [call, text] : MembersOf(document, L"documents")) control.documents[call] = RawText(&text);
  ReadEvents(document, control);
  control.never = SetOf(document, L"never");
  control.late_callbacks = document.BoolOf(L"lateCallbacks");
  control.disconnect = document.NumberOf(L"disconnect").value_or(0);
  control.stopped = document.BoolOf(L"stopped");
  control.exited = SetOf(document, L"exited");
  control.exit_before_callback = document.BoolOf(L"exitBeforeCallback");
  control.quirks = SetOf(document, L"quirks");
  control.shape = SetOf(document, L"shape");
  control.scenario = document.TextOf(L"scenario");
  if (const Json* systems = document.Find(L"systems")) control.systems = systems->items();
  return control;
}
