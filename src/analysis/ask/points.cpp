#include "analysis/ask/points.h"

#include "analysis/robust/ranked_states.h"

#include <algorithm>
#include <numeric>

namespace stasis::analysis {

using model::Conflict;
using model::Mark;
using model::OptionId;
using model::PartyId;
using model::Prioritised;
using model::Ranking;
using model::Weights;

namespace {

std::optional<std::int64_t> inBillionths(const std::optional<model::Odds>& odds) {
  return odds ? std::optional(odds->billionths) : std::nullopt;
}

class Finding {
public:
  Finding(const Conflict& conflict, const PointsAsked& asked) : c_(conflict), asked_(asked) {}

  std::vector<Point> points() {
    eachList([&](const auto& parties, const Prioritised& said) { lines(parties, said); });
    for (std::size_t i = 0; i < c_.parties.size(); ++i)
      for (std::size_t k = 0; k < c_.parties[i].unsure.size(); ++k)
        add({PointKind::pair, {PartyId(i)}, k, 0, {}, {}, {}});
    for (std::size_t o = 0; o < c_.options.size(); ++o)
      if (c_.options[o].doubt)
        direction(OptionId(o));
    if (asked_.orders)
      eachList([&](const auto& parties, const Prioritised& said) { orders(parties, said); });
    if (asked_.assumptions)
      assumptions();
    return std::move(points_);
  }

private:
  void add(Point point) { points_.push_back(std::move(point)); }

  /// The parties that share this party's list, if it is the first of them; else none.
  std::vector<PartyId> sharing(std::size_t party) const {
    const auto* said = std::get_if<Prioritised>(&c_.parties[party].preference);
    if (said == nullptr)
      return {PartyId(party)};
    std::vector<PartyId> all;
    for (std::size_t i = 0; i < c_.parties.size(); ++i) {
      const auto* other = std::get_if<Prioritised>(&c_.parties[i].preference);
      const bool shares = other != nullptr && !said->range.empty() && other->range == said->range &&
                          c_.parties[i].family && c_.parties[i].family == c_.parties[party].family;
      if (i == party || shares)
        all.emplace_back(i);
    }
    return all.front() == PartyId(party) ? all : std::vector<PartyId>();
  }

  template <class Visit> void eachList(Visit visit) const {
    for (std::size_t i = 0; i < c_.parties.size(); ++i)
      if (const auto* said = std::get_if<Prioritised>(&c_.parties[i].preference))
        if (const auto parties = sharing(i); !parties.empty())
          visit(parties, *said);
  }

  void lines(const std::vector<PartyId>& parties, const Prioritised& said) {
    for (std::size_t t = 0; t < said.tiers.size(); ++t)
      if (markOf(said.tiers[t]) == Mark::perhaps)
        add({PointKind::line, parties, t, 0, {}, {}, inBillionths(oddsOf(said.tiers[t]))});
  }

  void direction(OptionId first) {
    const auto& one = c_.option(first);
    Point point{PointKind::direction, {}, 0, 0, {}, one.doubt->direction, inBillionths(one.doubt->odds)};
    for (std::size_t o = 0; o < c_.options.size(); ++o) {
      const auto& other = c_.options[o];
      const auto family = c_.party(one.owner).family;
      const bool shares =
          family && !one.range.empty() && other.range == one.range && c_.party(other.owner).family == family;
      if (OptionId(o) != first && !shares)
        continue;
      point.options.emplace_back(o);
      point.parties.push_back(other.owner);
    }
    if (point.options.front() == first)
      add(std::move(point));
  }

  void orders(const std::vector<PartyId>& parties, const Prioritised& said) {
    const auto strong = [&](std::size_t t) { return markOf(said.tiers[t]) == Mark::strongly; };
    for (std::size_t t = 0; t + 1 < said.tiers.size(); ++t)
      if (strong(t) == strong(t + 1))
        add({PointKind::order, parties, t, 0, {}, {}, {}});
  }

  void assumptions() {
    for (std::size_t i = 0; i < c_.parties.size(); ++i) {
      const auto parties = sharing(i);
      const auto& preference = c_.parties[i].preference;
      if (const auto* said = std::get_if<Prioritised>(&preference); said != nullptr && !parties.empty())
        for (std::size_t t = 0; t < said->tiers.size(); ++t)
          for (std::size_t s = 0; s < said->tiers[t].size(); ++s)
            if (said->tiers[t][s].mark != Mark::perhaps && said->tiers[t][s].because.empty())
              add({PointKind::assumption, parties, t, s, {}, {}, {}});
      if (const auto* weights = std::get_if<Weights>(&preference))
        for (std::size_t w = 0; w < weights->weights.size(); ++w)
          if (weights->weights[w].because.empty())
            add({PointKind::assumption, parties, w, 0, {}, {}, {}});
    }
  }

  const Conflict& c_;
  const PointsAsked& asked_;
  std::vector<Point> points_;
};

/// What the answers say about one party's preference.
class Rereading {
public:
  Rereading(const Conflict& conflict, const std::vector<Point>& points, const Reading& reading, PartyId party)
      : c_(conflict), points_(points), reading_(reading), party_(party) {}

  model::Preference preference() const {
    const auto& written = c_.party(party_).preference;
    if (const auto* said = std::get_if<Prioritised>(&written))
      return statements(*said);
    if (const auto* weights = std::get_if<Weights>(&written))
      return this->weights(*weights);
    if (const auto* ranking = std::get_if<Ranking>(&written); ranking && !c_.party(party_).unsure.empty())
      return this->ranking(*ranking);
    return written;
  }

private:
  /// Whether this is answered no.
  bool denied(PointKind kind, std::size_t at, std::size_t statement = 0) const {
    for (std::size_t j = 0; j < points_.size(); ++j) {
      const Point& p = points_[j];
      if (!reading_[j] && p.kind == kind && p.at == at && p.statement == statement &&
          std::ranges::find(p.parties, party_) != p.parties.end())
        return true;
    }
    return false;
  }

  model::Preference statements(const Prioritised& written) const {
    Prioritised said{.tiers = {}, .range = written.range};
    std::vector<std::size_t> order(written.tiers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t t = 0; t + 1 < order.size(); ++t)
      if (denied(PointKind::order, t))
        std::swap(order[t], order[t + 1]);
    for (const std::size_t t : order) {
      if (denied(PointKind::line, t))
        continue;
      std::vector<model::Statement> tier;
      for (std::size_t s = 0; s < written.tiers[t].size(); ++s)
        if (!denied(PointKind::assumption, t, s)) {
          tier.push_back(written.tiers[t][s]);
          tier.back().mark = tier.back().mark == Mark::perhaps ? Mark::none : tier.back().mark;
        }
      if (!tier.empty())
        said.tiers.push_back(std::move(tier));
    }
    if (said.tiers.empty())
      return std::monostate();
    return said;
  }

  model::Preference weights(const Weights& written) const {
    Weights kept = written;
    kept.weights.clear();
    for (std::size_t w = 0; w < written.weights.size(); ++w)
      if (!denied(PointKind::assumption, w))
        kept.weights.push_back(written.weights[w]);
    return kept;
  }

  /// The classes by how many others each is better than.
  model::Preference ranking(const Ranking& written) const {
    const RankedStates states = rankedStates(c_, c_.party(party_));
    std::vector<std::size_t> below(states.classes);
    for (std::size_t i = 0; i < states.classes; ++i)
      below[i] = static_cast<std::size_t>(std::ranges::count(states.above[i], true));
    auto counted = states.above; // several pairs may be of the same two classes
    for (std::size_t k = 0; k < states.pairs.size(); ++k) {
      const auto& pair = states.pairs[k];
      if (!pair.open || counted[pair.upper][pair.lower])
        continue;
      counted[pair.upper][pair.lower] = true;
      ++below[denied(PointKind::pair, k) ? pair.lower : pair.upper];
    }
    std::vector<std::size_t> order(states.classes);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return below[i]; });
    Ranking read{.classes = {}, .range = written.range};
    for (const std::size_t i : order)
      read.classes.push_back(written.classes[i]);
    return read;
  }

  const Conflict& c_;
  const std::vector<Point>& points_;
  const Reading& reading_;
  PartyId party_;
};

} // namespace

std::vector<Point> openPoints(const Conflict& conflict, const PointsAsked& asked) {
  return Finding(conflict, asked).points();
}

Reading asWritten(const std::vector<Point>& points) {
  Reading reading;
  for (const Point& point : points)
    reading.push_back(point.kind != PointKind::direction);
  return reading;
}

Conflict conflictRead(const Conflict& conflict, const std::vector<Point>& points, const Reading& reading) {
  Conflict out = conflict;
  for (std::size_t i = 0; i < out.parties.size(); ++i) {
    out.parties[i].preference = Rereading(conflict, points, reading, PartyId(i)).preference();
    out.parties[i].unsure.clear();
  }
  for (std::size_t j = 0; j < points.size(); ++j)
    if (points[j].kind == PointKind::direction)
      for (const OptionId option : points[j].options)
        out.options[option.index()].direction = reading[j] ? points[j].way : model::Direction::both;
  for (auto& option : out.options)
    option.doubt.reset();
  return out;
}

} // namespace stasis::analysis
