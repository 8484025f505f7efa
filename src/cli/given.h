#pragma once

// States and parties as people name them on the command line (`--state`, `--party`, `--to` and the like).
// Mistakes are answered with a suggestion.

#include "cli/verb.h"
#include "stability/engine.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::cli {

class Console;

/// The option row `--state`.
OptionRow stateOption(std::string_view help, std::string_view byDefault = {}, bool repeated = false);
/// The option row `--party`, which may be repeated.
OptionRow partyOption(std::string_view help = "for this party or family only; may be repeated");

/// None, after an error message, if the text names no feasible state.
std::optional<stability::StateSet> statesGiven(const std::string& text, stability::Engine& engine,
                                               Console& console);

/// The one state that the text of `option` names. None, after an error message, if it names none or several.
std::optional<model::Pattern> oneStateGiven(const std::string& option, const std::string& text,
                                            stability::Engine& engine, Console& console);

std::vector<model::PartyId> allParties(const model::Conflict& conflict);

/// Parties by name or label, several separated by commas; a family stands for all its members. Each once, in
/// the order of the conflict. None, after an error message, if a name is not known.
std::optional<std::vector<model::PartyId>> partiesGiven(const std::vector<std::string>& texts,
                                                        const model::Conflict& conflict, Console& console);

} // namespace stasis::cli
