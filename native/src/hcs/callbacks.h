#pragma once

#include "core/router.h"
#include "hcs/api.h"

namespace isoscope {

/// HCS calls these on threads of its own, perhaps after the close: the context is a token, never a pointer, and they
/// touch nothing but the router.
void CALLBACK OnOperation(HCS_OPERATION operation, void* context) noexcept;
void CALLBACK OnEvent(HCS_EVENT* event, void* context) noexcept;

/// The context to register a token with.
void* ContextOf(Token token);

}  // namespace isoscope
