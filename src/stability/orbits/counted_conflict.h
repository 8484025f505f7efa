#pragma once

// A conflict in which one block of members is only counted. The members are of one kind, change freely among
// their choices, and no constraint ties them to anybody. Everybody else (a *single*) is looked at one by one:
// all that they can do together is listed.
//
// O(choices of all singles together). Tested in tests/stability/orbits/counts_test.cpp.

#include "stability/errand.h"
#include "stability/orbits/alike_conflict.h"
#include "stability/orbits/capped_sums.h"

namespace stasis::stability {

class CountedConflict {
public:
  /// The most choices of a member.
  static constexpr std::size_t mostChoices = 8;

  /// The largest kind is counted. None if no kind may be, or if the singles have too many states.
  static std::optional<CountedConflict> of(const AlikeConflict& alike, const Errand& errand);

  const AlikeConflict& alike() const { return *alike_; }
  const model::Conflict& conflict() const { return alike_->conflict; }
  const Parties& members() const { return alike_->kinds[kind_].members; }
  const OwnChoices& choices() const { return alike_->kinds[kind_].choices; }
  ChoiceSet allChoices() const { return (ChoiceSet{1} << choices().size()) - 1; }
  bool isMember(model::PartyId party) const { return alike_->kindOf[party.index()] == kind_; }

  const Parties& singles() const { return singles_; }
  const OwnChoices& choicesOf(std::size_t single) const { return alike_->kind(singles_[single]).choices; }
  std::size_t singleOf(model::PartyId party) const;

  /// What the singles do in a feasible state: a choice each. Numbered from 0.
  using Together = std::vector<std::uint16_t>;
  const std::vector<Together>& together() const { return together_; }
  std::optional<std::size_t> find(const Together& choices) const;
  /// The same with another choice of one single.
  std::optional<std::size_t> with(std::size_t together, std::size_t single, std::size_t choice) const;

private:
  explicit CountedConflict(const AlikeConflict& alike, std::size_t kind) : alike_(&alike), kind_(kind) {}
  bool list(const Errand& errand);
  std::size_t placeOf(const Together& choices) const;

  const AlikeConflict* alike_;
  std::size_t kind_;
  Parties singles_;
  std::vector<Together> together_;
  std::vector<std::uint32_t> numberAt_; ///< by place in mixed radix: 1 + number; 0: not feasible
};

} // namespace stasis::stability
