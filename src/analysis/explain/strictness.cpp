#include "analysis/explain/strictness.h"

#include "model/looking_ahead.h"

#include <algorithm>
#include <optional>

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

/// A classical concept, or a tree: MR_h or CMR_h, with its place in MR_1 ⊆ MR_3 ⊆ … ⊆ MR_4 ⊆ MR_2.
struct Depth {
  bool credible = false; ///< answers are improvements
  std::size_t place = 0;
};

std::optional<Depth> depthOf(const model::ConceptRow& concept_) {
  const bool credible = concept_.answers == Relation::better;
  std::size_t h = 0;
  if (concept_.family == model::treeFamily)
    h = movesAhead(concept_.id);
  else if (concept_.family == model::ConceptFamily::classical)
    h = concept_.answers == Relation::never ? 1 : concept_.undoes == Relation::never ? 2 : 3;
  else
    return std::nullopt;
  const std::size_t last = 2 * model::farthestByKey; // beyond every odd number
  return Depth{credible, h % 2 == 1 ? h : last + model::farthestByKey - h + 2};
}

/// Where nobody answers, it makes no difference whose answers count.
bool implies(const Depth& a, const Depth& b) {
  return a.place <= b.place && (a.credible || !b.credible || a.place == 1);
}

} // namespace

bool isStricter(Concept a, Concept b) {
  const auto& one = row(a);
  const auto& other = row(b);
  if (const auto ofOne = depthOf(one), ofOther = depthOf(other); ofOne && ofOther)
    return implies(*ofOne, *ofOther) && !implies(*ofOther, *ofOne);
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
