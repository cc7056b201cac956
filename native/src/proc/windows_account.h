#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "proc/windows_answer.h"
#include "proc/windows_calls.h"

namespace isoscope {

/// Tells whose a process is, by the user of its token: `DOMAIN\Name`, as for a VM's worker
/// `NT VIRTUAL MACHINE\<GUID>`; the SID's text for an account without a name here. Names that were found are kept. Not for
/// two threads at once.
class WindowsAccounts {
 public:
  explicit WindowsAccounts(const WindowsCalls& calls) : calls_(calls) {}

  /// `process` needs PROCESS_QUERY_LIMITED_INFORMATION. May wait for a domain controller, once per account.
  WindowsAnswer OwnerOf(HANDLE process);

  /// Forgets the names: an account may be called differently later.
  void Forget() { names_.clear(); }

 private:
  WindowsAnswer NameOf(void* sid, std::string text);

  const WindowsCalls& calls_;
  /// By the SID's text.
  std::unordered_map<std::string, std::string> names_;
  std::vector<std::byte> buffer_ = std::vector<std::byte>(256);
};

}  // namespace isoscope
