#pragma once

// States in classes that a party compares alike, for relations that no single rank expresses: what is known
// of a preference (Li, Hipel, Kilgour & Fang 2004), and what suits a party by its attitudes (Inohara, Hipel &
// Walker 2007). A class is, for
//
//   unknown    under `prefer`: the states in which the same of its lines hold; under `rank`: a class written,
//              with each state of an `unsure` pair apart; otherwise: the states of one rank
//   attitudes  states that are equal to everybody the party is not neutral towards. If a sequence of the
//              others may lead back to s (listed moves, merged states), every state is a class of its own,
//              because s itself is never liked from s. By options it cannot: a move of i is never
//              undone by the others.
//
// Comparing two classes takes O(statements / 64) or O(parties); rows of attitudes are made rank by rank.
// Tested against the oracle in tests/stability.

#include "stability/explicit/preference_ranks.h"

#include <memory>

namespace stasis::stability {

class AlikeStates {
public:
  virtual ~AlikeStates() = default;

  std::uint32_t classes() const { return classes_; }
  std::uint32_t classOf(std::size_t state) const { return classOf_[state]; }
  const std::vector<std::uint32_t>& classOf() const { return classOf_; }

  /// Whether states of class t stand in this relation to those of class s.
  virtual bool holds(model::Relation relation, std::uint32_t t, std::uint32_t s) const = 0;

  /// Bit k of row t: whether class t stands in this relation to class first + k, for `count` classes from
  /// `first` on. A row is `width` words; all are 0 to begin with.
  virtual void fillRows(model::Relation relation, std::uint32_t first, std::uint32_t count,
                        std::span<std::uint64_t> rows, std::size_t width, const Errand& errand) const;

  /// Adds to `kept` those of some states that stand in this relation to s, which is left out.
  virtual void keep(model::Relation relation, std::span<const std::uint32_t> states, std::uint32_t s,
                    std::vector<std::uint32_t>& kept) const;

protected:
  std::vector<std::uint32_t> classOf_;
  std::uint32_t classes_ = 0;
};

std::unique_ptr<AlikeStates> alikeInDoubt(const StateSpace& space, model::PartyId party, const Ranks& ranks,
                                          const Errand& errand);
std::unique_ptr<AlikeStates> alikeByAttitudes(const StateSpace& space, model::PartyId party,
                                              const std::vector<Ranks>& ranks);

} // namespace stasis::stability
