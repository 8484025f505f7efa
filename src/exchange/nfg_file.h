#pragma once

// A `.nfg` file of Gambit as it is written: title, players, strategies and exact payoffs, in either layout
// (payoffs of every combination in a row, or outcomes and an outcome number for every combination). Texts are
// in double quotes, with `\"` for a quote; commas between numbers are white space.
//
// Format: Gambit manual, "The strategic game (.nfg) file format", payoff and outcome versions (Savani &
// Turocy). Linear. Tested with the reader (nfg_read_test.cpp), which writes every case of the manual.

#include "language/codes/problems.h"
#include "language/lexing/source_text.h"

#include <gmpxx.h>

#include <optional>
#include <string>
#include <vector>

namespace stasis::exchange {

inline constexpr std::size_t mostProfilesRead = std::size_t{1} << 18U;

struct NfgFile {
  struct Name {
    std::string text;
    model::Range range;
  };
  struct Outcome {
    Name name;
    std::vector<mpq_class> payoffs; ///< one per player
  };
  Name title;
  std::vector<Name> players;
  std::vector<std::vector<Name>> strategies; ///< per player, at least one
  std::vector<Outcome> outcomes;             ///< in the payoff layout one per profile, without a name
  /// The outcome of every combination, the strategy of the first player changing fastest.
  std::vector<std::size_t> profiles;
  bool named = false; ///< the file has outcomes with names
};

/// None, after an error at its place, if the file is not of this format.
std::optional<NfgFile> parseNfg(const language::SourceText& source, language::Problems& problems);

} // namespace stasis::exchange
