#include "proc/linux_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace isoscope {

void FdTraits::Close(Raw fd) { close(fd); }

Failure ErrnoFailure(std::string op) {
  const int code = errno;
  return Failure{std::move(op), CodeSpace::kErrno, code, std::strerror(code)};
}

FileRead ReadFileAt(int directory, const char* path, std::size_t limit) {
  const UniqueFd fd(openat(directory, path, O_RDONLY | O_CLOEXEC));
  if (!fd) return {{}, errno};
  FileRead result;
  char chunk[4096];
  while (result.text.size() < limit) {
    const ssize_t got = read(fd.Get(), chunk, std::min(sizeof chunk, limit - result.text.size()));
    if (got == 0) break;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return {{}, errno};
    result.text.append(chunk, static_cast<std::size_t>(got));
  }
  return result;
}

int ReadFromStart(int fd, char* buffer, std::size_t size) {
  ssize_t got;
  do got = pread(fd, buffer, size, 0);
  while (got < 0 && errno == EINTR);
  return got < 0 ? -errno : static_cast<int>(got);
}

bool MeansGone(int error) { return error == ENOENT || error == ESRCH || error == ENOTDIR; }

bool MeansExhausted(int error) { return error == EMFILE || error == ENFILE; }

bool MeansDenied(int error) { return error == EACCES || error == EPERM; }

}  // namespace isoscope
