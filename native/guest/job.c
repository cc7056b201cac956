#define _GNU_SOURCE
#include "job.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "emit.h"
#include "nspid.h"
#include "reply.h"

enum { CHUNK = 12 * 1024 };

struct job *job_find(struct jobs *jobs, long long id) {
  for (int i = 0; i < MAX_JOBS; i++) {
    if (jobs->table[i].used && jobs->table[i].id == id) return &jobs->table[i];
  }
  return NULL;
}

struct job *job_find_main(struct jobs *jobs) {
  for (int i = 0; i < MAX_JOBS; i++) {
    if (jobs->table[i].used && jobs->table[i].main) return &jobs->table[i];
  }
  return NULL;
}

struct job *job_find_pid(struct jobs *jobs, pid_t pid) {
  for (int i = 0; i < MAX_JOBS; i++) {
    if (jobs->table[i].used && jobs->table[i].pid == pid && !jobs->table[i].reaped) return &jobs->table[i];
  }
  return NULL;
}

static struct job *free_slot(struct jobs *jobs) {
  for (int i = 0; i < MAX_JOBS; i++) {
    if (!jobs->table[i].used) return &jobs->table[i];
  }
  errno = EAGAIN;
  return NULL;
}

static void release(struct job *job) {
  stdio_close_agent(&job->ends);
  close_fd(&job->status);
  buffer_free(&job->pending);
  *job = (struct job){.status = -1};
}

static pid_t spawn(struct container *container, const struct command *command, bool main, struct job *job) {
  int status[2];
  if (pipe2(status, O_CLOEXEC)) return -1;
  job->status = status[0];
  const pid_t pid = main ? container_start(container, command, &job->ends, status[1])
                         : container_join(container, command, &job->ends, status[1]);
  const int error = errno;
  close(status[1]);
  errno = error;
  return pid;
}

struct job *job_start(struct jobs *jobs, struct container *container, const struct command *command, bool main,
                      long long request) {
  struct job *job = free_slot(jobs);
  if (!job) return NULL;
  *job = (struct job){.status = -1, .main = main, .tty = command->tty, .request = request};
  if (stdio_open(&job->ends, command)) return NULL;
  job->pid = spawn(container, command, main, job);
  stdio_close_child(&job->ends);
  if (job->pid < 0) {
    const int error = errno;
    release(job);
    errno = error;
    return NULL;
  }
  job->used = true;
  job->id = ++jobs->last_id;
  return job;
}

static void announce(struct job *job, struct channel *channel) {
  reply_begin(&channel->out, job->request);
  emit_integer(&channel->out, "job", job->id);
  emit_integer(&channel->out, "pid", job->main ? 1 : nspid_of(job->pid));
  reply_end(&channel->out);
}

void job_on_status(struct job *job, struct channel *channel) {
  const ssize_t count = read(job->status, &job->failure, sizeof job->failure);
  if (count < 0 && errno == EINTR) return;
  close_fd(&job->status);
  job->failed = count == (ssize_t)sizeof job->failure;
  if (!job->failed) announce(job, channel);
}

bool job_pump(struct job *job, int stream, struct channel *channel) {
  char bytes[CHUNK];
  int *fd = &job->ends.output[stream];
  if (*fd < 0) return false;
  const ssize_t count = read(*fd, bytes, sizeof bytes);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return false;
  if (count <= 0) {
    close_fd(fd);
    return false;
  }
  emit_open(&channel->out, NULL, '{');
  emit_word(&channel->out, "event", "output");
  emit_integer(&channel->out, "job", job->id);
  emit_word(&channel->out, "source", job->tty ? "tty" : stream == 0 ? "stdout" : "stderr");
  emit_base64(&channel->out, "data", bytes, (size_t)count);
  reply_end(&channel->out);
  return true;
}

static void send_exit(struct job *job, struct channel *channel) {
  const bool killed = WIFSIGNALED(job->wait_status);
  const int signal = killed ? WTERMSIG(job->wait_status) : 0;
  emit_open(&channel->out, NULL, '{');
  emit_word(&channel->out, "event", "exit");
  emit_integer(&channel->out, "job", job->id);
  emit_integer(&channel->out, "code", killed ? 128 + signal : WEXITSTATUS(job->wait_status));
  if (killed) emit_integer(&channel->out, "signal", signal);
  else emit_null(&channel->out, "signal");
  reply_end(&channel->out);
}

bool job_finish(struct job *job, struct channel *channel) {
  for (int stream = 0; stream < 2; stream++) {
    do {
      if (!channel_has_room(channel)) return false;
    } while (job_pump(job, stream, channel));
  }
  if (job->pending_request) reply_error(&channel->out, job->pending_request, "closed", "the command has ended");
  if (job->failed) reply_failure(&channel->out, job->request, "start", &job->failure);
  else send_exit(job, channel);
  release(job);
  return true;
}
