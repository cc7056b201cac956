// Run by parsers.test.ts under the address sanitizer: what of the Windows process table is news.
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check.h"
#include "proc/windows_counters.h"
#include "proc/windows_table.h"

namespace {

using isoscope::Counters;
using isoscope::ProcessDelta;
using isoscope::WindowsDescription;
using isoscope::WindowsProcess;
using isoscope::WindowsTable;
using isoscope::WindowsUse;

const WindowsUse kUse{.user_time = 1, .kernel_time = 9'999, .virtual_size = 8, .working_set = 4096, .non_paged_pool = 0,
                      .pagefile = 2048, .handles = 5, .session = 1};

WindowsProcess Row(std::uint32_t pid, std::uint64_t created, WindowsUse use = kUse) {
  return {.pid = pid, .ppid = 1, .threads = 2, .created = created, .image = u"a.exe", .use = use};
}

/// Counts what it is asked.
struct Describer {
  std::vector<std::uint32_t> asked{};
  bool settled = true;
  std::optional<std::uint32_t> silo{};

  WindowsTable::Describe Function() {
    return [this](const WindowsProcess& row) {
      asked.push_back(row.pid);
      isoscope::Description description{.start = row.created, .name = "a"};
      if (!row.use) description.unreadable = "no counters";
      return WindowsDescription{.row = description, .silo = silo, .settled = settled};
    };
  }
};

template <class Rows>
std::set<std::uint32_t> PidsOf(const Rows& rows) {
  std::set<std::uint32_t> pids;
  for (const auto& row : rows) pids.insert(row.pid);
  return pids;
}

using Pids = std::set<std::uint32_t>;

void OnlyNews() {
  WindowsTable table;
  Describer describer;
  ProcessDelta delta = table.Whole({Row(10, 100), Row(20, 200)}, describer.Function());
  Check(delta.whole && PidsOf(delta.described) == Pids{10, 20} && PidsOf(delta.counted) == Pids{10, 20}, "all at first");
  delta = table.Whole({Row(10, 100), Row(20, 200)}, describer.Function());
  Check(!delta.whole && delta.described.empty() && delta.counted.empty() && delta.removed.empty(), "nothing new");
  WindowsUse more = kUse;
  more.handles = 6;
  delta = table.Whole({Row(10, 100, more), Row(30, 300)}, describer.Function());
  Check(delta.removed == std::vector<std::uint32_t>{20}, "one went");
  Check(PidsOf(delta.described) == Pids{30} && PidsOf(delta.counted) == Pids{10, 30}, "one came, one changed");
  Check(describer.asked == std::vector<std::uint32_t>{10, 20, 30}, "each is described once");
}

void ReusedPid() {
  WindowsTable table;
  Describer describer;
  table.Whole({Row(10, 100)}, describer.Function());
  const ProcessDelta delta = table.Whole({Row(10, 101)}, describer.Function());
  Check(delta.removed == std::vector<std::uint32_t>{10}, "the one before is gone");
  Check(delta.described.size() == 1 && delta.described[0].description.start == 101, "the one after is told");
  Check(delta.counted.size() == 1, "with the same counters, yet told");
}

void Silo() {
  WindowsTable table;
  Describer describer{.silo = 7};
  const auto silo = [](const ProcessDelta& delta) { return delta.counted.at(0).counters.windows->silo_id; };
  Check(silo(table.Whole({Row(10, 100)}, describer.Function())) == 7.0, "told with the counters");
  WindowsUse more = kUse;
  more.handles = 6;
  Check(silo(table.Whole({Row(10, 100, more)}, describer.Function())) == 7.0, "and kept when others change");
  describer.silo.reset();
  Check(!silo(table.Whole({Row(10, 101)}, describer.Function())), "but not for the next of that PID");
}

void SomeOnly() {
  WindowsTable table;
  Describer describer;
  table.Whole({Row(10, 100), Row(20, 200)}, describer.Function());
  WindowsUse more = kUse;
  more.handles = 6;
  const ProcessDelta delta = table.Only({Row(10, 100, more), Row(30, 300, more)}, {10, 20}, describer.Function());
  Check(!delta.whole && delta.removed == std::vector<std::uint32_t>{20}, "the asked one went");
  Check(PidsOf(delta.counted) == Pids{10} && delta.described.empty(), "the others are not looked at");
  Check(describer.asked == std::vector<std::uint32_t>{10, 20, 10}, "the asked one is described again");
}

void Unsettled() {
  WindowsTable table;
  Describer describer{.settled = false};
  for (int pass = 0; pass < 5; ++pass) table.Whole({Row(10, 100)}, describer.Function());
  Check(describer.asked.size() == 3, "asked again while unsettled, but not for ever");
}

void WithoutCounters() {
  WindowsTable table;
  Describer describer;
  table.Whole({Row(10, 100)}, describer.Function());
  WindowsProcess poor = Row(10, 100);
  poor.use.reset();
  ProcessDelta delta = table.Whole({poor}, describer.Function());
  Check(delta.described.size() == 1 && delta.described[0].description.unreadable.has_value(), "says what is missing");
  const Counters& counters = delta.counted.at(0).counters;
  Check(counters.threads == 2 && !counters.cpu_ms && !counters.rss_bytes, "threads, but no counters");
  Check(counters.windows && !counters.windows->handles && !counters.windows->session_id, "nor Windows' own");
  delta = table.Whole({Row(10, 100)}, describer.Function());
  Check(delta.described.size() == 1 && !delta.described[0].description.unreadable, "and when they are back");
}

void NotGiven() {
  WindowsUse none{};
  none.working_set = 4096;
  const std::vector<WindowsProcess> rows = {Row(0, 0, kUse), Row(10, 100, none), Row(20, 200, none)};
  const auto given = isoscope::ColumnsGiven(rows);
  Check(given.working_set && !given.handles && !given.pagefile && !given.cpu, "Idle alone proves no column");
  const Counters counters = isoscope::CountersOf(rows[1], given);
  Check(!counters.cpu_ms && counters.rss_bytes == 4096, "nothing for a column that is not kept");
  Check(!counters.windows->handles && counters.windows->session_id == 0, "but session 0 is one");
}

void RealZero() {
  // vmmem has no handles and no pool of its own: said, since others have.
  const std::vector<WindowsProcess> rows = {Row(10, 100), Row(20, 200, WindowsUse{})};
  const Counters counters = isoscope::CountersOf(rows[1], isoscope::ColumnsGiven(rows));
  Check(counters.windows->handles == 0 && counters.rss_bytes == 0 && counters.cpu_ms == 0, "a zero among others");
  Check(!counters.windows->non_paged_bytes, "a column of zeros");
  Check(isoscope::CountersOf(rows[0], isoscope::ColumnsGiven(rows)).cpu_ms == 1, "100 ns to ms");
}

}  // namespace

int main() {
  OnlyNews();
  ReusedPid();
  Silo();
  SomeOnly();
  Unsettled();
  WithoutCounters();
  NotGiven();
  RealZero();
}
