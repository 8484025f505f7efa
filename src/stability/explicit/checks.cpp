#include "stability/explicit/checks.h"

#include "language/expression_text.h"
#include "stability/constraint_search.h"
#include "stability/explicit/members.h"
#include "stability/explicit/state_names.h"

#include <algorithm>
#include <numeric>

namespace stasis::stability {

using language::Diagnostic;
using language::Diagnostics;
using language::Severity;
using model::PartyId;
using model::StateRef;

namespace {

Diagnostic error(std::string_view code, model::Range range, std::string message) {
  return {Severity::error, code, range, std::move(message), {}, {}};
}

Diagnostic warning(std::string_view code, model::Range range, std::string message) {
  return {Severity::warning, code, range, std::move(message), {}, {}};
}

/// More problems of one kind than this are not worth reading.
constexpr std::size_t toldOfOneKind = 20;

/// Pairs of lines that share a state. Lines without `-` are compared by sorting, the others with all.
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
      tell(listed_[std::min(a, b)], listed_[std::max(a, b)]);
  }

  void tell(const model::ListedState& first, const model::ListedState& second) {
    const bool same = first.pattern == second.pattern;
    auto d = error("S0408", second.range,
                   same ? inMarks(second.name) + " is the same state as " + inMarks(first.name)
                        : inMarks(second.name) + " and " + inMarks(first.name) + " have a state in common");
    d.help = same ? "delete one of the two lines"
                  : "every choice of options can belong to one line only; write out what `-` stands for";
    found_.push_back(std::move(d));
  }

  const std::vector<model::ListedState>& listed_;
  const Errand& errand_;
  std::vector<Bounds> bounds_;
  Diagnostics found_;
};

std::string written(const model::Constraint& constraint, const model::Conflict& conflict) {
  std::string text = language::text(constraint.holds, conflict);
  if (text.size() > 80)
    text = text.substr(0, 77) + "…";
  return text;
}

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
      const bool merged = !line.pattern.isState();
      auto d = error("S0604", line.range,
                     inMarks(line.name) + (merged ? " has a member that breaks" : " breaks") +
                         " the constraint that " + inMarks(written(constraint, conflict)) + " holds");
      d.help = "change the line or the constraint; beside a list, constraints only check it";
      found.push_back(std::move(d));
    }
  }
  return found;
}

Diagnostics explainNoState(const model::Conflict& conflict, const Errand& errand) {
  const auto set = smallestContradiction(conflict, errand);
  if (set.empty())
    return {};
  const auto& last = conflict.constraints[set.back()];
  auto d = error("S0603", last.range,
                 set.size() == 1 ? "no state is feasible: this can never hold"
                                 : "no state is feasible: this contradicts what else must hold");
  for (std::size_t k = 0; k + 1 < set.size(); ++k)
    d.note += (k == 0 ? "it cannot hold together with " : ", ") +
              inMarks(written(conflict.constraints[set[k]], conflict));
  d.help = set.size() == 1 ? "change it" : "one of these " + std::to_string(set.size()) + " has to give way";
  return {std::move(d)};
}

namespace {

class References {
public:
  explicit References(const StateSpace& space) : space_(space), conflict_(space.conflict()) {}

  Diagnostics check() {
    if (conflict_.statusQuo && !space_.find(*conflict_.statusQuo))
      tellStatusQuo();
    for (std::size_t k = 0; k < conflict_.named.size(); ++k)
      if (!space_.find(conflict_.named[k].state))
        found_.push_back(warning("S0606", conflict_.named[k].range,
                                 inMarks(conflict_.named[k].name) + " is not a feasible state" +
                                     reason(conflict_.named[k].state)));
    for (const auto& party : conflict_.parties) {
      if (const auto* ranking = std::get_if<model::Ranking>(&party.preference))
        for (const auto& tie : ranking->classes)
          for (const auto& reference : tie)
            resolve(reference);
      if (party.moves)
        for (const auto& move : *party.moves)
          checkMove(move);
    }
    for (const auto& expectation : conflict_.expectations)
      checkExpectation(expectation);
    return std::move(found_);
  }

private:
  void tellStatusQuo() {
    auto d = warning("S0605", conflict_.statusQuoRange,
                     "the status quo is not a feasible state" + reason(*conflict_.statusQuo));
    d.help = "paths and the question whether today's state holds need a feasible one";
    found_.push_back(std::move(d));
  }

  std::string reason(const model::State& state) const {
    if (!conflict_.listed.empty())
      return ": it is not in the list of states";
    for (const auto& constraint : conflict_.constraints)
      if (!model::holds(constraint.holds, conflict_, state))
        return ": in it " + inMarks(written(constraint, conflict_)) + " does not hold";
    return {};
  }

  std::optional<StateIndex> resolve(const StateRef& reference) {
    const auto found = space_.find(reference);
    if (found)
      return found;
    if (reference.kind == StateRef::Kind::named) {
      found_.push_back(error("S0606", reference.range,
                             nameOf(conflict_, reference) + " is not a feasible state" +
                                 reason(conflict_.named[reference.value].state)));
      return found;
    }
    auto d = error("S0417", reference.range, "there is no state " + nameOf(conflict_, reference));
    d.help = space_.size() == 1
                 ? "there is one feasible state, `s1`"
                 : "the feasible states are `s1` to " + inMarks("s" + std::to_string(space_.size()));
    found_.push_back(std::move(d));
    return found;
  }

  void checkMove(const model::Move& move) {
    resolve(move.from);
    resolve(move.to);
  }

  void checkExpectation(const model::Expectation& expectation) {
    if (const auto* e = std::get_if<model::ExpectEquilibria>(&expectation.what))
      for (const auto& reference : e->states)
        resolve(reference);
    if (const auto* e = std::get_if<model::ExpectState>(&expectation.what))
      resolve(e->state);
  }

  const StateSpace& space_;
  const model::Conflict& conflict_;
  Diagnostics found_;
};

class Preferences {
public:
  Preferences(const StateSpace& space, const Errand& errand)
      : space_(space), conflict_(space.conflict()), errand_(errand) {}

  Diagnostics check() {
    for (const auto& party : conflict_.parties) {
      if (const auto* ranking = std::get_if<model::Ranking>(&party.preference))
        checkRanking(party, *ranking);
      else if (const auto* weights = std::get_if<model::Weights>(&party.preference))
        checkWeights(party, *weights);
      else if (const auto* tiers = std::get_if<model::Prioritised>(&party.preference))
        checkTiers(party, *tiers);
    }
    return std::move(found_);
  }

private:
  void checkRanking(const model::Party& party, const model::Ranking& ranking) {
    std::vector<const StateRef*> first(space_.size(), nullptr);
    std::size_t told = 0;
    for (const auto& tie : ranking.classes)
      for (const auto& reference : tie) {
        const auto s = space_.find(reference);
        if (!s)
          continue; // told by checkReferences
        const StateRef*& before = first[s->index()];
        if (before != nullptr && ++told <= toldOfOneKind) {
          auto d = error("S0402", reference.range,
                         nameOf(conflict_, reference) + " stands twice in the ranking of " + party.name);
          if (nameOf(conflict_, *before) != nameOf(conflict_, reference))
            d.note = "it is the state called " + nameOf(conflict_, *before) + " before";
          d.help = "delete one of the two";
          found_.push_back(std::move(d));
        }
        before = before == nullptr ? &reference : before;
      }
    std::vector<StateIndex> missing;
    for (std::size_t s = 0; s < space_.size(); ++s)
      if (first[s] == nullptr)
        missing.emplace_back(s);
    if (missing.empty())
      return;
    auto d =
        error("S0403", ranking.range, "the ranking of " + party.name + " misses " + namesOf(space_, missing));
    d.help = "every feasible state stands in it once; states liked equally are joined by `~`";
    found_.push_back(std::move(d));
  }

  void checkWeights(const model::Party& party, const model::Weights& weights) {
    double size = 0;
    for (const auto& weight : weights.weights)
      size += std::abs(static_cast<double>(weight.units));
    if (size > 4e18)
      found_.push_back(
          error("S0410", weights.range,
                "the weights of " + party.name + " are too large to be added exactly; use fewer digits"));
    std::uint64_t open = 0;
    for (const std::uint64_t bits : space_.open())
      open |= bits;
    for (const auto& weight : weights.weights)
      if (weight.units != 0 && (open >> weight.option.index() & 1) != 0)
        tellWeight(party, weight);
  }

  void tellWeight(const model::Party& party, const model::Weight& weight) {
    std::size_t s = 0;
    while ((space_.open(StateIndex(s)) >> weight.option.index() & 1) == 0)
      ++s;
    auto d =
        error("S0416", weight.range,
              "this weight tells the members of " + nameOf(space_, StateIndex(s)) + " apart for " +
                  party.name + ": some take " + inMarks(conflict_.nameOf(weight.option)) + ", some do not");
    d.help =
        "a merged state is one state for everybody: give the option no weight, or list the members singly";
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

Diagnostics checkReferences(const StateSpace& space) { return References(space).check(); }

Diagnostics checkPreferences(const StateSpace& space, const Errand& errand) {
  return Preferences(space, errand).check();
}

} // namespace stasis::stability
