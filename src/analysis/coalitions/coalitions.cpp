#include "analysis/coalitions/coalitions.h"

#include <algorithm>

namespace stasis::analysis {

using model::PartyId;
using model::Pattern;
using stability::StateSet;

namespace {

void addOfSize(std::size_t size, std::size_t from, std::size_t parties, Coalition& chosen,
               std::vector<Coalition>& out) {
  if (size == 0) {
    out.push_back(chosen);
    return;
  }
  for (std::size_t i = from; i + size <= parties; ++i) {
    chosen.emplace_back(i);
    addOfSize(size - 1, i + 1, parties, chosen, out);
    chosen.pop_back();
  }
}

class Examiner {
public:
  Examiner(stability::Engine& engine, const stability::Solution& solution, const CoalitionQuestion& question,
           const stability::Errand& errand)
      : engine_(engine), solution_(solution), question_(question), errand_(errand), rules_(engine),
        gains_(engine, rules_, question.gain, errand) {}

  CoalitionsAnswer answer() {
    for (const auto& concept_ : solution_.concepts)
      answer_.concepts.push_back(concept_.id);
    answer_.coalitions = question_.coalitions;
    answer_.stable.resize(question_.coalitions.size());
    try {
      for (const Pattern& state : question_.states)
        examineState(state);
    } catch (const stability::LimitReached& reached) {
      answer_.stopped = {reached.limit(), reached.what()};
      dropUnfinished();
    }
    return std::move(answer_);
  }

private:
  void examineState(const Pattern& state) {
    const stability::Scratch scratch(engine_);
    const Verdicts equilibrium = equilibriumAt(state);
    for (std::size_t c = 0; c < question_.coalitions.size(); ++c) {
      const Coalition& coalition = question_.coalitions[c];
      tellProgress(c, 0);
      if (coalition.size() == 1 && question_.sanctioners == Sanctioners::alone) {
        answer_.stable[c].push_back(stableAlone(coalition.front(), state));
        continue;
      }
      CoalitionAt at(gains_, coalition, unitsOutside(coalition), state);
      std::vector<StateSet> undeterred;
      Verdicts stable;
      for (const auto id : answer_.concepts) {
        tellProgress(c, stable.size());
        undeterred.push_back(at.undeterred(id));
        stable.push_back(isEmpty(undeterred.back()));
      }
      answer_.stable[c].push_back(std::move(stable));
      if (coalition.size() > 1 && std::ranges::count(equilibrium, true) > 0 && !isEmpty(at.improvements()))
        addDeparture(state, c, at.improvements(), undeterred);
    }
    if (question_.coalitions.size() == 1)
      answer_.asOne.push_back(asOne(state));
    answer_.equilibrium.push_back(equilibrium);
    answer_.states.push_back(state);
  }

  /// In verdicts, of each coalition at each state under each concept.
  void tellProgress(std::size_t coalition, std::size_t concept_) const {
    const std::size_t each = answer_.concepts.size();
    const std::size_t atState = question_.coalitions.size() * each;
    errand_.tell({"coalitions", answer_.states.size() * atState + coalition * each + concept_,
                  question_.states.size() * atState});
  }

  /// Drops the results of a state whose examination was cut short.
  void dropUnfinished() {
    const std::size_t done = answer_.states.size();
    for (auto& verdicts : answer_.stable)
      verdicts.resize(done);
    answer_.asOne.resize(std::min(answer_.asOne.size(), done));
    std::erase_if(answer_.departures, [&](const Departure& d) { return d.state >= done; });
  }

  Units unitsOutside(const Coalition& coalition) const {
    return question_.sanctioners == Sanctioners::alone ? eachAlone(engine_.conflict(), coalition)
                                                       : everyGroup(engine_.conflict(), coalition);
  }

  /// A coalition of one is the party itself, which is solved already.
  Verdicts stableAlone(PartyId party, const Pattern& state) {
    Verdicts held;
    for (const auto& concept_ : solution_.concepts)
      held.push_back(engine_.contains(*concept_.stable[party.index()], state));
    return held;
  }

  Verdicts equilibriumAt(const Pattern& state) {
    Verdicts held;
    for (const auto& concept_ : solution_.concepts)
      held.push_back(concept_.equilibria && engine_.contains(*concept_.equilibria, state));
    return held;
  }

  void addDeparture(const Pattern& state, std::size_t coalition, StateSet improvements,
                    const std::vector<StateSet>& undeterred) {
    Departure departure{answer_.states.size(), coalition, engine_.count(improvements), {}};
    PathSearch ways(engine_, rules_, state, question_.coalitions[coalition], Wish::shortest);
    ways.run(improvements, errand_);
    for (const Pattern& to : equilibriaFirst(improvements)) {
      auto way = ways.ways(engine_.matching({to}), 1);
      Verdicts deterred;
      for (const StateSet set : undeterred)
        deterred.push_back(!engine_.contains(set, to));
      departure.told.push_back({to, std::move(way->paths.front()), std::move(deterred), equilibriumAt(to)});
    }
    answer_.departures.push_back(std::move(departure));
  }

  std::vector<Pattern> equilibriaFirst(StateSet improvements) {
    StateSet held = engine_.without(improvements, improvements);
    for (const auto& concept_ : solution_.concepts)
      if (concept_.equilibria)
        held = engine_.either(held, engine_.both(*concept_.equilibria, improvements));
    auto states = engine_.list(held, question_.limit);
    for (Pattern& state : engine_.list(engine_.without(improvements, held), question_.limit - states.size()))
      states.push_back(std::move(state));
    return states;
  }

  Verdicts asOne(const Pattern& state) {
    const Coalition& coalition = question_.coalitions.front();
    Verdicts held = answer_.stable.front().back();
    const Units alone = eachAlone(engine_.conflict(), coalition);
    for (const Coalition& other : alone) {
      if (std::ranges::count(held, true) == 0)
        break;
      Units units{coalition};
      for (const Coalition& unit : alone)
        if (unit != other)
          units.push_back(unit);
      CoalitionAt at(gains_, other,
                     question_.sanctioners == Sanctioners::together ? everyUnion(units) : units, state);
      for (std::size_t c = 0; c < held.size(); ++c)
        held[c] = held[c] && at.isStable(answer_.concepts[c]);
    }
    return held;
  }

  bool isEmpty(StateSet set) { return engine_.list(set, 1).empty(); }

  stability::Engine& engine_;
  const stability::Solution& solution_;
  const CoalitionQuestion& question_;
  const stability::Errand& errand_;
  Rules rules_;
  CoalitionGains gains_;
  CoalitionsAnswer answer_;
};

} // namespace

std::vector<Verdicts> CoalitionsAnswer::forEvery() const {
  std::vector<Verdicts> held(states.size(), Verdicts(concepts.size(), true));
  for (const auto& byState : stable)
    for (std::size_t s = 0; s < states.size(); ++s)
      for (std::size_t c = 0; c < concepts.size(); ++c)
        held[s][c] = held[s][c] && byState[s][c];
  return held;
}

std::vector<Coalition> coalitionsOf(const model::Conflict& conflict, std::size_t least, std::size_t most) {
  const std::size_t parties = conflict.parties.size();
  std::vector<Coalition> out;
  Coalition chosen;
  for (std::size_t size = std::max<std::size_t>(least, 1); size <= std::min(most, parties); ++size)
    addOfSize(size, 0, parties, chosen, out);
  return out;
}

stability::Count countCoalitions(std::size_t parties, std::size_t least, std::size_t most) {
  stability::Count sum = 0;
  for (std::size_t size = std::max<std::size_t>(least, 1); size <= std::min(most, parties); ++size) {
    stability::Count choices;
    mpz_bin_uiui(choices.get_mpz_t(), parties, size);
    sum += choices;
  }
  return sum;
}

CoalitionsAnswer examine(stability::Engine& engine, const stability::Solution& solution,
                         const CoalitionQuestion& question, const stability::Errand& errand) {
  return Examiner(engine, solution, question, errand).answer();
}

} // namespace stasis::analysis
