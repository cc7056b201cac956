#include "json/json.h"

#include <cstdio>
#include <cwchar>

Json Json::Bool(bool value) {
  Json json;
  json.kind_ = Kind::kBool;
  json.truth_ = value;
  return json;
}

Json Json::NumberText(std::wstring text) {
  Json json;
  json.kind_ = Kind::kNumber;
  json.text_ = std::move(text);
  return json;
}

Json Json::Number(std::uint64_t value) { return NumberText(std::to_wstring(value)); }
Json Json::Signed(std::int64_t value) { return NumberText(std::to_wstring(value)); }

Json Json::String(std::wstring_view text) {
  Json json;
  json.kind_ = Kind::kString;
  json.text_ = text;
  return json;
}

Json Json::Array(std::vector<Json> items) {
  Json json;
  json.kind_ = Kind::kArray;
  json.items_ = std::move(items);
  return json;
}

Json Json::Object(Members members) {
  Json json;
  json.kind_ = Kind::kObject;
  json.members_ = std::move(members);
  return json;
}

const Json* Json::Find(std::wstring_view name) const {
  for (const auto& [key, value] : members_) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::wstring Json::TextOf(std::wstring_view name) const {
  const Json* member = Find(name);
  return member != nullptr && member->IsString() ? member->text() : std::wstring();
}

bool Json::BoolOf(std::wstring_view name) const {
  const Json* member = Find(name);
  return member != nullptr && member->AsBool();
}

std::optional<std::uint64_t> Json::AsNumber() const {
  if (kind_ != Kind::kNumber) return std::nullopt;
  return std::wcstoull(text_.c_str(), nullptr, 10);
}

std::optional<std::uint64_t> Json::NumberOf(std::wstring_view name) const {
  const Json* member = Find(name);
  return member == nullptr ? std::nullopt : member->AsNumber();
}

std::vector<std::wstring> Json::TextsOf(std::wstring_view name) const {
  std::vector<std::wstring> texts;
  const Json* member = Find(name);
  if (member == nullptr) return texts;
  for (const Json& item : member->items()) {
    if (item.IsString()) texts.push_back(item.text());
  }
  return texts;
}

Json& Json::Add(std::wstring_view name, Json value) {
  members_.emplace_back(std::wstring(name), std::move(value));
  return *this;
}

namespace {

std::wstring Quoted(const std::wstring& text) {
  std::wstring quoted = L"\"";
  for (const wchar_t c : text) {
    if (c == L'"' || c == L'\\') {
      quoted += L'\\';
      quoted += c;
    } else if (c < 0x20) {
      wchar_t escape[8];
      std::swprintf(escape, 8, L"\\u%04x", static_cast<unsigned>(c));
      quoted += escape;
    } else {
      quoted += c;
    }
  }
  return quoted + L'"';
}

}  // namespace

std::wstring Json::Write() const {
  switch (kind_) {
    case Kind::kNull: return L"null";
    case Kind::kBool: return truth_ ? L"true" : L"false";
    case Kind::kNumber: return text_;
    case Kind::kString: return Quoted(text_);
    case Kind::kArray: {
      std::wstring text = L"[";
      for (const Json& item : items_) text += (text.size() > 1 ? L"," : L"") + item.Write();
      return text + L"]";
    }
    case Kind::kObject: {
      std::wstring text = L"{";
      for (const auto& [name, value] : members_) {
        text += (text.size() > 1 ? L"," : L"") + Quoted(name) + L":" + value.Write();
      }
      return text + L"}";
    }
  }
  return {};
}
