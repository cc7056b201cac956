#include "info.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "clock.h"
#include "emit.h"
#include "files.h"

static void emit_boot_id(struct buffer *out) {
  struct buffer text = {0};
  if (file_read(AT_FDCWD, "/proc/sys/kernel/random/boot_id", &text, 64)) emit_null(out, "boot_id");
  else emit_text(out, "boot_id", text.data, strcspn(text.data, "\n"));
  buffer_free(&text);
}

static void emit_memory(struct buffer *out, const char *meminfo, const char *label, const char *name) {
  const char *line = strstr(meminfo, label);
  if (line) emit_integer(out, name, atoll(line + strlen(label)));
  else emit_null(out, name);
}

void info_members(struct buffer *out) {
  struct utsname names;
  struct buffer meminfo = {0};
  uname(&names);
  emit_word(out, "release", names.release);
  emit_boot_id(out);
  emit_integer(out, "uptime_ms", clock_ms(CLOCK_BOOTTIME));
  emit_integer(out, "time_ms", clock_ms(CLOCK_REALTIME));
  emit_integer(out, "ticks_per_second", sysconf(_SC_CLK_TCK));
  if (file_read(AT_FDCWD, "/proc/meminfo", &meminfo, 4096) == 0) {
    emit_memory(out, meminfo.data, "MemTotal:", "memory_total_kb");
    emit_memory(out, meminfo.data, "MemAvailable:", "memory_available_kb");
  }
  buffer_free(&meminfo);
}
