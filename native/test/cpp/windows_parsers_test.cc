// Run by parsers.test.ts under the address sanitizer: what Windows fills is read within its bounds, however broken it is.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "check.h"
#include "proc/windows_name.h"
#include "proc/windows_sid.h"
#include "proc/windows_snapshot.h"
#include "windows_buffer.h"

namespace {

using isoscope::WindowsBytes;

/// In a heap block of just its size, so that reading past it is caught.
template <class Use>
auto InExactBlock(std::span<const std::byte> bytes, Use use) {
  const std::unique_ptr<std::byte[]> exact(new std::byte[bytes.size()]);
  std::copy(bytes.begin(), bytes.end(), exact.get());
  return use(WindowsBytes({exact.get(), bytes.size()}, kAddress));
}

auto Parse(std::span<const std::byte> bytes) { return InExactBlock(bytes, isoscope::ParseSystemProcesses); }

/// The seed's ping, and its neighbours.
SnapshotBuilder Seed() {
  SnapshotBuilder snapshot;
  snapshot.Add({.kernel = 90'000'000, .threads = 2});
  snapshot.Add({.pid = 4, .image = u"System", .created = 133'000'000'000'000'000, .handles = 2000, .threads = 3});
  snapshot.Add({.pid = 3964,
                .image = u"PING.EXE",
                .ppid = 2212,
                .created = 133'000'000'123'456'789,
                .user = 100'000,
                .kernel = 200'000,
                .virtual_size = 0x20'0000'0000,
                .working_set = 3836 * 1024,
                .non_paged = 5 * 1024,
                .pagefile = 820 * 1024,
                .handles = 67,
                .session = 3});
  return snapshot;
}

void Snapshot() {
  const auto rows = Parse(Seed().Bytes());
  Check(rows && rows->size() == 3, "three processes");
  const auto& ping = rows->at(2);
  Check(ping.pid == 3964 && ping.ppid == 2212 && ping.threads == 1, "ping's numbers");
  Check(ping.image == u"PING.EXE" && ping.created == 133'000'000'123'456'789, "ping's name and start");
  Check(ping.use->user_time == 100'000 && ping.use->kernel_time == 200'000, "ping's times");
  Check(ping.use->working_set == 3836 * 1024 && ping.use->pagefile == 820 * 1024, "ping's memory");
  Check(ping.use->non_paged_pool == 5 * 1024 && ping.use->virtual_size == 0x20'0000'0000, "ping's pool and addresses");
  Check(ping.use->handles == 67 && ping.use->session == 3, "ping's handles and session");
  Check(rows->at(0).image.empty() && rows->at(0).pid == 0, "idle has no name");
}

void EveryCut() {
  const auto snapshot = Seed();
  const std::span<const std::byte> bytes(snapshot.Bytes());
  // The name lies last, so the whole parse needs all but the padding.
  for (std::size_t length = 0; length + 8 <= bytes.size(); ++length) {
    Check(!Parse(bytes.first(length)), "a snapshot that was cut off is none");
  }
}

void BrokenChains() {
  for (const std::uint32_t next : {1u, 0xFFu, 0xFFFFFFFFu, 0x7FFFFFFFu}) {
    auto snapshot = Seed();
    snapshot.Put(0, next);
    Check(!Parse(snapshot.Bytes()), "a chain that leads nowhere");
  }
  for (const std::uint64_t pointer : {std::uint64_t{1}, kAddress - 2, ~std::uint64_t{0}}) {
    auto snapshot = Seed();
    snapshot.Put(0x38, std::uint16_t{8});
    snapshot.Put(0x40, pointer);
    Check(!Parse(snapshot.Bytes()), "a name that lies outside");
  }
  auto snapshot = Seed();
  snapshot.Put(0x50, std::uint64_t{1} << 32);
  Check(!Parse(snapshot.Bytes()), "a PID that is none");
}

void Mutations() {
  std::mt19937 random(20260101);
  const auto whole = Seed().Bytes();
  for (int round = 0; round < 20'000; ++round) {
    auto bytes = whole;
    for (std::uint32_t changes = 1 + random() % 8; changes > 0; --changes) {
      bytes[random() % bytes.size()] = static_cast<std::byte>(random());
    }
    bytes.resize(bytes.size() - (random() % 4 == 0 ? random() % bytes.size() : 0));
    const auto rows = Parse(bytes);
    Check(!rows || rows->size() <= bytes.size() / 0x100, "no more processes than there is room for");
  }
}

void Text() {
  // A UNICODE_STRING and its text right behind, as ProcessCommandLineInformation answers.
  const std::u16string text = u"ping localhost -t";
  std::vector<std::byte> bytes(16 + text.size() * 2);
  const auto length = static_cast<std::uint16_t>(text.size() * 2);
  std::memcpy(bytes.data(), &length, sizeof length);
  const std::uint64_t pointer = kAddress + 16;
  std::memcpy(bytes.data() + 8, &pointer, sizeof pointer);
  std::memcpy(bytes.data() + 16, text.data(), length);
  const auto read = [](const WindowsBytes& each) { return each.TextAt(0); };
  Check(InExactBlock(bytes, read) == text, "a text with its pointer");
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
    Check(!InExactBlock(std::span(bytes).first(cut), read), "a text that was cut off is none");
  }
}

void Names() {
  using isoscope::WindowsProcessName;
  Check(WindowsProcessName(3964, u"PING.EXE") == "PING", "case is kept, the ending goes");
  Check(WindowsProcessName(8, u"a.exe.exe") == "a.exe", "one ending only");
  Check(WindowsProcessName(8, u"Memory Compression") == "Memory Compression", "no ending");
  Check(WindowsProcessName(8, u"x.com") == "x.com" && WindowsProcessName(8, u"exe") == "exe", "another ending");
  Check(WindowsProcessName(0, u"") == "Idle" && WindowsProcessName(4, u"") == "System", "the two without a file");
  Check(WindowsProcessName(8, u"\U0001F40D.exe") == "\xF0\x9F\x90\x8D", "beyond the first plane");
}

void Sids() {
  // S-1-5-83-1-…, as a VM's account has.
  std::vector<std::byte> bytes(8 + 6 * 4);
  const unsigned char head[] = {1, 6, 0, 0, 0, 0, 0, 5};
  std::memcpy(bytes.data(), head, sizeof head);
  const std::uint32_t parts[] = {83, 1, 0xFFFFFFFF, 3, 4, 5};
  std::memcpy(bytes.data() + 8, parts, sizeof parts);
  const auto read = [](const WindowsBytes& each) { return isoscope::SidText(each, 0); };
  Check(InExactBlock(bytes, read) == "S-1-5-83-1-4294967295-3-4-5", "a SID's text");
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
    Check(!InExactBlock(std::span(bytes).first(cut), read), "a SID that was cut off is none");
  }
  bytes[1] = std::byte{16};
  bytes.resize(1024);
  Check(!InExactBlock(bytes, read), "more parts than a SID has");
  Check(!isoscope::SidText(WindowsBytes(bytes, 0), ~std::size_t{0}), "an offset that wraps");
}

}  // namespace

int main() {
  Snapshot();
  EveryCut();
  BrokenChains();
  Mutations();
  Text();
  Names();
  Sids();
}
