#pragma once

// Labels as Gambit 16 reads them in a `.nfg` file: printable ASCII, no surrounding blanks, single blanks
// inside; `\"` is a quote and `\\` a backslash. A label with other characters is written as its number, and
// the comment of the file maps the number to the label. Linear. Tested in tests/exchange/nfg_test.cpp, by the
// reader too.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::exchange {

/// In double quotes, unchanged but for what a quoted text cannot hold.
std::string nfgText(std::string_view text);
/// Without surrounding blanks; several blanks become one.
std::string singleBlanks(std::string_view text);

class NfgLabels {
public:
  /// In double quotes: the text, or its number. `what` names it in the comment: `player 2`.
  std::string label(std::string_view text, std::size_t number, std::string_view what);

  /// ` player 2 = Ödland;` for each label written as a number, in order; empty if there are none.
  std::string legend() const;
  /// How many labels are written as numbers.
  std::size_t numbered() const { return numbered_.size(); }
  /// The first of them.
  std::string first() const { return numbered_.empty() ? "" : numbered_.front(); }

private:
  std::vector<std::string> numbered_; ///< `player 2 = Ödland`
};

} // namespace stasis::exchange
