#define _GNU_SOURCE
#include "channel.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "files.h"

enum { STEP_MS = 5, READ_SIZE = 65536, MAX_LINE = 2 * 1024 * 1024, MAX_UNSENT = 256 * 1024 };

#define PORTS "/sys/class/virtio-ports"

static bool port_is_named(const char *port, const char *name) {
  char path[300];
  struct buffer text = {0};
  snprintf(path, sizeof path, PORTS "/%s/name", port);
  const bool same = file_read(AT_FDCWD, path, &text, 128) == 0 && strncmp(text.data, name, strlen(name)) == 0 &&
                    text.length == strlen(name) + 1;
  buffer_free(&text);
  return same;
}

/* udev would make a link by name; here the names are read from sysfs. */
static int open_port(const char *name) {
  DIR *ports = opendir(PORTS);
  int fd = -1;
  if (!ports) return -1;
  for (struct dirent *entry; fd < 0 && (entry = readdir(ports));) {
    char path[300];
    if (entry->d_name[0] == '.' || !port_is_named(entry->d_name, name)) continue;
    snprintf(path, sizeof path, "/dev/%s", entry->d_name);
    fd = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  }
  closedir(ports);
  return fd;
}

int channel_open(struct channel *channel, const char *name, int wait_ms) {
  *channel = (struct channel){.fd = open_port(name)};
  for (int waited = 0; channel->fd < 0 && waited < wait_ms; waited += STEP_MS) {
    usleep(STEP_MS * 1000);
    channel->fd = open_port(name);
  }
  channel->heard_ms = clock_ms(CLOCK_MONOTONIC);
  return channel->fd < 0 ? -1 : 0;
}

static void split_lines(struct channel *channel, line_handler *handle, void *context) {
  size_t start = 0;
  for (;;) {
    char *line = channel->in.data + start;
    char *end = memchr(line, '\n', channel->in.length - start);
    if (!end) break;
    start += (size_t)(end - line) + 1;
    if (channel->skipping) channel->skipping = false;
    else handle(context, line, (size_t)(end - line));
  }
  buffer_consume(&channel->in, start);
  if (channel->in.length <= MAX_LINE) return;
  channel->skipping = true;
  channel->in.length = 0;
}

void channel_receive(struct channel *channel, line_handler *handle, void *context) {
  const ssize_t count = read(channel->fd, buffer_reserve(&channel->in, READ_SIZE), READ_SIZE);
  if (count <= 0) return;
  channel->heard_ms = clock_ms(CLOCK_MONOTONIC);
  channel->in.length += (size_t)count;
  split_lines(channel, handle, context);
}

void channel_flush(struct channel *channel) {
  size_t sent = 0;
  while (sent < channel->out.length) {
    const ssize_t count = write(channel->fd, channel->out.data + sent, channel->out.length - sent);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    sent += (size_t)count;
  }
  buffer_consume(&channel->out, sent);
}

bool channel_has_room(const struct channel *channel) { return channel->out.length < MAX_UNSENT; }
