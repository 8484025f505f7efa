#pragma once

// The answer of a verb that goes through several files. Each piece is printed as soon as it is ready or, if
// --output names a file, all of them are written to it at the end. Tested in tests/cli/files.session.

#include "cli/console.h"
#include "cli/files.h"

namespace stasis::cli {

class ToldInPieces {
public:
  ToldInPieces(const Arguments& arguments, Console& console)
      : arguments_(arguments), console_(console), toFile_(arguments.has("--output")) {}

  /// False if it cannot be written.
  bool say(const std::string& piece) {
    if (!toFile_)
      return console_.print(piece);
    all_ += piece;
    return true;
  }
  bool end() { return all_.empty() || deliver(all_, arguments_, console_); }

private:
  const Arguments& arguments_;
  Console& console_;
  bool toFile_;
  std::string all_;
};

} // namespace stasis::cli
