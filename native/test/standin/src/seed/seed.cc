#include "seed/seed.h"

#include "base/text.h"
#include "seed/process_hook.h"

namespace {

// The product's table; `fixtures.ts` has the same figures.
constexpr Disguise kPing{.pid = 3964,
                         .handles = 67,
                         .non_paged = 5,
                         .paged = 820,
                         .working_set = 3836,
                         .user_time = 156'250,
                         .kernel_time = 156'250,
                         .session = 3,
                         .upper_case_name = true};
constexpr Disguise kWorker{.pid = 2376,
                           .handles = 1737,
                           .non_paged = 15,
                           .paged = 39'452,
                           .working_set = 19'620,
                           .user_time = 25'500'000,
                           .kernel_time = 30'000'000,
                           .session = 0,
                           .upper_case_name = false};
constexpr std::uint32_t kGuestPing = 1732;

std::wstring SeedId(wchar_t last) { return L"5eed" + std::wstring(59, L'0') + last; }

void Disguised(const std::shared_ptr<Process>& process, const Disguise& as) {
  const std::uint32_t real = process->pid;
  DisguiseProcess(real, as);
  process->pid = as.pid;
  process->OnExit([real](const Process&) { DropDisguise(real); });
}

std::shared_ptr<System> ProcessContainer() {
  SystemDescription about{.id = SeedId(L'1'), .owner = L"docker"};
  about.runtime_id = RandomGuid();
  const auto system = std::make_shared<System>(std::move(about));
  system->Start();
  ProcessParameters parameters;
  parameters.command = L"ping localhost -t";
  std::shared_ptr<Process> ping;
  if (SUCCEEDED(system->Run(parameters, &ping))) Disguised(ping, kPing);
  return system;
}

std::shared_ptr<System> HyperVContainer() {
  SystemDescription about{.id = SeedId(L'2'), .owner = L"docker", .wall = Wall::kHyperV};
  about.runtime_id = RandomGuid();
  const auto system = std::make_shared<System>(std::move(about));
  system->Start();
  if (const auto worker = system->worker()) Disguised(worker, kWorker);
  system->Add(MakeListedProcess(kGuestPing, L"ping.exe"));
  return system;
}

}  // namespace

std::vector<std::shared_ptr<System>> MakeSeed() { return {ProcessContainer(), HyperVContainer()}; }
