#ifndef ISOSCOPE_NSPID_H
#define ISOSCOPE_NSPID_H

#include <sys/types.h>

/*
 * The PID a process of the container has there (second entry of NSpid in /proc/PID/status), or 0 when it does not
 * belong to the container.
 */
pid_t nspid_of(pid_t pid);

/* The same from the text of a status file. */
pid_t nspid_in(const char *status);

#endif
