#pragma once

// Reasons under the concepts beyond the classical ones, in the words of each: what deters because it would be
// much worse, what would deter only if somebody's loss mattered, what a party does not know. The words follow
// from the relations in the concept's row. Tested by the sessions of tests/cli.

#include "analysis/explain/relational_reasons.h"
#include "report/telling/look.h"
#include "report/telling/party_words.h"

#include <string>
#include <vector>

namespace stasis::report {

/// A verdict and the lines that give its reasons.
struct RelationalStory {
  std::string verdict; ///< `Iraq stays.`
  std::vector<std::string> reasons;
  friend bool operator==(const RelationalStory&, const RelationalStory&) = default;
};

RelationalStory relationalStory(stability::Engine& engine, const analysis::ConceptReasons& told,
                                Called called = Called::label);

std::string relationalText(stability::Engine& engine, const std::vector<analysis::ConceptReasons>& told,
                           const Look& look);
std::string relationalMarkdown(stability::Engine& engine, const std::vector<analysis::ConceptReasons>& told);

} // namespace stasis::report
