#include "stability/orbits/own_choices.h"

#include "model/mentioned_options.h"

#include <algorithm>
#include <set>

namespace stasis::stability {

using model::OptionId;
using model::PartyId;

OwnChoices::OwnChoices(const model::Conflict& conflict, PartyId id,
                       const std::vector<std::size_t>& constraints) {
  const auto& party = conflict.party(id);
  fixed_ = party.moves.has_value();
  for (std::size_t k = 0; k < party.optionCount; ++k) {
    const auto direction = conflict.options[party.firstOption + k].direction;
    kept_ |= static_cast<std::uint32_t>(direction == model::Direction::irrevocable) << k;
    barred_ |= static_cast<std::uint32_t>(direction == model::Direction::unresumable) << k;
  }
  model::State state(conflict.options.size(), model::Choice::no);
  for (std::uint32_t mask = 0; mask < std::uint32_t{1} << party.optionCount; ++mask) {
    setOwn(conflict, id, mask, state);
    if (std::ranges::all_of(constraints, [&](std::size_t k) {
          return model::holds(conflict.constraints[k].holds, conflict, state);
        }))
      masks_.push_back(mask);
  }
}

std::optional<std::size_t> OwnChoices::find(std::uint32_t mask) const {
  const auto found = std::ranges::lower_bound(masks_, mask);
  if (found == masks_.end() || *found != mask)
    return std::nullopt;
  return static_cast<std::size_t>(found - masks_.begin());
}

std::uint32_t ownMask(const model::Conflict& conflict, PartyId id, const model::Pattern& state) {
  const auto& party = conflict.party(id);
  std::uint32_t mask = 0;
  for (std::size_t k = 0; k < party.optionCount; ++k)
    mask |= static_cast<std::uint32_t>(state.taken(OptionId(party.firstOption + k))) << k;
  return mask;
}

void setOwn(const model::Conflict& conflict, PartyId id, std::uint32_t mask, model::Pattern& state) {
  const auto& party = conflict.party(id);
  for (std::size_t k = 0; k < party.optionCount; ++k)
    state.set(OptionId(party.firstOption + k), (mask >> k & 1) != 0 ? model::Choice::yes : model::Choice::no);
}

namespace {

using PartySet = std::set<PartyId>;

PartySet partiesIn(const model::Expression& condition, const model::Conflict& conflict) {
  PartySet parties;
  for (const OptionId option : model::mentionedOptions({&condition}, conflict))
    parties.insert(conflict.option(option).owner);
  return parties;
}

} // namespace

ConstraintsByParty constraintsByParty(const model::Conflict& conflict) {
  ConstraintsByParty sorted;
  sorted.alone.resize(conflict.parties.size());
  PartySet joint;
  for (std::size_t k = 0; k < conflict.constraints.size(); ++k) {
    const PartySet parties = partiesIn(conflict.constraints[k].holds, conflict);
    if (parties.size() == 1) {
      sorted.alone[parties.begin()->index()].push_back(k);
      continue;
    }
    sorted.joint.push_back(k);
    joint.insert(parties.begin(), parties.end());
  }
  sorted.inJoint.assign(joint.begin(), joint.end());
  return sorted;
}

} // namespace stasis::stability
