#pragma once

// A conflict as a game in strategic form, in Gambit's `.nfg` format: players are the parties, strategies what
// a party does in some feasible state, payoffs its ranks. A game needs a payoff for every combination of
// strategies; combinations that are not feasible get one below all others for everybody, which the comment of
// the file says. So the pure equilibria of the game among feasible states are the states stable for everybody
// under Nash, where options can be changed in both directions.
//
// Format: Gambit 16 manual, "The strategic game (.nfg) file format, outcome version" (Savani & Turocy). Cost:
// the product of the numbers of strategies. Tested by reading the file back and searching its pure
// equilibria.

#include "exchange/state_table.h"
#include "exchange/written.h"
#include "language/parse.h"

#include <cstdint>

namespace stasis::exchange {

inline constexpr std::size_t mostProfiles = std::size_t{1} << 16U;

/// A game as a conflict: every strategy an option, of which a player takes exactly one; payoffs as rankings
/// with ties, exact. The states are numbered as the combinations are listed, so the Nash equilibria are the
/// pure equilibria of the game. Names of outcomes become names of states where one combination leads to them.
/// Up to 262,144 combinations. Never throws on any bytes.
language::Parsed readNfg(const language::SourceText& source);

/// The two layouts of the format: outcomes with names and the outcome of every combination, or the payoffs of
/// every combination in a row.
enum class NfgForm : std::uint8_t { outcomes, payoffs };

/// Merged states and listed moves cannot be told in this form: an error. Warnings: directions are lost;
/// labels that are not printable ASCII are numbers (nfg_labels.h); and how many pure equilibria of the game
/// are no states, where combinations that are not feasible make a solver print such.
Written writeNfg(const model::Conflict& conflict, const StateTable& table, NfgForm form = NfgForm::outcomes);

} // namespace stasis::exchange
