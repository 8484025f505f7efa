#include "oracle/open_points.h"

#include "oracle/definitions.h"

#include <cmath>
#include <limits>

namespace stasis::oracle {

using model::Conflict;
using model::Mark;
using model::Prioritised;
using model::Ranking;
using model::Weights;

namespace {

enum class Sort { line, pair, direction, order, assumption };

struct Open {
  Sort sort;
  std::size_t party = 0;  ///< of a direction: the option
  std::size_t at = 0;     ///< tier, pair or weight
  std::size_t inside = 0; ///< statement in the tier
  double odds = 0.5;
};

double oddsFrom(const std::optional<model::Odds>& odds) {
  return odds ? static_cast<double>(odds->billionths) / 1e9 : 0.5;
}

std::vector<Open> openIn(const Conflict& c, bool orders, bool assumptions) {
  std::vector<Open> all;
  for (std::size_t i = 0; i < c.parties.size(); ++i)
    if (const auto* said = std::get_if<Prioritised>(&c.parties[i].preference))
      for (std::size_t t = 0; t < said->tiers.size(); ++t)
        if (said->tiers[t].front().mark == Mark::perhaps)
          all.push_back({Sort::line, i, t, 0, oddsFrom(said->tiers[t].front().odds)});
  for (std::size_t i = 0; i < c.parties.size(); ++i)
    for (std::size_t k = 0; k < c.parties[i].unsure.size(); ++k)
      all.push_back({Sort::pair, i, k});
  for (std::size_t o = 0; o < c.options.size(); ++o)
    if (c.options[o].doubt)
      all.push_back({Sort::direction, o, 0, 0, oddsFrom(c.options[o].doubt->odds)});
  for (std::size_t i = 0; i < c.parties.size() && orders; ++i)
    if (const auto* said = std::get_if<Prioritised>(&c.parties[i].preference))
      for (std::size_t t = 0; t + 1 < said->tiers.size(); ++t)
        if ((said->tiers[t].front().mark == Mark::strongly) ==
            (said->tiers[t + 1].front().mark == Mark::strongly))
          all.push_back({Sort::order, i, t});
  for (std::size_t i = 0; i < c.parties.size() && assumptions; ++i) {
    if (const auto* said = std::get_if<Prioritised>(&c.parties[i].preference))
      for (std::size_t t = 0; t < said->tiers.size(); ++t)
        for (std::size_t s = 0; s < said->tiers[t].size(); ++s)
          if (said->tiers[t][s].mark != Mark::perhaps && said->tiers[t][s].because.empty())
            all.push_back({Sort::assumption, i, t, s});
    if (const auto* weights = std::get_if<Weights>(&c.parties[i].preference))
      for (std::size_t w = 0; w < weights->weights.size(); ++w)
        if (weights->weights[w].because.empty())
          all.push_back({Sort::assumption, i, w});
  }
  return all;
}

/// The ranking of one party when these pairs stand the other way round; false if it goes round in a circle.
bool reordered(Conflict& c, std::size_t party, const std::vector<Open>& open, const std::vector<bool>& yes) {
  auto* ranking = std::get_if<Ranking>(&c.parties[party].preference);
  if (ranking == nullptr || c.parties[party].unsure.empty())
    return true;
  const Game game(c);
  std::vector<model::StateRef> states;
  std::vector<std::size_t> place;
  for (std::size_t k = 0; k < ranking->classes.size(); ++k)
    for (const auto& ref : ranking->classes[k]) {
      states.push_back(ref);
      place.push_back(k);
    }
  const auto indexOf = [&](const model::StateRef& ref) {
    for (std::size_t s = 0; s < states.size(); ++s)
      if (game.place(states[s]) == game.place(ref))
        return s;
    return states.size();
  };
  const std::size_t n = states.size();
  std::vector<std::vector<bool>> better(n, std::vector<bool>(n)); // strictly
  std::vector<std::vector<bool>> asGood(n, std::vector<bool>(n));
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = 0; b < n; ++b)
      better[a][b] = place[a] < place[b];
  for (std::size_t j = 0; j < open.size(); ++j)
    if (open[j].sort == Sort::pair && open[j].party == party && !yes[j]) {
      const std::size_t a = indexOf(c.parties[party].unsure[open[j].at].one);
      const std::size_t b = indexOf(c.parties[party].unsure[open[j].at].other);
      better[a][b] = !better[a][b];
      better[b][a] = !better[b][a];
    }
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = 0; b < n; ++b)
      asGood[a][b] = !better[b][a];
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = 0; b < n; ++b)
      for (std::size_t d = 0; d < n; ++d)
        if (asGood[a][b] && asGood[b][d] && better[d][a])
          return false;
  Ranking out;
  std::vector<bool> placed(n);
  for (std::size_t left = n; left > 0;) { // the best of what is left, with all as good
    std::vector<std::size_t> best;
    for (std::size_t a = 0; a < n; ++a) {
      bool top = !placed[a];
      for (std::size_t b = 0; b < n && top; ++b)
        top = placed[b] || !better[b][a];
      if (top)
        best.push_back(a);
    }
    out.classes.emplace_back();
    for (const std::size_t a : best) {
      out.classes.back().push_back(states[a]);
      placed[a] = true;
    }
    left -= best.size();
  }
  *ranking = out;
  return true;
}

/// Statements and directions as they are read.
void reread(Conflict& c, const std::vector<Open>& open, const std::vector<bool>& yes) {
  const Conflict written = c;
  for (std::size_t i = 0; i < c.parties.size(); ++i) {
    const auto says = [&](Sort sort, std::size_t at, std::size_t inside) {
      for (std::size_t j = 0; j < open.size(); ++j)
        if (open[j].sort == sort && open[j].party == i && open[j].at == at && open[j].inside == inside)
          return static_cast<bool>(yes[j]);
      return true;
    };
    if (const auto* said = std::get_if<Prioritised>(&written.parties[i].preference)) {
      std::vector<std::size_t> order;
      for (std::size_t t = 0; t < said->tiers.size(); ++t)
        order.push_back(t);
      for (std::size_t t = 0; t + 1 < said->tiers.size(); ++t)
        if (!says(Sort::order, t, 0))
          std::swap(order[t], order[t + 1]);
      Prioritised out;
      for (const std::size_t t : order) {
        std::vector<model::Statement> tier;
        for (std::size_t s = 0; s < said->tiers[t].size(); ++s)
          if (says(Sort::line, t, 0) && says(Sort::assumption, t, s))
            tier.push_back(said->tiers[t][s]);
        if (!tier.empty())
          out.tiers.push_back(tier);
      }
      c.parties[i].preference = out;
    }
    if (const auto* weights = std::get_if<Weights>(&written.parties[i].preference)) {
      Weights out = *weights;
      out.weights.clear();
      for (std::size_t w = 0; w < weights->weights.size(); ++w)
        if (says(Sort::assumption, w, 0))
          out.weights.push_back(weights->weights[w]);
      c.parties[i].preference = out;
    }
  }
  for (std::size_t j = 0; j < open.size(); ++j)
    if (open[j].sort == Sort::direction && yes[j])
      c.options[open[j].party].direction = c.options[open[j].party].doubt->direction;
}

bool overlaps(const std::vector<Open>& open, const std::vector<bool>& yes) {
  for (std::size_t j = 0; j < open.size(); ++j)
    for (std::size_t k = 0; k < open.size(); ++k)
      if (open[j].sort == Sort::order && open[k].sort == Sort::order && open[j].party == open[k].party &&
          open[j].at + 1 == open[k].at && !yes[j] && !yes[k])
        return true;
  return false;
}

double entropy(double p) { return p <= 0 || p >= 1 ? 0 : -p * std::log2(p) - (1 - p) * std::log2(1 - p); }

bool agrees(const Reading& reading, const Known& known) {
  for (const auto& [point, answer] : known)
    if (reading.yes[point] != answer)
      return false;
  return true;
}

double oddsOf(const Readings& readings, const Known& known) {
  double sum = 0;
  for (const Reading& r : readings.all)
    sum += agrees(r, known) ? r.odds : 0;
  return sum;
}

} // namespace

Readings readingsOf(const Conflict& conflict, model::Concept concept_, bool orders, bool assumptions) {
  const auto open = openIn(conflict, orders, assumptions);
  Readings readings;
  readings.points = open.size();
  for (std::size_t answers = 0; answers < std::size_t{1} << open.size(); ++answers) {
    Reading reading;
    reading.odds = 1;
    for (std::size_t j = 0; j < open.size(); ++j) {
      reading.yes.push_back((answers >> j & 1) != 0);
      reading.odds *= reading.yes[j] ? open[j].odds : 1 - open[j].odds;
    }
    if (overlaps(open, reading.yes))
      continue;
    Conflict read = conflict;
    bool circle = false;
    for (std::size_t i = 0; i < read.parties.size(); ++i)
      circle = !reordered(read, i, open, reading.yes) || circle;
    if (circle) {
      ++readings.circles;
      continue;
    }
    reread(read, open, reading.yes);
    const Game game(read);
    for (const Place s : game.equilibria(concept_))
      reading.equilibria.insert(game.feasible()[s].letters());
    reading.conflict = read;
    readings.all.push_back(reading);
  }
  double sum = 0;
  for (const Reading& r : readings.all)
    sum += r.odds;
  for (Reading& r : readings.all)
    r.odds /= sum;
  return readings;
}

double share(const Readings& readings, const Verdicts& verdicts, const Known& known) {
  double sum = 0;
  for (std::size_t r = 0; r < readings.all.size(); ++r)
    if (verdicts[r] && agrees(readings.all[r], known))
      sum += readings.all[r].odds;
  const double of = oddsOf(readings, known);
  return of > 0 ? sum / of : std::numeric_limits<double>::quiet_NaN();
}

double bits(const Readings& readings, const std::vector<Verdicts>& questions, const Known& known,
            std::size_t point) {
  double fall = 0;
  const double of = oddsOf(readings, known);
  for (const Verdicts& verdicts : questions) {
    fall += entropy(share(readings, verdicts, known));
    for (const bool answer : {false, true}) {
      Known more = known;
      more.emplace_back(point, answer);
      const double part = oddsOf(readings, more);
      if (part > 0)
        fall -= part / of * entropy(share(readings, verdicts, more));
    }
  }
  return fall;
}

} // namespace stasis::oracle
