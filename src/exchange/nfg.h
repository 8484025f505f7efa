#pragma once

// A conflict as a game in strategic form, in Gambit's `.nfg` format. Players are the parties, a strategy is
// what a party does in some feasible state, payoffs are its ranks. A game needs a payoff for every
// combination of strategies; an infeasible one gets the lowest payoff for every player, and the comment of
// the file says so. So the pure equilibria of the game among feasible states are the states stable for every
// party under Nash, if options can change in both directions.
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

/// A game as a conflict: every strategy is an option, and a player takes exactly one. Payoffs become rankings
/// with ties, exactly. States are numbered in the order of the combinations, and Nash equilibria are the pure
/// equilibria of the game. An outcome's name becomes a state's name if one combination leads to it. Up to
/// 262,144 combinations. Never throws on any bytes.
language::Parsed readNfg(const language::SourceText& source);

/// The two layouts of the format: named outcomes and the outcome of every combination, or only the payoffs of
/// every combination.
enum class NfgForm : std::uint8_t { outcomes, payoffs };

/// Merged states and listed moves are an error: the format cannot express them. Warnings: lost directions;
/// labels that are not printable ASCII and become numbers (nfg_labels.h); the number of pure equilibria of
/// the game that are infeasible, which a solver would print.
Written writeNfg(const model::Conflict& conflict, const StateTable& table, NfgForm form = NfgForm::outcomes);

} // namespace stasis::exchange
