#include "node/hcs_process.h"

#include <algorithm>
#include <string>
#include <utility>

#include "hcs/callbacks.h"
#include "hcs/codes.h"
#include "node/arguments.h"
#include "node/settle_promise.h"

namespace isoscope {
namespace {

constexpr const wchar_t* kInputClosed = LR"({"Operation":"CloseHandle","CloseHandle":{"Handle":"StdIn"}})";

Napi::Value BytesToJs(Napi::Env env, std::optional<Bytes>& bytes) {
  if (!bytes) return env.Null();
  auto array = Napi::Uint8Array::New(env, bytes->size());
  std::copy(bytes->begin(), bytes->end(), array.Data());
  return array;
}

Napi::Value Nothing(Napi::Env env, Done&) { return env.Undefined(); }

}  // namespace

std::uint32_t PidArgument(const Napi::CallbackInfo& info, std::size_t index) {
  if (!info[index].IsNumber()) throw Napi::TypeError::New(info.Env(), "expected a PID");
  return info[index].As<Napi::Number>().Uint32Value();
}

Napi::Function HcsProcess::Define(Napi::Env env) {
  static NamedCall properties{"HcsGetProcessProperties", &HcsApi::HcsGetProcessProperties};
  static NamedCall modify{"HcsModifyProcess", &HcsApi::HcsModifyProcess};
  static NamedCall signal{"HcsSignalProcess", &HcsApi::HcsSignalProcess};
  static NamedCall terminate{"HcsTerminateProcess", &HcsApi::HcsTerminateProcess};
  const auto asks = [](const char* method, NamedCall& call) {
    return InstanceMethod<&HcsProcess::AskAny>(method, napi_default_method, &call);
  };
  return DefineClass(env, "HcsProcess",
                     {
                         asks("properties", properties),
                         asks("modify", modify),
                         asks("signal", signal),
                         asks("terminate", terminate),
                         InstanceMethod<&HcsProcess::Read>("read", napi_default_method),
                         InstanceMethod<&HcsProcess::Write>("write", napi_default_method),
                         InstanceMethod<&HcsProcess::CloseInput>("closeInput", napi_default_method),
                         InstanceMethod<&HcsProcess::Watch>("watch", napi_default_method),
                         InstanceMethod<&HcsProcess::Close>("close", napi_default_method),
                     });
}

HcsProcess::HcsProcess(const Napi::CallbackInfo& info, Init init)
    : Napi::ObjectWrap<HcsProcess>(info),
      HandleObject(std::move(init.session), std::move(init.started.handle)),
      input_(std::move(init.started.info.input)),
      output_(std::move(init.started.info.output)),
      error_(std::move(init.started.info.error)) {
  Value().Set("pid", Napi::Number::New(info.Env(), init.started.info.pid));
}

ProcessStream& HcsProcess::OutputArgument(const Napi::CallbackInfo& info) {
  const std::u16string name = TextArgument(info, 0);
  if (name == u"stdout") return output_;
  if (name == u"stderr") return error_;
  throw Napi::TypeError::New(info.Env(), "expected stdout or stderr");
}

Napi::Value HcsProcess::Read(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  ProcessStream& stream = OutputArgument(info);
  const auto deferred = Napi::Promise::Deferred::New(env);
  const auto settle = SettlePromise<std::optional<Bytes>>(deferred, BytesToJs);
  if (!IsOpen()) {
    settle(env, HresultFailure("ReadFile", E_ABORT));
  } else if (!stream.pipe) {
    settle(env, std::optional<Bytes>());
  } else if (stream.reading) {
    settle(env, Win32AsHresult("ReadFile", ERROR_BUSY));
  } else {
    stream.reading = true;
    // The call keeps this object, and with it the stream, until it is settled.
    Session().Work<std::optional<Bytes>>(
        env, Call("ReadFile", Value()), *stream.strand, [pipe = stream.pipe] { return pipe->Read(); },
        [&stream, settle](Napi::Env in, Outcome<std::optional<Bytes>> outcome) {
          stream.reading = false;
          settle(in, std::move(outcome));
        });
  }
  return deferred.Promise();
}

Napi::Value HcsProcess::Write(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const auto deferred = Napi::Promise::Deferred::New(env);
  const auto settle = SettlePromise<Done>(deferred, Nothing);
  auto work = [pipe = input_.pipe, bytes = BytesArgument(info, 0)] { return pipe->Write(bytes); };
  if (!IsOpen()) {
    settle(env, HresultFailure("WriteFile", E_ABORT));
  } else if (!input_.pipe) {
    settle(env, HresultFailure("WriteFile", E_HANDLE));
  } else {
    Session().Work<Done>(env, Call("WriteFile", Value()), *input_.strand, std::move(work), settle);
  }
  return deferred.Promise();
}

Napi::Value HcsProcess::CloseInput(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const auto deferred = Napi::Promise::Deferred::New(env);
  const auto settle = SettlePromise<Done>(deferred, Nothing);
  if (!IsOpen()) {
    settle(env, HresultFailure("CloseHandle", E_ABORT));
  } else if (!input_.pipe) {
    settle(env, Done());
  } else {
    const auto close = [pipe = std::exchange(input_.pipe, nullptr)]() -> Outcome<Done> {
      pipe->Close();
      return Done();
    };
    // In its turn: what was written before gets through.
    Session().Work<Done>(env, Call("CloseHandle", Value()), *input_.strand, close,
                         [this, deferred, settle](Napi::Env in, Outcome<Done> outcome) {
                           if (!outcome.Ok()) return settle(in, std::move(outcome));
                           TellInputClosed(in, deferred);
                         });
  }
  return deferred.Promise();
}

void HcsProcess::TellInputClosed(Napi::Env env, Napi::Promise::Deferred deferred) {
  const auto submit = [](HCS_PROCESS handle, HCS_OPERATION operation) {
    return Hcs().HcsModifyProcess(handle, operation, kInputClosed);
  };
  const auto settle = SettlePromise<Done>(deferred, Nothing);
  Operate(env, Call("HcsModifyProcess", Value()), submit, [settle](Napi::Env in, Outcome<OperationResult> outcome) {
    const bool done = outcome.Ok() || MeansGone(outcome.Error().code);
    settle(in, done ? Outcome<Done>(Done()) : outcome.Error());
  });
}

Napi::Value HcsProcess::AskAny(const Napi::CallbackInfo& info) {
  return HandleObject::Ask(Value(), *static_cast<const NamedCall*>(info.Data()), OptionalTextArgument(info, 0));
}

void HcsProcess::Watch(const Napi::CallbackInfo& info) {
  HcsObject::Watch(FunctionArgument(info, 0), Value(), "HcsSetProcessCallback", [this](Token token) {
    return Hcs().HcsSetProcessCallback(Open()->Get(), HcsEventOptionNone, ContextOf(token), OnEvent);
  });
}

void HcsProcess::CloseHandles() {
  for (ProcessStream* stream : {&input_, &output_, &error_}) stream->Cancel();
  HandleObject::CloseHandles();
}

}  // namespace isoscope
