#include "stability/symbolic/own_moves.h"

#include "stability/symbolic/thresholds.h"

namespace stasis::stability {

using model::Direction;

namespace {

/// A difference of two larger sums might not fit in 64 bits.
constexpr std::size_t mostBitsOfSums = 62;

} // namespace

OwnMoves::OwnMoves(const model::Conflict& conflict, const Levels& levels, DiagramTable& table,
                   model::PartyId id)
    : table_(table), change_(table) {
  const model::Party& party = conflict.party(id);
  if (party.moves) // if false: listed moves, which this engine does not support
    return;
  std::vector<std::size_t> changed, free;
  for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o) {
    const model::OptionId option(o);
    options_.push_back({levels.option(option), levels.changed(option), conflict.options[o].direction});
    const OwnOption& own = options_.back();
    change_.put(own.level, table.variable(own.changed));
    changed.push_back(own.changed);
    if (own.direction == Direction::both)
      free.push_back(own.level);
  }
  free_ = conjunctionOf(table, std::move(free));
  changed_ = conjunctionOf(table, std::move(changed));
}

Diagram OwnMoves::spread(const Diagram& set, bool forwards) const {
  if (none())
    return set;
  Diagram reached = some(set, free_);
  for (const OwnOption& own : options_) {
    if (own.direction == Direction::both)
      continue;
    const Diagram option = table_.variable(own.level);
    // Backwards over a change from N to Y: what holds with the option taken is within reach without it.
    if ((own.direction == Direction::irrevocable) != forwards)
      reached |= fixed(reached, option) - option;
    else
      reached |= fixed(reached, !option) & option;
  }
  return reached;
}

/// {(s, o')}: the sum is larger with the options changed; forwards, as they are. By the terms that the change
/// concerns: what counts on one side, and what does not on the other, are more than all of them.
std::optional<Diagram> OwnMoves::largerSum(const std::vector<Term>& terms, bool forwards) const {
  std::vector<Term> difference;
  std::uint64_t all = 0;
  for (const Term& term : terms) {
    const Diagram there = composed(term.where, change_);
    if (there == term.where)
      continue;
    difference.push_back({term.number, forwards ? term.where : there});
    difference.push_back({term.number, forwards ? !there : !term.where});
    all += term.number;
  }
  const auto larger = sumAbove(std::move(difference), {all});
  return larger ? std::optional(larger->front()) : std::nullopt;
}

std::vector<Diagram> OwnMoves::changed(const std::vector<Diagram>& bits) const {
  std::vector<Diagram> there;
  for (const Diagram& bit : bits)
    there.push_back(composed(bit, change_));
  return there;
}

Diagram OwnMoves::changed(const Diagram& f, const std::vector<std::size_t>& threshold,
                          const std::vector<Diagram>& bits) const {
  Substitution both = change_;
  for (std::size_t m = 0; m < bits.size(); ++m)
    both.put(threshold[m], bits[m]);
  return composed(f, both);
}

Diagram OwnMoves::prefers(const Ranked& ranked, bool changed) const {
  if (!ranked.terms.empty() && ranked.bits.size() <= mostBitsOfSums)
    if (const auto larger = largerSum(ranked.terms, !changed))
      return *larger;
  const auto there = this->changed(ranked.bits);
  return changed ? greater(there, ranked.bits) : greater(ranked.bits, there);
}

Diagram OwnMoves::changes(const Diagram& feasible) const {
  Diagram differs;
  for (const OwnOption& own : options_)
    differs |= table_.variable(own.level) ^ table_.variable(own.changed);
  return differs & allowed(feasible, false);
}

/// Forwards: {(q, o) : the party may improve to q by changing from o}.
Diagram OwnMoves::related(const Ranked& ranked, bool forwards) const {
  return prefers(ranked, !forwards) & allowed(ranked.feasible, forwards);
}

/// The pairs that directions leave, if the other end is feasible.
Diagram OwnMoves::allowed(const Diagram& feasible, bool forwards) const {
  Diagram related = Diagram::constant(true);
  for (const OwnOption& own : options_) {
    if (own.direction == Direction::both)
      continue;
    const Diagram here = table_.variable(own.level);
    const Diagram changed = table_.variable(own.changed);
    const bool grows = (own.direction == Direction::irrevocable) != forwards;
    related &= grows ? implies(here, changed) : implies(changed, here);
  }
  return related & simplified(composed(feasible, change_), feasible);
}

Diagram OwnMoves::improvementsInto(const Diagram& target, const Ranked& ranked) {
  if (none() || ranked.bits.empty())
    return {};
  if (!better_)
    better_ = related(ranked, false);
  return someOfBothMoved(target, *better_, changed_);
}

Diagram OwnMoves::improvementsFrom(const Diagram& source, const Ranked& ranked) {
  if (none() || ranked.bits.empty())
    return {};
  if (!worse_)
    worse_ = related(ranked, true);
  return someOfBothMoved(source, *worse_, changed_);
}

Diagram OwnMoves::exchanged(const Diagram& set, const OwnMoves& other) const {
  Substitution exchange(table_);
  for (std::size_t k = 0; k < options_.size(); ++k) {
    exchange.put(options_[k].level, table_.variable(other.options_[k].level));
    exchange.put(other.options_[k].level, table_.variable(options_[k].level));
  }
  return composed(set, exchange);
}

} // namespace stasis::stability
