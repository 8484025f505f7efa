#include "oracle/variants.h"

#include "oracle/definitions.h"

#include <algorithm>

namespace stasis::oracle {

using model::Conflict;
using model::Direction;
using model::Prioritised;
using model::Ranking;
using model::StateRef;
using model::Weights;

namespace {

void nameState(StateRef& ref, Conflict& conflict, const Game& game) {
  if (ref.kind != StateRef::Kind::number)
    return;
  conflict.named.push_back({"was" + std::to_string(ref.value), "", game.feasible()[ref.value - 1], {}});
  ref.kind = StateRef::Kind::named;
  ref.value = conflict.named.size() - 1;
}

void nameStates(Conflict& conflict) {
  if (!conflict.listed.empty())
    return; // the list numbers them
  const Conflict before = conflict;
  const Game game(before);
  for (auto& party : conflict.parties) {
    if (auto* ranking = std::get_if<Ranking>(&party.preference))
      for (auto& tie : ranking->classes)
        for (StateRef& ref : tie)
          nameState(ref, conflict, game);
    if (party.moves)
      for (auto& move : *party.moves) {
        nameState(move.from, conflict, game);
        nameState(move.to, conflict, game);
      }
  }
}

/// Distinguishes the variants of one marked conflict.
std::vector<std::size_t> signature(const Conflict& conflict) {
  constexpr std::size_t next = SIZE_MAX;
  std::vector<std::size_t> marks;
  for (const auto& party : conflict.parties) {
    marks.push_back(next);
    if (const auto* said = std::get_if<Prioritised>(&party.preference))
      for (const auto& tier : said->tiers) {
        for (const auto& statement : tier)
          marks.push_back(statement.range.begin);
        marks.push_back(next);
      }
    if (const auto* ranking = std::get_if<Ranking>(&party.preference))
      for (const auto& tie : ranking->classes)
        marks.push_back(tie.front().range.begin);
    if (const auto* weights = std::get_if<Weights>(&party.preference))
      for (const auto& weight : weights->weights)
        marks.push_back(weight.range.begin);
  }
  for (const auto& option : conflict.options)
    marks.push_back(static_cast<std::size_t>(option.direction));
  for (const auto& constraint : conflict.constraints)
    marks.push_back(constraint.range.begin);
  return marks;
}

void leaveOutEach(const Conflict& conflict, std::vector<Conflict>& out) {
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    if (const auto* said = std::get_if<Prioritised>(&conflict.parties[i].preference))
      for (std::size_t t = 0; t < said->tiers.size(); ++t)
        for (std::size_t k = 0; k < said->tiers[t].size(); ++k) {
          Conflict one = conflict;
          auto& tiers = std::get<Prioritised>(one.parties[i].preference).tiers;
          tiers[t].erase(tiers[t].begin() + static_cast<std::ptrdiff_t>(k));
          if (tiers[t].empty())
            tiers.erase(tiers.begin() + static_cast<std::ptrdiff_t>(t));
          out.push_back(one);
        }
    if (const auto* weighed = std::get_if<Weights>(&conflict.parties[i].preference))
      for (std::size_t k = 0; k < weighed->weights.size(); ++k) {
        Conflict one = conflict;
        auto& weights = std::get<Weights>(one.parties[i].preference).weights;
        weights.erase(weights.begin() + static_cast<std::ptrdiff_t>(k));
        out.push_back(one);
      }
  }
}

void exchangeEach(const Conflict& conflict, std::vector<Conflict>& out) {
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    if (const auto* said = std::get_if<Prioritised>(&conflict.parties[i].preference))
      for (std::size_t t = 0; t + 1 < said->tiers.size(); ++t) {
        Conflict one = conflict;
        auto& tiers = std::get<Prioritised>(one.parties[i].preference).tiers;
        std::swap(tiers[t], tiers[t + 1]);
        out.push_back(one);
      }
    if (const auto* ranking = std::get_if<Ranking>(&conflict.parties[i].preference))
      for (std::size_t t = 0; t + 1 < ranking->classes.size(); ++t) {
        Conflict one = conflict;
        auto& classes = std::get<Ranking>(one.parties[i].preference).classes;
        std::swap(classes[t], classes[t + 1]);
        out.push_back(one);
      }
  }
}

/// Directed options made free, or free ones irrevocable.
void turnEach(const Conflict& conflict, bool directed, std::vector<Conflict>& out) {
  for (std::size_t o = 0; o < conflict.options.size(); ++o) {
    const bool isDirected = conflict.options[o].direction != Direction::both;
    if (isDirected != directed || conflict.parties[conflict.options[o].owner.index()].moves)
      continue;
    Conflict one = conflict;
    one.options[o].direction = directed ? Direction::both : Direction::irrevocable;
    out.push_back(one);
  }
}

void allowEach(const Conflict& conflict, std::vector<Conflict>& out) {
  if (!conflict.listed.empty())
    return;
  for (std::size_t k = 0; k < conflict.constraints.size(); ++k) {
    Conflict one = conflict;
    one.constraints.erase(one.constraints.begin() + static_cast<std::ptrdiff_t>(k));
    out.push_back(one);
  }
}

} // namespace

Conflict marked(Conflict conflict) {
  std::size_t mark = 0;
  const auto next = [&] {
    ++mark;
    return model::Range{mark * 10, mark * 10 + 1};
  };
  nameStates(conflict);
  for (auto& party : conflict.parties) {
    if (auto* said = std::get_if<Prioritised>(&party.preference))
      for (auto& tier : said->tiers)
        for (auto& statement : tier)
          statement.range = next();
    if (auto* ranking = std::get_if<Ranking>(&party.preference))
      for (auto& tie : ranking->classes)
        for (auto& ref : tie)
          ref.range = next();
    if (auto* weights = std::get_if<Weights>(&party.preference))
      for (auto& weight : weights->weights)
        weight.range = next();
  }
  for (auto& constraint : conflict.constraints)
    constraint.range = next();
  return conflict;
}

std::vector<Conflict> oneChange(const Conflict& conflict) {
  std::vector<Conflict> out;
  leaveOutEach(conflict, out);
  exchangeEach(conflict, out);
  turnEach(conflict, true, out);
  turnEach(conflict, false, out);
  allowEach(conflict, out);
  return out;
}

std::vector<Conflict> twoChanges(const Conflict& conflict) {
  std::vector<std::vector<std::size_t>> seen{signature(conflict)};
  const std::vector<Conflict> singles = oneChange(conflict);
  for (const Conflict& one : singles)
    seen.push_back(signature(one));
  std::vector<Conflict> out;
  for (const Conflict& one : singles)
    for (const Conflict& two : oneChange(one)) {
      auto marks = signature(two);
      if (std::ranges::find(seen, marks) != seen.end())
        continue;
      seen.push_back(std::move(marks));
      out.push_back(two);
    }
  return out;
}

} // namespace stasis::oracle
