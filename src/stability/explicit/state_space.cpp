#include "stability/explicit/state_space.h"

#include <algorithm>
#include <numeric>

namespace stasis::stability {

namespace {

std::uint64_t bitsOf(const model::Pattern& pattern, char letter) {
  std::uint64_t bits = 0;
  for (std::size_t o = 0; o < pattern.size(); ++o)
    if (pattern.letters()[o] == letter)
      bits |= std::uint64_t{1} << o;
  return bits;
}

} // namespace

std::uint64_t takenBits(const model::Pattern& pattern) { return bitsOf(pattern, 'Y'); }
std::uint64_t openBits(const model::Pattern& pattern) { return bitsOf(pattern, '-'); }

StateSpace::StateSpace(const model::Conflict& conflict, std::vector<std::uint64_t> ascending)
    : conflict_(&conflict), taken_(std::move(ascending)) {}

StateSpace StateSpace::listed(const model::Conflict& conflict) {
  StateSpace space;
  space.conflict_ = &conflict;
  for (const auto& line : conflict.listed)
    space.taken_.push_back(takenBits(line.pattern));
  if (conflict.hasMergedStates())
    for (const auto& line : conflict.listed) {
      space.open_.push_back(openBits(line.pattern));
      if (space.open_.back() != 0)
        space.merged_.push_back(static_cast<std::uint32_t>(space.open_.size() - 1));
    }
  if (!std::ranges::is_sorted(space.taken_))
    space.indexByValue();
  return space;
}

void StateSpace::indexByValue() {
  byValue_.resize(taken_.size());
  std::iota(byValue_.begin(), byValue_.end(), 0);
  std::ranges::stable_sort(byValue_, {}, [&](std::uint32_t s) { return taken_[s]; });
}

model::Pattern StateSpace::pattern(StateIndex s) const {
  model::Pattern pattern(conflict_->options.size(), model::Choice::no);
  for (std::size_t o = 0; o < pattern.size(); ++o)
    if ((open(s) >> o & 1) != 0)
      pattern.set(model::OptionId(o), model::Choice::either);
    else if ((taken(s) >> o & 1) != 0)
      pattern.set(model::OptionId(o), model::Choice::yes);
  return pattern;
}

std::optional<StateIndex> StateSpace::find(std::uint64_t wanted) const {
  const auto valueAt = [&](std::uint32_t place) {
    return taken_[byValue_.empty() ? place : byValue_[place]];
  };
  std::uint32_t low = 0;
  auto high = static_cast<std::uint32_t>(size());
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (valueAt(middle) < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < size() && valueAt(low) == wanted)
    return StateIndex(byValue_.empty() ? low : byValue_[low]);
  for (const std::uint32_t s : merged_)
    if (((wanted ^ taken_[s]) & ~open_[s]) == 0)
      return StateIndex(s);
  return std::nullopt;
}

std::optional<StateIndex> StateSpace::find(const model::Pattern& pattern) const {
  if (pattern.size() != conflict_->options.size())
    return std::nullopt;
  const auto found = find(takenBits(pattern));
  const std::uint64_t left = openBits(pattern);
  if (!found || (left != 0 && left != open(*found)))
    return std::nullopt;
  return found;
}

std::optional<StateIndex> StateSpace::find(const model::StateRef& reference) const {
  switch (reference.kind) {
  case model::StateRef::Kind::listed: return StateIndex(reference.value);
  case model::StateRef::Kind::named: return find(conflict_->named[reference.value].state);
  case model::StateRef::Kind::number:
    if (reference.value >= 1 && reference.value <= size())
      return StateIndex(reference.value - 1);
  }
  return std::nullopt;
}

std::uint64_t StateSpace::own(model::PartyId party) const {
  const auto& p = conflict_->party(party);
  return ((std::uint64_t{1} << p.optionCount) - 1) << p.firstOption;
}

} // namespace stasis::stability
