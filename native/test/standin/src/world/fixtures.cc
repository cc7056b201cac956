#include "world/fixtures.h"

#include <cwchar>
#include <map>

#include "base/text.h"
#include "seed/seed.h"
#include "world/world.h"

namespace {

using Systems = std::vector<std::shared_ptr<System>>;

/** What there is now, by what it was made for. */
std::map<std::wstring, Systems>& kept() {
  static auto* const all = new std::map<std::wstring, Systems>;
  return *all;
}

ProcessParameters Running(const wchar_t* command) {
  ProcessParameters parameters;
  parameters.command = command;
  return parameters;
}

std::shared_ptr<System> Started(SystemDescription about, const wchar_t* command = nullptr) {
  if (about.runtime_id.empty()) about.runtime_id = RandomGuid();
  const auto system = std::make_shared<System>(std::move(about));
  system->Start();
  std::shared_ptr<Process> process;
  if (command != nullptr) system->Run(Running(command), &process);
  return system;
}

std::wstring DockerId(const wchar_t* last) { return L"d0c" + std::wstring(60, L'0') + last; }

Systems DockerProcess(const Json&) {
  return {Started({.id = DockerId(L"1"), .owner = L"docker"}, L"ping localhost -t")};
}

Systems DockerHyperV(const Json&) {
  return {Started({.id = DockerId(L"2"), .owner = L"docker", .wall = Wall::kHyperV}, L"ping localhost -t")};
}

SystemDescription Machine(std::wstring id, const wchar_t* owner, const wchar_t* os) {
  return {.id = std::move(id), .owner = owner, .type = L"VirtualMachine", .wall = Wall::kHyperV, .os = os};
}

Systems ContainerdVm(const Json&) {
  const std::wstring id = L"c0d" + std::wstring(60, L'0') + L"3@vm";
  return {Started(Machine(id, L"containerd-shim-runhcs-v1.exe", L"Windows"))};
}

Systems Wsl(const Json&) { return {Started(Machine(L"5b5e1e50-0000-4000-8000-000000000004", L"WSL", L"Linux"))}; }

Systems Sandbox(const Json&) {
  return {Started(Machine(L"5a4db000-0000-4000-8000-000000000005", L"Madrid", L"Windows"))};
}

Systems Foreign(const Json&) {
  SystemDescription about{.id = L"foreign-6", .owner = L"SomeoneElse"};
  about.runtime_id = RandomGuid();
  return {std::make_shared<System>(std::move(about))};
}

/** Its ping has the number of a process of the host: our own. */
Systems Coincidence(const Json&) {
  const auto system = Started({.id = DockerId(L"7"), .owner = L"docker", .wall = Wall::kHyperV});
  system->Add(MakeListedProcess(GetCurrentProcessId(), L"ping.exe"));
  return {system};
}

Systems Many(const Json& fixture) {
  Systems systems;
  const std::uint64_t count = fixture.NumberOf(L"count").value_or(500);
  for (std::uint64_t number = 0; number < count; ++number) {
    wchar_t id[65];
    std::swprintf(id, 65, L"%064llu", static_cast<unsigned long long>(number));
    systems.push_back(Started({.id = id, .owner = L"many", .wall = Wall::kHosted}));
  }
  return systems;
}

struct Maker {
  std::wstring_view kind;
  Systems (*make)(const Json&);
};

constexpr Maker kMakers[] = {
    {L"docker-process", DockerProcess}, {L"docker-hyperv", DockerHyperV}, {L"containerd-vm", ContainerdVm},
    {L"wsl", Wsl},                      {L"sandbox", Sandbox},            {L"foreign", Foreign},
    {L"coincidence", Coincidence},      {L"many", Many},
};

Systems Make(const Json& fixture) {
  const std::wstring kind = fixture.IsString() ? fixture.text() : fixture.TextOf(L"kind");
  for (const Maker& maker : kMakers) {
    if (maker.kind == kind) return maker.make(fixture);
  }
  return {};
}

constexpr wchar_t kSeed[] = L"the scenario seed";

std::map<std::wstring, Json> WantedBy(const Control& control) {
  std::map<std::wstring, Json> wanted;
  for (const Json& fixture : control.systems) wanted[fixture.Write()] = fixture;
  if (control.scenario == L"seed") wanted[kSeed] = Json();
  return wanted;
}

}  // namespace

void ForgetFixtures() { kept().clear(); }

void KeepFixtures(const Control& control) {
  const std::map<std::wstring, Json> wanted = WantedBy(control);
  std::erase_if(kept(), [&wanted](const auto& entry) {
    if (wanted.count(entry.first) > 0) return false;
    for (const auto& system : entry.second) EndSystem(system, L"ForcedExit");
    return true;
  });
  for (const auto& [text, fixture] : wanted) {
    if (kept().count(text) > 0) continue;
    kept()[text] = text == kSeed ? MakeSeed() : Make(fixture);
    for (const auto& system : kept()[text]) world().Add(system);
  }
}
