#ifndef ISOSCOPE_LOOP_H
#define ISOSCOPE_LOOP_H

#include "guest.h"

/* Serves the host until the machine is to end, then powers off. `signals` is a signalfd that reports SIGCHLD. */
_Noreturn void loop_run(struct guest *guest, int signals);

#endif
