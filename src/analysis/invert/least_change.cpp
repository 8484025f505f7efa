#include "analysis/invert/least_change.h"

#include <algorithm>
#include <functional>
#include <stdexcept>

namespace stasis::analysis {

using model::Concept;
using model::PartyId;
using model::Pattern;

namespace {

/// Results are kept for at most this many states.
constexpr std::size_t fewStates = 16;

bool dependent(Concept id) { return row(id).sanctions() == model::Sanctions::improvements; }

std::string phase(const model::Conflict& conflict, Concept id, std::optional<PartyId> party,
                  std::size_t distance) {
  return std::string(row(id).name) + " for " + (party ? conflict.party(*party).name : "everybody") + ", " +
         std::to_string(distance) + (distance == 1 ? " change" : " changes");
}

} // namespace

std::size_t defaultDepth(const InversionQuestion& question, Concept id) {
  return question.everybody && dependent(id) ? 2 : 3;
}

LeastChangeSearch::LeastChangeSearch(stability::Engine& engine, const Rules& rules,
                                     const InversionQuestion& question, const OpenEngine& open,
                                     const stability::Errand& errand)
    : engine_(engine), rules_(rules), question_(question), states_(question.states), open_(open),
      errand_(errand) {
  for (const auto& party : engine.conflict().parties)
    changes_.emplace_back(party.preference);
}

std::size_t LeastChangeSearch::depth(Concept id) const {
  return question_.depth.value_or(defaultDepth(question_, id));
}

bool LeastChangeSearch::stable(Concept id, PartyId party, const Pattern& state) {
  return engine_.contains(engine_.stable(id, party), state);
}

/// States that need no change are checked first. If there are any, the search ends.
bool LeastChangeSearch::holdsAsWritten(LeastChange& least, const std::vector<PartyId>& parties) {
  for (const Pattern& state : states_)
    if (std::ranges::all_of(parties, [&](PartyId i) { return stable(least.id, i, state); })) {
      least.distance = 0;
      least.all += 1;
      if (least.ways.size() < question_.limit)
        tell(least, state, {});
    }
  return least.distance.has_value();
}

LeastChange LeastChangeSearch::forParty(Concept id, PartyId party) {
  LeastChange least;
  least.id = id;
  least.party = party;
  if (!holdsAsWritten(least, {party}))
    apart(least, {party});
  return sound(std::move(least));
}

LeastChange LeastChangeSearch::forEverybody(Concept id) {
  LeastChange least;
  least.id = id;
  std::vector<PartyId> everybody;
  for (std::size_t i = 0; i < changes_.size(); ++i)
    everybody.emplace_back(i);
  if (holdsAsWritten(least, everybody))
    return least;
  if (dependent(id))
    together(least);
  else
    apart(least, everybody);
  return sound(std::move(least));
}

/// If every way found separates members of a merged state, none counts as found.
LeastChange LeastChangeSearch::sound(LeastChange least) {
  if (least.all == 0 && least.distance)
    least.distance.reset();
  return least;
}

std::size_t LeastChangeSearch::Target::bound() const {
  std::size_t sum = 0;
  for (const Known& one : known)
    sum += one.bound();
  return sum;
}

bool LeastChangeSearch::Target::closed() const {
  return std::ranges::any_of(known, [](const Known& one) { return one.closed(); });
}

/// Continues with one party until a change is found or the budget is spent.
void LeastChangeSearch::search(Known& known, Concept id, PartyId party, const Pattern& state,
                               std::size_t budget) {
  if (known.found || known.closed() || known.searched >= budget)
    return;
  auto condition = stabilityCondition(engine_, rules_, state, party, id, errand_);
  if (!condition) {
    known.tooLarge = true;
    return;
  }
  OwnChanges own(rules_, std::move(*condition), changes(party));
  if (!known.most)
    known.most = own.classesAbove() > 0 ? own.classesAbove() : depth(id);
  while (known.searched < std::min(budget, *known.most)) {
    auto found = own.at(known.searched + 1, question_.limit, errand_);
    if (!found.complete && found.all == 0) {
      known.tooMany = true;
      known.most = known.searched;
      return;
    }
    ++known.searched;
    if (found.all > 0) {
      known.found = std::move(found);
      return;
    }
  }
}

/// The parties in turn, each within the distance that the bounds of the others leave.
void LeastChangeSearch::searchUpTo(std::size_t distance, Concept id, Target& target) {
  for (std::size_t k = 0; k < target.known.size() && target.bound() <= distance && !target.closed(); ++k) {
    Known& known = target.known[k];
    search(known, id, target.parties[k], target.state, distance - (target.bound() - known.bound()));
  }
}

// Each party by itself. A state's distance is the sum over the parties for which it is not stable. No state
// is searched beyond the least distance found.
void LeastChangeSearch::apart(LeastChange& least, const std::vector<PartyId>& parties) {
  std::vector<Target> targets;
  for (const Pattern& state : states_) {
    Target target{state, {}, {}};
    for (const PartyId party : parties)
      if (!stable(least.id, party, state))
        target.parties.push_back(party);
    target.known.resize(target.parties.size());
    targets.push_back(std::move(target));
  }
  for (std::size_t distance = 1; !least.distance && !targets.empty(); ++distance) {
    for (std::size_t t = 0; t < targets.size(); ++t) {
      errand_.tell({phase(rules_.conflict(), least.id, least.party, distance), t, targets.size()});
      errand_.check();
      searchUpTo(distance, least.id, targets[t]);
      if (targets[t].bound() == distance && !targets[t].closed()) {
        least.distance = distance;
        product(least, targets[t]);
      }
    }
    least.searched = distance;
    std::erase_if(targets, [&](const Target& target) {
      for (const Known& one : target.known) {
        least.tooMany = least.tooMany || one.tooMany;
        least.tooLarge = least.tooLarge || one.tooLarge;
      }
      return target.closed();
    });
  }
  if (!least.distance)
    least.searched = least.tooMany ? 0 : depth(least.id);
}

/// Every way of one party combines with every way of another.
void LeastChangeSearch::product(LeastChange& least, const Target& target) {
  stability::Count all = 1;
  for (const Known& one : target.known)
    all *= static_cast<unsigned long>(one.found->all);
  least.all += all;
  Arrangements arrangements;
  for (const PreferenceChanges& changes : changes_)
    arrangements.push_back(changes.written());
  std::function<void(std::size_t)> choose = [&](std::size_t k) {
    if (least.ways.size() >= question_.limit)
      return;
    if (k == target.parties.size())
      return tell(least, target.state, arrangements);
    for (const Arrangement& arrangement : target.known[k].found->first) {
      arrangements[target.parties[k].index()] = arrangement;
      choose(k + 1);
    }
  };
  choose(0);
}

void LeastChangeSearch::together(LeastChange& least) {
  if (engine_.count(engine_.feasible()) > static_cast<unsigned long>(ChangedStability::mostStates)) {
    least.tooLarge = true;
    return;
  }
  if (!changed_)
    changed_ = std::make_unique<ChangedStability>(engine_, rules_);
  std::map<std::size_t, JointChanges> kept; // a few states keep their conditions from distance to distance
  for (std::size_t distance = 1; distance <= depth(least.id) && !least.distance; ++distance) {
    for (std::size_t t = 0; t < states_.size(); ++t) {
      const Pattern& state = states_[t];
      if (states_.size() > fewStates)
        kept.clear();
      JointChanges& joint =
          kept.try_emplace(t, engine_, rules_, *changed_, state, least.id, changes_, errand_).first->second;
      const std::string what = phase(rules_.conflict(), least.id, std::nullopt, distance);
      const auto found =
          joint.at(distance, question_.limit, [&](std::size_t tried) { errand_.tell({what, tried, 0}); });
      if (!found.complete) {
        least.tooMany = true;
        if (found.all == 0)
          return;
      }
      if (found.all == 0)
        continue;
      least.distance = distance;
      least.all += static_cast<unsigned long>(found.all);
      for (const Arrangements& arrangements : found.first)
        if (least.ways.size() < question_.limit)
          tell(least, state, arrangements);
    }
    least.searched = distance;
  }
}

/// Solves the changed conflict and keeps the way, unless the conflict is not sound (it separates members of a
/// merged state).
void LeastChangeSearch::tell(LeastChange& least, const Pattern& state, const Arrangements& arrangements) {
  ChangedWay way;
  way.state = state;
  model::Conflict changed = rules_.conflict();
  for (std::size_t i = 0; i < arrangements.size(); ++i) {
    auto made = changes_[i].changes(arrangements[i]);
    if (made.empty())
      continue;
    changed.parties[i].preference = changes_[i].preference(arrangements[i]);
    way.parties.push_back({PartyId(i), std::move(made)});
  }
  const auto opened = way.parties.empty() ? nullptr : open_(changed);
  if (!way.parties.empty() && !opened) {
    least.all -= 1;
    return;
  }
  stability::Engine& engine = opened ? *opened : engine_;
  for (std::size_t i = 0; i < changes_.size(); ++i)
    way.stable.push_back(engine.contains(engine.stable(least.id, PartyId(i)), state));
  if (least.party ? !way.stable[least.party->index()] : !way.equilibrium())
    throw std::logic_error("a change that should make a state hold does not");
  way.equilibria = engine.count(engine.equilibria(least.id));
  least.ways.push_back(std::move(way));
}

} // namespace stasis::analysis
