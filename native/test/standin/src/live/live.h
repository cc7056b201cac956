#pragma once
#include <atomic>
#include <string>

/** What the caller has been given and has not given back. */
struct Live {
  std::atomic<long> documents{0};
  std::atomic<long> operations{0};
  std::atomic<long> systems{0};
  std::atomic<long> processes{0};
};

Live& live();

/** Notes a rule of the service that the caller broke: a closed handle used, a close inside the handle's own callback. */
void Violation(const std::wstring& what);

/** Adds a line of JSON with counts and violations to the file HCS_STANDIN_REPORT names. For the process's end. */
void WriteReport();
