#include "oracle/views.h"

#include <algorithm>

namespace stasis::oracle {

using model::View;

Picture::Picture(const model::Conflict& conflict, const std::vector<const View*>& views) : wishes_(conflict) {
  const Game all(conflict);
  for (const View* view : views)
    hide(all, *view);
  for (const View* view : views) {
    for (const auto& wish : view->wishes) {
      auto& party = wishes_.parties[wish.party.index()];
      party.preference = wish.preference;
      party.unsure.clear();
    }
    for (const auto& regard : view->regards)
      wishes_.parties[regard.party.index()].attitudes = regard.attitudes;
  }
  for (auto& party : wishes_.parties)
    complete(party.preference, all);
  game_ = std::make_unique<Game>(wishes_);
  game_->hide(hidden_);
}

void Picture::hide(const Game& all, const View& view) {
  for (Place s = 0; s < all.size(); ++s) {
    bool gone = false;
    for (const auto& constraint : view.constraints)
      gone = gone || !all.holds(constraint.holds, s);
    for (const auto& unaware : view.unaware)
      gone = gone || all.holds(model::Expression::option(unaware.option), s);
    for (const auto& blind : view.blind)
      if (const auto* state = std::get_if<model::StateRef>(&blind.what))
        gone = gone || all.place(*state) == s;
      else
        gone = gone || all.holds(std::get<model::Expression>(blind.what), s);
    if (gone)
      hidden_.insert(s);
  }
}

/// A ranking may leave out what nobody sees; such states come last, where they are compared with nothing.
void Picture::complete(model::Preference& preference, const Game& all) const {
  auto* ranking = std::get_if<model::Ranking>(&preference);
  if (ranking == nullptr)
    return;
  std::set<Place> ranked;
  for (const auto& tie : ranking->classes)
    for (const auto& reference : tie)
      ranked.insert(all.place(reference));
  for (Place s = 0; s < all.size(); ++s)
    if (!ranked.contains(s))
      ranking->classes.push_back({{model::StateRef::Kind::number, s + 1, {}}});
}

Hypergame::Hypergame(const model::Conflict& conflict, const model::Views& views)
    : parties_(conflict.parties.size()) {
  const auto find = [&](std::size_t of, std::optional<std::size_t> by) -> const View* {
    for (const View& view : views)
      if (view.of.index() == of && view.by.has_value() == by.has_value() && (!by || view.by->index() == *by))
        return &view;
    return nullptr;
  };
  thought_.resize(parties_);
  for (std::size_t i = 0; i < parties_; ++i) {
    std::vector<const View*> own;
    if (const View* view = find(i, std::nullopt))
      own.push_back(view);
    own_.push_back(std::make_unique<Picture>(conflict, own));
    for (std::size_t j = 0; j < parties_; ++j) {
      std::vector<const View*> both = own;
      if (const View* view = i == j ? nullptr : find(j, i))
        both.push_back(view);
      thought_[i].push_back(std::make_unique<Picture>(conflict, both));
    }
  }
}

const Picture& Hypergame::picture(std::size_t of, std::optional<std::size_t> by) const {
  return by ? *thought_[*by][of] : *own_[of];
}

bool Hypergame::isStable(model::Concept concept_, std::size_t of, Place s) const {
  return own_[of]->sees(s) && own_[of]->game().isStable(concept_, of, s);
}

Places Hypergame::equilibria(model::Concept concept_) const {
  Places held;
  for (Place s = 0; s < own_.front()->game().size(); ++s) {
    bool forAll = true;
    for (std::size_t i = 0; i < parties_; ++i)
      forAll = forAll && isStable(concept_, i, s);
    if (forAll)
      held.push_back(s);
  }
  return held;
}

Places Hypergame::expected(model::Concept concept_, std::size_t i) const {
  Places held;
  for (Place s = 0; s < own_.front()->game().size(); ++s) {
    bool forAll = true;
    for (std::size_t j = 0; j < parties_; ++j)
      forAll = forAll && thought_[i][j]->sees(s) && thought_[i][j]->game().isStable(concept_, j, s);
    if (forAll)
      held.push_back(s);
  }
  return held;
}

} // namespace stasis::oracle
