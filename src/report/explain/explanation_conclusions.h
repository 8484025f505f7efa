#pragma once

// What follows for an improvement: under which concepts it is deterred, and why not under the others.

#include "report/explain/explanation_names.h"

namespace stasis::report {

class ConclusionTeller : private ExplanationNames {
public:
  using ExplanationNames::ExplanationNames;

  void tell(model::PartyId party, const analysis::ToldImprovement& improvement, ToldMove& told) const;

private:
  std::string why(model::PartyId party, const analysis::ToldImprovement& improvement,
                  const analysis::ToldImprovement::Ground& ground, bool someDeter) const;
  std::string atWorst(model::PartyId party, const analysis::ToldImprovement& improvement,
                      const analysis::ToldImprovement::Ground& ground, bool high) const;
};

/// Of the concepts under which nothing deters, those that share a sentence with the given one, itself
/// included. If there is no sanction under a concept, there is none under one that asks for more of it. SSEQ
/// asks for more than both SMR and SEQ; it is mentioned with SEQ if that fails too.
std::vector<const analysis::ToldImprovement::Ground*>
following(model::Concept told, const std::vector<const analysis::ToldImprovement::Ground*>& failing);

} // namespace stasis::report
