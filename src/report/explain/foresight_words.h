#pragma once

// Why a party stays or not under limited moves, in words: where each of its moves would end, or for how many
// moves ahead it stays. Tested by the sessions of tests/cli.

#include "analysis/explain/relational_reasons.h"

namespace stasis::report {

/// Whole sentences.
std::vector<std::string> foresightSentences(stability::Engine& engine, const analysis::ConceptReasons& told);

} // namespace stasis::report
