#include "oracle/elicitation.h"

#include <algorithm>

namespace stasis::oracle {

namespace {

int sign(const Classes& ranking, Place a, Place b) {
  return ranking[a] < ranking[b] ? 1 : ranking[a] > ranking[b] ? -1 : 0;
}

} // namespace

std::vector<Classes> allRankings(std::size_t states) {
  std::vector<Classes> all;
  Classes classes(states, 0);
  for (;;) {
    // A ranking once: every class up to the largest is used.
    bool gapless = true;
    for (std::size_t k = 0; k < *std::ranges::max_element(classes); ++k)
      gapless = gapless && std::ranges::count(classes, k) > 0;
    if (gapless)
      all.push_back(classes);
    std::size_t digit = 0;
    while (digit < states && ++classes[digit] == states)
      classes[digit++] = 0;
    if (digit == states)
      return all;
  }
}

Classes classesByStatements(const Game& game, const std::vector<model::Expression>& statements) {
  const auto before = [&](Place a, Place b) {
    for (const auto& statement : statements)
      if (game.holds(statement, a) != game.holds(statement, b))
        return game.holds(statement, a);
    return false;
  };
  Classes classes(game.size(), 0);
  for (Place s = 0; s < game.size(); ++s)
    for (Place t = 0; t < game.size(); ++t)
      classes[s] += before(t, s) ? 1 : 0;
  return classes;
}

model::Conflict withClasses(const model::Conflict& conflict, std::size_t party, const Classes& classes) {
  model::Conflict changed = conflict;
  model::Ranking ranking;
  for (std::size_t k = 0; k < classes.size(); ++k) {
    std::vector<model::StateRef> tied;
    for (Place s = 0; s < classes.size(); ++s)
      if (classes[s] == k)
        tied.push_back({model::StateRef::Kind::number, s + 1, {}});
    if (!tied.empty())
      ranking.classes.push_back(tied);
  }
  changed.parties[party].preference = ranking;
  changed.parties[party].unsure.clear();
  return changed;
}

AllRankings::AllRankings(const model::Conflict& conflict, std::size_t party,
                         const std::vector<model::Concept>& concepts)
    : states_(Game(conflict).size()), rankings_(allRankings(states_)) {
  for (const Classes& ranking : rankings_) {
    const model::Conflict ranked = withClasses(conflict, party, ranking);
    const Game game(ranked);
    equilibria_.emplace_back();
    for (const auto id : concepts)
      equilibria_.back().push_back(game.equilibria(id));
  }
}

std::vector<std::size_t> AllRankings::fitting(const std::vector<KnownPair>& known) const {
  std::vector<std::size_t> all;
  for (std::size_t r = 0; r < rankings_.size(); ++r) {
    bool fits = true;
    for (const KnownPair& k : known)
      fits = fits && sign(rankings_[r], k.one, k.other) == (k.same ? 0 : 1);
    if (fits)
      all.push_back(r);
  }
  return all;
}

bool AllRankings::sameInAll(const std::vector<std::size_t>& fitting, Place a, Place b) const {
  for (const std::size_t r : fitting)
    if (sign(rankings_[r], a, b) != 0)
      return false;
  return true;
}

bool AllRankings::compared(const std::vector<KnownPair>& known, Place a, Place b) const {
  const auto all = fitting(known);
  for (const std::size_t r : all)
    if (sign(rankings_[r], a, b) != sign(rankings_[all.front()], a, b))
      return false;
  return true;
}

bool AllRankings::settled(const std::vector<KnownPair>& known) const {
  const auto all = fitting(known);
  for (const std::size_t r : all)
    if (equilibria_[r] != equilibria_[all.front()])
      return false;
  return true;
}

bool AllRankings::decisive(const std::vector<KnownPair>& known, Place a, Place b) const {
  const auto all = fitting(known);
  std::vector<bool> likeA, likeB;
  for (Place s = 0; s < states_; ++s) {
    likeA.push_back(sameInAll(all, s, a));
    likeB.push_back(sameInAll(all, s, b));
  }
  for (const std::size_t r : all)
    for (const std::size_t t : all) {
      if (equilibria_[r] == equilibria_[t] || sign(rankings_[r], a, b) == sign(rankings_[t], a, b))
        continue;
      bool elseAlike = true;
      for (Place x = 0; x < states_; ++x)
        for (Place y = 0; y < states_; ++y)
          if (!(likeA[x] && likeB[y]) && !(likeB[x] && likeA[y]))
            elseAlike = elseAlike && sign(rankings_[r], x, y) == sign(rankings_[t], x, y);
      if (elseAlike)
        return true;
    }
  return false;
}

} // namespace stasis::oracle
