#include "calls/operation.h"

#include "base/codes.h"
#include "live/live.h"

Operations& operations() {
  static auto* const table = new Operations(0x0A000000);
  return *table;
}

Operation::Operation(UINT64 id_, const void* context_, HCS_OPERATION_COMPLETION callback_)
    : id(id_),
      done(CreateEventW(nullptr, TRUE, FALSE, nullptr)),
      context(const_cast<void*>(context_)),
      callback(callback_) {}

namespace {

thread_local HCS_OPERATION called_back = nullptr;

void CloseAll(const HCS_PROCESS_INFORMATION& info) {
  for (const HANDLE pipe : {info.StdInput, info.StdOutput, info.StdError}) {
    if (pipe != nullptr) CloseHandle(pipe);
  }
}

}  // namespace

Operation::~Operation() {
  CloseAll(result.info);
  CloseHandle(done);
}

bool Operation::Finish(Result with) {
  {
    const std::lock_guard held(lock);
    if (state != State::kRunning) {
      CloseAll(with.info);
      return false;
    }
    state = State::kDone;
    result = std::move(with);
  }
  SetEvent(done);
  return true;
}

bool InCallbackOf(HCS_OPERATION handle) { return handle != nullptr && called_back == handle; }

void CallBack(Operation& operation) {
  called_back = operation.handle;
  operation.callback(operation.handle, operation.context);
  called_back = nullptr;
}

void FinishAll(HRESULT hresult) {
  operations().Each([hresult](const std::shared_ptr<Operation>& operation) {
    if (!operation->Finish(Result::Failed(hresult))) return;
    if (operation->callback != nullptr) CallBack(*operation);
  });
}
