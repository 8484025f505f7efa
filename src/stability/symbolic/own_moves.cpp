#include "stability/symbolic/own_moves.h"

#include "stability/symbolic/rank_bits.h"

namespace stasis::stability {

using model::Direction;

OwnMoves::OwnMoves(const model::Conflict& conflict, const Levels& levels, model::PartyId id) {
  const model::Party& party = conflict.party(id);
  if (party.moves) // none: listed moves are not for this engine
    return;
  std::vector<std::size_t> own, changed, free;
  for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o) {
    const model::OptionId option(o);
    options_.push_back({levels.option(option), levels.changed(option), conflict.options[o].direction});
    own.push_back(options_.back().level);
    changed.push_back(options_.back().changed);
    if (options_.back().direction == Direction::both)
      free.push_back(own.back());
  }
  change_.emplace(own, changed);
  free_ = conjunctionOf(std::move(free));
  changed_ = conjunctionOf(std::move(changed));
}

Diagram OwnMoves::spread(const Diagram& set, bool forwards) const {
  if (none())
    return set;
  Diagram reached = some(set, free_);
  for (const OwnOption& own : options_) {
    if (own.direction == Direction::both)
      continue;
    const Diagram option = Diagram::variable(own.level);
    // Backwards over N to Y: what holds with the option taken is within reach where it is not taken.
    if ((own.direction == Direction::irrevocable) != forwards)
      reached |= fixed(reached, option) - option;
    else
      reached |= fixed(reached, !option) & option;
  }
  return reached;
}

/// Forwards: {(q, o) : the party may improve to q by changing from o}.
Diagram OwnMoves::related(const Ranked& ranked, bool forwards) const {
  std::vector<Diagram> there;
  for (const Diagram& bit : ranked.bits)
    there.push_back(renamed(bit, *change_));
  Diagram related = forwards ? greater(ranked.bits, there) : greater(there, ranked.bits);
  for (const OwnOption& own : options_) {
    if (own.direction == Direction::both)
      continue;
    const Diagram here = Diagram::variable(own.level);
    const Diagram changed = Diagram::variable(own.changed);
    const bool grows = (own.direction == Direction::irrevocable) != forwards;
    related &= grows ? implies(here, changed) : implies(changed, here);
  }
  return related & simplified(renamed(ranked.feasible, *change_), ranked.feasible);
}

Diagram OwnMoves::improvementsInto(const Diagram& target, const Ranked& ranked) {
  if (none() || ranked.bits.empty())
    return {};
  if (!better_)
    better_ = related(ranked, false);
  const Diagram there = renamed(target, *change_);
  if (there == target) // it does not depend on what the party does: nothing new comes in
    return {};
  return someOfBoth(there, *better_, changed_);
}

Diagram OwnMoves::improvementsFrom(const Diagram& source, const Ranked& ranked) {
  if (none() || ranked.bits.empty())
    return {};
  if (!worse_)
    worse_ = related(ranked, true);
  return someOfBoth(renamed(source, *change_), *worse_, changed_);
}

Diagram OwnMoves::exchanged(const Diagram& set, const OwnMoves& other) const {
  Diagram result = set;
  for (std::size_t k = 0; k < options_.size(); ++k) {
    const Diagram a = Diagram::variable(options_[k].level);
    const Diagram b = Diagram::variable(other.options_[k].level);
    const Diagram withA = choose(b, fixed(result, a & b), fixed(result, b - a));
    const Diagram withoutA = choose(b, fixed(result, a - b), fixed(result, !(a | b)));
    result = choose(a, withA, withoutA);
  }
  return result;
}

} // namespace stasis::stability
