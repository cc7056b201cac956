#ifndef ISOSCOPE_FAILURE_H
#define ISOSCOPE_FAILURE_H

/* What went wrong where: small enough to go through a pipe in one piece. */
struct failure {
  int error;
  char stage[60];
};

struct failure failure_at(const char *stage, int error);

#endif
