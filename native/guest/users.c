#define _GNU_SOURCE
#include "users.h"

#include <grp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_FIELDS = 7 };

struct record {
  char line[1024];
  char *fields[MAX_FIELDS];
  size_t count;
};

/* Takes the next line of a colon-separated table and splits it. Returns where the following one begins, or NULL. */
static const char *next_record(const char *text, struct record *record) {
  if (!text || *text == '\0') return NULL;
  const size_t length = strcspn(text, "\n");
  snprintf(record->line, sizeof record->line, "%.*s", (int)length, text);
  char *rest = record->line;
  record->count = 0;
  while (rest && record->count < MAX_FIELDS) record->fields[record->count++] = strsep(&rest, ":");
  return text[length] == '\n' ? text + length + 1 : text + length;
}

static bool parse_number(const char *text, unsigned int *number) {
  char *end;
  if (*text < '0' || *text > '9') return false;
  const unsigned long value = strtoul(text, &end, 10);
  if (*end != '\0' || value > 0xfffffffeUL) return false;
  *number = (unsigned int)value;
  return true;
}

static bool same_id(const char *text, unsigned int wanted) {
  unsigned int number;
  return parse_number(text, &number) && number == wanted;
}

static bool find_user(const char *passwd, const char *user, struct record *record) {
  unsigned int uid;
  const bool numeric = parse_number(user, &uid);
  for (const char *at = passwd; (at = next_record(at, record));) {
    if (record->count < 4) continue;
    if (strcmp(record->fields[0], user) == 0 || (numeric && same_id(record->fields[2], uid))) return true;
  }
  return false;
}

static bool find_group(const char *group, const char *name, gid_t *gid) {
  struct record record;
  if (parse_number(name, gid)) return true;
  for (const char *at = group; (at = next_record(at, &record));) {
    if (record.count >= 3 && strcmp(record.fields[0], name) == 0) return parse_number(record.fields[2], gid);
  }
  return false;
}

static bool lists_member(char *members, const char *name) {
  for (char *member; (member = strsep(&members, ","));) {
    if (strcmp(member, name) == 0) return true;
  }
  return false;
}

static void add_groups(const char *group, const char *name, struct identity *identity) {
  struct record record;
  for (const char *at = group; (at = next_record(at, &record)) && identity->group_count < MAX_GROUPS;) {
    if (record.count < 4 || !lists_member(record.fields[3], name)) continue;
    if (parse_number(record.fields[2], &identity->groups[identity->group_count])) identity->group_count++;
  }
}

static int resolve_user(const char *user, const char *passwd, const char *group, struct identity *identity) {
  struct record record;
  if (!find_user(passwd, user, &record)) return parse_number(user, &identity->uid) ? 0 : -1;
  if (!parse_number(record.fields[2], &identity->uid) || !parse_number(record.fields[3], &identity->gid)) return -1;
  if (record.count > 5 && record.fields[5][0] == '/') {
    snprintf(identity->home, sizeof identity->home, "%.*s", (int)sizeof identity->home - 1, record.fields[5]);
  }
  add_groups(group, record.fields[0], identity);
  return 0;
}

int users_resolve(const char *user, const char *passwd, const char *group, struct identity *identity) {
  char name[256];
  *identity = (struct identity){.home = "/"};
  if (strlen(user) >= sizeof name) return -1;
  snprintf(name, sizeof name, "%s", user);
  char *group_name = name;
  strsep(&group_name, ":");
  if (resolve_user(*name ? name : "0", passwd, group, identity)) return -1;
  if (!group_name || !*group_name) return 0;
  identity->group_count = 0;
  return find_group(group, group_name, &identity->gid) ? 0 : -1;
}

int users_name(const char *passwd, uid_t uid, char *name, size_t size) {
  struct record record;
  for (const char *at = passwd; (at = next_record(at, &record));) {
    if (record.count < 3 || !same_id(record.fields[2], uid)) continue;
    snprintf(name, size, "%s", record.fields[0]);
    return 0;
  }
  return -1;
}

int users_become(const struct identity *identity) {
  if (setgroups(identity->group_count, identity->groups)) return -1;
  if (setresgid(identity->gid, identity->gid, identity->gid)) return -1;
  return setresuid(identity->uid, identity->uid, identity->uid);
}
