#ifndef ISOSCOPE_PS_H
#define ISOSCOPE_PS_H

#include "buffer.h"

/*
 * Adds "processes":[…] : every process in the container's PID namespace, numbered as seen there. Kernel threads and
 * the agent are not in it. `start` is in clock ticks since boot as decimal text, `cpu_ms` user plus system time.
 */
void ps_list(struct buffer *out);

#endif
