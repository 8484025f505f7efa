#include "analysis/paths/group_search.h"

#include <stdexcept>

namespace stasis::analysis {

using model::PartyId;
using model::Pattern;
using model::Relation;
using stability::StateSet;

std::vector<PartyId> everybodyBut(const model::Conflict& conflict, PartyId party) {
  std::vector<PartyId> group;
  for (std::size_t j = 0; j < conflict.parties.size(); ++j)
    if (PartyId(j) != party)
      group.emplace_back(j);
  return group;
}

GroupSearch::GroupSearch(stability::Engine& engine, const Rules& rules, std::vector<PartyId> group,
                         Relation kind, StateSet target, const stability::Errand& errand)
    : GroupSearch(engine, rules, std::move(group), kind, {}, target, errand) {}

GroupSearch::GroupSearch(stability::Engine& engine, const Rules& rules, std::vector<PartyId> group,
                         Relation kind, Takes takes, StateSet target, const stability::Errand& errand)
    : engine_(engine), rules_(rules), group_(std::move(group)), kind_(kind), target_(target),
      takes_(std::move(takes)), errand_(errand),
      transitive_(rules.transitive() && kind != Relation::perhapsBetter) {
  Layer none{{}, target};
  if (!transitive_)
    none.byMover.assign(group_.size(), engine.without(target, target));
  layers_.push_back(std::move(none));
}

// The states mover j must move into to finish within one more move: the target, or where another continues.
std::vector<StateSet> GroupSearch::aims(const Layer& layer) const {
  const std::size_t n = group_.size();
  if (transitive_)
    return std::vector<StateSet>(n, layer.any);
  std::vector<StateSet> aims(n, target_);
  StateSet before = target_;
  StateSet after = target_;
  for (std::size_t k = 0; k < n; ++k) {
    aims[k] = engine_.either(aims[k], before);
    before = engine_.either(before, layer.byMover[k]);
    aims[n - 1 - k] = engine_.either(aims[n - 1 - k], after);
    after = engine_.either(after, layer.byMover[n - 1 - k]);
  }
  return aims;
}

StateSet GroupSearch::aim(const Layer& layer, std::size_t mover) const {
  return transitive_ ? layer.any : aims(layer)[mover];
}

/// Adds one layer; false if it has no new state.
bool GroupSearch::extend() {
  if (finished_)
    return false;
  errand_.check();
  const Layer& last = layers_.back();
  const auto into = aims(last);
  Layer next{{}, last.any};
  bool grown = false;
  for (std::size_t k = 0; k < group_.size(); ++k) {
    const StateSet from = engine_.canMoveInto(into[k], group_[k], kind_);
    next.any = engine_.either(next.any, from);
    if (!transitive_) {
      next.byMover.push_back(from);
      grown = grown || engine_.count(engine_.without(from, last.byMover[k])) > 0;
    }
  }
  if (transitive_)
    grown = engine_.count(next.any) > engine_.count(last.any);
  finished_ = !grown;
  if (grown)
    layers_.push_back(std::move(next));
  return grown;
}

StateSet GroupSearch::everywhere() {
  while (extend()) {
  }
  return layers_.back().any;
}

StateSet GroupSearch::among(StateSet asked) {
  while (!engine_.list(engine_.without(asked, layers_.back().any), 1).empty() && extend()) {
  }
  return engine_.both(asked, layers_.back().any);
}

std::optional<Sequence> GroupSearch::from(const Pattern& start) {
  std::size_t moves = 0;
  while (!engine_.contains(layers_[moves].any, start))
    if (++moves == layers_.size() && !extend())
      return std::nullopt;
  Sequence steps;
  Pattern at = start;
  std::optional<std::size_t> last;
  for (; moves > 0; --moves) {
    steps.push_back(step(at, last, moves));
    at = steps.back().to;
    for (std::size_t k = 0; k < group_.size(); ++k)
      if (group_[k] == steps.back().mover)
        last = k;
  }
  return steps;
}

std::vector<Pattern> GroupSearch::ends(PartyId mover, const Pattern& at) const {
  if (kind_ == Relation::better)
    return rules_.improvements(mover, at);
  auto all = rules_.moves(mover, at);
  if (takes_)
    std::erase_if(all, [&](const Pattern& to) { return !takes_(mover, at, to); });
  return all;
}

Step GroupSearch::step(const Pattern& at, std::optional<std::size_t> last, std::size_t movesLeft) const {
  const Layer& below = layers_[movesLeft - 1];
  for (std::size_t k = 0; k < group_.size(); ++k) {
    if (k == last || (!transitive_ && !engine_.contains(layers_[movesLeft].byMover[k], at)))
      continue;
    const StateSet into = aim(below, k);
    for (const Pattern& to : ends(group_[k], at))
      if (engine_.contains(into, to))
        return {group_[k], at, to};
  }
  throw std::logic_error("a way that the layers promise is not there");
}

} // namespace stasis::analysis
