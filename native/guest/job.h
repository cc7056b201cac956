#ifndef ISOSCOPE_JOB_H
#define ISOSCOPE_JOB_H

#include <stdbool.h>
#include <sys/types.h>

#include "channel.h"
#include "container.h"
#include "failure.h"
#include "stdio_ends.h"

enum { MAX_JOBS = 32 };

/* One running command: the container's own (`main`) or a further one. */
struct job {
  bool used;
  bool main;
  bool tty;
  /* How the host names it. */
  long long id;
  /* The exec request, answered once the command runs or failed to. */
  long long request;
  pid_t pid;
  struct stdio_ends ends;
  /* Reading end of the failure pipe; -1 once the start is decided. */
  int status;
  bool failed;
  struct failure failure;
  bool reaped;
  int wait_status;
  /* Input that did not fit yet, and the request to answer when it has; the host sends one at a time. */
  struct buffer pending;
  long long pending_request;
  bool close_after_pending;
};

struct jobs {
  struct job table[MAX_JOBS];
  long long last_id;
};

struct job *job_find(struct jobs *jobs, long long id);
struct job *job_find_main(struct jobs *jobs);
struct job *job_find_pid(struct jobs *jobs, pid_t pid);

/* Starts a command; the answer to `request` follows through `job_on_status`. NULL with errno when it cannot begin. */
struct job *job_start(struct jobs *jobs, struct container *container, const struct command *command, bool main,
                      long long request);

/* The failure pipe became readable: the command runs, which is answered, or why not, which waits for its end. */
void job_on_status(struct job *job, struct channel *channel);

/* Sends what one of the two outputs holds now, at most one chunk. False when there was nothing. */
bool job_pump(struct job *job, int stream, struct channel *channel);

/*
 * For a job that was reaped: sends what it had still written, then its exit, and frees it. Does nothing while the
 * channel is full. True when the job is gone. The request of one that never ran is answered here, when nothing of it
 * is left.
 */
bool job_finish(struct job *job, struct channel *channel);

#endif
