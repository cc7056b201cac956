#pragma once
#include <windows.h>
#include <computecore.h>

#include <functional>
#include <memory>
#include <string>

#include "calls/event_sink.h"
#include "calls/handle_table.h"

/** What an operation ends with. Pipes in `info` belong to whoever reads it. */
struct Result {
  HRESULT hresult = S_OK;
  std::wstring document;
  HCS_PROCESS_INFORMATION info{};

  static Result Failed(HRESULT hresult, std::wstring document = {}) { return {hresult, std::move(document), {}}; }
  static Result Document(std::wstring document) { return {S_OK, std::move(document), {}}; }
};

/** What a call is about. */
struct Call {
  const wchar_t* name;
  HCS_OPERATION_TYPE type;
  HCS_SYSTEM system = nullptr;
  HCS_PROCESS process = nullptr;
  /** The system handle's, which may want to be told of the operation's end. */
  std::shared_ptr<EventSink> sink = nullptr;
};

class Operation {
 public:
  Operation(UINT64 id, const void* context, HCS_OPERATION_COMPLETION callback);
  ~Operation();
  Operation(const Operation&) = delete;
  Operation& operator=(const Operation&) = delete;

  enum class State { kIdle, kRunning, kDone };

  const UINT64 id;
  HCS_OPERATION handle = nullptr;
  const HANDLE done;

  // Under `lock`.
  std::mutex lock;
  State state = State::kIdle;
  bool closed = false;
  void* context;
  HCS_OPERATION_COMPLETION callback;
  HCS_OPERATION_TYPE type = HcsOperationTypeNone;
  HCS_SYSTEM system = nullptr;
  HCS_PROCESS process = nullptr;
  Result result;

  /** Ends it, once: later ends are dropped with what they bring. False when it had ended. */
  bool Finish(Result with);
};

using Operations = HandleTable<HCS_OPERATION, Operation>;
Operations& operations();

/**
 * Begins an operation: `work` is run later, on another thread, and gives its result, unless the control file wants
 * something else. The HRESULT says whether the call was accepted.
 */
HRESULT Submit(HCS_OPERATION handle, const Call& call, std::function<Result()> work);

/** The operation whose callback this thread is in: it may have been closed meanwhile, and asking about it is no fault. */
bool InCallbackOf(HCS_OPERATION handle);

/** Calls the operation's callback on this thread. */
void CallBack(Operation& operation);

/** Ends all that runs, as when the service goes away. */
void FinishAll(HRESULT hresult);
