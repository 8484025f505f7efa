#include "support/random_views.h"

#include "support/random_conflict.h"

#include <algorithm>

namespace stasis::support {

using model::Conflict;
using model::PartyId;
using model::StateRef;
using model::View;

namespace {

class Viewer {
public:
  Viewer(const Conflict& conflict, std::size_t states, Dice& dice)
      : conflict_(conflict), states_(states), dice_(dice) {}

  View view(PartyId of, std::optional<PartyId> by) {
    View view;
    view.of = of;
    view.by = by;
    for (std::size_t i = 0; i < conflict_.parties.size(); ++i) {
      if (dice_.chance(1, 3))
        view.wishes.push_back({PartyId(i), wish(PartyId(i))});
      if (dice_.chance(1, 8))
        view.regards.push_back({PartyId(i), {{anyone(), model::Attitude::against, {}}}});
    }
    if (dice_.chance(1, 6))
      view.constraints.push_back({randomExpression(conflict_, dice_, 2), {}, {}});
    for (std::size_t o = 0; o < conflict_.options.size(); ++o)
      if (conflict_.options[o].owner != of && dice_.chance(1, 12))
        view.unaware.push_back({model::OptionId(o), {}, {}});
    if (dice_.chance(1, 3))
      view.blind.push_back({StateRef{StateRef::Kind::number, 1 + dice_.roll(states_), {}}, {}, {}});
    if (dice_.chance(1, 8))
      view.blind.push_back({randomExpression(conflict_, dice_, 1), {}, {}});
    return view;
  }

private:
  PartyId anyone() { return PartyId(dice_.roll(conflict_.parties.size())); }

  /// What another party wants, the same turned round, or a new ranking of all states.
  model::Preference wish(PartyId id) {
    if (dice_.chance(1, 3))
      return ranking();
    model::Preference wish = conflict_.party(anyone()).preference;
    if (auto* said = std::get_if<model::Prioritised>(&wish))
      std::ranges::reverse(said->tiers);
    if (auto* ranked = std::get_if<model::Ranking>(&wish))
      ranked->strongAfter.clear();
    return std::holds_alternative<std::monostate>(wish) ? conflict_.party(id).preference : wish;
  }

  model::Ranking ranking() {
    std::vector<std::size_t> order(states_);
    for (std::size_t k = 0; k < order.size(); ++k)
      order[k] = k + 1;
    for (std::size_t k = order.size(); k > 1; --k)
      std::swap(order[k - 1], order[dice_.roll(k)]);
    model::Ranking ranking;
    for (const std::size_t number : order) {
      if (ranking.classes.empty() || !dice_.chance(1, 4))
        ranking.classes.emplace_back();
      ranking.classes.back().push_back({StateRef::Kind::number, number, {}});
    }
    return ranking;
  }

  const Conflict& conflict_;
  std::size_t states_;
  Dice& dice_;
};

} // namespace

model::Views randomViews(const Conflict& conflict, std::size_t states, Dice& dice) {
  Viewer viewer(conflict, states, dice);
  model::Views views;
  const std::size_t parties = conflict.parties.size();
  for (std::size_t i = 0; i < parties; ++i) {
    if (dice.chance(2, 3))
      views.push_back(viewer.view(PartyId(i), std::nullopt));
    for (std::size_t j = 0; j < parties; ++j)
      if (i != j && dice.chance(1, 6))
        views.push_back(viewer.view(PartyId(j), PartyId(i)));
  }
  return views;
}

} // namespace stasis::support
