#define _GNU_SOURCE
#include "stdio_ends.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "container_dev.h"
#include "rootfs.h"

void close_fd(int *fd) {
  if (*fd >= 0) close(*fd);
  *fd = -1;
}

void stdio_close_child(struct stdio_ends *ends) {
  for (int i = 0; i < 3; i++) close_fd(&ends->child[i]);
}

void stdio_close_agent(struct stdio_ends *ends) {
  close_fd(&ends->input);
  close_fd(&ends->output[0]);
  close_fd(&ends->output[1]);
}

static int open_terminal(struct stdio_ends *ends, const struct command *command) {
  const struct winsize size = {.ws_row = command->rows, .ws_col = command->columns};
  int slave;
  if (container_dev_open_terminal(ROOTFS, &ends->output[0], &slave)) return -1;
  ioctl(ends->output[0], TIOCSWINSZ, &size);
  ends->child[0] = slave;
  ends->child[1] = fcntl(slave, F_DUPFD_CLOEXEC, 0);
  ends->child[2] = fcntl(slave, F_DUPFD_CLOEXEC, 0);
  ends->input = fcntl(ends->output[0], F_DUPFD_CLOEXEC, 0);
  return ends->child[1] < 0 || ends->child[2] < 0 || ends->input < 0 ? -1 : 0;
}

/* Only the agent's end is made not to block: programs expect blocking streams. */
static int open_pipe(int *read_end, int *write_end, int agent_end) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC)) return -1;
  fcntl(ends[agent_end], F_SETFL, O_NONBLOCK);
  *read_end = ends[0];
  *write_end = ends[1];
  return 0;
}

static int open_pipes(struct stdio_ends *ends, const struct command *command) {
  if (open_pipe(&ends->output[0], &ends->child[1], 0) || open_pipe(&ends->output[1], &ends->child[2], 0)) return -1;
  if (command->open_input) return open_pipe(&ends->child[0], &ends->input, 1);
  ends->child[0] = open("/dev/null", O_RDONLY | O_CLOEXEC);
  return ends->child[0] < 0 ? -1 : 0;
}

int stdio_open(struct stdio_ends *ends, const struct command *command) {
  *ends = (struct stdio_ends){.child = {-1, -1, -1}, .input = -1, .output = {-1, -1}};
  if ((command->tty ? open_terminal(ends, command) : open_pipes(ends, command)) == 0) return 0;
  const int error = errno;
  stdio_close_child(ends);
  stdio_close_agent(ends);
  errno = error;
  return -1;
}
