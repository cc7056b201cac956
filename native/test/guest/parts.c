#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base64.h"
#include "json.h"
#include "nspid.h"
#include "proc_stat.h"
#include "users.h"
#include "utf8.h"

/* Checks of the guest's pure parts; prints what failed and exits with the number of failures. */

static int failures;

static void check_at(int line, int good, const char *what) {
  if (good) return;
  printf("line %d: %s\n", line, what);
  failures++;
}

#define CHECK(condition) check_at(__LINE__, (condition), #condition)

static void check_stat(void) {
  struct proc_stat stat;
  const char *odd = "7 (a) b ( c) S 3 7 7 0 -1 4194560 1 0 0 0 12 30 0 0 20 0 1 0 4711 1000 55 18446744073709551615";
  CHECK(proc_stat_parse(odd, &stat) == 0);
  CHECK(stat.name_length == 8 && memcmp(stat.name, "a) b ( c", 8) == 0);
  CHECK(stat.parent == 3 && stat.cpu_ticks == 42 && stat.start_ticks == 4711 && stat.resident_pages == 55);
  CHECK(proc_stat_parse("", &stat) == -1);
  CHECK(proc_stat_parse("7 (short) S 1", &stat) == -1);
  CHECK(proc_stat_parse(")(", &stat) == -1);
}

static void check_nspid(void) {
  CHECK(nspid_in("Name:\tx\nNSpid:\t120\t1\n") == 1);
  CHECK(nspid_in("Name:\tx\nNSpid:\t130\t7\t1\n") == 7);
  CHECK(nspid_in("Name:\tx\nNSpid:\t120\n") == 0);
  CHECK(nspid_in("Name:\tx\n") == 0);
}

static const char passwd[] = "root:x:0:0:root:/root:/bin/sh\nbroken\nbad:x:a:b::/:\napp:x:1000:50::/srv/app:\n1000:x:7:7::/seven:";
static const char group[] = "root:x:0:\nweb:x:33:www,app\nlog:x:44:app\nlate:x:45:other";

static void check_users(void) {
  struct identity who;
  char name[20];
  CHECK(users_resolve("", passwd, group, &who) == 0 && who.uid == 0 && strcmp(who.home, "/root") == 0);
  CHECK(users_resolve("app", passwd, group, &who) == 0 && who.uid == 1000 && who.gid == 50);
  CHECK(who.group_count == 2 && who.groups[0] == 33 && who.groups[1] == 44);
  CHECK(users_resolve("app:web", passwd, group, &who) == 0 && who.gid == 33 && who.group_count == 0);
  CHECK(users_resolve("4000:9", passwd, group, &who) == 0 && who.uid == 4000 && who.gid == 9);
  CHECK(strcmp(who.home, "/") == 0);
  CHECK(users_resolve("nobody-here", passwd, group, &who) == -1);
  CHECK(users_resolve("bad", passwd, group, &who) == -1);
  CHECK(users_resolve("app:no-group", passwd, group, &who) == -1);
  CHECK(users_resolve("0", NULL, NULL, &who) == 0 && who.uid == 0);
  CHECK(users_resolve("4294967295", NULL, NULL, &who) == -1);
  CHECK(users_name(passwd, 1000, name, sizeof name) == 0 && strcmp(name, "app") == 0);
  CHECK(users_name(passwd, 9, name, sizeof name) == -1);
}

static int decodes_to(const char *text, const char *wanted, size_t length) {
  struct buffer out = {0};
  const int result = base64_decode(&out, text, strlen(text));
  const int same = result == 0 && out.length == length && (length == 0 || memcmp(out.data, wanted, length) == 0);
  const int untouched = result == -1 && out.length == 0;
  buffer_free(&out);
  return wanted ? same : untouched;
}

static void check_base64(void) {
  CHECK(decodes_to("", "", 0));
  CHECK(decodes_to("AA==", "\0", 1));
  CHECK(decodes_to("aGk=", "hi", 2));
  CHECK(decodes_to("aGk+/w==", "hi>\xff", 4));
  CHECK(decodes_to("aGk", NULL, 0));
  CHECK(decodes_to("a===", NULL, 0));
  CHECK(decodes_to("aG=k", NULL, 0));
  CHECK(decodes_to("aG k", NULL, 0));
}

/* Encoding and decoding is the same, for every length around the group size. */
static void check_base64_round_trip(void) {
  unsigned char bytes[70];
  for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (unsigned char)(i * 37 + 11);
  for (size_t length = 0; length <= sizeof bytes; length++) {
    struct buffer text = {0}, back = {0};
    base64_encode(&text, bytes, length);
    CHECK(base64_decode(&back, text.data, text.length) == 0);
    CHECK(back.length == length && (length == 0 || memcmp(back.data, bytes, length) == 0));
    buffer_free(&text);
    buffer_free(&back);
  }
}

static void check_utf8(void) {
  CHECK(utf8_sequence("a", 1) == 1 && utf8_sequence("\xc3\xa9", 2) == 2);
  CHECK(utf8_sequence("\xe2\x82\xac", 3) == 3 && utf8_sequence("\xf0\x9f\x98\x80", 4) == 4);
  CHECK(utf8_sequence("\xe2\x82", 2) == 0 && utf8_sequence("", 0) == 0);
  CHECK(utf8_sequence("\xc0\x80", 2) == 0 && utf8_sequence("\xe0\x80\x80", 3) == 0);
  CHECK(utf8_sequence("\xed\xa0\x80", 3) == 0 && utf8_sequence("\xf4\x90\x80\x80", 4) == 0);
  CHECK(utf8_sequence("\xff", 1) == 0 && utf8_sequence("\x80", 1) == 0);
}

static void check_json_access(void) {
  struct json json = {0};
  char text[] = "{\"a\":{\"b\":[1,2,\"x\"]},\"n\":-7,\"t\":true,\"s\":\"hey\",\"n\":8} ";
  CHECK(json_parse(&json, text, strlen(text)) == 0);
  const struct json_node *root = json_root(&json);
  const struct json_node *list = json_member(&json, json_member(&json, root, "a"), "b");
  CHECK(list && list->kind == JSON_ARRAY && json_first(&json, list)->integer == 1);
  CHECK(json_integer_or(&json, root, "n", 0) == -7 && json_integer_or(&json, root, "s", 5) == 5);
  CHECK(json_is_true(&json, root, "t") && !json_is_true(&json, root, "n"));
  CHECK(strcmp(json_text_or(&json, root, "s", ""), "hey") == 0);
  CHECK(!json_member(&json, root, "b") && !json_member(&json, list, "a") && !json_member(&json, NULL, "a"));
  json_free(&json);
}

int main(void) {
  check_stat();
  check_nspid();
  check_users();
  check_base64();
  check_base64_round_trip();
  check_utf8();
  check_json_access();
  return failures;
}
