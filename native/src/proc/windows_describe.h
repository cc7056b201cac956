#pragma once

#include "proc/windows_account.h"
#include "proc/windows_calls.h"
#include "proc/windows_command.h"
#include "proc/windows_silo.h"
#include "proc/windows_table.h"

namespace isoscope {

/// Reads what rarely changes of a process: command line, account and silo. Not for two threads at once.
class WindowsDescriber {
 public:
  explicit WindowsDescriber(const WindowsCalls& calls) : commands_(calls), accounts_(calls), silos_(calls) {}

  WindowsDescription Describe(const WindowsProcess& process);

  void Forget() { accounts_.Forget(); }

 private:
  WindowsCommandReader commands_;
  WindowsAccounts accounts_;
  WindowsSilos silos_;
};

}  // namespace isoscope
