#include "stability/symbolic/own_moves.h"

#include "stability/symbolic/rank_bits.h"
#include "stability/symbolic/thresholds.h"

namespace stasis::stability {

namespace {

/// With more own options than this, choices are not made one by one.
constexpr std::size_t fewOptions = 5;

} // namespace

OwnMoves::OwnMoves(const model::Conflict& conflict, const Levels& levels, model::PartyId id)
    : mover_(levels.moversThreshold(0)) {
  const model::Party& party = conflict.party(id);
  if (party.moves) // none: listed moves are not for this engine
    return;
  std::vector<std::size_t> free;
  for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o) {
    const auto direction = conflict.options[o].direction;
    const std::size_t level = levels.option(model::OptionId(o));
    levels_.push_back(level);
    if (direction == model::Direction::both)
      free.push_back(level);
    else
      directed_.push_back({level, direction == model::Direction::irrevocable});
  }
  free_ = conjunctionOf(std::move(free));
  if (levels_.size() <= fewOptions)
    makeChoices();
}

void OwnMoves::makeChoices() {
  for (std::size_t choice = 0; choice < std::size_t{1} << levels_.size(); ++choice) {
    Choice made{Diagram::constant(true), Diagram::constant(true), Diagram::constant(true)};
    for (std::size_t k = levels_.size(); k-- > 0;) {
      const Diagram option = Diagram::variable(levels_[k]);
      const bool taken = (choice >> k & 1) != 0;
      made.literals &= taken ? option : !option;
      for (const Directed& directed : directed_)
        if (directed.level == levels_[k]) {
          if (directed.onlyTaken != taken) // it cannot come to this: it must be so already
            made.allowed &= taken ? option : !option;
          else // it cannot go from this
            made.left &= taken ? option : !option;
        }
    }
    choices_.push_back(std::move(made));
  }
}

Diagram OwnMoves::spread(const Diagram& set, bool forwards) const {
  Diagram reached = some(set, free_);
  for (const Directed& directed : directed_) {
    const Diagram option = Diagram::variable(directed.level);
    // Backwards over N to Y: what holds with the option taken is within reach where it is not taken.
    if (directed.onlyTaken != forwards)
      reached |= fixed(reached, option) - option;
    else
      reached |= fixed(reached, !option) & option;
  }
  return reached;
}

const std::vector<Diagram>& OwnMoves::better(const Ranked& ranked) {
  if (better_.empty())
    for (const Choice& choice : choices_) {
      std::vector<Diagram> there;
      for (const Diagram& bit : ranked.bits)
        there.push_back(fixed(bit, choice.literals));
      const Diagram possible = simplified(fixed(ranked.feasible, choice.literals), ranked.feasible);
      better_.push_back(greater(there, ranked.bits) & choice.allowed & possible);
    }
  return better_;
}

const std::vector<Diagram>& OwnMoves::worse(const Ranked& ranked) {
  if (worse_.empty())
    for (const Choice& choice : choices_) {
      std::vector<Diagram> there;
      for (const Diagram& bit : ranked.bits)
        there.push_back(fixed(bit, choice.literals));
      const Diagram possible = simplified(fixed(ranked.feasible, choice.literals), ranked.feasible);
      worse_.push_back(greater(ranked.bits, there) & choice.left & possible);
    }
  return worse_;
}

Diagram OwnMoves::improvementsInto(const Diagram& target, const Ranked& ranked) {
  if (none() || ranked.bits.empty())
    return {};
  if (choices_.empty())
    return atThreshold(into(target & ranked.feasible & above(ranked.bits, mover_)), ranked.bits, mover_);
  const auto& better = this->better(ranked);
  Diagram origins;
  for (std::size_t a = 0; a < choices_.size(); ++a) {
    if (better[a].holdsNowhere())
      continue;
    const Diagram there = fixed(target, choices_[a].literals);
    if (there == target) // it does not depend on what the party does: nothing new comes in
      return {};
    origins |= better[a] & there;
  }
  return origins;
}

Diagram OwnMoves::improvementsFrom(const Diagram& source, const Ranked& ranked) {
  if (none() || ranked.bits.empty())
    return {};
  if (choices_.empty())
    return atThreshold(from(source & ranked.feasible & below(ranked.bits, mover_)), ranked.bits, mover_);
  const auto& worse = this->worse(ranked);
  Diagram ends;
  for (std::size_t a = 0; a < choices_.size(); ++a)
    if (!worse[a].holdsNowhere())
      ends |= worse[a] & fixed(source, choices_[a].literals);
  return ends;
}

} // namespace stasis::stability
