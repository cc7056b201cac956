#include "proc/linux_connector_message.h"

#include <linux/connector.h>
#include <linux/netlink.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace isoscope {
namespace {

// From linux/cn_proc.h. Not included: its enum is nested in a struct in older headers and not in newer ones, and C++
// sees two different names.
constexpr std::uint32_t kListen = 1, kIgnore = 2;
constexpr std::uint32_t kAckEvent = 0, kFork = 0x1, kExec = 0x2, kUid = 0x4, kComm = 0x200, kExit = 0x80000000;

/// `struct proc_event`; of its union the first four words, which is where all PIDs are.
struct WireEvent {
  std::uint32_t what;
  std::uint32_t cpu;
  std::uint64_t timestamp_ns;
  std::uint32_t data[4];
};

std::optional<ConnectorEvent> Classify(const WireEvent& event) {
  using Kind = ConnectorEvent::Kind;
  switch (event.what) {
    case kAckEvent:
      return ConnectorEvent{Kind::kAck, event.data[0]};
    case kFork:  // parent pid, parent tgid, child pid, child tgid
      return ConnectorEvent{event.data[2] == event.data[3] ? Kind::kProcess : Kind::kThread, event.data[3]};
    case kExec:  // pid, tgid: the image of the whole process, whichever thread did it
      return ConnectorEvent{Kind::kProcess, event.data[1]};
    case kUid:
    case kComm:
    case kExit:
      return ConnectorEvent{event.data[0] == event.data[1] ? Kind::kProcess : Kind::kThread, event.data[1]};
    default:
      return std::nullopt;
  }
}

std::optional<ConnectorEvent> ParseMessage(std::string_view payload) {
  cn_msg header{};
  WireEvent event{};
  if (payload.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, payload.data(), sizeof header);
  if (header.id.idx != CN_IDX_PROC || header.id.val != CN_VAL_PROC) return std::nullopt;
  payload.remove_prefix(sizeof header);
  if (payload.size() < sizeof event) return std::nullopt;
  std::memcpy(&event, payload.data(), sizeof event);
  return Classify(event);
}

}  // namespace

std::vector<ConnectorEvent> ParseConnectorDatagram(std::string_view datagram) {
  std::vector<ConnectorEvent> events;
  while (datagram.size() >= NLMSG_HDRLEN) {
    nlmsghdr header{};
    std::memcpy(&header, datagram.data(), sizeof header);
    if (header.nlmsg_len < NLMSG_HDRLEN || header.nlmsg_len > datagram.size()) break;
    const auto event = ParseMessage(datagram.substr(NLMSG_HDRLEN, header.nlmsg_len - NLMSG_HDRLEN));
    if (event) events.push_back(*event);
    datagram.remove_prefix(std::min<std::size_t>(NLMSG_ALIGN(header.nlmsg_len), datagram.size()));
  }
  return events;
}

std::vector<char> ConnectorRequest(bool listen) {
  const std::uint32_t operation = listen ? kListen : kIgnore;
  nlmsghdr header{};
  cn_msg message{};
  message.id = {CN_IDX_PROC, CN_VAL_PROC};
  message.len = sizeof operation;
  header.nlmsg_len = NLMSG_LENGTH(sizeof message + sizeof operation);
  header.nlmsg_type = NLMSG_DONE;
  std::vector<char> datagram(NLMSG_SPACE(sizeof message + sizeof operation));
  std::memcpy(datagram.data(), &header, sizeof header);
  std::memcpy(datagram.data() + NLMSG_HDRLEN, &message, sizeof message);
  std::memcpy(datagram.data() + NLMSG_HDRLEN + sizeof message, &operation, sizeof operation);
  return datagram;
}

}  // namespace isoscope
