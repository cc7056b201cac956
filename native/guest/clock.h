#ifndef ISOSCOPE_CLOCK_H
#define ISOSCOPE_CLOCK_H

#include <time.h>

/* Reads or sets a clock in milliseconds (CLOCK_MONOTONIC stands still while the host has paused the machine). */
long long clock_ms(clockid_t clock);
int clock_set_ms(clockid_t clock, long long ms);

#endif
