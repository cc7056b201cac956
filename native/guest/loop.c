#define _GNU_SOURCE
#include "loop.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "emit.h"
#include "job_input.h"
#include "power.h"
#include "requests.h"

enum { TICK_MS = 500, HUNG_UP_MS = 10000, DRAIN_MS = 2000, PER_JOB = 4, POLLED = 2 + MAX_JOBS * PER_JOB };

enum watch { WATCH_STATUS, WATCH_FIRST_OUTPUT, WATCH_SECOND_OUTPUT, WATCH_INPUT };

/* What to poll, and for the entries after the first two: which job they belong to and what they mean. */
struct polled {
  struct pollfd fds[POLLED];
  struct job *jobs[POLLED];
  enum watch watches[POLLED];
  nfds_t count;
};

static void add(struct polled *polled, int fd, short events, struct job *job, enum watch watch) {
  if (fd < 0) return;
  polled->fds[polled->count] = (struct pollfd){.fd = fd, .events = events};
  polled->jobs[polled->count] = job;
  polled->watches[polled->count++] = watch;
}

static void add_job(struct polled *polled, struct job *job, bool room) {
  add(polled, job->status, POLLIN, job, WATCH_STATUS);
  if (job->pending_request) add(polled, job->ends.input, POLLOUT, job, WATCH_INPUT);
  if (!room || job->reaped) return;
  add(polled, job->ends.output[0], POLLIN, job, WATCH_FIRST_OUTPUT);
  add(polled, job->ends.output[1], POLLIN, job, WATCH_SECOND_OUTPUT);
}

static void collect(struct polled *polled, struct guest *guest, int signals) {
  struct channel *channel = &guest->channel;
  const short unsent = channel->out.length > 0 ? POLLOUT : 0;
  polled->count = 0;
  polled->fds[polled->count++] = (struct pollfd){.fd = channel->hung_up ? -1 : channel->fd, .events = POLLIN | unsent};
  polled->fds[polled->count++] = (struct pollfd){.fd = signals, .events = POLLIN};
  for (int i = 0; i < MAX_JOBS; i++) {
    if (guest->jobs.table[i].used) add_job(polled, &guest->jobs.table[i], channel_has_room(channel));
  }
}

static void on_ready(struct guest *guest, struct job *job, enum watch watch) {
  if (watch == WATCH_STATUS) job_on_status(job, &guest->channel);
  else if (watch == WATCH_INPUT) job_on_writable(job, &guest->channel);
  else job_pump(job, watch == WATCH_SECOND_OUTPUT, &guest->channel);
}

static void on_line(void *context, char *line, size_t length) { request_handle(context, line, length); }

static void serve(struct guest *guest, struct polled *polled) {
  for (nfds_t i = 2; i < polled->count; i++) {
    if (polled->fds[i].revents) on_ready(guest, polled->jobs[i], polled->watches[i]);
  }
  const short events = polled->fds[0].revents;
  if (events & POLLIN) channel_receive(&guest->channel, on_line, guest);
  else if (events & (POLLHUP | POLLERR)) guest->channel.hung_up = true;
}

static void reap(struct guest *guest, int signals) {
  struct signalfd_siginfo drained;
  int status;
  while (read(signals, &drained, sizeof drained) > 0) continue;
  for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
    struct job *job = job_find_pid(&guest->jobs, pid);
    if (pid == guest->container.init) container_ended(&guest->container);
    if (!job) continue;
    job->reaped = true;
    job->wait_status = status;
  }
}

/* The machine lives as long as the container's command; its exit is sent before the power goes. */
static void finish_reaped(struct guest *guest) {
  for (int i = 0; i < MAX_JOBS; i++) {
    struct job *job = &guest->jobs.table[i];
    if (!job->used || !job->reaped || job->status >= 0) continue;
    const bool ends_machine = job->main && !job->failed;
    if (job_finish(job, &guest->channel) && ends_machine) guest->off_at_ms = clock_ms(CLOCK_MONOTONIC) + DRAIN_MS;
  }
}

static bool has_jobs(const struct guest *guest) {
  for (int i = 0; i < MAX_JOBS; i++) {
    if (guest->jobs.table[i].used) return true;
  }
  return false;
}

static void end_if_due(struct guest *guest) {
  const long long now = clock_ms(CLOCK_MONOTONIC);
  const long long silent = now - guest->channel.heard_ms;
  if (silent > guest->silence_ms || (guest->channel.hung_up && silent > HUNG_UP_MS)) power_off();
  if (guest->off_at_ms == 0) return;
  if (now >= guest->off_at_ms || (guest->channel.out.length == 0 && !has_jobs(guest))) power_off();
}

_Noreturn void loop_run(struct guest *guest, int signals) {
  static struct polled polled;
  for (;;) {
    collect(&polled, guest, signals);
    poll(polled.fds, polled.count, TICK_MS);
    guest->channel.hung_up = false;
    serve(guest, &polled);
    reap(guest, signals);
    finish_reaped(guest);
    channel_flush(&guest->channel);
    end_if_due(guest);
  }
}
