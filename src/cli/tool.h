#pragma once

// Runs another program with arguments and without a shell. Gives what it writes, and how it ended. The
// program is stopped if it takes longer than two minutes or writes more than a file may hold.

#include <string>
#include <vector>

namespace stasis::cli {

struct Ran {
  bool found = false;
  int status = 0; ///< 0: success
  std::string out;
  std::string err;
};

/// `name` is searched on the PATH.
Ran runTool(const std::string& name, const std::vector<std::string>& arguments);

} // namespace stasis::cli
