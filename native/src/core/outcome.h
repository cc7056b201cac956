#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace isoscope {

/// Whose numbers a failure's code is from; the field of the JavaScript error is named for it.
enum class CodeSpace { kErrno, kHresult, kNtStatus };

/// What failed, as data: never put into one text and parsed back.
struct Failure {
  /// The system call or operation that failed, e.g. `openat /proc`.
  std::string op;
  CodeSpace space = CodeSpace::kErrno;
  std::int32_t code = 0;
  /// What the system says about it in words.
  std::string detail;
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

}  // namespace isoscope
