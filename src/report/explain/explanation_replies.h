#pragma once

// The answers to an improvement in words: each step, how the party ends up, whether it can still do better,
// and what the answer costs those who give it. Answers that several members of a family can give are
// described once.

#include "report/explain/explanation_names.h"

namespace stasis::report {

class ReplyTeller : private ExplanationNames {
public:
  using ExplanationNames::ExplanationNames;

  void tell(model::PartyId party, const analysis::ToldImprovement& improvement, ToldMove& told) const;

private:
  ToldReply tell(model::PartyId party, const analysis::Reply& reply) const;
  bool sameOfFamily(const analysis::Reply& a, const analysis::Reply& b) const;
  bool sameEffects(const ToldReply& a, const ToldReply& b, const analysis::Reply& first,
                   const analysis::Reply& second) const;
  std::vector<std::string> steps(const analysis::Sequence& sequence) const;
  std::size_t alike(const analysis::Sequence& sequence, std::size_t first, const std::string& words) const;
  std::string movers(const analysis::Sequence& sequence, std::size_t first, std::size_t end) const;
  Effect outcome(model::PartyId party, const analysis::Reply& reply) const;
  Effect counterMove(model::PartyId party, const analysis::Reply& reply) const;
  Effect willingness(const analysis::Reply& reply) const;
  std::string nowhereBetter(model::PartyId party) const;
  std::string after(const analysis::Step& step) const;
};

} // namespace stasis::report
