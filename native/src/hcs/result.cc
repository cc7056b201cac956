#include "hcs/result.h"

#include "core/windows_failure.h"
#include "core/windows_text.h"

namespace isoscope {
namespace {

HRESULT Ask(HCS_OPERATION operation, ResultKind kind, OperationResult& result) {
  PWSTR document = nullptr;
  HCS_PROCESS_INFORMATION process{};
  const HRESULT status = kind == ResultKind::kProcess
                             ? Hcs().HcsGetOperationResultAndProcessInfo(operation, &process, &document)
                             : Hcs().HcsGetOperationResult(operation, &document);
  result.document = TakeDocument(document);
  result.pid = process.ProcessId;
  result.input.Reset(process.StdInput);
  result.output.Reset(process.StdOutput);
  result.error.Reset(process.StdError);
  return status;
}

}  // namespace

Outcome<OperationResult> TakeResult(HCS_OPERATION operation, const std::string& name, ResultKind kind) {
  OperationResult result;
  const HRESULT status = Ask(operation, kind, result);
  if (SUCCEEDED(status)) return result;
  Failure failure = HresultFailure(name, status);
  failure.document = std::move(result.document);
  return failure;
}

Failure RefusedCall(HCS_OPERATION operation, const std::string& name, HRESULT result) {
  Failure failure = HresultFailure(name, result);
  PWSTR document = nullptr;
  if (operation != nullptr) Hcs().HcsGetOperationResult(operation, &document);
  failure.document = TakeDocument(document);
  return failure;
}

Document TakeDocument(PWSTR raw) {
  const UniqueDocument document(raw);
  if (!document) return std::nullopt;
  return FromWide(document.Get());
}

}  // namespace isoscope
