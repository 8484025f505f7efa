#pragma once

// `--state`, `--party`, `--to` and their like: states and parties as people name them on the command line,
// mistakes answered with what was meant.

#include "stability/engine.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::cli {

class Console;

/// None (and said) if the text names no feasible state.
std::optional<stability::StateSet> statesGiven(const std::string& text, stability::Engine& engine,
                                               Console& console);

/// The one state the text of `option` names. None (and said) if it names none or several.
std::optional<model::Pattern> oneStateGiven(const std::string& option, const std::string& text,
                                            stability::Engine& engine, Console& console);

std::vector<model::PartyId> allParties(const model::Conflict& conflict);

/// Parties by name or label, several separated by commas, a family for all its members; each once, in the
/// order of the conflict. None (and said) if a name is not known.
std::optional<std::vector<model::PartyId>> partiesGiven(const std::vector<std::string>& texts,
                                                        const model::Conflict& conflict, Console& console);

} // namespace stasis::cli
