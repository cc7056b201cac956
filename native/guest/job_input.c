#include "job_input.h"

#include <errno.h>
#include <unistd.h>

#include "reply.h"

static void finish(struct job *job, struct channel *channel, bool written) {
  const long long request = job->pending_request;
  job->pending_request = 0;
  buffer_free(&job->pending);
  if (written) reply_ok(&channel->out, request);
  else reply_error(&channel->out, request, "closed", "the command has closed its input");
  if (job->close_after_pending || !written) close_fd(&job->ends.input);
}

void job_on_writable(struct job *job, struct channel *channel) {
  while (job->pending.length > 0) {
    const ssize_t count = write(job->ends.input, job->pending.data, job->pending.length);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) return;
    if (count < 0) return finish(job, channel, false);
    buffer_consume(&job->pending, (size_t)count);
  }
  finish(job, channel, true);
}

void job_input(struct job *job, struct buffer *bytes, long long request, struct channel *channel) {
  if (job->ends.input < 0) return reply_error(&channel->out, request, "closed", "the command has no open input");
  if (job->pending_request) return reply_error(&channel->out, request, "busy", "earlier input is still waiting");
  job->pending = *bytes;
  *bytes = (struct buffer){0};
  job->pending_request = request;
  job_on_writable(job, channel);
}

void job_input_end(struct job *job, long long request, struct channel *channel) {
  struct buffer bytes = {0};
  if (job->tty) buffer_add(&bytes, "\x04", 1);
  else job->close_after_pending = true;
  job_input(job, &bytes, request, channel);
  buffer_free(&bytes);
}
