#include "proc_stat.h"

#include <stdio.h>
#include <string.h>

/* Fields after the name, by their number in proc(5): 3 state, 4 ppid, 14 utime, 15 stime, 22 starttime, 24 rss. */
static const char layout[] =
    " %*c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %llu %llu %*d %*d %*d %*d %*d %*d %llu %*u %ld";

int proc_stat_parse(const char *text, struct proc_stat *stat) {
  unsigned long long user, system;
  const char *open = strchr(text, '('), *close = strrchr(text, ')');
  if (!open || !close || close < open) return -1;
  stat->name = open + 1;
  stat->name_length = (size_t)(close - open - 1);
  if (sscanf(close + 1, layout, &stat->parent, &user, &system, &stat->start_ticks, &stat->resident_pages) != 5) {
    return -1;
  }
  stat->cpu_ticks = user + system;
  return 0;
}
