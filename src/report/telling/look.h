#pragma once

// How answers look: with colour or not, in ASCII only or not, how wide the page is. A value passed to every
// renderer. The command line sets it once; tests fix it.

#include <cstdint>
#include <string>
#include <string_view>

namespace stasis::report {

enum class Tone : std::uint8_t { plain, strong, faint, good, bad, warn, accent };

struct Look {
  bool colour = false;
  bool ascii = false;
  std::size_t width = 100; ///< width of the page in columns
  bool exact = false;      ///< large counts with all their digits
  bool legend = false;     ///< explain the marks and words of a table below it

  /// The text in that tone; unchanged without colour.
  std::string paint(Tone tone, std::string_view text) const;

  std::string_view taken() const { return ascii ? "x" : "●"; }
  std::string_view notTaken() const { return ascii ? "-" : "–"; }
  std::string_view open() const { return ascii ? "*" : "∗"; } ///< taken or not, in a merged state
  std::string_view yes() const { return ascii ? "x" : "✓"; }
  std::string_view no() const { return ascii ? "." : "·"; }
  std::string_view weakly() const { return ascii ? "w" : "◐"; } ///< stable, but not strongly
  std::string_view star() const { return ascii ? "*" : "★"; }
  std::string_view arrow() const { return ascii ? "->" : "→"; }
  std::string_view dot() const { return ascii ? "|" : "·"; } ///< between facts on one line
  std::string_view ellipsis() const { return ascii ? "..." : "…"; }
};

} // namespace stasis::report
