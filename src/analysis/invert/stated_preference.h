#pragma once

// How a party would like some states under a rearranged preference, for all the states together. It reads
// once what each statement says of each state. Tested against an engine on the changed conflict.
//
// Cost: for each statement one pass over the states, 64 at a time when only one state is compared with the
// others.

#include "analysis/invert/preference_change.h"
#include "analysis/invert/stability_condition.h"

namespace stasis::analysis {

class StatedPreference {
public:
  /// The rules must outlive it.
  StatedPreference(const Rules& rules, model::PartyId party, const std::vector<model::Pattern>& states);

  /// The states liked no better than the one at place `s`.
  PlaceSet noBetter(const Arrangement& arrangement, std::size_t s) const;
  /// For every state; larger is better. Numbers of two arrangements are not comparable.
  std::vector<std::uint64_t> worths(const Arrangement& arrangement) const;
  /// For one state, comparable as if all were computed; only where `oneByOne`.
  std::uint64_t worth(const Arrangement& arrangement, std::size_t place) const;
  bool oneByOne() const;
  /// The class of a state in a written ranking, from 0 for the best.
  std::size_t writtenClass(std::size_t place) const { return classes_[place]; }

private:
  using Tier = std::vector<Arrangement::Item>;
  bool isHeld(Arrangement::Item item, std::size_t place) const {
    return ((held_[item.written][place / 64] >> place % 64 & 1U) != 0) != item.negated;
  }
  std::size_t heldIn(const Tier& tier, std::size_t place) const;
  PlaceSet compared(const Arrangement& arrangement, std::size_t s) const;
  std::uint64_t weighed(const Arrangement& arrangement, std::size_t place) const;
  std::vector<std::uint64_t> byTiers(const Arrangement& arrangement) const;

  const model::Preference& preference_;
  std::size_t size_;
  std::vector<std::vector<std::uint64_t>>
      held_;                         ///< by statement, or by weight: the states that take the option
  std::vector<std::size_t> classes_; ///< by place, of a ranking
};

} // namespace stasis::analysis
