#pragma once

#include <utility>

namespace isoscope {

/// Owns one operating system handle. The traits name the empty value and how to close, because both differ per API:
/// `struct Traits { using Raw = …; static Raw Empty(); static void Close(Raw); };`
template <class Traits>
class Unique {
 public:
  using Raw = typename Traits::Raw;

  Unique() = default;
  explicit Unique(Raw raw) : raw_(raw) {}
  Unique(const Unique&) = delete;
  Unique& operator=(const Unique&) = delete;
  Unique(Unique&& other) noexcept : raw_(std::exchange(other.raw_, Traits::Empty())) {}
  Unique& operator=(Unique&& other) noexcept {
    if (this != &other) Reset(std::exchange(other.raw_, Traits::Empty()));
    return *this;
  }
  ~Unique() { Reset(); }

  Raw Get() const { return raw_; }
  explicit operator bool() const { return raw_ != Traits::Empty(); }

  /// Hands the handle to a new owner.
  [[nodiscard]] Raw Release() { return std::exchange(raw_, Traits::Empty()); }

  void Reset(Raw raw = Traits::Empty()) {
    const Raw old = std::exchange(raw_, raw);
    if (old != Traits::Empty()) Traits::Close(old);
  }

 private:
  Raw raw_ = Traits::Empty();
};

}  // namespace isoscope
