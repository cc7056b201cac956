#pragma once

#include <windows.h>

#include <string>

#include "core/outcome.h"

namespace isoscope {

/// With Windows's own words for the code, where it has any.
Failure HresultFailure(std::string op, HRESULT result);

/// A Win32 code as the HRESULT it stands for, so that callers meet one kind of code.
Failure Win32AsHresult(std::string op, DWORD code);

/// As it is: for what is not a call of a service.
Failure Win32Failure(std::string op, DWORD code);

}  // namespace isoscope
