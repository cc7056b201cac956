#pragma once

#include <cstddef>
#include <string>

#include "core/outcome.h"
#include "core/unique.h"

namespace isoscope {

struct FdTraits {
  using Raw = int;
  static Raw Empty() { return -1; }
  static void Close(Raw fd);
};
using UniqueFd = Unique<FdTraits>;

/// The failure of the system call that has just set `errno`; call it before anything else can touch that.
Failure ErrnoFailure(std::string op);

/// A read of a small file: `error` is 0 or the errno of the call that failed.
struct FileRead {
  std::string text;
  int error = 0;
};

/// Reads `path` below the directory, at most `limit` bytes.
FileRead ReadFileAt(int directory, const char* path, std::size_t limit);

/// Reads once from the beginning of an open file into `buffer`. Answers the length, or minus the errno.
int ReadFromStart(int fd, char* buffer, std::size_t size);

/// True for the errors that mean "this process is gone".
bool MeansGone(int error);

/// True for the errors that mean "this process may open no more files".
bool MeansExhausted(int error);

/// True for the errors that mean "not for you".
bool MeansDenied(int error);

}  // namespace isoscope
