#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace isoscope {

/// Stands for somebody who waits. Never given out twice in a process; 0 stands for nobody.
using Token = std::uint64_t;

struct Event {
  std::uint32_t type = 0;
  std::optional<std::u16string> data;
};

/// Without an event: what the token waits for has happened.
struct Message {
  Token token = 0;
  std::optional<Event> event;
};

/// Messages for one environment, until its own thread takes them.
class Mailbox {
 public:
  /// `wake` is called on the thread that posts, with locks held: once when messages have come, and not again before
  /// `Take`. It must neither block nor call back.
  explicit Mailbox(std::function<void()> wake) : wake_(std::move(wake)) {}

  std::vector<Message> Take();

 private:
  friend class Router;
  void Put(Message message);

  std::mutex mutex_;
  std::vector<Message> messages_;
  std::function<void()> wake_;
};

/// Brings messages of foreign threads to the environment that waits. Those threads know tokens only: one that stands
/// for nobody any more is dropped, however late it comes.
class Router {
 public:
  /// `mailbox` must live until `CloseAll` of it.
  Token Open(Mailbox& mailbox);
  /// No message for it is put after this; one may lie in the mailbox already.
  void Close(Token token);
  /// After this the mailbox is neither written to nor woken.
  void CloseAll(const Mailbox& mailbox);
  /// From any thread. False when there is nobody to tell.
  bool Post(Message message);
  /// Tokens in use.
  std::size_t Size();

 private:
  std::mutex mutex_;
  Token last_ = 0;
  std::unordered_map<Token, Mailbox*> mailboxes_;
};

/// The process's own. Never destroyed: threads of the system's may still post when static objects are gone.
Router& ProcessRouter();

}  // namespace isoscope
