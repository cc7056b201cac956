#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/** A JSON value. Numbers are kept as they are written: 64-bit counters do not fit a double. */
class Json {
 public:
  enum class Kind { kNull, kBool, kNumber, kString, kArray, kObject };
  using Members = std::vector<std::pair<std::wstring, Json>>;

  Json() = default;
  static Json Bool(bool value);
  static Json Number(std::uint64_t value);
  static Json Signed(std::int64_t value);
  static Json NumberText(std::wstring text);
  static Json String(std::wstring_view text);
  static Json Array(std::vector<Json> items = {});
  static Json Object(Members members = {});

  Kind kind() const { return kind_; }
  bool IsObject() const { return kind_ == Kind::kObject; }
  bool IsArray() const { return kind_ == Kind::kArray; }
  bool IsString() const { return kind_ == Kind::kString; }

  /** Text of a string or number; empty for others. */
  const std::wstring& text() const { return text_; }
  const std::vector<Json>& items() const { return items_; }
  const Members& members() const { return members_; }

  /** A member of an object; null when it has none of that name or is no object. */
  const Json* Find(std::wstring_view name) const;
  std::wstring TextOf(std::wstring_view name) const;
  bool BoolOf(std::wstring_view name) const;
  std::optional<std::uint64_t> NumberOf(std::wstring_view name) const;
  /** Strings of an array member; empty when it is none. */
  std::vector<std::wstring> TextsOf(std::wstring_view name) const;

  std::optional<std::uint64_t> AsNumber() const;
  bool AsBool() const { return kind_ == Kind::kBool && truth_; }

  Json& Add(std::wstring_view name, Json value);
  void Push(Json value) { items_.push_back(std::move(value)); }

  std::wstring Write() const;

 private:
  Kind kind_ = Kind::kNull;
  bool truth_ = false;
  std::wstring text_;
  std::vector<Json> items_;
  Members members_;
};

/** The whole text as one value; nothing when it is not JSON. */
std::optional<Json> ParseJson(std::wstring_view text);
