#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace isoscope {

/// Whose numbers a failure's code is from; the field of the JavaScript error is named for it.
enum class CodeSpace { kErrno, kHresult, kNtStatus, kWin32 };

/// What failed, as data: never put into one text and parsed back.
struct Failure {
  /// The system call or operation that failed, e.g. `openat /proc`.
  std::string op;
  CodeSpace space = CodeSpace::kErrno;
  std::int32_t code = 0;
  /// What the system says about it in words.
  std::string detail;
  /// The HCS document that came with a failing HRESULT.
  std::optional<std::u16string> document = std::nullopt;
  /// The export that a library lacks.
  std::optional<std::string> symbol = std::nullopt;
};

/// A value or why there is none. The work below `src/node` returns this and throws nothing.
template <class T>
class Outcome {
 public:
  Outcome(T value) : content_(std::in_place_index<0>, std::move(value)) {}
  Outcome(Failure failure) : content_(std::in_place_index<1>, std::move(failure)) {}

  bool Ok() const { return content_.index() == 0; }
  /// Only when `Ok()`.
  T& Value() { return std::get<0>(content_); }
  /// Only when not `Ok()`.
  const Failure& Error() const { return std::get<1>(content_); }

 private:
  std::variant<T, Failure> content_;
};

/// The value of work that yields nothing but its success.
using Done = std::monostate;

}  // namespace isoscope
