#include "clock.h"

long long clock_ms(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

int clock_set_ms(clockid_t clock, long long ms) {
  const struct timespec now = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
  return clock_settime(clock, &now);
}
