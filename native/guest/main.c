#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "boot.h"
#include "channel.h"
#include "clock.h"
#include "emit.h"
#include "fatal.h"
#include "guest.h"
#include "info.h"
#include "loop.h"
#include "reply.h"

/*
 * PID 1 of an Isoscope micro-VM: boots, opens the line to the host, runs the container's command in namespaces of
 * its own and tells the host what happens there. It stays outside those namespaces and is not seen in them.
 */

enum { PORT_WAIT_MS = 5000, SILENCE_MS = 60000 };

/* Later files must not get the numbers of the standard streams. */
static void fill_standard_streams(void) {
  int fd = open("/dev/console", O_RDWR | O_NOCTTY);
  if (fd < 0) fd = open("/dev/null", O_RDWR);
  for (int i = 0; fd >= 0 && i < 3; i++) dup2(fd, i);
  if (fd > 2) close(fd);
}

static int watch_children(void) {
  sigset_t children;
  sigemptyset(&children);
  sigaddset(&children, SIGCHLD);
  sigprocmask(SIG_BLOCK, &children, NULL);
  signal(SIGPIPE, SIG_IGN);
  return signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK);
}

static void say_ready(struct buffer *out) {
  emit_open(out, NULL, '{');
  emit_word(out, "event", "ready");
  emit_integer(out, "protocol", PROTOCOL);
  info_members(out);
  reply_end(out);
}

int main(void) {
  static struct guest guest;
  boot();
  fill_standard_streams();
  guest.silence_ms = SILENCE_MS;
  for (int i = 0; i < NAMESPACES; i++) guest.container.namespaces[i] = -1;
  const int signals = watch_children();
  if (signals < 0) fatal("signalfd");
  if (channel_open(&guest.channel, "isoscope", PORT_WAIT_MS)) fatal("open the port to the host");
  say_ready(&guest.channel.out);
  channel_flush(&guest.channel);
  loop_run(&guest, signals);
}
