#pragma once

#include <cstdio>
#include <cstdlib>

/// Ends the test program at the first thing that does not hold.
inline void Check(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "failed: %s\n", what);
  std::exit(1);
}
