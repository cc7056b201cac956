#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/mount.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

/*
 * folder-share SOCKET ro|rw FOLDER PROGRAM [ARGUMENT…]
 *
 * Prepares what a file server may see and becomes that server: a mount namespace in which FOLDER is mounted over
 * itself without set-id programs and devices, and read-only when so asked, so that not even a broken server can write;
 * a listening socket at SOCKET as descriptor 3. Says "ready" on standard output once connecting works. Without root it
 * does so in a user namespace, where only the caller's own files can be written. Dies with its parent.
 */

enum { LISTENER = 3 };

static _Noreturn void give_up(const char *stage) {
  fprintf(stderr, "%s: %s\n", stage, strerror(errno));
  exit(1);
}

static void write_text(const char *path, const char *text) {
  const int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0 || write(fd, text, strlen(text)) < 0) give_up(path);
  close(fd);
}

/* The caller as the only user of a namespace, and as its root: that is what mounting takes. */
static void become_own_root(uid_t uid, gid_t gid) {
  char map[64];
  if (unshare(CLONE_NEWUSER)) give_up("user namespace");
  write_text("/proc/self/setgroups", "deny");
  snprintf(map, sizeof map, "0 %u 1", (unsigned)uid);
  write_text("/proc/self/uid_map", map);
  snprintf(map, sizeof map, "0 %u 1", (unsigned)gid);
  write_text("/proc/self/gid_map", map);
}

/* With everything mounted below it: what is on another disk must be no exception from read-only. */
static void mount_over_itself(const char *folder, bool read_only) {
  struct mount_attr attributes = {.attr_set = MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV};
  if (read_only) attributes.attr_set |= MOUNT_ATTR_RDONLY;
  const int tree = (int)syscall(SYS_open_tree, AT_FDCWD, folder, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
  if (tree < 0) give_up("open the folder");
  if (syscall(SYS_mount_setattr, tree, "", AT_EMPTY_PATH | AT_RECURSIVE, &attributes, sizeof attributes)) {
    give_up("limit the folder");
  }
  if (syscall(SYS_move_mount, tree, "", AT_FDCWD, folder, MOVE_MOUNT_F_EMPTY_PATH)) give_up("mount the folder");
  close(tree);
}

static void listen_at(const char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (strlen(path) >= sizeof address.sun_path) {
    errno = ENAMETOOLONG;
    give_up("socket");
  }
  strcpy(address.sun_path, path);
  const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) || listen(fd, 1)) give_up("socket");
  if (fd == LISTENER ? fcntl(fd, F_SETFD, 0) : dup2(fd, LISTENER) < 0) give_up("socket");
}

/* The server keeps a descriptor for each file the guest knows. */
static void allow_many_files(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit)) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

/* Entering a user namespace has cleared what the caller had set. */
static void die_with(pid_t parent) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL)) give_up("parent-death signal");
  if (getppid() != parent) exit(1);
}

int main(int count, char **words) {
  const pid_t parent = getppid();
  if (count < 5) {
    fputs("usage: folder-share SOCKET ro|rw FOLDER PROGRAM [ARGUMENT...]\n", stderr);
    return 2;
  }
  if (geteuid() != 0) become_own_root(geteuid(), getegid());
  if (unshare(CLONE_NEWNS)) give_up("mount namespace");
  if (mount(NULL, "/", NULL, MS_REC | MS_SLAVE, NULL)) give_up("mount namespace");
  /* First, since the socket's folder may lie in what becomes read-only. */
  listen_at(words[1]);
  mount_over_itself(words[3], strcmp(words[2], "ro") == 0);
  allow_many_files();
  die_with(parent);
  if (write(STDOUT_FILENO, "ready\n", 6) != 6 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0) give_up("ready");
  execv(words[4], words + 4);
  give_up("start the file server");
}
