#ifndef ISOSCOPE_COMMAND_H
#define ISOSCOPE_COMMAND_H

#include <stdbool.h>

#include "json.h"

/* What to run. The texts belong to the request's line. */
struct command {
  char **argv;
  char **env;
  const char *cwd;
  const char *user;
  bool tty;
  /* Without a terminal: whether standard input is a pipe from the host, else it is /dev/null. */
  bool open_input;
  unsigned short rows;
  unsigned short columns;
};

/* Reads an exec request. Returns 0, or -1 when argv is not a list of at least one text. Free it after use. */
int command_read(struct command *command, const struct json *json, const struct json_node *request);
void command_free(struct command *command);

#endif
