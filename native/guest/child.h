#ifndef ISOSCOPE_CHILD_H
#define ISOSCOPE_CHILD_H

#include "command.h"
#include "stdio_ends.h"

/*
 * In a fresh child that already stands in the container's namespaces and root: takes the streams, the user, the
 * folder, and becomes the command. When that fails it writes a `struct failure` to `status` (which closes on exec)
 * and exits.
 */
_Noreturn void child_run(const struct command *command, const struct stdio_ends *ends, int status);

/* Reports `stage` with errno and exits. */
_Noreturn void child_fail(int status, const char *stage);

#endif
