#include "proc/linux_connector.h"

#include <linux/connector.h>
#include <linux/netlink.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <thread>

namespace isoscope {
namespace {

/// Room for some thousand events while this process waits for a CPU.
constexpr int kReceiveBuffer = 1 << 20;
/// The probe's event is queued before its thread runs; the wait only matters where none will come.
constexpr int kProbeTimeoutMs = 250;
/// Datagrams taken at once, so that a storm cannot keep the reader from telling of it.
constexpr int kMaxDatagrams = 1024;

bool Send(int socket, bool listen) {
  const auto request = ConnectorRequest(listen);
  return send(socket, request.data(), request.size(), 0) == static_cast<ssize_t>(request.size());
}

/// Any event about this very process: it has just made a thread, which the connector announces as a fork.
bool AboutThisProcess(const std::vector<ConnectorEvent>& events) {
  const auto self = static_cast<std::uint32_t>(getpid());
  return std::any_of(events.begin(), events.end(), [self](const ConnectorEvent& event) {
    return event.kind != ConnectorEvent::Kind::kAck && event.pid == self;
  });
}

}  // namespace

Outcome<Connector> Connector::Open() {
  UniqueFd fd(socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_CONNECTOR));
  if (!fd) return ErrnoFailure("socket NETLINK_CONNECTOR");
  setsockopt(fd.Get(), SOL_SOCKET, SO_RCVBUF, &kReceiveBuffer, sizeof kReceiveBuffer);
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  address.nl_groups = CN_IDX_PROC;
  if (bind(fd.Get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) return ErrnoFailure("bind netlink");
  if (!Send(fd.Get(), true)) return ErrnoFailure("send PROC_CN_MCAST_LISTEN");
  Connector connector(std::move(fd));
  std::thread([] {}).join();
  for (;;) {
    if (AboutThisProcess(connector.Receive().events)) return connector;
    pollfd waiting{.fd = connector.Fd(), .events = POLLIN, .revents = 0};
    if (poll(&waiting, 1, kProbeTimeoutMs) == 0) {
      return Failure{"process connector", CodeSpace::kErrno, ETIMEDOUT, "The kernel accepted but sends no events here."};
    }
  }
}

Connector::~Connector() {
  if (socket_) Send(socket_.Get(), false);
}

Connector::Received Connector::Receive() {
  Received received;
  for (int left = kMaxDatagrams; left > 0 && ReceiveOne(received) == 0; --left) continue;
  return received;
}

int Connector::ReceiveOne(Received& received) {
  char buffer[8192];
  sockaddr_nl sender{};
  socklen_t length = sizeof sender;
  const ssize_t got =
      recvfrom(socket_.Get(), buffer, sizeof buffer, 0, reinterpret_cast<sockaddr*>(&sender), &length);
  if (got < 0 && errno == ENOBUFS) {
    received.lost = true;
    return 0;
  }
  if (got < 0) return errno == EINTR ? 0 : errno;
  // Port 0 is the kernel; anybody may send to a multicast group's member.
  if (sender.nl_pid != 0) return 0;
  const auto events = ParseConnectorDatagram({buffer, static_cast<std::size_t>(got)});
  received.events.insert(received.events.end(), events.begin(), events.end());
  return 0;
}

}  // namespace isoscope
