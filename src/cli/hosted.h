#pragma once

// Runs a verb inside another program, such as Python. Its output is kept, files may be texts in memory, and
// the host program says when to stop. A verb prints, and reads files, on the thread that runs it. So several
// may run at a time, each on its own thread with its own Hosted.
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

struct Hosted {
  std::map<std::string, std::string, std::less<>> files{}; ///< texts, by the paths given to the verb
  stability::Errand errand{};
  std::string out{};  ///< what would go to standard output
  std::string said{}; ///< what would go to standard error, without colour
};

/// During its life, consoles of this thread print into `hosted` and take no signals, and its files stand in
/// for those of the system.
class Hosting {
public:
  explicit Hosting(Hosted& hosted);
  ~Hosting();
  Hosting(const Hosting&) = delete;
  Hosting& operator=(const Hosting&) = delete;

private:
  Hosted* before_;
};

/// The Hosted of this thread; null in the program itself.
Hosted* hostedHere();
/// The text that stands in for the file at this path; null if there is none.
const std::string* hostedFile(std::string_view path);

/// Returns the exit status. Throws only if the verb has a defect.
Exit runHosted(std::string_view verb, const std::vector<std::string>& words, Hosted& hosted);

} // namespace stasis::cli
