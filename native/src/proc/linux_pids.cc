#include "proc/linux_pids.h"

#include <dirent.h>
#include <fcntl.h>

#include <cerrno>
#include <charconv>
#include <cstring>

#include "proc/linux_file.h"

namespace isoscope {
namespace {

struct DirTraits {
  using Raw = DIR*;
  static Raw Empty() { return nullptr; }
  static void Close(Raw dir) { closedir(dir); }
};

}  // namespace

Outcome<std::vector<std::uint32_t>> ListPids(int proc_directory) {
  // A fresh descriptor: reading moves its position, and a kept one would have to be rewound.
  UniqueFd fd(openat(proc_directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd) return ErrnoFailure("openat .");
  const Unique<DirTraits> dir(fdopendir(fd.Get()));
  if (!dir) return ErrnoFailure("fdopendir");
  static_cast<void>(fd.Release());
  std::vector<std::uint32_t> pids;
  for (;;) {
    errno = 0;
    const dirent* entry = readdir(dir.Get());
    if (entry == nullptr) break;
    std::uint32_t pid = 0;
    const char* const end = entry->d_name + std::strlen(entry->d_name);
    const auto [next, error] = std::from_chars(entry->d_name, end, pid);
    if (error == std::errc() && next == end) pids.push_back(pid);
  }
  if (errno != 0) return ErrnoFailure("readdir");
  return pids;
}

}  // namespace isoscope
