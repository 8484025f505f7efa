#include "stability/orbits/counted_conflict.h"

#include <algorithm>

namespace stasis::stability {

using model::PartyId;

namespace {

/// All that the singles could do together, feasible or not.
constexpr std::size_t mostTogether = std::size_t{1} << 16;

/// Beside a member who judges, there must be several to count.
constexpr std::size_t fewestMembers = 3;

bool mayBeCounted(const AlikeKind& kind) {
  return kind.members.size() >= fewestMembers && kind.choices.size() >= 2 &&
         kind.choices.size() <= CountedConflict::mostChoices && kind.choices.free() && !kind.joint;
}

} // namespace

std::optional<CountedConflict> CountedConflict::of(const AlikeConflict& alike, const Errand& errand) {
  std::optional<std::size_t> largest;
  for (std::size_t k = 0; k < alike.kinds.size(); ++k)
    if (mayBeCounted(alike.kinds[k]) &&
        (!largest || alike.kinds[k].members.size() > alike.kinds[*largest].members.size()))
      largest = k;
  if (!largest || !alike.conflict.listed.empty())
    return std::nullopt;
  CountedConflict counted(alike, *largest);
  return counted.list(errand) ? std::optional(std::move(counted)) : std::nullopt;
}

/// False if there are too many.
bool CountedConflict::list(const Errand& errand) {
  std::size_t places = 1;
  for (std::size_t p = 0; p < conflict().parties.size(); ++p)
    if (!isMember(PartyId(p))) {
      singles_.emplace_back(p);
      const std::size_t choices = choicesOf(singles_.size() - 1).size();
      if (choices == 0 || places > mostTogether / choices)
        return false;
      places *= choices;
    }
  numberAt_.resize(places);
  model::State state(conflict().options.size(), model::Choice::no);
  Together choices(singles_.size());
  for (std::size_t place = 0; place < places; ++place) {
    if (place % 1024 == 0)
      errand.check();
    std::size_t rest = place;
    for (std::size_t k = singles_.size(); k-- > 0;) {
      choices[k] = static_cast<std::uint16_t>(rest % choicesOf(k).size());
      rest /= choicesOf(k).size();
      setOwn(conflict(), singles_[k], choicesOf(k).mask(choices[k]), state);
    }
    if (!std::ranges::all_of(alike_->jointConstraints, [&](std::size_t c) {
          return model::holds(conflict().constraints[c].holds, conflict(), state);
        }))
      continue;
    together_.push_back(choices);
    numberAt_[place] = static_cast<std::uint32_t>(together_.size());
  }
  return true;
}

std::size_t CountedConflict::singleOf(PartyId party) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(singles_, party) - singles_.begin());
}

std::size_t CountedConflict::placeOf(const Together& choices) const {
  std::size_t place = 0;
  for (std::size_t k = 0; k < singles_.size(); ++k)
    place = place * choicesOf(k).size() + choices[k];
  return place;
}

std::optional<std::size_t> CountedConflict::find(const Together& choices) const {
  const std::uint32_t number = numberAt_[placeOf(choices)];
  return number == 0 ? std::nullopt : std::optional(std::size_t{number} - 1);
}

std::optional<std::size_t> CountedConflict::with(std::size_t together, std::size_t single,
                                                 std::size_t choice) const {
  Together changed = together_[together];
  changed[single] = static_cast<std::uint16_t>(choice);
  return find(changed);
}

} // namespace stasis::stability
