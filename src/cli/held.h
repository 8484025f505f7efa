#pragma once

// A verb run inside another program, such as Python: what it would print is kept, files may be texts in
// memory, and the program that runs it says when to stop. A verb prints, and reads files, on the thread that
// runs it, so several may run at a time, each on a thread with a Held of its own.
//
// --max-memory bounds what an engine may hold, not the process; --threads is left to `stability::useThreads`.
//
// Cost: that of the verb. Tested by tests/python against the program.

#include "cli/verb.h"
#include "stability/errand.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::cli {

struct Held {
  std::map<std::string, std::string, std::less<>> files{}; ///< texts, by the paths that the verb is given
  stability::Errand errand{};
  std::string out{};  ///< what goes to standard output
  std::string said{}; ///< what goes to standard error, without colour
};

/// While it lives, the consoles of this thread print into `held`, take no signals, and its files stand for
/// those of the system.
class Holding {
public:
  explicit Holding(Held& held);
  ~Holding();
  Holding(const Holding&) = delete;
  Holding& operator=(const Holding&) = delete;

private:
  Held* before_;
};

/// Of this thread; null in the program itself.
Held* heldHere();
/// The text that stands for the file at this path; null: the file itself.
const std::string* heldFile(std::string_view path);

/// The exit status. Throws what is a defect of the verb, and nothing else.
Exit runHeld(std::string_view verb, const std::vector<std::string>& words, Held& held);

} // namespace stasis::cli
