#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>

/** Objects by handles that are numbers, never used twice: a closed one is always known for what it is. */
template <class Handle, class Object>
class HandleTable {
 public:
  explicit HandleTable(std::uintptr_t first) : next_(first) {}

  Handle Add(std::shared_ptr<Object> object) {
    const std::lock_guard held(lock_);
    next_ += 16;
    objects_[next_] = std::move(object);
    return reinterpret_cast<Handle>(next_);
  }

  std::shared_ptr<Object> Find(Handle handle) {
    const std::lock_guard held(lock_);
    const auto found = objects_.find(reinterpret_cast<std::uintptr_t>(handle));
    return found == objects_.end() ? nullptr : found->second;
  }

  /** What it was, for the last time. */
  std::shared_ptr<Object> Take(Handle handle) {
    const std::lock_guard held(lock_);
    const auto found = objects_.find(reinterpret_cast<std::uintptr_t>(handle));
    if (found == objects_.end()) return nullptr;
    std::shared_ptr<Object> object = std::move(found->second);
    objects_.erase(found);
    return object;
  }

  /** Calls `visit` with each, in no lock. */
  template <class Visit>
  void Each(Visit visit) {
    std::map<std::uintptr_t, std::shared_ptr<Object>> copy;
    {
      const std::lock_guard held(lock_);
      copy = objects_;
    }
    for (const auto& [number, object] : copy) visit(object);
  }

 private:
  std::mutex lock_;
  std::uintptr_t next_;
  std::map<std::uintptr_t, std::shared_ptr<Object>> objects_;
};
