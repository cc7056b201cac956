#include "proc/linux_status.h"

#include <algorithm>
#include <charconv>

namespace isoscope {
namespace {

std::vector<std::uint32_t> ParseNumberList(std::string_view text) {
  std::vector<std::uint32_t> numbers;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    std::uint32_t number = 0;
    const auto [next, error] = std::from_chars(at, end, number);
    if (error == std::errc()) numbers.push_back(number);
    at = next == at ? at + 1 : next;
  }
  return numbers;
}

}  // namespace

StatusFields ParseStatus(std::string_view text) {
  StatusFields fields;
  // Names cannot fake a line: the kernel escapes newlines in the `Name:` line.
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with("Uid:")) {
      const auto ids = ParseNumberList(line.substr(4));
      if (ids.size() >= 2) fields.effective_uid = std::to_string(ids[1]);
    } else if (line.starts_with("NSpid:")) {
      fields.ns_pids = ParseNumberList(line.substr(6));
    }
  }
  return fields;
}

}  // namespace isoscope
