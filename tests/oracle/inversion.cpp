#include "oracle/inversion.h"

#include <algorithm>
#include <numeric>

namespace stasis::oracle {

using model::Conflict;

Conflict withRanking(const Conflict& conflict, std::size_t i, const Places& bestFirst) {
  Conflict changed = conflict;
  model::Ranking ranking;
  for (const Place s : bestFirst)
    ranking.classes.push_back({{model::StateRef::Kind::number, s + 1, {}}});
  changed.parties[i].preference = ranking;
  return changed;
}

std::size_t countRankings(const Conflict& conflict, model::Concept id, std::size_t i, Place s) {
  Places order(Game(conflict).size());
  std::iota(order.begin(), order.end(), Place{0});
  std::size_t count = 0;
  do {
    const Conflict ranked = withRanking(conflict, i, order);
    count += Game(ranked).isStable(id, i, s) ? 1 : 0;
  } while (std::next_permutation(order.begin(), order.end()));
  return count;
}

AllWishes written(const Conflict& conflict) {
  AllWishes all;
  for (const auto& party : conflict.parties) {
    Wishes wishes;
    std::size_t next = 0;
    if (const auto* prioritised = std::get_if<model::Prioritised>(&party.preference)) {
      for (const auto& tier : prioritised->tiers) {
        wishes.emplace_back();
        for (std::size_t k = 0; k < tier.size(); ++k)
          wishes.back().insert({next++, false});
      }
    } else if (const auto* ranking = std::get_if<model::Ranking>(&party.preference)) {
      for (std::size_t k = 0; k < ranking->classes.size(); ++k)
        wishes.push_back({{k, false}});
    } else if (const auto* weights = std::get_if<model::Weights>(&party.preference)) {
      for (std::size_t k = 0; k < weights->weights.size(); ++k)
        wishes.push_back({{k, false}});
    }
    all.push_back(wishes);
  }
  return all;
}

namespace {

model::Preference preferenceOf(const model::Preference& preference, const Wishes& wishes) {
  if (const auto* prioritised = std::get_if<model::Prioritised>(&preference)) {
    std::vector<model::Statement> statements;
    for (const auto& tier : prioritised->tiers)
      for (const auto& statement : tier)
        statements.push_back(statement);
    model::Prioritised changed;
    for (const auto& tier : wishes) {
      changed.tiers.emplace_back();
      for (const auto& [k, negated] : tier) {
        model::Statement statement = statements[k];
        if (negated)
          statement.wanted = model::Expression::negation(statement.wanted);
        changed.tiers.back().push_back(statement);
      }
    }
    return changed;
  }
  if (const auto* ranking = std::get_if<model::Ranking>(&preference)) {
    model::Ranking changed;
    for (const auto& tier : wishes)
      changed.classes.push_back(ranking->classes[tier.begin()->first]);
    return changed;
  }
  if (const auto* weights = std::get_if<model::Weights>(&preference)) {
    model::Weights changed{{}, weights->decimals, {}};
    for (const auto& tier : wishes)
      for (const auto& [k, negated] : tier) {
        changed.weights.push_back(weights->weights[k]);
        changed.weights.back().units *= negated ? -1 : 1;
      }
    return changed;
  }
  return preference;
}

Wishes without(Wishes wishes, std::size_t tier, const Item& item) {
  wishes[tier].erase(item);
  if (wishes[tier].empty())
    wishes.erase(wishes.begin() + static_cast<std::ptrdiff_t>(tier));
  return wishes;
}

} // namespace

Conflict withWishes(const Conflict& conflict, const AllWishes& wishes) {
  Conflict changed = conflict;
  for (std::size_t i = 0; i < wishes.size(); ++i)
    changed.parties[i].preference = preferenceOf(conflict.parties[i].preference, wishes[i]);
  return changed;
}

std::set<Wishes> changedOnce(const model::Preference& preference, const Wishes& wishes) {
  std::set<Wishes> changed;
  if (std::holds_alternative<model::Ranking>(preference)) {
    for (std::size_t k = 0; k + 1 < wishes.size(); ++k) {
      Wishes exchanged = wishes;
      std::swap(exchanged[k], exchanged[k + 1]);
      changed.insert(exchanged);
    }
    return changed;
  }
  for (std::size_t t = 0; t < wishes.size(); ++t)
    for (const Item& item : wishes[t]) {
      const Wishes rest = without(wishes, t, item);
      changed.insert(rest);
      Wishes negated = wishes;
      negated[t].erase(item);
      negated[t].insert({item.first, !item.second});
      changed.insert(negated);
      if (std::holds_alternative<model::Prioritised>(preference))
        for (std::size_t place = 0; place <= rest.size(); ++place) {
          Wishes moved = rest;
          moved.insert(moved.begin() + static_cast<std::ptrdiff_t>(place), {item});
          changed.insert(moved);
        }
    }
  return changed;
}

std::optional<LeastChanges> leastChanges(const Conflict& conflict, model::Concept id,
                                         std::optional<std::size_t> i, Place s, std::size_t depth) {
  const auto holds = [&](const AllWishes& wishes) {
    const Conflict changed = withWishes(conflict, wishes);
    const Game game(changed);
    bool stable = true;
    for (std::size_t j = 0; j < game.parties(); ++j)
      stable = stable && ((i && *i != j) || game.isStable(id, j, s));
    return stable;
  };
  std::set<AllWishes> seen{written(conflict)};
  std::set<AllWishes> level = seen;
  for (std::size_t distance = 0; distance <= depth; ++distance) {
    LeastChanges least{distance, {}};
    for (const AllWishes& wishes : level)
      if (holds(wishes))
        least.all.insert(wishes);
    if (!least.all.empty())
      return least;
    std::set<AllWishes> next;
    for (const AllWishes& wishes : level)
      for (std::size_t j = 0; j < wishes.size(); ++j)
        if (!i || *i == j)
          for (const Wishes& one : changedOnce(conflict.parties[j].preference, wishes[j])) {
            AllWishes to = wishes;
            to[j] = one;
            if (seen.insert(to).second)
              next.insert(to);
          }
    level = std::move(next);
  }
  return std::nullopt;
}

} // namespace stasis::oracle
