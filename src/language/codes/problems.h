#pragma once

// Where one phase of reading a file leaves its diagnostics. Keeps the first hundred errors and the first
// hundred warnings and only counts the rest, so that a broken file of any size costs bounded memory.

#include "language/codes/diagnostic.h"

namespace stasis::language {

class Problems {
public:
  static constexpr std::size_t most = 100;

  /// The caller fills in `note` and `help` of what is returned, at once.
  Diagnostic& error(std::string_view code, model::Range range, std::string message);
  Diagnostic& warning(std::string_view code, model::Range range, std::string message);

  std::size_t errors() const { return errors_; }
  /// True if another error would only be counted: no need to look for what would mend it.
  bool full() const { return errors_ >= most; }

  /// Takes over what another phase found.
  void append(Problems other);
  /// True if every error kept lies in one of these ranges or is of evidence (S05), and none was dropped.
  bool onlyIn(const std::vector<model::Range>& ranges) const;
  /// By place, one error for the same words, at most a hundred in all (errors before warnings), then one that
  /// says how many more there are.
  Diagnostics finish(model::Range endOfFile) &&;

private:
  void leaveOutRepeated();
  Diagnostic& add(Severity severity, std::string_view code, model::Range range, std::string message);

  Diagnostics kept_;
  Diagnostic dropped_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

} // namespace stasis::language
