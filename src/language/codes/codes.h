#pragma once

// The one table of diagnostic codes, whichever room emits them; `stasis help CODE` tells a row. S01 text and
// signs, S02 names, S03 structure, S04 preferences and states, S05 evidence, S06 feasibility and limits, S07
// exchange formats. A code, once given, keeps its meaning.
//
// Tested: every code the sources emit has a row; every row's example gives its code and the mended text does
// not.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::language {

struct Code {
  std::string_view code;        ///< `S0203`
  std::string_view title;       ///< what is wrong, a few words
  std::string_view explanation; ///< why it is wrong and what to do, a paragraph
  std::string_view wrong;       ///< lines that give it; empty where it takes more than a few lines
  std::string_view mended;      ///< the same lines without the mistake
};

/// All rows, by code.
const std::vector<Code>& codes();

/// The row of a code, compared without regard to case; null if there is none.
const Code* findCode(std::string_view code);

/// The row told in full, for a reader: explanation, example, mended example.
std::string explain(const Code& code);

// The rows, a file for each group.
std::span<const Code> textCodes();
std::span<const Code> nameCodes();
std::span<const Code> structureCodes();
std::span<const Code> preferenceCodes();
std::span<const Code> evidenceCodes();
std::span<const Code> feasibilityCodes();
std::span<const Code> exchangeCodes();

} // namespace stasis::language
