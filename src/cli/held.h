#pragma once

// Runs a verb inside another program, such as Python. Its output is kept, files may be texts in memory, and
// the host program says when to stop. A verb prints, and reads files, on the thread that runs it. So several
// may run at a time, each on its own thread with its own Held.
//
// --max-memory limits what an engine may hold, not the process; --threads is left to `stability::useThreads`.
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
  std::map<std::string, std::string, std::less<>> files{}; ///< texts, by the paths given to the verb
  stability::Errand errand{};
  std::string out{};  ///< what would go to standard output
  std::string said{}; ///< what would go to standard error, without colour
};

/// During its life, consoles of this thread print into `held` and take no signals, and its files stand in for
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

/// The Held of this thread; null in the program itself.
Held* heldHere();
/// The text that stands in for the file at this path; null if there is none.
const std::string* heldFile(std::string_view path);

/// Returns the exit status. Throws only if the verb has a defect.
Exit runHeld(std::string_view verb, const std::vector<std::string>& words, Held& held);

} // namespace stasis::cli
