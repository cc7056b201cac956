#pragma once

#include <napi.h>

#include <optional>
#include <string>
#include <vector>

namespace isoscope {

// These throw a TypeError for what is not of the type. Text must not hold a NUL, at which Windows would cut it.

std::u16string TextArgument(const Napi::CallbackInfo& info, std::size_t index);

/// None for undefined and null.
std::optional<std::u16string> OptionalTextArgument(const Napi::CallbackInfo& info, std::size_t index);

std::vector<std::u16string> TextsArgument(const Napi::CallbackInfo& info, std::size_t index);

Napi::Function FunctionArgument(const Napi::CallbackInfo& info, std::size_t index);

/// A copy of a Uint8Array's bytes.
std::vector<std::uint8_t> BytesArgument(const Napi::CallbackInfo& info, std::size_t index);

}  // namespace isoscope
