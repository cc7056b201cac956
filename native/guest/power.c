#include "power.h"

#include <sys/reboot.h>
#include <unistd.h>

_Noreturn void power_off(void) {
  sync();
  reboot(RB_POWER_OFF);
  for (;;) pause();
}
