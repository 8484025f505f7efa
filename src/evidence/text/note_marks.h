#pragma once

// Marks of notes and links in running text. O(1) a place.

#include <cstddef>
#include <string_view>

namespace stasis::evidence {

/// The length of `[12]`, `[note 3]`, `[citation needed]`, `[^1]` at a place; 0 if there is none. `[2031]`, a
/// year that an editor inserted, is no mark.
std::size_t bracketedMark(std::string_view text, std::size_t at);

/// The length of raised digits and daggers at a place. `km²` has no mark.
std::size_t raisedMark(std::string_view text, std::size_t at);

/// Numbers of notes that stand in the line of print, in their order.
class GluedMarks {
public:
  /// The length of `1` in `sign,”1 said`, of `12` in `the strike.12 The`, or of `1` in `Orr1 said`, if it is
  /// a note's mark; else 0.
  std::size_t at(std::string_view text, std::size_t place);

private:
  std::size_t last_ = 0; ///< the number of the last one
};

} // namespace stasis::evidence
