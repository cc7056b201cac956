#ifndef ISOSCOPE_USERS_H
#define ISOSCOPE_USERS_H

#include <sys/types.h>

#include "buffer.h"

enum { MAX_GROUPS = 64 };

struct identity {
  uid_t uid;
  gid_t gid;
  gid_t groups[MAX_GROUPS];
  size_t group_count;
  char home[256];
};

/*
 * Resolves `user`, `uid`, `user:group` or "" (root) against the texts of /etc/passwd and /etc/group. A number needs no
 * entry, a name does. Returns 0 or -1.
 */
int users_resolve(const char *user, const char *passwd, const char *group, struct identity *identity);

/* Copies the name passwd gives `uid`; returns 0, or -1 when it gives none. */
int users_name(const char *passwd, uid_t uid, char *name, size_t size);

/* Becomes that user. Returns 0 or -1 with errno. */
int users_become(const struct identity *identity);

#endif
