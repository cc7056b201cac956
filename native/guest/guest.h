#ifndef ISOSCOPE_GUEST_H
#define ISOSCOPE_GUEST_H

#include "channel.h"
#include "container.h"
#include "job.h"
#include "json.h"

/* Version of the line protocol; the host refuses another. Raise it with every incompatible change. */
enum { PROTOCOL = 1 };

/* Everything the agent knows. There is one. */
struct guest {
  struct channel channel;
  struct json json;
  struct container container;
  struct jobs jobs;
  /* The machine ends when the host has said nothing for so long; the host may set it with `hello`. */
  long long silence_ms;
  /* CLOCK_MONOTONIC ms when the machine must be off at the latest; 0 while it is to run. */
  long long off_at_ms;
};

#endif
