#pragma once

// Conditions in what was said: `if`, `only if`, `unless`, `once`, `provided that`, `as long as`, `on
// condition that`, `in case`, with the other clause as the consequence. Words that only look like one are
// left out (`even if`, `as if`, `asked if`, `once again`, `as long as it takes`, `on condition of
// anonymity`).

#include "evidence/grammar/sentence_tree.h"
#include "evidence/ledger.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace stasis::evidence {

struct Conditional {
  Condition condition;
  std::optional<Passage> consequence;
};

/// The conditionals in bytes `scope` of the report (a sentence, or the inside of a quote), in the order of
/// the text. Ranges are bytes of `report`. Linear in the scope.
std::vector<Conditional> conditionalsIn(std::string_view report, model::Range scope);

/// The tree of the sentence with these bytes; null if there is none.
using TreeOf = std::function<const grammar::SentenceTree*(model::Range)>;

/// As above, but the extent of both halves is read from the trees of the sentences that have a marker.
std::vector<Conditional> conditionalsIn(std::string_view report, model::Range scope, const TreeOf& treeOf);

/// A quick check of the words that spares most sentences the rest.
bool mayHoldCondition(std::string_view text);

} // namespace stasis::evidence
