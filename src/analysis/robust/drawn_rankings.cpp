#include "analysis/robust/drawn_rankings.h"

#include "analysis/robust/linear_extensions.h"
#include "analysis/robust/ranked_states.h"
#include "analysis/robust/workers.h"
#include "analysis/states/open_engine.h"

#include <algorithm>
#include <numeric>

namespace stasis::analysis {

using model::Conflict;
using model::Mark;
using model::PartyId;
using model::Prioritised;
using model::Ranking;
using stability::Engine;
using stability::Errand;
using stability::LimitReached;

namespace {

constexpr std::size_t mostStates = 1 << 16;
constexpr std::uint64_t oneInBillionths = 1'000'000'000;
constexpr double mostSteps = 1e8; ///< of a Markov chain, for one ranking

std::size_t some(const Conflict& conflict, const std::vector<model::Statement>& tier,
                 const model::State& state) {
  return static_cast<std::size_t>(std::ranges::count_if(
      tier, [&](const auto& statement) { return model::holds(statement.wanted, conflict, state); }));
}

/// A state of a merged one: all have the same rank.
model::State member(model::Pattern pattern) {
  for (std::size_t o = 0; o < pattern.size(); ++o)
    if (pattern[model::OptionId(o)] == model::Choice::either)
      pattern.set(model::OptionId(o), model::Choice::no);
  return pattern;
}

void shuffle(std::vector<std::size_t>& order, Draws& draws) {
  for (std::size_t k = order.size(); k > 1; --k)
    std::swap(order[k - 1], order[draws.below(std::uint64_t{k})]);
}

/// Draws the preference of one party.
class PartyRankings {
public:
  virtual ~PartyRankings() = default;
  virtual bool isOpen() const = 0;
  virtual bool isExact() const { return true; }
  virtual model::Preference draw(Draws& draws) const = 0;
};

/// A ranking with unsure pairs.
class UnsureRanking : public PartyRankings {
public:
  UnsureRanking(const Conflict& conflict, const model::Party& party)
      : ranking_(std::get<Ranking>(party.preference)), states_(rankedStates(conflict, party)) {
    for (const auto& block : states_.blocks) {
      const std::size_t size = block.last - block.first + 1;
      std::vector<std::vector<bool>> above(size, std::vector<bool>(size));
      for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j)
          above[i][j] = states_.above[block.first + i][block.first + j];
      blocks_.emplace_back(std::move(above));
      if (blocks_.back().steps() > mostSteps)
        throw LimitReached(stability::Limit::states, "too many states of one ranking are unsure");
    }
  }
  bool isOpen() const override { return !blocks_.empty(); }
  bool isExact() const override { return std::ranges::all_of(blocks_, &LinearExtensions::isExact); }
  model::Preference draw(Draws& draws) const override {
    Ranking drawn{.classes = ranking_.classes, .range = ranking_.range};
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      const std::size_t first = states_.blocks[b].first;
      const auto order = blocks_[b].draw(draws);
      for (std::size_t k = 0; k < order.size(); ++k)
        drawn.classes[first + k] = ranking_.classes[first + order[k]];
    }
    return drawn;
  }

private:
  const Ranking& ranking_;
  RankedStates states_;
  std::vector<LinearExtensions> blocks_;
};

/// Statements, some of them perhaps; or none.
class OpenStatements : public PartyRankings {
public:
  OpenStatements(const Conflict& conflict, const std::vector<model::Pattern>& states,
                 const model::Preference& preference, bool keepTies)
      : keepTies_(keepTies), states_(states.size()) {
    const auto* said = std::get_if<Prioritised>(&preference);
    for (std::size_t t = 0; said != nullptr && t < said->tiers.size(); ++t) {
      auto& tier = tiers_.emplace_back();
      tier.perhaps = markOf(said->tiers[t]) == Mark::perhaps;
      tier.odds = oddsOf(said->tiers[t]).value_or(model::Odds());
      for (const auto& state : states)
        tier.held.push_back(some(conflict, said->tiers[t], member(state)));
    }
  }
  bool isOpen() const override {
    if (std::ranges::any_of(tiers_, &Tier::perhaps))
      return true;
    return !keepTies_ && classes(std::vector<bool>(tiers_.size(), true)).size() < states_;
  }
  model::Preference draw(Draws& draws) const override {
    std::vector<bool> held;
    for (const Tier& tier : tiers_)
      held.push_back(!tier.perhaps ||
                     draws.below(oneInBillionths) < static_cast<std::uint64_t>(tier.odds.billionths));
    Ranking drawn;
    for (auto tie : classes(held)) {
      if (keepTies_) {
        drawn.classes.emplace_back();
        for (const std::size_t s : tie)
          drawn.classes.back().push_back(refTo(s));
        continue;
      }
      shuffle(tie, draws);
      for (const std::size_t s : tie)
        drawn.classes.push_back({refTo(s)});
    }
    return drawn;
  }

private:
  struct Tier {
    bool perhaps = false;
    model::Odds odds;              ///< if perhaps
    std::vector<std::size_t> held; ///< by state: how many statements hold in it
  };
  static model::StateRef refTo(std::size_t state) { return {model::StateRef::Kind::number, state + 1, {}}; }

  /// States that the tiers held leave equal, best first.
  std::vector<std::vector<std::size_t>> classes(const std::vector<bool>& held) const {
    const auto compare = [&](std::size_t a, std::size_t b) {
      for (std::size_t t = 0; t < tiers_.size(); ++t)
        if (held[t] && tiers_[t].held[a] != tiers_[t].held[b])
          return tiers_[t].held[a] > tiers_[t].held[b] ? -1 : 1;
      return 0;
    };
    std::vector<std::size_t> order(states_);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return compare(a, b) < 0; });
    std::vector<std::vector<std::size_t>> all;
    for (const std::size_t s : order) {
      if (all.empty() || compare(all.back().front(), s) != 0)
        all.emplace_back();
      all.back().push_back(s);
    }
    return all;
  }

  bool keepTies_;
  std::size_t states_;
  std::vector<Tier> tiers_;
};

class Drawing {
public:
  Drawing(Engine& engine, const DrawnQuestion& question, const Errand& errand)
      : engine_(engine), question_(question), errand_(errand), conflict_(withNamedStates(engine)),
        states_(engine.list(engine.feasible(), mostStates)) {
    out_.concepts = question.concepts;
    out_.states = question.states;
  }

  DrawnAnswer run() {
    try {
      out_.asWritten = verdicts(engine_);
      for (std::size_t i = 0; i < conflict_.parties.size(); ++i)
        rankings_.push_back(rankingsOf(PartyId(i)));
      for (const auto& one : rankings_) {
        out_.open += one && one->isOpen() ? 1 : 0;
        out_.exactly = out_.exactly && (!one || one->isExact());
      }
      solveAll();
    } catch (const LimitReached& reached) {
      out_.stopped = {reached.limit(), reached.what()};
    }
    count();
    return std::move(out_);
  }

private:
  using Verdicts = std::vector<std::vector<bool>>; ///< by state, by concept

  /// None where there is only one.
  std::unique_ptr<PartyRankings> rankingsOf(PartyId id) const {
    const auto& drawn = question_.parties;
    if (!drawn.empty() && std::ranges::find(drawn, id) == drawn.end())
      return nullptr;
    const auto& party = conflict_.party(id);
    if (std::holds_alternative<model::Weights>(party.preference))
      return nullptr;
    if (std::holds_alternative<Ranking>(party.preference))
      return party.unsure.empty() ? nullptr : std::make_unique<UnsureRanking>(conflict_, party);
    if (question_.keepTies && !model::hasPerhaps(party.preference))
      return nullptr;
    return std::make_unique<OpenStatements>(conflict_, states_, party.preference, question_.keepTies);
  }

  Verdicts verdicts(Engine& engine) const {
    const auto solution = stability::solve(engine, question_.concepts);
    if (solution.stopped)
      throw LimitReached(solution.stopped->limit, solution.stopped->message);
    Verdicts all(question_.states.size());
    for (std::size_t s = 0; s < all.size(); ++s)
      for (const auto& one : solution.concepts)
        all[s].push_back(engine.contains(*one.equilibria, question_.states[s]));
    return all;
  }

  Conflict drawn(Draws& draws) const {
    Conflict out = conflict_;
    for (std::size_t i = 0; i < out.parties.size(); ++i) {
      if (rankings_[i])
        out.parties[i].preference = rankings_[i]->draw(draws);
      out.parties[i].unsure.clear();
    }
    return out;
  }

  void solveAll() {
    Draws seeds(question_.seed);
    std::vector<std::uint64_t> seedOf;
    for (std::size_t k = 0; k < question_.draws; ++k)
      seedOf.push_back(seeds.below(~std::uint64_t{0}));
    solved_.resize(question_.draws);
    stability::EngineLimits limits = question_.limits;
    limits.engine = stability::EngineChoice::explicitly;
    const Errand quiet{errand_.stop, errand_.deadline, {}};
    inTurns(question_.draws, question_.threads, "rankings", errand_, [&](std::size_t k) {
      Draws draws(seedOf[k]);
      const Conflict conflict = drawn(draws);
      const auto opened = openEngine(conflict, limits, quiet);
      if (!opened.engine)
        throw LimitReached(stability::Limit::memory, opened.diagnostics.front().message);
      solved_[k] = verdicts(*opened.engine);
    });
  }

  void count() {
    const auto end = std::ranges::find_if(solved_, [](const auto& one) { return !one; });
    out_.draws = static_cast<std::size_t>(end - solved_.begin());
    const std::vector<std::size_t> none(question_.concepts.size());
    out_.held.assign(question_.states.size(), none);
    out_.intervals.assign(question_.states.size(), std::vector<Interval>(question_.concepts.size()));
    for (std::size_t s = 0; s < out_.held.size(); ++s)
      for (std::size_t c = 0; c < question_.concepts.size(); ++c) {
        for (auto one = solved_.begin(); one != end; ++one)
          out_.held[s][c] += (**one)[s][c] ? 1 : 0;
        if (out_.draws > 0)
          out_.intervals[s][c] = shareInterval(out_.held[s][c], out_.draws, confidenceOfShares);
      }
  }

  Engine& engine_;
  const DrawnQuestion& question_;
  const Errand& errand_;
  Conflict conflict_;
  std::vector<model::Pattern> states_;
  std::vector<std::unique_ptr<PartyRankings>> rankings_;
  std::vector<std::optional<Verdicts>> solved_;
  DrawnAnswer out_;
};

} // namespace

std::string whyNotDrawn(Engine& engine) {
  if (engine.name() != "explicit")
    return "only the explicit engine ranks states one by one, and this is solved by the " +
           std::string(engine.name()) + " engine";
  if (engine.count(engine.feasible()) > mostStates)
    return "there are more than " + std::to_string(mostStates) + " states to rank";
  return {};
}

DrawnAnswer drawRankings(Engine& engine, const DrawnQuestion& question, const Errand& errand) {
  return Drawing(engine, question, errand).run();
}

} // namespace stasis::analysis
