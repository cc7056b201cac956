#pragma once

#include <vector>

#include "core/outcome.h"
#include "proc/linux_connector_message.h"
#include "proc/linux_file.h"

namespace isoscope {

/// A socket that listens to the kernel's process connector.
class Connector {
 public:
  /// Fails where the kernel refuses, and where it accepts but no event comes: it tells nothing to a reader in another
  /// PID or network namespace, without an error.
  static Outcome<Connector> Open();

  Connector(Connector&&) = default;
  Connector& operator=(Connector&&) = delete;
  /// Tells the kernel to stop: older ones go on making events for a socket that was only closed.
  ~Connector();

  int Fd() const { return socket_.Get(); }

  struct Received {
    std::vector<ConnectorEvent> events;
    /// The kernel dropped some.
    bool lost = false;
  };
  /// What waits in the socket, up to a bound; never blocks.
  Received Receive();

 private:
  explicit Connector(UniqueFd socket) : socket_(std::move(socket)) {}
  int ReceiveOne(Received& received);

  UniqueFd socket_;
};

}  // namespace isoscope
