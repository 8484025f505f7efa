#include "stability/explicit/checks.h"

#include "language/codes/plain_diagnostic.h"
#include "stability/explicit/members.h"
#include "stability/explicit/state_names.h"
#include "stability/reference_checks.h"

#include <algorithm>

namespace stasis::stability {

using language::Diagnostic;
using language::Diagnostics;
using language::error;

namespace {

/// Pairs of lines that share a state. Lines without `-` are compared by sorting; a line with `-` is compared
/// with all.
class Overlaps {
public:
  Overlaps(const model::Conflict& conflict, const Errand& errand)
      : listed_(conflict.listed), errand_(errand) {
    for (const auto& line : listed_)
      bounds_.push_back({takenBits(line.pattern), openBits(line.pattern)});
  }

  Diagnostics find() {
    std::vector<std::size_t> plain, merged;
    for (std::size_t k = 0; k < listed_.size(); ++k)
      (bounds_[k].open == 0 ? plain : merged).push_back(k);
    std::ranges::stable_sort(plain, {}, [&](std::size_t k) { return bounds_[k].taken; });
    for (std::size_t k = 1; k < plain.size(); ++k)
      compare(plain[k - 1], plain[k]);
    for (std::size_t m = 0; m < merged.size(); ++m) {
      errand_.check();
      for (const std::size_t k : plain)
        compare(merged[m], k);
      for (std::size_t k = 0; k < m; ++k)
        compare(merged[m], merged[k]);
    }
    return std::move(found_);
  }

private:
  struct Bounds {
    std::uint64_t taken, open;
  };

  void compare(std::size_t a, std::size_t b) {
    const std::uint64_t differ = (bounds_[a].taken ^ bounds_[b].taken) & ~(bounds_[a].open | bounds_[b].open);
    if (differ == 0 && found_.size() < toldOfOneKind)
      found_.push_back(stateInCommon(listed_[std::min(a, b)], listed_[std::max(a, b)]));
  }

  const std::vector<model::ListedState>& listed_;
  const Errand& errand_;
  std::vector<Bounds> bounds_;
  Diagnostics found_;
};

} // namespace

Diagnostics checkList(const model::Conflict& conflict, const Errand& errand) {
  Diagnostics found = Overlaps(conflict, errand).find();
  for (const auto& constraint : conflict.constraints) {
    Members members(conflict, {&constraint.holds});
    std::size_t told = 0;
    for (const auto& line : conflict.listed) {
      if (told == toldOfOneKind || members.allHold(line.pattern, errand))
        continue;
      ++told;
      found.push_back(breaksConstraint(line, constraint, conflict));
    }
  }
  return found;
}

namespace {

class Preferences {
public:
  Preferences(const StateSpace& space, const Errand& errand)
      : space_(space), conflict_(space.conflict()), errand_(errand) {}

  Diagnostics check() {
    for (const auto& party : conflict_.parties) {
      if (const auto* weights = std::get_if<model::Weights>(&party.preference))
        checkWeights(party, *weights);
      else if (const auto* tiers = std::get_if<model::Prioritised>(&party.preference))
        checkTiers(party, *tiers);
    }
    return std::move(found_);
  }

private:
  void checkWeights(const model::Party& party, const model::Weights& weights) {
    if (!space_.merged())
      return;
    for (const auto& weight : weights.weights) {
      if (weight.units == 0)
        continue;
      Members members(conflict_, {&weight.wanted});
      for (std::size_t s = 0; s < space_.size(); ++s)
        if (space_.open(StateIndex(s)) != 0)
          if (const auto apart = members.toldApart(space_.pattern(StateIndex(s)), errand_)) {
            tellWeight(party, weight, StateIndex(s), *apart);
            break;
          }
    }
  }

  void tellWeight(const model::Party& party, const model::Weight& weight, StateIndex s,
                  const std::pair<model::State, model::State>& apart) {
    auto d = error("S0416", weight.range,
                   "this weight tells the members of " + nameOf(space_, s) + " apart for " + party.name);
    d.note = "it counts in " + apart.first.letters() + " and not in " + apart.second.letters();
    d.help = "a merged state is one state for everybody: give this no weight, or list the members singly";
    found_.push_back(std::move(d));
  }

  void checkTiers(const model::Party& party, const model::Prioritised& tiers) {
    if (!space_.merged())
      return;
    for (const auto& tier : tiers.tiers) {
      std::vector<const model::Expression*> wanted;
      for (const auto& statement : tier)
        wanted.push_back(&statement.wanted);
      Members members(conflict_, wanted);
      for (std::size_t s = 0; s < space_.size(); ++s)
        if (space_.open(StateIndex(s)) != 0)
          if (const auto apart = members.toldApart(space_.pattern(StateIndex(s)), errand_)) {
            tellTier(party, tier, StateIndex(s), *apart);
            break;
          }
    }
  }

  void tellTier(const model::Party& party, const std::vector<model::Statement>& tier, StateIndex s,
                const std::pair<model::State, model::State>& apart) {
    auto d = error("S0416", cover(tier.front().range, tier.back().range),
                   (tier.size() == 1 ? "this statement tells" : "these statements tell") +
                       std::string(" the members of ") + nameOf(space_, s) + " apart for " + party.name);
    d.note = (tier.size() == 1 ? "it holds in " : "more of them hold in ") + apart.first.letters() +
             (tier.size() == 1 ? " and not in " : " than in ") + apart.second.letters();
    d.help =
        "a merged state is one state for everybody: let the statement not depend on what `-` leaves open, or "
        "list the members singly";
    found_.push_back(std::move(d));
  }

  const StateSpace& space_;
  const model::Conflict& conflict_;
  const Errand& errand_;
  Diagnostics found_;
};

} // namespace

Diagnostics checkPreferences(const StateSpace& space, const Errand& errand) {
  return Preferences(space, errand).check();
}

} // namespace stasis::stability
