// Run by parsers.test.ts under the address sanitizer: every parser of untrusted bytes, on every cut of its input.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check.h"
#include "proc/linux_cgroup.h"
#include "proc/linux_connector_message.h"
#include "proc/linux_stat.h"
#include "proc/linux_status.h"

namespace {

/// Calls with each beginning of the text, each in a heap block of just its size, so that reading past it is caught.
template <class Parse>
void OnEveryCut(const std::string& text, Parse parse) {
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const std::unique_ptr<char[]> exact(new char[length]);
    std::copy(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length), exact.get());
    parse(std::string_view(exact.get(), length));
  }
}

const std::string kStat =
    "8844 (a) b\n) R 8772 8772 3478 -1 -1 4194304 101 0 0 0 7 5 0 0 20 0 3 0 151159 3133440 413 18446744073709551615 "
    "94077801218048 94077801237929 140737270477856 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0 94077801253936 94077801255552 "
    "94077879566336 140737270479575 140737270479595 140737270479595 140737270480875 0\n";

void Stat() {
  OnEveryCut(kStat, [](std::string_view text) { isoscope::ParseStat(text); });
  const auto stat = isoscope::ParseStat(kStat);
  Check(stat.has_value(), "stat is read");
  Check(stat->name == "a) b\n" && stat->state == 'R' && stat->ppid == 8772, "name, state, parent");
  Check(stat->cpu_ticks == 12 && stat->threads == 3 && stat->start == 151159, "times and threads");
  Check(stat->rss_pages == 413 && stat->arg_start == 140737270479575, "memory");
  Check(!stat->kernel_thread, "no kernel thread");
  Check(!isoscope::ParseStat(kStat.substr(0, kStat.find(" 413"))), "cut off before what is needed");
  Check(!isoscope::ParseStat("1 )(") && !isoscope::ParseStat(""), "not of this form");
}

void Status() {
  const std::string text = "Name:\tx\nUid:\t0\t1000\t0\t0\nNSpid:\t48213\t12\t1\n";
  OnEveryCut(text, [](std::string_view cut) { isoscope::ParseStatus(cut); });
  const auto status = isoscope::ParseStatus(text);
  Check(status.effective_uid == "1000", "effective user");
  Check(status.ns_pids == std::vector<std::uint32_t>{48213, 12, 1}, "NSpid");
}

void Cgroup() {
  const std::string id(64, 'e');
  const std::string text = "4:memory:/a\n0::/b/docker-" + id + ".scope/c\n";
  OnEveryCut(text, [](std::string_view cut) { isoscope::ContainerIdOf(cut); });
  Check(isoscope::ContainerIdOf(text) == id, "container id");
}

/// A datagram as the kernel sends it: netlink header, connector header, event.
std::string Datagram(std::uint32_t what, std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  const std::uint32_t words[] = {76, 0, 0, 0, /* cn_msg */ 1, 1, 0, 0, 40, /* event */ what, 0, 0, 0, a, b, c, d, 0, 0};
  return std::string(reinterpret_cast<const char*>(words), sizeof words);
}

void Connector() {
  using Kind = isoscope::ConnectorEvent::Kind;
  const std::string two = Datagram(1, 10, 10, 20, 20) + Datagram(0x80000000, 21, 20, 0, 0);
  OnEveryCut(two, [](std::string_view cut) { isoscope::ParseConnectorDatagram(cut); });
  const auto events = isoscope::ParseConnectorDatagram(two);
  Check(events.size() == 2, "two events");
  Check(events[0].kind == Kind::kProcess && events[0].pid == 20, "birth of a process");
  Check(events[1].kind == Kind::kThread && events[1].pid == 20, "end of a thread");
  const auto exec = isoscope::ParseConnectorDatagram(Datagram(2, 31, 30, 0, 0));
  Check(exec.size() == 1 && exec[0].kind == Kind::kProcess && exec[0].pid == 30, "exec by a thread");
  Check(isoscope::ParseConnectorDatagram(Datagram(0x40, 1, 1, 0, 0)).empty(), "what is not understood");
  std::string endless = Datagram(2, 1, 1, 0, 0);
  endless[0] = 0;
  Check(isoscope::ParseConnectorDatagram(endless).empty(), "a length of nothing");
}

}  // namespace

int main() {
  Stat();
  Status();
  Cgroup();
  Connector();
}
