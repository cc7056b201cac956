#include "proc/linux_describe.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <string>

#include "proc/linux_cgroup.h"
#include "proc/linux_file.h"
#include "proc/linux_status.h"

namespace isoscope {
namespace {

/// Longer command lines are cut here, with an ellipsis: a process may have megabytes of arguments.
constexpr std::size_t kMaxCommand = 32 * 1024;
constexpr std::size_t kMaxSmallFile = 64 * 1024;

/// Why a row lacks something, in words; nothing for a process that only went meanwhile.
std::optional<std::string> ReasonFor(int error) {
  if (error == 0 || MeansGone(error)) return std::nullopt;
  if (MeansDenied(error)) return "This user is not permitted to read it.";
  return "Reading it failed with errno " + std::to_string(error) + ".";
}

/// `<pid>/<file>` without an allocation.
class PidPath {
 public:
  PidPath(std::uint32_t pid, const char* file) { std::snprintf(text_, sizeof text_, "%u/%s", pid, file); }
  operator const char*() const { return text_; }

 private:
  char text_[32];
};

struct Owner {
  std::optional<std::string> uid;
  int error = 0;
};

Owner ReadOwner(int proc_directory, std::uint32_t pid) {
  struct stat info {};
  if (fstatat(proc_directory, PidPath(pid, ""), &info, 0) != 0) return {std::nullopt, errno};
  return {std::to_string(info.st_uid), 0};
}

/// Arguments end with NUL each; the line shows a space between them.
std::optional<std::string> JoinArguments(std::string text) {
  const bool cut = text.size() > kMaxCommand;
  if (cut) text.resize(kMaxCommand);
  while (!text.empty() && text.back() == '\0') text.pop_back();
  if (text.empty()) return std::nullopt;
  std::replace(text.begin(), text.end(), '\0', ' ');
  if (cut) text += "…";
  return text;
}

void ReadCommand(int proc_directory, std::uint32_t pid, Description& row) {
  FileRead file = ReadFileAt(proc_directory, PidPath(pid, "cmdline"), kMaxCommand + 1);
  row.command = JoinArguments(std::move(file.text));
  if (auto reason = ReasonFor(file.error)) row.unreadable = std::move(reason);
}

void ReadContainer(int proc_directory, std::uint32_t pid, Description& row) {
  const FileRead file = ReadFileAt(proc_directory, PidPath(pid, "cgroup"), kMaxSmallFile);
  row.container_id = ContainerIdOf(file.text);
  if (auto reason = ReasonFor(file.error)) row.unreadable = std::move(reason);
}

/// The directory of a process that may not be dumped (after set-id, for one) belongs to root whoever runs it, so only
/// `status` can tell root from the others. It costs three times as much and is read for nobody else, but for NSpid.
void ReadStatus(int proc_directory, std::uint32_t pid, Description& row) {
  if (row.owner != "0" && !row.container_id) return;
  const FileRead file = ReadFileAt(proc_directory, PidPath(pid, "status"), kMaxSmallFile);
  StatusFields fields = ParseStatus(file.text);
  if (fields.effective_uid) row.owner = fields.effective_uid;
  if (row.container_id) row.ns_pids = std::move(fields.ns_pids);
}

}  // namespace

std::optional<Description> Describe(int proc_directory, std::uint32_t pid, const StatFields& stat) {
  Owner owner = ReadOwner(proc_directory, pid);
  if (MeansGone(owner.error)) return std::nullopt;
  Description row{.start = stat.start, .name = std::string(stat.name), .owner = std::move(owner.uid)};
  if (stat.kernel_thread) return row;
  ReadCommand(proc_directory, pid, row);
  ReadContainer(proc_directory, pid, row);
  ReadStatus(proc_directory, pid, row);
  return row;
}

std::optional<Description> DescribeUnreadable(int proc_directory, std::uint32_t pid, int error) {
  Owner owner = ReadOwner(proc_directory, pid);
  if (MeansGone(owner.error)) return std::nullopt;
  return Description{.owner = std::move(owner.uid), .unreadable = ReasonFor(error)};
}

}  // namespace isoscope
