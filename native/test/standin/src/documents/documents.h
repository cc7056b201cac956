#pragma once
#include <string>

#include "calls/operation.h"
#include "json/json.h"
#include "world/system.h"

/** A ResultError document, as the service sends it with a failure. */
std::wstring ResultError(HRESULT hresult, const std::wstring& message);
/** A failure with its document. */
Result Refused(HRESULT hresult, const std::wstring& message);

/** The Properties of a system without any of the types asked for: what enumerating tells. */
Json BasicProperties(const System& system);

/** The reply to a property query; null asks for the basic ones. */
Result PropertiesOf(const System& system, const wchar_t* query);

/** The reply to SystemQuery; null asks for all. */
Result Enumerate(const wchar_t* query);

/** Why a create document is refused; empty when it is not. Fills `about`. */
std::wstring ReadConfiguration(const std::wstring& id, const Json& document, SystemDescription& about);
