#pragma once

// Another program, run with arguments and no shell: what it writes, and how it ended. It is ended itself when
// it takes longer than two minutes or writes more than a file may have.

#include <string>
#include <vector>

namespace stasis::cli {

struct Ran {
  bool found = false;
  int status = 0; ///< 0: it went well
  std::string out;
  std::string err;
};

/// `name` is looked for on the PATH.
Ran runTool(const std::string& name, const std::vector<std::string>& arguments);

} // namespace stasis::cli
