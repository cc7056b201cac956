#pragma once

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/router.h"

namespace isoscope {

/// Who is waited for by what: calls under way by token, each with the object that it belongs to. Of one thread.
template <class Call>
class Registry {
 public:
  using Owner = const void*;

  void Add(Token token, Owner owner, std::unique_ptr<Call> call) {
    entries_.emplace(token, Entry{owner, std::move(call)});
  }

  /// Null when the token's call is no longer waited for.
  Call* Find(Token token) const {
    const auto found = entries_.find(token);
    return found == entries_.end() ? nullptr : found->second.call.get();
  }

  /// The same, for the last time.
  std::unique_ptr<Call> Take(Token token) {
    const auto found = entries_.find(token);
    if (found == entries_.end()) return nullptr;
    auto call = std::move(found->second.call);
    entries_.erase(found);
    return call;
  }

  /// Takes those that `wanted(owner, call)`, each with its token.
  template <class Wanted>
  std::vector<std::pair<Token, std::unique_ptr<Call>>> TakeIf(Wanted wanted) {
    std::vector<std::pair<Token, std::unique_ptr<Call>>> taken;
    for (auto entry = entries_.begin(); entry != entries_.end();) {
      if (!wanted(entry->second.owner, *entry->second.call)) {
        ++entry;
        continue;
      }
      taken.emplace_back(entry->first, std::move(entry->second.call));
      entry = entries_.erase(entry);
    }
    return taken;
  }

  std::size_t Size() const { return entries_.size(); }

 private:
  struct Entry {
    Owner owner;
    std::unique_ptr<Call> call;
  };

  std::unordered_map<Token, Entry> entries_;
};

}  // namespace isoscope
