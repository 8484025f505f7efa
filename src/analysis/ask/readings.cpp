#include "analysis/ask/readings.h"

#include <algorithm>
#include <memory>

namespace stasis::analysis {

using model::PartyId;
using stability::Count;

namespace {

constexpr std::uint64_t certain = 1'000'000'000;

std::uint64_t billionthsOfYes(const Point& point) {
  return static_cast<std::uint64_t>(point.odds.value_or(certain / 2));
}

/// By how many neighbours in a row are open: the ways to exchange some of them, no line twice (Fibonacci
/// numbers).
std::vector<Count> waysToExchange(std::size_t pairs) {
  std::vector<Count> ways{1, 2};
  while (ways.size() <= pairs)
    ways.push_back(ways[ways.size() - 1] + ways[ways.size() - 2]);
  return ways;
}

} // namespace

Readings::Readings(const model::Conflict& conflict, std::vector<Point> points)
    : conflict_(conflict), points_(std::move(points)) {
  findRanked();
  findNeighbours();
  for (std::size_t j = 0; j < points_.size(); ++j)
    if (points_[j].kind != PointKind::pair && points_[j].kind != PointKind::order)
      addSingle(j);
  for (const Ranked& one : ranked_) {
    for (std::size_t k = 0; k < one.points.size(); ++k)
      if (!one.states.pairs[k].open)
        addForced(one.points[k]);
    for (const auto& block : one.states.blocks)
      addBlock(one, block);
  }
  for (const auto& row : neighbours_)
    addNeighbours(row);
}

void Readings::findRanked() {
  for (std::size_t j = 0; j < points_.size(); ++j) {
    if (points_[j].kind != PointKind::pair)
      continue;
    const PartyId party = points_[j].parties.front();
    if (ranked_.empty() || ranked_.back().party != party)
      ranked_.push_back({party, rankedStates(conflict_, conflict_.party(party)), {}});
    ranked_.back().points.push_back(j);
  }
}

void Readings::findNeighbours() {
  const auto follows = [&](std::size_t j) {
    return j > 0 && points_[j - 1].kind == PointKind::order && points_[j - 1].parties == points_[j].parties &&
           points_[j - 1].at + 1 == points_[j].at;
  };
  for (std::size_t j = 0; j < points_.size(); ++j) {
    if (points_[j].kind != PointKind::order)
      continue;
    if (!follows(j))
      neighbours_.emplace_back();
    neighbours_.back().push_back(j);
  }
}

void Readings::addSingle(std::size_t point) {
  const std::uint64_t yes = billionthsOfYes(points_[point]);
  groups_.push_back(
      {{point},
       Count(2),
       [point, yes](Reading& reading, Draws& draws) { reading[point] = draws.below(certain) < yes; },
       [] { return std::vector<Reading>{{true}, {false}}; }});
}

void Readings::addForced(std::size_t point) {
  groups_.push_back({{point},
                     Count(1),
                     [point](Reading& reading, Draws&) { reading[point] = true; },
                     [] { return std::vector<Reading>{{true}}; }});
}

void Readings::addBlock(const Ranked& ranked, const RankedStates::Block& block) {
  const std::size_t size = block.last - block.first + 1;
  std::vector<std::vector<bool>> above(size, std::vector<bool>(size));
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j)
      above[i][j] = ranked.states.above[block.first + i][block.first + j];
  const auto orders = std::make_shared<LinearExtensions>(std::move(above));
  struct Doubt {
    std::size_t point, upper, lower;
  };
  std::vector<Doubt> doubts;
  Group group{{}, orders->count(), {}, {}};
  for (std::size_t k = 0; k < ranked.points.size(); ++k) {
    const auto& pair = ranked.states.pairs[k];
    if (!pair.open || pair.upper < block.first || pair.upper > block.last)
      continue;
    doubts.push_back({ranked.points[k], pair.upper - block.first, pair.lower - block.first});
    group.points.push_back(ranked.points[k]);
  }
  const auto answersOf = [doubts](const std::vector<std::size_t>& order) {
    std::vector<std::size_t> place(order.size());
    for (std::size_t k = 0; k < order.size(); ++k)
      place[order[k]] = k;
    Reading answers;
    for (const Doubt& doubt : doubts)
      answers.push_back(place[doubt.upper] < place[doubt.lower]);
    return answers;
  };
  group.draw = [orders, doubts, answersOf](Reading& reading, Draws& draws) {
    const Reading answers = answersOf(orders->draw(draws));
    for (std::size_t k = 0; k < doubts.size(); ++k)
      reading[doubts[k].point] = answers[k];
  };
  group.list = [orders, answersOf] {
    std::vector<Reading> all;
    for (const auto& order : orders->list())
      all.push_back(answersOf(order));
    return all;
  };
  groups_.push_back(std::move(group));
}

void Readings::addNeighbours(const std::vector<std::size_t>& points) {
  const auto ways = waysToExchange(points.size());
  const auto draw = [points, ways](Reading& reading, Draws& draws) {
    for (std::size_t k = 0; k < points.size(); ++k) {
      const std::size_t left = points.size() - k;
      const bool exchanged = draws.below(ways[left]) >= ways[left - 1];
      reading[points[k]] = !exchanged;
      if (exchanged && k + 1 < points.size())
        reading[points[++k]] = true;
    }
  };
  const auto list = [size = points.size()] {
    std::vector<Reading> all{{}};
    for (std::size_t k = 0; k < size; ++k) {
      std::vector<Reading> longer;
      for (const Reading& one : all)
        for (const bool yes : {true, false})
          if (yes || one.empty() || one.back()) {
            longer.push_back(one);
            longer.back().push_back(yes);
          }
      all = std::move(longer);
    }
    return all;
  };
  groups_.push_back({points, ways[points.size()], draw, list});
}

std::optional<Count> Readings::count() const {
  Count all = 1;
  for (const Group& group : groups_) {
    if (!group.choices)
      return std::nullopt;
    all *= *group.choices;
  }
  return all;
}

std::optional<Count> Readings::circles() const {
  Count others = 1;
  Count sound = 1;
  Count pairs = 1;
  for (const Group& group : groups_) {
    if (!group.choices)
      return std::nullopt;
    if (points_[group.points.front()].kind != PointKind::pair) {
      others *= *group.choices;
      continue;
    }
    sound *= *group.choices;
    pairs <<= group.points.size();
  }
  return others * (pairs - sound);
}

void Readings::forEach(const std::function<void(const Reading&)>& visit) const {
  std::vector<std::vector<Reading>> choices;
  for (const Group& group : groups_)
    choices.push_back(group.list());
  Reading reading(points_.size());
  const std::function<void(std::size_t)> choose = [&](std::size_t g) {
    if (g == groups_.size())
      return visit(reading);
    for (const Reading& choice : choices[g]) {
      for (std::size_t k = 0; k < choice.size(); ++k)
        reading[groups_[g].points[k]] = choice[k];
      choose(g + 1);
    }
  };
  choose(0);
}

Reading Readings::draw(Draws& draws) const {
  Reading reading(points_.size());
  for (const Group& group : groups_)
    group.draw(reading, draws);
  return reading;
}

Count Readings::odds(const Reading& reading) const {
  Count product = 1;
  for (std::size_t j = 0; j < points_.size(); ++j)
    if (points_[j].odds) {
      const std::uint64_t yes = billionthsOfYes(points_[j]);
      product *= static_cast<unsigned long>(reading[j] ? yes : certain - yes);
    }
  return product;
}

} // namespace stasis::analysis
