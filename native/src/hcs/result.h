#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/outcome.h"
#include "hcs/handles.h"

namespace isoscope {

using Document = std::optional<std::u16string>;

struct OperationResult {
  Document document;
  /// The rest only of operations that yield a process. No pipe where none was asked for.
  std::uint32_t pid = 0;
  UniqueKernel input;
  UniqueKernel output;
  UniqueKernel error;
};

/// Process information may only be asked of operations that have it: others answer E_INVALIDARG.
enum class ResultKind { kDocument, kProcess };

/// The result of an operation that has ended. The pipes are the caller's, of a failed one too.
Outcome<OperationResult> TakeResult(HCS_OPERATION operation, const std::string& name, ResultKind kind);

/// Why a call was refused at once: the operation may hold a document about it.
Failure RefusedCall(HCS_OPERATION operation, const std::string& name, HRESULT result);

/// Takes the text out of a document of HCS's and frees it.
Document TakeDocument(PWSTR raw);

}  // namespace isoscope
