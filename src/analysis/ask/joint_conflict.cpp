#include "analysis/ask/joint_conflict.h"

#include "analysis/robust/switches.h"

#include <algorithm>

namespace stasis::analysis {

using model::Conflict;
using model::Expression;
using model::OptionId;
using model::Pattern;
using model::Prioritised;
using model::Statement;
using Op = Expression::Op;

namespace {

const Pattern& meant(const Conflict& conflict, const model::StateRef& ref) {
  switch (ref.kind) {
  case model::StateRef::Kind::listed: return conflict.listed[ref.value].pattern;
  case model::StateRef::Kind::named: return conflict.named[ref.value].state;
  case model::StateRef::Kind::number: break;
  }
  return conflict.listed[ref.value - 1].pattern;
}

class Joining {
public:
  Joining(const Readings& readings, const Reading& directions)
      : readings_(readings), points_(readings.points()), directions_(directions) {}

  JointConflict make() {
    const Conflict& written = readings_.written();
    out_.conflict = written;
    out_.options = written.options.size();
    addSwitches();
    for (std::size_t i = 0; i < written.parties.size(); ++i)
      rewrite(model::PartyId(i));
    if (!written.listed.empty()) {
      std::vector<Expression> states;
      for (const auto& line : written.listed)
        states.push_back(being(line.pattern));
      out_.conflict.constraints = {{.holds = Expression::join(Op::disjunction, std::move(states))}};
    }
    for (const auto& row : readings_.neighbours())
      for (std::size_t k = 0; k + 1 < row.size(); ++k)
        require(Expression::join(Op::disjunction, {yes(row[k]), yes(row[k + 1])}));
    for (const auto& ranked : readings_.ranked())
      forbidCircles(ranked);
    out_.conflict.listed.clear();
    out_.conflict.named.clear();
    out_.conflict.statusQuo.reset();
    return std::move(out_);
  }

private:
  void addSwitches() {
    Conflict& c = out_.conflict;
    for (std::size_t j = 0; j < points_.size(); ++j) {
      out_.switches.emplace_back();
      if (points_[j].kind == PointKind::direction) {
        for (const OptionId option : points_[j].options)
          c.options[option.index()].direction = directions_[j] ? points_[j].way : model::Direction::both;
        continue;
      }
      out_.switches.back() = OptionId(c.options.size());
      c.options.push_back({.name = "point " + std::to_string(j + 1), .owner = points_[j].parties.front()});
    }
  }

  Expression yes(std::size_t point) const { return Expression::option(*out_.switches[point]); }
  Expression no(std::size_t point) const { return Expression::negation(yes(point)); }
  void require(Expression holds) { out_.conflict.constraints.push_back({.holds = std::move(holds)}); }

  /// Exactly this state.
  static Expression being(const Pattern& state) {
    std::vector<Expression> choices;
    for (std::size_t o = 0; o < state.size(); ++o) {
      Expression option = Expression::option(OptionId(o));
      choices.push_back(state.taken(OptionId(o)) ? std::move(option)
                                                 : Expression::negation(std::move(option)));
    }
    return Expression::join(Op::conjunction, std::move(choices));
  }

  /// Some state of the class.
  Expression within(const std::vector<model::StateRef>& tie) const {
    std::vector<Expression> states;
    for (const auto& ref : tie)
      states.push_back(being(meant(readings_.written(), ref)));
    return Expression::join(Op::disjunction, std::move(states));
  }

  std::optional<std::size_t> pointOf(PointKind kind, model::PartyId party, std::size_t at,
                                     std::size_t statement = 0) const {
    for (std::size_t j = 0; j < points_.size(); ++j) {
      const Point& p = points_[j];
      if (p.kind == kind && p.at == at && p.statement == statement &&
          std::ranges::find(p.parties, party) != p.parties.end())
        return j;
    }
    return std::nullopt;
  }

  void rewrite(model::PartyId party) {
    auto& preference = out_.conflict.parties[party.index()].preference;
    const auto& written = readings_.written().party(party).preference;
    if (const auto* said = std::get_if<Prioritised>(&written))
      preference = statements(party, *said);
    else if (const auto* weights = std::get_if<model::Weights>(&written))
      preference = this->weights(party, *weights);
    else if (const auto* ranking = std::get_if<model::Ranking>(&written))
      preference = worth(party, *ranking);
    out_.conflict.parties[party.index()].unsure.clear();
  }

  Prioritised statements(model::PartyId party, const Prioritised& written) const {
    Prioritised said;
    for (std::size_t t = 0; t < written.tiers.size(); ++t) {
      if (const auto below = pointOf(PointKind::order, party, t))
        said.tiers.push_back(tier(party, written, t + 1, no(*below)));
      const auto above = t > 0 ? pointOf(PointKind::order, party, t - 1) : std::nullopt;
      said.tiers.push_back(tier(party, written, t, above ? yes(*above) : Expression()));
    }
    return said;
  }

  /// The tier as it is held, if this holds too (nothing: always).
  std::vector<Statement> tier(model::PartyId party, const Prioritised& written, std::size_t t,
                              const Expression& placed) const {
    std::vector<Statement> out;
    for (std::size_t s = 0; s < written.tiers[t].size(); ++s) {
      std::vector<Expression> all;
      if (!placed.empty())
        all.push_back(placed);
      if (const auto line = pointOf(PointKind::line, party, t))
        all.push_back(yes(*line));
      if (const auto assumed = pointOf(PointKind::assumption, party, t, s))
        all.push_back(yes(*assumed));
      all.push_back(written.tiers[t][s].wanted);
      out.push_back({Expression::join(Op::conjunction, std::move(all)), {}, {}});
    }
    return out;
  }

  model::Weights weights(model::PartyId party, const model::Weights& written) const {
    model::Weights out = written;
    for (std::size_t w = 0; w < written.weights.size(); ++w)
      if (const auto assumed = pointOf(PointKind::assumption, party, w))
        out.weights[w].wanted = Expression::join(Op::conjunction, {yes(*assumed), written.weights[w].wanted});
    return out;
  }

  model::Weights worth(model::PartyId party, const model::Ranking& written) const {
    const auto ranked = std::ranges::find(readings_.ranked(), party, &Readings::Ranked::party);
    const RankedStates states = ranked != readings_.ranked().end()
                                    ? ranked->states
                                    : rankedStates(readings_.written(), readings_.written().party(party));
    model::Weights out;
    const auto add = [&](Expression wanted, std::int64_t units) {
      if (units > 0)
        out.weights.push_back({std::move(wanted), units, {}, {}});
    };
    for (std::size_t i = 0; i < states.classes; ++i)
      add(within(written.classes[i]), std::ranges::count(states.above[i], true));
    for (std::size_t i = 0; i < states.classes; ++i)
      for (std::size_t j = i + 1; j < states.classes; ++j)
        if (!states.above[i][j]) {
          const std::size_t point = pointBetween(*ranked, i, j);
          add(Expression::join(Op::conjunction, {yes(point), within(written.classes[i])}), 1);
          add(Expression::join(Op::conjunction, {no(point), within(written.classes[j])}), 1);
        }
    return out;
  }

  static std::size_t pointBetween(const Readings::Ranked& ranked, std::size_t upper, std::size_t lower) {
    for (std::size_t k = 0;; ++k)
      if (ranked.states.pairs[k].upper == upper && ranked.states.pairs[k].lower == lower)
        return ranked.points[k];
  }

  void forbidCircles(const Readings::Ranked& ranked) {
    const auto& states = ranked.states;
    for (std::size_t k = 0; k < states.pairs.size(); ++k) {
      const auto& pair = states.pairs[k];
      const std::size_t first = pair.open ? pointBetween(ranked, pair.upper, pair.lower) : ranked.points[k];
      if (!pair.open)
        require(yes(first));
      else if (first != ranked.points[k]) // another pair of the same two classes
        require(Expression::join(Op::iff, {yes(first), yes(ranked.points[k])}));
    }
    for (const auto& block : states.blocks)
      for (std::size_t i = block.first; i <= block.last; ++i)
        for (std::size_t j = i + 1; j <= block.last; ++j)
          for (std::size_t k = j + 1; k <= block.last; ++k) {
            forbid(ranked, {{i, j, true}, {j, k, true}, {i, k, false}});
            forbid(ranked, {{i, j, false}, {j, k, false}, {i, k, true}});
          }
  }

  /// The upper class is better, or the lower is.
  struct Step {
    std::size_t upper, lower;
    bool upperBetter;
  };
  void forbid(const Readings::Ranked& ranked, const std::vector<Step>& circle) {
    std::vector<Expression> open;
    for (const Step& step : circle)
      if (!ranked.states.above[step.upper][step.lower]) {
        const std::size_t point = pointBetween(ranked, step.upper, step.lower);
        open.push_back(step.upperBetter ? yes(point) : no(point));
      } else if (!step.upperBetter) {
        return; // this step is never so
      }
    require(Expression::negation(Expression::join(Op::conjunction, std::move(open))));
  }

  const Readings& readings_;
  const std::vector<Point>& points_;
  const Reading& directions_;
  JointConflict out_;
};

} // namespace

Pattern JointConflict::withAnySwitches(const Pattern& state) const {
  Pattern all(conflict.options.size(), model::Choice::either);
  for (std::size_t o = 0; o < options; ++o)
    all.set(OptionId(o), state[OptionId(o)]);
  return all;
}

std::string whyNotJoint(const Readings& readings) {
  for (const auto& ranked : readings.ranked())
    for (const auto& block : ranked.states.blocks)
      if (block.last - block.first >= mostClassesInBlock)
        return "too many states of one ranking are unsure";
  return whyNotSwitched(readings.written());
}

JointConflict jointConflict(const Readings& readings, const Reading& directions) {
  return Joining(readings, directions).make();
}

} // namespace stasis::analysis
