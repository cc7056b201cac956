#include <cwchar>
#include <cwctype>

#include "json/json.h"

namespace {

constexpr int kDeepest = 64;

class Parser {
 public:
  explicit Parser(std::wstring_view text) : text_(text) {}

  std::optional<Json> Whole() {
    std::optional<Json> value = Value(0);
    SkipSpace();
    if (at_ != text_.size()) return std::nullopt;
    return value;
  }

 private:
  void SkipSpace() {
    while (at_ < text_.size() && std::wcschr(L" \t\r\n", text_[at_]) != nullptr) ++at_;
  }

  bool Take(wchar_t wanted) {
    SkipSpace();
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  bool Word(std::wstring_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  std::optional<Json> Value(int depth) {
    SkipSpace();
    if (at_ >= text_.size() || depth > kDeepest) return std::nullopt;
    switch (text_[at_]) {
      case L'{': return Object(depth);
      case L'[': return Array(depth);
      case L'"': return Text();
      case L't': return Word(L"true") ? std::optional(Json::Bool(true)) : std::nullopt;
      case L'f': return Word(L"false") ? std::optional(Json::Bool(false)) : std::nullopt;
      case L'n': return Word(L"null") ? std::optional(Json()) : std::nullopt;
      default: return Number();
    }
  }

  std::optional<Json> Object(int depth) {
    ++at_;
    Json object = Json::Object();
    if (Take(L'}')) return object;
    do {
      SkipSpace();
      std::optional<std::wstring> name = String();
      if (!name || !Take(L':')) return std::nullopt;
      std::optional<Json> value = Value(depth + 1);
      if (!value) return std::nullopt;
      object.Add(*name, std::move(*value));
    } while (Take(L','));
    return Take(L'}') ? std::optional(std::move(object)) : std::nullopt;
  }

  std::optional<Json> Array(int depth) {
    ++at_;
    Json array = Json::Array();
    if (Take(L']')) return array;
    do {
      std::optional<Json> value = Value(depth + 1);
      if (!value) return std::nullopt;
      array.Push(std::move(*value));
    } while (Take(L','));
    return Take(L']') ? std::optional(std::move(array)) : std::nullopt;
  }

  std::optional<Json> Text() {
    std::optional<std::wstring> text = String();
    return text ? std::optional(Json::String(*text)) : std::nullopt;
  }

  std::optional<std::wstring> String() {
    if (at_ >= text_.size() || text_[at_] != L'"') return std::nullopt;
    std::wstring text;
    for (++at_; at_ < text_.size() && text_[at_] != L'"'; ++at_) {
      if (text_[at_] < 0x20) return std::nullopt;
      if (text_[at_] != L'\\') {
        text += text_[at_];
        continue;
      }
      const std::optional<wchar_t> escaped = Escape();
      if (!escaped) return std::nullopt;
      text += *escaped;
    }
    if (at_ >= text_.size()) return std::nullopt;
    ++at_;
    return text;
  }

  /** What the escape stands for; leaves `at_` on its last character. */
  std::optional<wchar_t> Escape() {
    if (++at_ >= text_.size()) return std::nullopt;
    constexpr std::wstring_view kLetters = L"\"\\/bfnrt";
    constexpr std::wstring_view kMeanings = L"\"\\/\b\f\n\r\t";
    if (const std::size_t found = kLetters.find(text_[at_]); found != std::wstring_view::npos) return kMeanings[found];
    if (text_[at_] != L'u' || at_ + 4 >= text_.size()) return std::nullopt;
    unsigned code = 0;
    for (int digit = 0; digit < 4; ++digit) {
      const wchar_t c = text_[++at_];
      if (!std::iswxdigit(c)) return std::nullopt;
      code = code * 16 + static_cast<unsigned>(std::iswdigit(c) ? c - L'0' : std::towlower(c) - L'a' + 10);
    }
    return static_cast<wchar_t>(code);
  }

  std::optional<Json> Number() {
    const std::size_t begin = at_;
    if (text_[at_] == L'-') ++at_;
    if (at_ >= text_.size() || !std::iswdigit(text_[at_])) return std::nullopt;
    while (at_ < text_.size() && std::wcschr(L"0123456789.eE+-", text_[at_]) != nullptr) ++at_;
    return Json::NumberText(std::wstring(text_.substr(begin, at_ - begin)));
  }

  std::wstring_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Json> ParseJson(std::wstring_view text) { return Parser(text).Whole(); }
