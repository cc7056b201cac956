#include "base/codes.h"
#include "base/text.h"
#include "control/control.h"
#include "documents/documents.h"

namespace {

/** More than a double can hold exactly. */
constexpr std::uint64_t kBig = 9'007'199'254'740'993ULL;

const wchar_t* NameOf(State state) {
  switch (state) {
    case State::kCreated: return L"Created";
    case State::kRunning: return L"Running";
    case State::kPaused: return L"Paused";
    case State::kStopped: return L"Stopped";
  }
  return L"Unknown";
}

Json FromLater() { return Json::Object().Add(L"Since", Json::String(L"a later Windows")); }

Json Entry(const Process& process, const Control& control) {
  const std::uint64_t more = control.HasShape(L"bigCounters") ? kBig : 0;
  const auto [user, kernel] = process.Times();
  Json entry = Json::Object()
                   .Add(L"ProcessId", Json::Number(process.pid))
                   .Add(L"ImageName", Json::String(process.image))
                   .Add(L"CreateTimestamp", Json::String(IsoTime(process.created)));
  if (!control.HasShape(L"sparse")) {
    entry.Add(L"UserTime100ns", Json::Number(user + more))
        .Add(L"KernelTime100ns", Json::Number(kernel + more))
        .Add(L"MemoryCommitBytes", Json::Number(839'680 + more))
        .Add(L"MemoryWorkingSetPrivateBytes", Json::Number(524'288))
        .Add(L"MemoryWorkingSetSharedBytes", Json::Number(3'403'776));
  }
  if (control.HasShape(L"unknownFields")) entry.Add(L"NobodyKnows", FromLater());
  return entry;
}

Json ProcessList(const System& system, const Control& control) {
  Json list = Json::Array();
  for (const auto& process : system.Processes()) list.Push(Entry(*process, control));
  if (control.HasShape(L"nonAscii")) {
    list.Push(Entry(*MakeListedProcess(65'532, L"\u043f\u0438\u043d\u0433-\u6d4b\u8bd5-\U0001F600.exe"), control));
  }
  return list;
}

Json Statistics(const System& system, const Control& control) {
  const std::uint64_t more = control.HasShape(L"bigCounters") ? kBig : 0;
  const std::uint64_t uptime = Now() - system.started();
  Json statistics = Json::Object()
                        .Add(L"Timestamp", Json::String(IsoTime(Now())))
                        .Add(L"ContainerStartTime", Json::String(IsoTime(system.started())))
                        .Add(L"Uptime100ns", Json::Number(uptime + more));
  if (control.HasShape(L"sparse")) return statistics;
  return statistics
      .Add(L"Memory", Json::Object()
                          .Add(L"MemoryUsageCommitBytes", Json::Number(41'943'040 + more))
                          .Add(L"MemoryUsageCommitPeakBytes", Json::Number(50'331'648 + more))
                          .Add(L"MemoryUsagePrivateWorkingSetBytes", Json::Number(31'457'280)))
      .Add(L"Processor", Json::Object()
                             .Add(L"TotalRuntime100ns", Json::Number(uptime / 50 + more))
                             .Add(L"RuntimeUser100ns", Json::Number(uptime / 100))
                             .Add(L"RuntimeKernel100ns", Json::Number(uptime / 100 + more)))
      .Add(L"Storage", Json::Object()
                           .Add(L"ReadCountNormalized", Json::Number(120))
                           .Add(L"ReadSizeBytes", Json::Number(1'048'576 + more))
                           .Add(L"WriteCountNormalized", Json::Number(30))
                           .Add(L"WriteSizeBytes", Json::Number(262'144)));
}

/** Pages of 4 KiB. */
Json Memory(const Control& control) {
  Json machine = Json::Object()
                     .Add(L"AvailableMemory", Json::Signed(-1))
                     .Add(L"AvailableMemoryBuffer", Json::Signed(-1))
                     .Add(L"ReservedMemory", Json::Number(0))
                     .Add(L"AssignedMemory", Json::Number(262'144))
                     .Add(L"SlpActive", Json::Bool(false))
                     .Add(L"BalancingEnabled", Json::Bool(false))
                     .Add(L"DmOperationInProgress", Json::Bool(false));
  Json memory = Json::Object().Add(L"VirtualNodeCount", Json::Number(1));
  if (!control.HasShape(L"sparse")) memory.Add(L"VirtualMachineMemory", std::move(machine));
  return memory;
}

HRESULT AddType(const std::wstring& type, const System& system, const Control& control, Json& reply) {
  if (type == L"ProcessList") reply.Add(type, ProcessList(system, control));
  else if (type == L"Statistics") reply.Add(type, Statistics(system, control));
  else if (type == L"Memory") reply.Add(type, Memory(control));
  else if (type == L"TerminateOnLastHandleClosed") reply.Add(type, Json::Bool(system.about.ends_with_last_handle));
  else if (type != L"Basic" && type != L"GuestConnection" && type != L"SharedMemoryRegion") return kInvalidJson;
  return S_OK;
}

}  // namespace

Json BasicProperties(const System& system) {
  const Control control = CurrentControl();
  const SystemDescription& about = system.about;
  Json basic = Json::Object().Add(L"Id", Json::String(about.id)).Add(L"SystemType", Json::String(about.type));
  if (!control.HasShape(L"sparse")) {
    basic.Add(L"Owner", Json::String(about.owner))
        .Add(L"RuntimeId", Json::String(about.runtime_id))
        .Add(L"RuntimeOsType", Json::String(about.os))
        .Add(L"Name", Json::String(about.id))
        .Add(L"State", Json::String(NameOf(system.state())));
    if (!about.hosting_id.empty()) basic.Add(L"HostingSystemId", Json::String(about.hosting_id));
  }
  if (control.HasShape(L"unknownFields")) basic.Add(L"NobodyKnows", FromLater());
  return basic;
}

Result PropertiesOf(const System& system, const wchar_t* query) {
  if (system.state() == State::kStopped) return Refused(kSystemNotFound, L"The system has exited.");
  const std::optional<Json> asked = ParseJson(query == nullptr ? L"{}" : query);
  if (!asked || !asked->IsObject()) return Refused(kInvalidJson, L"The property query is not valid JSON.");
  const Control control = CurrentControl();
  Json reply = BasicProperties(system);
  for (const std::wstring& type : asked->TextsOf(L"PropertyTypes")) {
    if (FAILED(AddType(type, system, control, reply))) {
      return Refused(kInvalidJson, L"The property type " + type + L" is unknown.");
    }
  }
  return Result::Document(reply.Write());
}
