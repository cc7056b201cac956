#include "exports/entry.h"
#include "live/documents.h"

namespace {

Json Versions() {
  Json versions = Json::Array();
  for (const auto& [major, minor] : {std::pair{1, 0}, std::pair{2, 5}}) {
    versions.Push(Json::Object()
                      .Add(L"Major", Json::Signed(major))
                      .Add(L"Minor", Json::Signed(minor)));
  }
  return Json::Object().Add(L"SupportedSchemaVersions", versions);
}

Json Counts() {
  Json counts = Json::Object()
                    .Add(L"Documents", Json::Signed(live().documents))
                    .Add(L"Operations", Json::Signed(live().operations))
                    .Add(L"Systems", Json::Signed(live().systems))
                    .Add(L"Processes", Json::Signed(live().processes));
  return Json::Object().Add(L"StandIn", counts);
}

Result Properties(const wchar_t* query) {
  const std::optional<Json> asked = ParseJson(query == nullptr ? L"{}" : query);
  if (!asked || !asked->IsObject()) return Refused(kInvalidJson, L"The property query is not valid JSON.");
  Json list = Json::Array();
  for (const std::wstring& type : asked->TextsOf(L"PropertyTypes")) {
    if (type != L"Basic" && type != L"StandIn") return Refused(kInvalidJson, L"Unknown property type " + type);
    list.Push(type == L"Basic" ? Versions() : Counts());
  }
  return Result::Document(Json::Object().Add(L"Properties", list).Write());
}

HRESULT Granted(const wchar_t* call, PCWSTR path) {
  if (const HRESULT refused = EnterSync(call); FAILED(refused)) return refused;
  if (path == nullptr) return E_INVALIDARG;
  return GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES ? kFileNotFound : S_OK;
}

}  // namespace

HRESULT WINAPI HcsGetServiceProperties(PCWSTR query, PWSTR* document) {
  if (document != nullptr) *document = nullptr;
  std::wstring trouble;
  if (const HRESULT refused = EnterSync(L"HcsGetServiceProperties", &trouble); FAILED(refused)) {
    GiveDocument(trouble, document, CALLER);
    return refused;
  }
  Result result = Properties(query);
  const Control control = CurrentControl();
  const auto replaced = control.documents.find(L"HcsGetServiceProperties");
  if (replaced != control.documents.end()) result.document = replaced->second;
  GiveDocument(result.document, document, CALLER);
  return result.hresult;
}

HRESULT WINAPI HcsGrantVmAccess(PCWSTR, PCWSTR path) { return Granted(L"HcsGrantVmAccess", path); }
HRESULT WINAPI HcsRevokeVmAccess(PCWSTR, PCWSTR path) { return Granted(L"HcsRevokeVmAccess", path); }
HRESULT WINAPI HcsGrantVmGroupAccess(PCWSTR path) { return Granted(L"HcsGrantVmGroupAccess", path); }
HRESULT WINAPI HcsRevokeVmGroupAccess(PCWSTR path) { return Granted(L"HcsRevokeVmGroupAccess", path); }
