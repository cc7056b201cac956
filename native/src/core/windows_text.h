#pragma once

#include <windows.h>

#include <string>
#include <string_view>

namespace isoscope {

static_assert(sizeof(wchar_t) == sizeof(char16_t), "Windows's wide text is UTF-16");

inline const wchar_t* ToWide(const std::u16string& text) { return reinterpret_cast<const wchar_t*>(text.c_str()); }

inline std::u16string FromWide(std::wstring_view text) { return {text.begin(), text.end()}; }

}  // namespace isoscope
