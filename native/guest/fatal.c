#include "fatal.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "power.h"

void complain(const char *what) {
  dprintf(2, "isoscope-guest: %s: %s\n", what, strerror(errno));
}

_Noreturn void fatal(const char *what) {
  complain(what);
  power_off();
}
