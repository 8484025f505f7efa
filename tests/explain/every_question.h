#pragma once

// What tests of certificates ask: of each state, each party.

#include "analysis/explain/certificate.h"
#include "model/conflict.h"

#include <vector>

namespace stasis::test {

inline std::vector<analysis::Question> everyQuestion(const model::Conflict& conflict,
                                                     const std::vector<model::Pattern>& states) {
  std::vector<model::PartyId> parties;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    parties.emplace_back(i);
  std::vector<analysis::Question> questions;
  for (const auto& state : states)
    questions.push_back({state, parties});
  return questions;
}

} // namespace stasis::test
