#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "caps.h"
#include "failure.h"
#include "files.h"
#include "users.h"

enum { TABLE_LIMIT = 1024 * 1024 };

_Noreturn void child_fail(int status, const char *stage) {
  const struct failure failure = failure_at(stage, errno);
  const ssize_t written = write(status, &failure, sizeof failure);
  _exit(written == sizeof failure ? 127 : 126);
}

static void reset_signals(void) {
  sigset_t none;
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static void find_identity(const struct command *command, int status, struct identity *identity) {
  struct buffer passwd = {0}, group = {0};
  const int root = open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
  file_read_in_root(root, "etc/passwd", &passwd, TABLE_LIMIT);
  file_read_in_root(root, "etc/group", &group, TABLE_LIMIT);
  if (users_resolve(command->user, passwd.data, group.data, identity)) {
    errno = ENOENT;
    child_fail(status, "user");
  }
}

/* Re-opening /dev/stdout must work for an ordinary user too, hence the change of owner. */
static int take_streams(const struct stdio_ends *ends, uid_t owner) {
  for (int i = 0; i < 3; i++) {
    if (dup2(ends->child[i], i) < 0) return -1;
    if (owner != 0 && fchown(i, owner, (gid_t)-1) && errno != EPERM && errno != EINVAL) return -1;
  }
  return 0;
}

static void make_folders(const char *path) {
  char part[4096];
  const size_t length = strlen(path);
  if (length >= sizeof part) return;
  memcpy(part, path, length + 1);
  for (char *slash = strchr(part + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    mkdir(part, 0755);
    *slash = '/';
  }
  mkdir(part, 0755);
}

static int enter_folder(const char *path) {
  if (chdir(path) == 0) return 0;
  if (errno == ENOENT && path[0] == '/') make_folders(path);
  return chdir(path);
}

static void set_environment(const struct command *command, const struct identity *identity) {
  clearenv();
  setenv("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", 1);
  setenv("HOME", identity->home, 1);
  if (command->tty) setenv("TERM", "xterm", 1);
  for (char **variable = command->env; *variable; variable++) putenv(*variable);
}

_Noreturn void child_run(const struct command *command, const struct stdio_ends *ends, int status) {
  struct identity identity;
  reset_signals();
  find_identity(command, status, &identity);
  setsid();
  if (command->tty && ioctl(ends->child[0], TIOCSCTTY, 0)) child_fail(status, "terminal");
  if (take_streams(ends, identity.uid)) child_fail(status, "streams");
  if (enter_folder(command->cwd)) child_fail(status, "working directory");
  if (caps_limit()) child_fail(status, "capabilities");
  if (users_become(&identity)) child_fail(status, "user");
  set_environment(command, &identity);
  execvp(command->argv[0], command->argv);
  child_fail(status, "exec");
}
