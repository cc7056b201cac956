#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace isoscope {

/// One event of the process connector, as far as the table cares.
struct ConnectorEvent {
  enum class Kind {
    kAck,      ///< Answer to our own request; `pid` is the errno, 0 when accepted.
    kProcess,  ///< A process was born, changed its image, name or user, or died.
    kThread,   ///< The same of a thread; `pid` is its process.
  };
  Kind kind;
  std::uint32_t pid;
};

/// The events in one datagram from the kernel. What is not understood is left out.
std::vector<ConnectorEvent> ParseConnectorDatagram(std::string_view datagram);

/// The datagram that starts (or stops) listening.
std::vector<char> ConnectorRequest(bool listen);

}  // namespace isoscope
