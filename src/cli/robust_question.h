#pragma once

// What `robust` is asked: the states, the parties and the kinds of changes, as named on its command line.

#include "analysis/robust/robustness.h"
#include "stability/solution.h"

#include <optional>
#include <vector>

namespace stasis::cli {

class Console;
struct Arguments;

/// `--change drop,swap`. None (and said) if a word is no kind of change.
std::optional<std::vector<analysis::ChangeKind>> kindsAsked(const Arguments& arguments, Console& console);

/// `--variants 1-500`; without it all of them. None (and said) if it is no range.
std::optional<analysis::VariantRange> variantsAsked(const Arguments& arguments, Console& console);

/// Those of --state and --where, at most --list; without these the status quo, every named state and
/// equilibria. None (and said) if there is no such state.
std::optional<std::vector<model::Pattern>> statesAsked(const Arguments& arguments, stability::Engine& engine,
                                                       const stability::Solution& solution, Console& console);

/// Whether particular states are asked about.
bool namesStates(const Arguments& arguments);

} // namespace stasis::cli
