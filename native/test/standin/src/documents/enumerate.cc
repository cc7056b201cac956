#include <algorithm>

#include "base/codes.h"
#include "base/text.h"
#include "documents/documents.h"
#include "world/world.h"

namespace {

bool IsAmong(const Json& query, const wchar_t* name, const std::wstring& value) {
  if (query.Find(name) == nullptr) return true;
  const std::vector<std::wstring> wanted = query.TextsOf(name);
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::wstring& one) { return SameName(one, value); });
}

bool IsAsked(const Json& query, const SystemDescription& about) {
  return IsAmong(query, L"Ids", about.id) && IsAmong(query, L"Names", about.id) &&
         IsAmong(query, L"Types", about.type) && IsAmong(query, L"Owners", about.owner);
}

}  // namespace

std::wstring ResultError(HRESULT hresult, const std::wstring& message) {
  const Json event = Json::Object()
                         .Add(L"Message", Json::String(message))
                         .Add(L"Provider", Json::String(L"2fbbe6d1-4b4c-4c1f-9e3f-0d5c5f6d1a01"))
                         .Add(L"EventId", Json::Number(11'000))
                         .Add(L"Flags", Json::Number(0))
                         .Add(L"Source", Json::String(L"stand-in"));
  return Json::Object()
      .Add(L"Error", Json::Signed(hresult))
      .Add(L"ErrorMessage", Json::String(message))
      .Add(L"ErrorEvents", Json::Array({event}))
      .Write();
}

Result Refused(HRESULT hresult, const std::wstring& message) {
  return Result::Failed(hresult, ResultError(hresult, message));
}

Result Enumerate(const wchar_t* query) {
  const std::optional<Json> asked = ParseJson(query == nullptr ? L"{}" : query);
  if (!asked || !asked->IsObject()) return Refused(kInvalidJson, L"The system query is not valid JSON.");
  Json list = Json::Array();
  for (const auto& system : world().All()) {
    if (IsAsked(*asked, system->about)) list.Push(BasicProperties(*system));
  }
  return Result::Document(list.Write());
}
