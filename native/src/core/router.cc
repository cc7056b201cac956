#include "core/router.h"

#include <utility>

namespace isoscope {

std::vector<Message> Mailbox::Take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(messages_, {});
}

void Mailbox::Put(Message message) {
  const std::lock_guard lock(mutex_);
  messages_.push_back(std::move(message));
  if (messages_.size() == 1) wake_();
}

Token Router::Open(Mailbox& mailbox) {
  const std::lock_guard lock(mutex_);
  mailboxes_.emplace(++last_, &mailbox);
  return last_;
}

void Router::Close(Token token) {
  const std::lock_guard lock(mutex_);
  mailboxes_.erase(token);
}

void Router::CloseAll(const Mailbox& mailbox) {
  const std::lock_guard lock(mutex_);
  std::erase_if(mailboxes_, [&mailbox](const auto& entry) { return entry.second == &mailbox; });
}

bool Router::Post(Message message) {
  // Held while the mailbox is written to: whoever closes a token knows afterwards that nobody is still at it.
  const std::lock_guard lock(mutex_);
  const auto found = mailboxes_.find(message.token);
  if (found == mailboxes_.end()) return false;
  found->second->Put(std::move(message));
  return true;
}

std::size_t Router::Size() {
  const std::lock_guard lock(mutex_);
  return mailboxes_.size();
}

Router& ProcessRouter() {
  static Router& router = *new Router;
  return router;
}

}  // namespace isoscope
