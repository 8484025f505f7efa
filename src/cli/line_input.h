#pragma once

// Standard input line by line, for an interactive verb. Waits for a person and for a pipe alike, and stops
// waiting when the program is interrupted.

#include "stability/errand.h"

#include <optional>
#include <string>

namespace stasis::cli {

class LineInput {
public:
  explicit LineInput(const stability::Errand& errand) : errand_(errand) {}

  /// The next line without its line end; none at the end of input, or after an interrupt.
  std::optional<std::string> next();
  bool isTerminal() const;
  bool interrupted() const { return interrupted_; }

private:
  /// False if there is no more input.
  bool read();

  const stability::Errand& errand_;
  std::string buffer_;
  bool ended_ = false;
  bool interrupted_ = false;
};

} // namespace stasis::cli
