#include "hcs/calls.h"

#include "core/windows_failure.h"
#include "core/windows_text.h"

namespace isoscope {

Outcome<SystemHandle> OpenSystem(const std::u16string& id, const LiveCount& count) {
  HCS_SYSTEM raw = nullptr;
  const HRESULT status = Hcs().HcsOpenComputeSystem(ToWide(id), GENERIC_ALL, &raw);
  if (FAILED(status)) return HresultFailure("HcsOpenComputeSystem", status);
  return std::make_shared<CountedHandle<SystemTraits>>(UniqueSystem(raw), count);
}

Outcome<ProcessHandle> OpenProcess(const SystemHandle& system, std::uint32_t pid, const LiveCount& count) {
  HCS_PROCESS raw = nullptr;
  const HRESULT status = Hcs().HcsOpenProcess(system->Get(), pid, GENERIC_ALL, &raw);
  if (FAILED(status)) return HresultFailure("HcsOpenProcess", status);
  return std::make_shared<CountedHandle<ProcessTraits>>(UniqueProcess(raw), count);
}

Outcome<Document> ServiceProperties(const std::u16string& query) {
  PWSTR raw = nullptr;
  const HRESULT status = Hcs().HcsGetServiceProperties(ToWide(query), &raw);
  Document document = TakeDocument(raw);
  if (SUCCEEDED(status)) return document;
  Failure failure = HresultFailure("HcsGetServiceProperties", status);
  failure.document = std::move(document);
  return failure;
}

}  // namespace isoscope
