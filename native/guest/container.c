#define _GNU_SOURCE
#include "container.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "child.h"
#include "files.h"
#include "rootfs.h"

static const char *const names[NAMESPACES] = {"pid", "mnt", "uts", "ipc"};
static const int flags[NAMESPACES] = {CLONE_NEWPID, CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC};

static int open_namespace(pid_t pid, const char *name) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/ns/%s", (int)pid, name);
  return open(path, O_RDONLY | O_CLOEXEC);
}

/* With both arguments "." the old root ends up on top of the new one and can be unmounted from there. */
static void enter_root(int status) {
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL)) child_fail(status, "private mounts");
  if (chdir(ROOTFS)) child_fail(status, "enter root");
  if (syscall(SYS_pivot_root, ".", ".")) child_fail(status, "pivot root");
  if (umount2(".", MNT_DETACH) || chdir("/")) child_fail(status, "leave old root");
  mkdir("/proc", 0555);
  if (mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL)) child_fail(status, "mount /proc");
}

/* As container engines do; an image may be without /etc, so failing is no reason to stop. */
static void name_machine(const char *hostname) {
  char hosts[256];
  sethostname(hostname, strlen(hostname));
  snprintf(hosts, sizeof hosts, "127.0.0.1\tlocalhost %s\n::1\tlocalhost ip6-localhost\n", hostname);
  mkdir("/etc", 0755);
  file_write("/etc/hosts", hosts);
  file_write("/etc/hostname", hostname);
}

static void open_namespaces(struct container *container) {
  for (int i = 0; i < NAMESPACES; i++) {
    close_fd(&container->namespaces[i]);
    container->namespaces[i] = open_namespace(container->init, names[i]);
  }
}

pid_t container_start(struct container *container, const struct command *command, const struct stdio_ends *ends,
                      int status) {
  const unsigned long all = CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | SIGCHLD;
  const pid_t pid = (pid_t)syscall(SYS_clone, all, NULL, NULL, NULL, 0UL);
  if (pid == 0) {
    enter_root(status);
    name_machine(container->hostname);
    child_run(command, ends, status);
  }
  if (pid < 0) return -1;
  container->init = pid;
  open_namespaces(container);
  return pid;
}

/* Entering a PID namespace only counts for later children, so the agent enters, forks and comes back. */
static pid_t fork_inside(const struct container *container) {
  const int own = open_namespace(getpid(), "pid");
  if (own < 0 || setns(container->namespaces[0], CLONE_NEWPID)) {
    const int error = errno;
    if (own >= 0) close(own);
    errno = error;
    return -1;
  }
  const pid_t pid = fork();
  const int error = errno;
  if (pid != 0) setns(own, CLONE_NEWPID);
  close(own);
  errno = error;
  return pid;
}

pid_t container_join(const struct container *container, const struct command *command, const struct stdio_ends *ends,
                     int status) {
  const pid_t pid = fork_inside(container);
  if (pid != 0) return pid;
  for (int i = 1; i < NAMESPACES; i++) {
    if (setns(container->namespaces[i], flags[i])) child_fail(status, names[i]);
  }
  child_run(command, ends, status);
}

void container_ended(struct container *container) {
  container->init = 0;
  for (int i = 0; i < NAMESPACES; i++) close_fd(&container->namespaces[i]);
}
