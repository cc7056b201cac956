#ifndef ISOSCOPE_CONTAINER_H
#define ISOSCOPE_CONTAINER_H

#include <sys/types.h>

#include "command.h"
#include "stdio_ends.h"

enum { NAMESPACES = 4 };

/*
 * The container's namespaces (PID, mount, host name, IPC). They are made with its command, which is PID 1 in them, and
 * end with it; the agent stays outside.
 */
struct container {
  /* The command's PID as the agent sees it; 0 when there is no container. */
  pid_t init;
  int namespaces[NAMESPACES];
  char hostname[65];
};

/* Starts the container with its command. `status` is where the child reports a failure. Returns the PID or -1. */
pid_t container_start(struct container *container, const struct command *command, const struct stdio_ends *ends,
                      int status);

/* Starts a further command in the running container. Returns the PID or -1. */
pid_t container_join(const struct container *container, const struct command *command, const struct stdio_ends *ends,
                     int status);

/* To be called when the container's command was reaped. */
void container_ended(struct container *container);

#endif
