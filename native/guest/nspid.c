#include "nspid.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "files.h"

pid_t nspid_in(const char *status) {
  int outer, inner;
  const char *line = strstr(status, "\nNSpid:");
  return line && sscanf(line + 7, "%d%*[ \t]%d", &outer, &inner) == 2 ? inner : 0;
}

pid_t nspid_of(pid_t pid) {
  char path[64];
  struct buffer text = {0};
  snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
  const pid_t inner = file_read(AT_FDCWD, path, &text, 8192) ? 0 : nspid_in(text.data);
  buffer_free(&text);
  return inner;
}
