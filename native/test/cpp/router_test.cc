// The router between foreign threads and environments that come and go, under the address and the thread sanitizer.
#include "core/router.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

#include "check.h"

namespace {

using isoscope::Event;
using isoscope::Mailbox;
using isoscope::Message;
using isoscope::Router;
using isoscope::Token;

Message Done(Token token) { return {.token = token, .event = std::nullopt}; }

void DeliversInOrderAndWakesOnce() {
  Router router;
  int rings = 0;
  Mailbox mailbox([&rings] { ++rings; });
  const Token first = router.Open(mailbox);
  const Token second = router.Open(mailbox);
  Check(first != 0 && second != 0 && first != second, "tokens differ and are not nobody");
  Check(router.Post(Done(first)), "somebody waits");
  Check(router.Post({.token = second, .event = Event{.type = 1, .data = u"{}"}}), "somebody listens");
  Check(rings == 1, "rung once for both");
  const auto messages = mailbox.Take();
  Check(messages.size() == 2 && messages[0].token == first && messages[1].token == second, "in order");
  Check(!messages[0].event && messages[1].event && messages[1].event->data == u"{}", "as they were sent");
  Check(mailbox.Take().empty(), "taken once");
  router.Post(Done(first));
  Check(rings == 2, "rung again after taking");
  router.CloseAll(mailbox);
}

void ForgetsWhatIsClosed() {
  Router router;
  Mailbox one([] {});
  Mailbox other([] {});
  const Token closed = router.Open(one);
  const Token open = router.Open(one);
  const Token others = router.Open(other);
  router.Close(closed);
  Check(!router.Post(Done(closed)), "a closed token is nobody");
  Check(!router.Post(Done(0)) && !router.Post(Done(~Token{0})), "nor is one that never was");
  router.CloseAll(one);
  Check(!router.Post(Done(open)), "all of one mailbox are closed");
  Check(router.Post(Done(others)), "and none of another");
  Check(router.Open(one) > others, "no token is given twice");
  router.CloseAll(one);
  router.CloseAll(other);
  Check(router.Size() == 0, "nothing is left");
}

/// An environment with its doorbell: ringing after it is gone is what must not happen.
struct Environment {
  explicit Environment(Router& of) : router(of) {}
  ~Environment() {
    router.CloseAll(mailbox);
    alive = false;
  }

  Router& router;
  /// Written at the end without a lock: the thread sanitizer sees who rings too late.
  bool alive = true;
  int rings = 0;
  Mailbox mailbox{[this] {
    Check(alive, "rung when gone");
    ++rings;
  }};
};

/// What the system's threads know: tokens, mostly stale.
class Tokens {
 public:
  void Add(Token token) {
    const std::lock_guard lock(mutex_);
    tokens_[next_++ % tokens_.size()] = token;
  }
  Token Any(std::mt19937& random) {
    const std::lock_guard lock(mutex_);
    return tokens_[random() % tokens_.size()];
  }

 private:
  std::mutex mutex_;
  std::size_t next_ = 0;
  std::vector<Token> tokens_ = std::vector<Token>(64);
};

void EnvironmentsComeAndGoUnderPosts() {
  Router router;
  Tokens tokens;
  std::atomic<bool> ended = false;
  // The test goes on until as many as matter were told while their environment lived.
  std::atomic<int> told = 0;
  const auto post = [&](unsigned seed) {
    std::mt19937 random(seed);
    while (!ended) {
      const Token token = tokens.Any(random);
      if (router.Post({.token = token, .event = Event{.type = 1, .data = u"text of its own"}})) ++told;
    }
  };
  const auto live = [&](unsigned seed) {
    std::mt19937 random(seed);
    for (int round = 0; round < 400 || told < 1'000; ++round) {
      const auto environment = std::make_unique<Environment>(router);
      for (int call = 0; call < 20; ++call) {
        const Token token = router.Open(environment->mailbox);
        tokens.Add(token);
        if (random() % 3 == 0) router.Close(token);
        for (const Message& message : environment->mailbox.Take()) Check(message.event.has_value(), "whole");
      }
    }
  };
  std::vector<std::thread> posters;
  for (unsigned i = 0; i < 3; ++i) posters.emplace_back(post, i);
  std::vector<std::thread> environments;
  for (unsigned i = 0; i < 2; ++i) environments.emplace_back(live, 100 + i);
  for (std::thread& thread : environments) thread.join();
  ended = true;
  for (std::thread& thread : posters) thread.join();
  Check(router.Size() == 0, "nothing is left");
}

}  // namespace

int main() {
  DeliversInOrderAndWakesOnce();
  ForgetsWhatIsClosed();
  EnvironmentsComeAndGoUnderPosts();
}
