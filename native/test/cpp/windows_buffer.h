#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

/// Where the buffer is said to have lain: the pointers in it count from here.
constexpr std::uint64_t kAddress = 0x7FFE12340000;

/// Builds what NtQuerySystemInformation answers, field by field at the offsets of 64-bit Windows.
class SnapshotBuilder {
 public:
  struct Fields {
    std::uint64_t pid = 0;
    std::u16string image{};
    std::uint64_t ppid = 0;
    std::uint64_t created = 0;
    std::uint64_t user = 0;
    std::uint64_t kernel = 0;
    std::uint64_t virtual_size = 0;
    std::uint64_t working_set = 0;
    std::uint64_t non_paged = 0;
    std::uint64_t pagefile = 0;
    std::uint32_t handles = 0;
    std::uint32_t session = 0;
    std::uint32_t threads = 1;
  };

  void Add(const Fields& fields) {
    const std::size_t at = bytes_.size();
    if (at > 0) Put(last_, static_cast<std::uint32_t>(at - last_));
    last_ = at;
    const std::size_t name = at + 0x100 + fields.threads * 0x50;
    const std::size_t length = fields.image.size() * sizeof(char16_t);
    bytes_.resize((name + length + 7) / 8 * 8);
    PutAll(at, fields);
    Put(at + 0x38, static_cast<std::uint16_t>(length));
    Put(at + 0x40, length == 0 ? std::uint64_t{0} : kAddress + name);
    if (length > 0) std::memcpy(bytes_.data() + name, fields.image.data(), length);
  }

  template <class T>
  void Put(std::size_t offset, T value) {
    std::memcpy(bytes_.data() + offset, &value, sizeof value);
  }

  const std::vector<std::byte>& Bytes() const { return bytes_; }

 private:
  void PutAll(std::size_t at, const Fields& fields) {
    Put(at + 0x04, fields.threads);
    Put(at + 0x20, fields.created);
    Put(at + 0x28, fields.user);
    Put(at + 0x30, fields.kernel);
    Put(at + 0x50, fields.pid);
    Put(at + 0x58, fields.ppid);
    Put(at + 0x60, fields.handles);
    Put(at + 0x64, fields.session);
    Put(at + 0x78, fields.virtual_size);
    Put(at + 0x90, fields.working_set);
    Put(at + 0xB0, fields.non_paged);
    Put(at + 0xB8, fields.pagefile);
  }

  std::vector<std::byte> bytes_;
  std::size_t last_ = 0;
};
