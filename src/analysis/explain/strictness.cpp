#include "analysis/explain/strictness.h"

#include "model/looking_ahead.h"

#include <algorithm>

namespace stasis::analysis {

using model::Concept;
using model::Relation;

namespace {

/// Whether a relates no states that b does not, in every conflict.
bool within(Relation a, Relation b) {
  if (a == b || a == Relation::never || b == Relation::always)
    return true;
  switch (a) {
  case Relation::surelyBetter: return b == Relation::perhapsBetter;
  case Relation::surelyNotBetter: return b == Relation::perhapsNotBetter;
  case Relation::muchWorse: return b == Relation::notBetter;
  case Relation::better: return b == Relation::notMuchWorse;
  default: return false;
  }
}

/// The families compare by different parts of a preference; strength alone goes beyond the classical ranks.
bool comparable(const model::ConceptRow& a, const model::ConceptRow& b) {
  using Family = model::ConceptFamily;
  const auto byRanks = [](const model::ConceptRow& row) {
    return row.family == Family::classical || row.family == Family::strength;
  };
  return isRelational(a.family) && isRelational(b.family) &&
         (a.family == b.family || (byRanks(a) && byRanks(b)));
}

/// Whether what is stable under a is stable under b. Where nobody answers, the other relations say nothing.
bool implies(const model::ConceptRow& a, const model::ConceptRow& b) {
  if (a.answers == Relation::never)
    return within(b.leaves, a.leaves);
  return within(b.leaves, a.leaves) && within(a.answers, b.answers) && within(a.deters, b.deters) &&
         within(b.undoes, a.undoes);
}

} // namespace

bool isStricter(Concept a, Concept b) {
  const auto& one = row(a);
  const auto& other = row(b);
  if (!comparable(one, other) || !implies(one, other))
    return false;
  return !implies(other, one);
}

std::vector<Concept> strictestOf(const std::vector<Concept>& concepts) {
  std::vector<Concept> strictest;
  for (const Concept one : concepts)
    if (std::ranges::none_of(concepts, [&](Concept other) { return isStricter(other, one); }))
      strictest.push_back(one);
  return strictest;
}

} // namespace stasis::analysis
