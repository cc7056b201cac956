#include "command.h"

#include <stdlib.h>

/* A list of texts as a NULL-terminated array; NULL when it is something else. A missing list is empty. */
static char **text_list(const struct json *json, const struct json_node *list) {
  if (list && list->kind != JSON_ARRAY) return NULL;
  char **texts = calloc((list ? list->end : 0) + 1, sizeof *texts);
  if (!texts) abort();
  size_t count = 0;
  for (const struct json_node *item = json_first(json, list); item; item = json_next(json, list, item)) {
    if (item->kind != JSON_STRING) {
      free(texts);
      return NULL;
    }
    texts[count++] = (char *)item->text;
  }
  return texts;
}

int command_read(struct command *command, const struct json *json, const struct json_node *request) {
  *command = (struct command){
      .argv = text_list(json, json_member(json, request, "argv")),
      .env = text_list(json, json_member(json, request, "env")),
      .cwd = json_text_or(json, request, "cwd", "/"),
      .user = json_text_or(json, request, "user", ""),
      .tty = json_is_true(json, request, "tty"),
      .open_input = json_is_true(json, request, "stdin"),
      .rows = (unsigned short)json_integer_or(json, request, "rows", 24),
      .columns = (unsigned short)json_integer_or(json, request, "columns", 80),
  };
  if (command->argv && command->argv[0] && command->env) return 0;
  command_free(command);
  return -1;
}

void command_free(struct command *command) {
  free(command->argv);
  free(command->env);
  *command = (struct command){0};
}
