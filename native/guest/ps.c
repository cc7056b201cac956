#define _GNU_SOURCE
#include "ps.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "emit.h"
#include "files.h"
#include "nspid.h"
#include "proc_stat.h"
#include "rootfs.h"
#include "users.h"

enum { STATUS_LIMIT = 8192, COMMAND_LIMIT = 64 * 1024, PASSWD_LIMIT = 1024 * 1024 };

struct sources {
  struct buffer stat, status, command, memory, passwd;
};

static void read_passwd(struct buffer *passwd) {
  const int root = open(ROOTFS, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (root < 0) return;
  file_read_in_root(root, "etc/passwd", passwd, PASSWD_LIMIT);
  close(root);
}

static int read_process(int proc, const char *pid, struct sources *sources) {
  char path[64];
  sources->stat.length = sources->status.length = sources->command.length = sources->memory.length = 0;
  snprintf(path, sizeof path, "%.20s/status", pid);
  if (file_read(proc, path, &sources->status, STATUS_LIMIT) || nspid_in(sources->status.data) == 0) return -1;
  snprintf(path, sizeof path, "%.20s/stat", pid);
  if (file_read(proc, path, &sources->stat, STATUS_LIMIT)) return -1;
  snprintf(path, sizeof path, "%.20s/smaps_rollup", pid);
  file_read(proc, path, &sources->memory, STATUS_LIMIT);
  snprintf(path, sizeof path, "%.20s/cmdline", pid);
  return file_read(proc, path, &sources->command, COMMAND_LIMIT);
}

static void emit_command(struct buffer *out, struct buffer *command) {
  while (command->length > 0 && command->data[command->length - 1] == '\0') command->length--;
  for (size_t i = 0; i < command->length; i++) {
    if (command->data[i] == '\0') command->data[i] = ' ';
  }
  emit_text(out, "command", command->data, command->length);
}

static void emit_user(struct buffer *out, const char *status, const char *passwd) {
  char name[256];
  unsigned int uid;
  const char *line = strstr(status, "\nUid:");
  if (!line || sscanf(line + 5, "%u", &uid) != 1) return emit_null(out, "user");
  if (users_name(passwd, uid, name, sizeof name)) snprintf(name, sizeof name, "%u", uid);
  emit_word(out, "user", name);
}

/* The count in stat lags behind by up to 64 pages a thread (proc(5)), which for a small program is all of it. */
static long long resident_bytes(const struct buffer *memory, const struct proc_stat *stat) {
  long long kib;
  const char *line = memory->length > 0 ? strstr(memory->data, "\nRss:") : NULL;
  if (line && sscanf(line + 5, "%lld", &kib) == 1) return kib * 1024;
  return (long long)stat->resident_pages * sysconf(_SC_PAGESIZE);
}

static void emit_process(struct buffer *out, struct sources *sources, const struct proc_stat *stat) {
  char start[24];
  snprintf(start, sizeof start, "%llu", stat->start_ticks);
  emit_open(out, NULL, '{');
  emit_integer(out, "pid", nspid_in(sources->status.data));
  emit_integer(out, "ppid", nspid_of(stat->parent));
  emit_word(out, "start", start);
  emit_text(out, "name", stat->name, stat->name_length);
  emit_command(out, &sources->command);
  emit_user(out, sources->status.data, sources->passwd.data);
  emit_integer(out, "cpu_ms", (long long)(stat->cpu_ticks * 1000 / (unsigned long long)sysconf(_SC_CLK_TCK)));
  emit_integer(out, "rss_bytes", resident_bytes(&sources->memory, stat));
  emit_close(out, '}');
}

void ps_list(struct buffer *out) {
  struct sources sources = {0};
  struct proc_stat stat;
  DIR *proc = opendir("/proc");
  read_passwd(&sources.passwd);
  emit_open(out, "processes", '[');
  for (struct dirent *entry; proc && (entry = readdir(proc));) {
    if (entry->d_name[0] < '1' || entry->d_name[0] > '9') continue;
    if (read_process(dirfd(proc), entry->d_name, &sources)) continue;
    if (proc_stat_parse(sources.stat.data, &stat) == 0) emit_process(out, &sources, &stat);
  }
  emit_close(out, ']');
  if (proc) closedir(proc);
  buffer_free(&sources.stat);
  buffer_free(&sources.status);
  buffer_free(&sources.command);
  buffer_free(&sources.memory);
  buffer_free(&sources.passwd);
}
