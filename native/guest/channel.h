#ifndef ISOSCOPE_CHANNEL_H
#define ISOSCOPE_CHANNEL_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"

/* The line to the host: a virtio-serial port carrying one JSON object per line both ways. */
struct channel {
  int fd;
  struct buffer in;
  /* Frames not yet sent. Writers append whole lines only. */
  struct buffer out;
  /* CLOCK_MONOTONIC ms of the last bytes from the host. */
  long long heard_ms;
  /* The host's end is closed; the port then polls as hung up all the time. */
  bool hung_up;
  /* Dropping the rest of a line that was longer than allowed. */
  bool skipping;
};

typedef void line_handler(void *context, char *line, size_t length);

/* Opens the port the host named `name`, waiting up to `wait_ms` for it. Returns 0 or -1. */
int channel_open(struct channel *channel, const char *name, int wait_ms);

/* Reads what is there and calls `handle` once per line (without its end). The line may be overwritten. */
void channel_receive(struct channel *channel, line_handler *handle, void *context);

/* Sends as much as goes without waiting. */
void channel_flush(struct channel *channel);

/* False while so much is unsent that processes must wait with their output. */
bool channel_has_room(const struct channel *channel);

#endif
