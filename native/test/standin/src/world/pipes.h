#pragma once
#include <windows.h>
#include <computecore.h>

/** One end of ours, one of the program's. The ends of ours can be read and written overlapped, as the service's. */
struct Pipe {
  HANDLE ours = nullptr;
  HANDLE theirs = nullptr;
};

struct Wanted {
  bool input = false;
  bool output = false;
  bool error = false;
};

/**
 * The pipes of one process. Ours are kept as long as the process is known, so that each HcsGetProcessInfo hands out new
 * handles and closing one of those does not end the program's input: that takes a ProcessModifyRequest.
 */
class Pipes {
 public:
  /** `overlapped`: for a program that is a thread of ours. */
  Pipes(const Wanted& wanted, bool overlapped);
  ~Pipes();
  Pipes(const Pipes&) = delete;
  Pipes& operator=(const Pipes&) = delete;

  HANDLE their_input() const { return input_.theirs; }
  HANDLE their_output() const { return output_.theirs; }
  HANDLE their_error() const { return error_.theirs; }

  /** What the program holds is its own from now on. */
  void CloseTheirs();
  void CloseOurInput();

  /** New handles for a caller. */
  HCS_PROCESS_INFORMATION HandOut(DWORD pid) const;

 private:
  Pipe input_;
  Pipe output_;
  Pipe error_;
};
