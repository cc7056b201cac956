#pragma once
#include <cstdint>
#include <functional>

/** Runs `work` on one of our own threads, which the caller has never seen, `ms` milliseconds from now. */
void RunLater(std::uint64_t ms, std::function<void()> work);
