#include "hcs/callbacks.h"

#include "core/windows_text.h"

namespace isoscope {
namespace {

static_assert(sizeof(void*) == sizeof(Token), "a context holds a whole token");

Token TokenOf(void* context) { return reinterpret_cast<Token>(context); }

}  // namespace

void* ContextOf(Token token) { return reinterpret_cast<void*>(token); }

void CALLBACK OnOperation(HCS_OPERATION, void* context) noexcept {
  ProcessRouter().Post({.token = TokenOf(context), .event = std::nullopt});
}

void CALLBACK OnEvent(HCS_EVENT* event, void* context) noexcept {
  if (event == nullptr) return;
  // Borrowed: gone when this returns.
  std::optional<std::u16string> data;
  if (event->EventData != nullptr) data = FromWide(event->EventData);
  ProcessRouter().Post({.token = TokenOf(context),
                        .event = Event{.type = static_cast<std::uint32_t>(event->Type), .data = std::move(data)}});
}

}  // namespace isoscope
