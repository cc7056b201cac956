#include "failure.h"

#include <stdio.h>

struct failure failure_at(const char *stage, int error) {
  struct failure failure = {.error = error};
  snprintf(failure.stage, sizeof failure.stage, "%s", stage);
  return failure;
}
