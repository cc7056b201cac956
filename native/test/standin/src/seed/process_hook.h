#pragma once
#include <cstdint>

/** How a process is to look in this process's eyes. Sizes in KiB, times in 100 ns. */
struct Disguise {
  std::uint32_t pid;
  std::uint32_t handles;
  std::uint32_t non_paged;
  std::uint32_t paged;
  std::uint32_t working_set;
  std::uint64_t user_time;
  std::uint64_t kernel_time;
  std::uint32_t session;
  bool upper_case_name;
};

/**
 * From now on NtQuerySystemInformation tells this real process under another PID and with other figures, and opening
 * that PID opens the real one. Wine numbers processes as it likes, so the product's table cannot be had otherwise. For
 * this process only; the calls of ntdll are led past us in memory.
 */
void DisguiseProcess(std::uint32_t real_pid, const Disguise& as);

/** Ends it, for one that has ended. */
void DropDisguise(std::uint32_t real_pid);
