#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>

#include "core/outcome.h"
#include "core/router.h"
#include "hcs/result.h"

namespace isoscope {

/// A call of HCS's that takes an operation. It runs on another thread: what it uses it holds itself.
struct OperationCall {
  std::function<HRESULT(HCS_OPERATION)> submit;
  ResultKind kind = ResultKind::kDocument;
};

/// Such a call under way, shared by the thread that makes it, for the service may hang in accepting it, and by who
/// waits for it. The last of them closes the operation, and then what the call holds.
class Submission {
 public:
  using Value = OperationResult;
  static constexpr bool kAwaitsService = true;

  Submission(std::string name, OperationCall call) : name_(std::move(name)), call_(std::move(call)) {}
  Submission(const Submission&) = delete;
  Submission& operator=(const Submission&) = delete;
  ~Submission();

  const std::string& Name() const { return name_; }

  /// Returns when HCS has accepted or refused the call; that the operation has ended is posted to `token`.
  void Run(Token token);

  /// For who waits: one more message has come. True when the call was refused, or accepted and its operation has ended.
  bool Hear();
  /// Once `Hear` has said so.
  Outcome<OperationResult> Take();

 private:
  enum class Phase { kSubmitting, kAccepted, kRefused };

  const std::string name_;
  const OperationCall call_;
  UniqueOperation operation_;
  std::optional<Failure> refusal_;
  /// Says whose the two above are: until now the submitting thread's, then who waits'.
  std::atomic<Phase> phase_ = Phase::kSubmitting;
  int heard_ = 0;
};

}  // namespace isoscope
