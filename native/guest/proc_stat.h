#ifndef ISOSCOPE_PROC_STAT_H
#define ISOSCOPE_PROC_STAT_H

#include <stddef.h>

/* What is used of /proc/PID/stat. */
struct proc_stat {
  /* The short name, inside the text that was parsed. */
  const char *name;
  size_t name_length;
  int parent;
  unsigned long long cpu_ticks;
  unsigned long long start_ticks;
  long resident_pages;
};

/* Returns 0, or -1 when the text is not such a line. A name may hold any character, ")" and spaces too. */
int proc_stat_parse(const char *text, struct proc_stat *stat);

#endif
