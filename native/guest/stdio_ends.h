#ifndef ISOSCOPE_STDIO_ENDS_H
#define ISOSCOPE_STDIO_ENDS_H

#include "command.h"

/* The two sides of a command's standard streams; -1 where there is none. All close on exec. */
struct stdio_ends {
  /* For the command: input, output, error (all the terminal's slave with a TTY). */
  int child[3];
  /* For the agent, not blocking: what to write to, and what to read stdout (or the terminal) and stderr from. */
  int input;
  int output[2];
};

/* Returns 0, or -1 with errno and nothing left open. */
int stdio_open(struct stdio_ends *ends, const struct command *command);
void stdio_close_child(struct stdio_ends *ends);
void stdio_close_agent(struct stdio_ends *ends);
/* Closes `*fd` unless it is -1, and makes it so. */
void close_fd(int *fd);

#endif
