#define _GNU_SOURCE
#include "requests.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>

#include "base64.h"
#include "clock.h"
#include "failure.h"
#include "folder.h"
#include "info.h"
#include "job_input.h"
#include "network.h"
#include "ps.h"
#include "reply.h"
#include "rootfs.h"

enum { DEVICE_WAIT_MS = 5000 };

struct request {
  struct guest *guest;
  const struct json *json;
  const struct json_node *root;
  long long id;
  struct buffer *out;
};

static long long integer(const struct request *request, const char *name, long long fallback) {
  return json_integer_or(request->json, request->root, name, fallback);
}

static const char *text(const struct request *request, const char *name, const char *fallback) {
  return json_text_or(request->json, request->root, name, fallback);
}

static void fail(const struct request *request, const char *code, const char *stage, int error) {
  const struct failure failure = failure_at(stage, error);
  reply_failure(request->out, request->id, code, &failure);
}

/* The job a request is about, or NULL after an error was answered. */
static struct job *wanted_job(const struct request *request) {
  struct job *job = job_find(&request->guest->jobs, integer(request, "job", 0));
  if (!job) reply_error(request->out, request->id, "no-job", "no such job");
  return job;
}

static void on_hello(const struct request *request) {
  const long long now = integer(request, "time_ms", 0);
  if (now > 0) clock_set_ms(CLOCK_REALTIME, now);
  request->guest->silence_ms = integer(request, "silence_ms", request->guest->silence_ms);
  snprintf(request->guest->container.hostname, sizeof request->guest->container.hostname, "%s",
           text(request, "hostname", "isoscope"));
  reply_begin(request->out, request->id);
  info_members(request->out);
  reply_end(request->out);
}

static void on_info(const struct request *request) {
  reply_begin(request->out, request->id);
  info_members(request->out);
  reply_end(request->out);
}

static void on_ping(const struct request *request) { reply_ok(request->out, request->id); }

static void on_root(const struct request *request) {
  const char *stage;
  const char *device = text(request, "device", "vda");
  if (rootfs_mount(device, text(request, "fs", "erofs"), DEVICE_WAIT_MS, &stage)) {
    fail(request, "root", stage, errno);
  } else {
    reply_ok(request->out, request->id);
  }
}

static void on_network(const struct request *request) {
  const char *stage;
  const char *address = text(request, "address", ""), *netmask = text(request, "netmask", "");
  if (network_up(address, netmask, text(request, "gateway", ""), DEVICE_WAIT_MS, &stage)) {
    fail(request, "network", stage, errno);
  } else {
    reply_ok(request->out, request->id);
  }
}

static void on_folder(const struct request *request) {
  const char *stage;
  const bool read_only = json_is_true(request->json, request->root, "read_only");
  if (folder_mount(text(request, "tag", ""), text(request, "target", ""), read_only, &stage)) {
    fail(request, "folder", stage, errno);
  } else {
    reply_ok(request->out, request->id);
  }
}

static void on_exec(const struct request *request) {
  struct command command;
  struct guest *guest = request->guest;
  const bool main = json_is_true(request->json, request->root, "main");
  if (main == (guest->container.init != 0)) {
    return reply_error(request->out, request->id, "state", main ? "already started" : "not running");
  }
  if (command_read(&command, request->json, request->root)) {
    return reply_error(request->out, request->id, "arguments", "argv and env must be lists of texts");
  }
  if (!job_start(&guest->jobs, &guest->container, &command, main, request->id)) fail(request, "start", "fork", errno);
  command_free(&command);
}

static void on_input(const struct request *request) {
  struct buffer bytes = {0};
  struct job *job = wanted_job(request);
  const char *data = text(request, "data", "");
  if (!job) return;
  if (base64_decode(&bytes, data, strlen(data))) reply_error(request->out, request->id, "arguments", "not base64");
  else job_input(job, &bytes, request->id, &request->guest->channel);
  buffer_free(&bytes);
}

static void on_eof(const struct request *request) {
  struct job *job = wanted_job(request);
  if (job) job_input_end(job, request->id, &request->guest->channel);
}

static void on_resize(const struct request *request) {
  struct job *job = wanted_job(request);
  if (!job) return;
  const struct winsize size = {.ws_row = (unsigned short)integer(request, "rows", 24),
                               .ws_col = (unsigned short)integer(request, "columns", 80)};
  if (job->tty && job->ends.output[0] >= 0) ioctl(job->ends.output[0], TIOCSWINSZ, &size);
  reply_ok(request->out, request->id);
}

static void on_kill(const struct request *request) {
  struct job *job = wanted_job(request);
  if (!job) return;
  if (!job->reaped && kill(job->pid, (int)integer(request, "signal", SIGTERM))) fail(request, "kill", "kill", errno);
  else reply_ok(request->out, request->id);
}

/* Nobody reads or types any more: hangs up the terminal and kills the command with its process group. */
static void on_close(const struct request *request) {
  struct job *job = wanted_job(request);
  if (!job) return;
  stdio_close_agent(&job->ends);
  if (!job->reaped && kill(-job->pid, SIGKILL)) kill(job->pid, SIGKILL);
  reply_ok(request->out, request->id);
}

static void on_ps(const struct request *request) {
  reply_begin(request->out, request->id);
  ps_list(request->out);
  reply_end(request->out);
}

static void on_poweroff(const struct request *request) {
  reply_ok(request->out, request->id);
  request->guest->off_at_ms = clock_ms(CLOCK_MONOTONIC);
}

struct handler {
  const char *op;
  void (*handle)(const struct request *request);
};

static const struct handler handlers[] = {
    {"hello", on_hello},   {"info", on_info}, {"ping", on_ping},   {"root", on_root},
    {"exec", on_exec},     {"in", on_input},  {"eof", on_eof},     {"resize", on_resize},
    {"kill", on_kill},     {"close", on_close}, {"ps", on_ps},     {"poweroff", on_poweroff},
    {"network", on_network}, {"folder", on_folder},
};

static void dispatch(const struct request *request) {
  const char *op = text(request, "op", "");
  for (size_t i = 0; i < sizeof handlers / sizeof *handlers; i++) {
    if (strcmp(handlers[i].op, op) == 0) return handlers[i].handle(request);
  }
  reply_error(request->out, request->id, "unknown-op", op);
}

void request_handle(struct guest *guest, char *line, size_t length) {
  char *start = memchr(line, '{', length);
  if (!start) return;
  if (json_parse(&guest->json, start, length - (size_t)(start - line))) {
    return reply_error(&guest->channel.out, 0, "malformed", "not a JSON object");
  }
  struct request request = {
      .guest = guest, .json = &guest->json, .root = json_root(&guest->json), .out = &guest->channel.out};
  request.id = integer(&request, "id", 0);
  dispatch(&request);
}
