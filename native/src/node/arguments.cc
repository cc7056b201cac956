#include "node/arguments.h"

namespace isoscope {
namespace {

std::u16string ToText(const Napi::Value& value) {
  if (!value.IsString()) throw Napi::TypeError::New(value.Env(), "expected a string");
  std::u16string text = value.As<Napi::String>().Utf16Value();
  if (text.find(u'\0') != std::u16string::npos) throw Napi::TypeError::New(value.Env(), "the text holds a NUL");
  return text;
}

}  // namespace

std::u16string TextArgument(const Napi::CallbackInfo& info, std::size_t index) { return ToText(info[index]); }

std::optional<std::u16string> OptionalTextArgument(const Napi::CallbackInfo& info, std::size_t index) {
  const Napi::Value value = info[index];
  if (value.IsUndefined() || value.IsNull()) return std::nullopt;
  return ToText(value);
}

std::vector<std::u16string> TextsArgument(const Napi::CallbackInfo& info, std::size_t index) {
  if (!info[index].IsArray()) throw Napi::TypeError::New(info.Env(), "expected an array of strings");
  const auto array = info[index].As<Napi::Array>();
  std::vector<std::u16string> texts;
  for (std::uint32_t i = 0; i < array.Length(); ++i) texts.push_back(ToText(array.Get(i)));
  return texts;
}

Napi::Function FunctionArgument(const Napi::CallbackInfo& info, std::size_t index) {
  if (!info[index].IsFunction()) throw Napi::TypeError::New(info.Env(), "expected a function");
  return info[index].As<Napi::Function>();
}

std::vector<std::uint8_t> BytesArgument(const Napi::CallbackInfo& info, std::size_t index) {
  const Napi::Value value = info[index];
  if (!value.IsTypedArray() || value.As<Napi::TypedArray>().TypedArrayType() != napi_uint8_array) {
    throw Napi::TypeError::New(info.Env(), "expected a Uint8Array");
  }
  const auto bytes = value.As<Napi::Uint8Array>();
  return {bytes.Data(), bytes.Data() + bytes.ElementLength()};
}

}  // namespace isoscope
