#include "stability/orbits/orbits_engine.h"

#include "stability/memory.h"
#include "stability/orbits/kind_stability.h"
#include "stability/orbits/orbit_counts.h"
#include "stability/orbits/orbit_order.h"
#include "stability/orbits/own_steps.h"
#include "stability/served.h"

#include <algorithm>
#include <map>

namespace stasis::stability {

using model::Concept;
using model::PartyId;
using model::Pattern;

namespace {

/// This many numbers of states are kept before those of freed sets are dropped.
constexpr std::size_t mostCounts = 1024;

std::vector<Parties> everyoneAlone(const model::Conflict& conflict) {
  std::vector<Parties> alone;
  for (std::size_t p = 0; p < conflict.parties.size(); ++p)
    alone.push_back({PartyId(p)});
  return alone;
}

/// The states of a conflict that ranks states by their numbers; they are few enough to be written out.
class StatesByNumber {
public:
  explicit StatesByNumber(const model::Conflict& conflict, const Errand& errand)
      : alone_(conflict, everyoneAlone(conflict)) {
    if (alone_.noChoice())
      return;
    const auto space = std::make_shared<const OrbitSpace>(OrbitSpace::ofAll(alone_));
    if (space->size() > (std::uint64_t{1} << 24))
      throw LimitReached(Limit::memory, "states ranked by number are too many for the engine of orbits; "
                                        "--engine explicit takes them");
    order_.emplace(alone_, space, feasibleOrbits(*space, errand), errand);
  }
  std::optional<Pattern> at(std::uint64_t number) const {
    return number == 0 || !order_ ? std::nullopt : order_->at(number - 1);
  }

private:
  AlikeConflict alone_;
  std::optional<OrbitOrder<std::uint64_t>> order_;
};

bool ranksByNumber(const model::Conflict& conflict) {
  return std::ranges::any_of(conflict.parties, [](const model::Party& party) {
    const auto* ranking = std::get_if<model::Ranking>(&party.preference);
    return ranking != nullptr && std::ranges::any_of(ranking->classes, [](const auto& tie) {
             return std::ranges::any_of(
                 tie, [](const model::StateRef& r) { return r.kind == model::StateRef::Kind::number; });
           });
  });
}

StateNamed stateNamedIn(const model::Conflict& conflict, const Errand& errand) {
  std::shared_ptr<const StatesByNumber> numbers;
  if (conflict.listed.empty() && ranksByNumber(conflict))
    numbers = std::make_shared<const StatesByNumber>(conflict, errand);
  return [&conflict, numbers](const model::StateRef& reference) -> std::optional<Pattern> {
    using Kind = model::StateRef::Kind;
    if (reference.kind == Kind::named)
      return conflict.named[reference.value].state;
    if (reference.kind == Kind::listed)
      return conflict.listed[reference.value].pattern;
    if (conflict.listed.empty())
      return numbers->at(reference.value);
    if (reference.value < 1 || reference.value > conflict.listed.size())
      return std::nullopt;
    return conflict.listed[reference.value - 1].pattern;
  };
}

class Orbits : public Engine {
public:
  Orbits(const model::Conflict& conflict, std::uint64_t bytes, const Errand& errand)
      : conflict_(conflict), errand_(errand), stateNamed_(stateNamedIn(conflict, errand)),
        alike_(conflict, kindsOf(conflict, stateNamed_)), sets_(alike_, bytes, errand_),
        steps_(alike_, sets_, ranks_, errand_) {
    if (!alike_.fits(bytes))
      throw LimitReached(Limit::memory, "too many orbits for the memory allowed; --engine symbolic may do");
    if (alike_.noChoice())
      return;
    all_ = std::make_shared<const OrbitSpace>(OrbitSpace::ofAll(alike_));
    kept_.push_back(OrbitSet::of(all_, feasibleOrbits(*all_, errand_)));
    size_ = statesIn(*all_, *kept_[0].bits, errand_);
  }

  bool noState() const { return size_ == 0; }
  const Count& size() const { return size_; }

  /// Call only if the references of preferences are correct. Returns the first party of the kind for which
  /// there are too many classes, if there is one.
  std::optional<PartyId> rank() {
    for (const AlikeKind& kind : alike_.kinds) {
      errand_.tell({"ranking the orbits", ranks_.size(), alike_.kinds.size()});
      auto ranks = ranksOf(alike_, kind.members.front(), stateNamed_, errand_);
      if (!ranks)
        return kind.members.front();
      ranks_.push_back(std::move(*ranks));
    }
    stable_.resize(alike_.kinds.size());
    return std::nullopt;
  }

  std::vector<std::vector<StatementRange>> statementRanges() {
    std::vector<std::vector<StatementRange>> byParty(conflict_.parties.size());
    for (std::size_t i = 0; i < byParty.size(); ++i)
      byParty[i] = ranks_[alike_.kindOf[i]].statements;
    return byParty;
  }

  std::string_view name() const override { return "orbits"; }
  const model::Conflict& conflict() const override { return conflict_; }

  StateSet feasible() override { return {0}; }

  bool serves(model::ConceptFamily family) const override {
    return Engine::serves(family) || family == model::ConceptFamily::strength;
  }

  StateSet stable(Concept concept_, PartyId party) override {
    auto& known = sets_of_[{concept_, party}];
    if (!known)
      known = keep({spaceOf(party), bitsOf(concept_, alike_.kindOf[party.index()]), {}});
    return *known;
  }

  StateSet stableForEach(const std::vector<Judged>& judged) override {
    for (const Judged& one : judged)
      bitsOf(one.concept_, alike_.kindOf[one.party.index()]);
    return keep(steps_.stableForEach(judged, *kept_[0].bits,
                                     [this](Concept id, std::size_t kind) { return bitsOf(id, kind); }));
  }

  StateSet where(const model::Expression& expression) override {
    const auto space = sets_.space(splitBy(expression, kinds(), conflict_));
    OrbitBits bits = orbitsWhere(*space, expression, errand_);
    const OrbitBits feasible = feasibleOrbits(*space, errand_);
    for (std::size_t w = 0; w < bits.size(); ++w)
      bits[w] &= feasible[w];
    return keep(OrbitSet::of(space, std::move(bits)));
  }

  StateSet matching(const std::vector<Pattern>& patterns) override {
    std::vector<Pattern> states;
    std::vector<model::Expression> conditions;
    for (const Pattern& pattern : patterns) {
      if (pattern.size() != conflict_.options.size())
        continue;
      if (pattern.isState())
        states.push_back(pattern);
      else
        conditions.push_back(conditionOf(pattern));
    }
    std::erase_if(states, [&](const Pattern& state) { return !kept_[0].contains(state); });
    if (conditions.empty())
      return keep(OrbitSet::listOf(std::move(states)));
    const StateSet open =
        where(model::Expression::join(model::Expression::Op::disjunction, std::move(conditions)));
    return keep(sets_.either(kept_[open.handle], OrbitSet::listOf(std::move(states))));
  }

  /// No set has an infeasible state, so its intersection with all feasible states is the set itself.
  StateSet both(StateSet a, StateSet b) override {
    if (a.handle == b.handle || b.handle == 0)
      return a;
    if (a.handle == 0)
      return b;
    return keep(sets_.both(kept_[a.handle], kept_[b.handle]));
  }
  StateSet either(StateSet a, StateSet b) override {
    return keep(sets_.either(kept_[a.handle], kept_[b.handle]));
  }
  StateSet without(StateSet a, StateSet b) override {
    return keep(sets_.without(kept_[a.handle], kept_[b.handle]));
  }

  StateSet canMoveInto(StateSet target, PartyId party, model::Relation kind) override {
    return keep(steps_.across(kept_[target.handle], party, kind, Way::into));
  }
  StateSet reachedFrom(StateSet source, PartyId party, model::Relation kind) override {
    return keep(steps_.across(kept_[source.handle], party, kind, Way::from));
  }

  StateSet notPreferredTo(PartyId party, const Pattern& state) override {
    return keep(ranked(party, state, [](RankCode code, RankCode than) { return code <= than; }));
  }
  StateSet worseThan(PartyId party, const Pattern& state) override {
    return keep(ranked(party, state, [](RankCode code, RankCode than) { return code < than; }));
  }

  std::uint32_t mark() const override { return static_cast<std::uint32_t>(kept_.size()); }
  void forgetSince(std::uint32_t mark) override {
    for (const auto& [key, set] : sets_of_)
      if (set)
        mark = std::max(mark, set->handle + 1);
    kept_.resize(std::max<std::size_t>(1, std::min<std::size_t>(mark, kept_.size())));
  }

  Count count(StateSet set) override {
    const OrbitSet& kept = kept_[set.handle];
    if (kept.isList())
      return static_cast<unsigned long>(kept.states.size());
    if (counts_.size() > mostCounts)
      std::erase_if(counts_, [](const auto& entry) { return entry.second.first.expired(); });
    auto& known = counts_[kept.bits.get()];
    if (known.first.expired() || known.first.lock() != kept.bits)
      known = {kept.bits, statesIn(*kept.space, *kept.bits, errand_)};
    return known.second;
  }

  bool contains(StateSet set, const Pattern& state) override {
    return state.size() == conflict_.options.size() && state.isState() && kept_[set.handle].contains(state);
  }

  std::vector<Pattern> list(StateSet set, std::size_t limit) override {
    const OrbitSet& kept = kept_[set.handle];
    if (!conflict_.listed.empty()) {
      std::vector<Pattern> states;
      for (const auto& line : conflict_.listed)
        if (states.size() < limit && kept.contains(line.pattern))
          states.push_back(line.pattern);
      return states;
    }
    if (kept.isList())
      return {kept.states.begin(),
              kept.states.begin() + static_cast<std::ptrdiff_t>(std::min(limit, kept.states.size()))};
    return OrbitOrder<std::uint8_t>(alike_, kept.space, *kept.bits, errand_).list(limit);
  }

  std::vector<Alike> listAlike(StateSet set, std::size_t limit) override {
    const OrbitSet& kept = kept_[set.handle];
    if (kept.isList() || !conflict_.listed.empty())
      return Engine::listAlike(set, limit);
    std::vector<Alike> told;
    const OrbitOrder<std::uint8_t> order(alike_, kept.space, *kept.bits, errand_);
    for (Pattern& first : order.listFirsts(limit)) {
      const Count states = statesInOrbit(*kept.space, *kept.space->orbitOf(first));
      told.push_back({std::move(first), states});
    }
    return told;
  }

  std::optional<StateNumber> number(const Pattern& state) override {
    if (!isFeasible(state))
      return std::nullopt;
    if (!conflict_.listed.empty()) {
      const auto line = std::ranges::find(conflict_.listed, state, &model::ListedState::pattern);
      return static_cast<StateNumber>(line - conflict_.listed.begin()) + 1;
    }
    const auto before = numbers().before(state);
    return before ? std::optional<StateNumber>(*before + 1) : std::nullopt;
  }

  std::optional<Pattern> state(StateNumber number) override {
    if (conflict_.listed.empty())
      return number == 0 ? std::nullopt : numbers().at(number - 1);
    if (number < 1 || number > conflict_.listed.size())
      return std::nullopt;
    return conflict_.listed[number - 1].pattern;
  }

  std::optional<std::uint64_t> place(PartyId party, const Pattern& state) override {
    if (!isFeasible(state))
      return std::nullopt;
    return ranks_[alike_.kindOf[party.index()]].top - std::uint64_t{codeOf(party, state)} + 1;
  }

  std::optional<Traffic> traffic() override {
    if (!traffic_)
      traffic_ = steps_.traffic();
    return traffic_;
  }

private:
  StateSet keep(OrbitSet set) {
    kept_.push_back(std::move(set));
    return {static_cast<std::uint32_t>(kept_.size() - 1)};
  }

  std::vector<Parties> kinds() const {
    std::vector<Parties> kinds;
    for (const AlikeKind& kind : alike_.kinds)
      kinds.push_back(kind.members);
    return kinds;
  }

  std::shared_ptr<const OrbitSpace> spaceOf(PartyId party) {
    auto& space = spaces_[party];
    if (!space)
      space = std::make_shared<const OrbitSpace>(OrbitSpace::of(alike_, party));
    return space;
  }

  /// Computed when first asked for, together with the other concepts that have the same sanctions.
  std::shared_ptr<const OrbitBits> bitsOf(Concept id, std::size_t kind) {
    requireServed(*this, id);
    auto& stable = stable_[kind];
    if (const auto known = stable.find(id); known != stable.end())
      return known->second;
    if (ended_)
      throw LimitReached(*ended_);
    try {
      errand_.check();
      errand_.tell({conflict_.labelOf(alike_.kinds[kind].members.front()) + ": " + std::string(row(id).name),
                    kind, alike_.kinds.size()});
      const bool strong = row(id).family == model::ConceptFamily::strength || conflict_.speaksOfStrength();
      for (auto& [concept_, bits] : stableOrbits(alike_, ranks_, kind, row(id).sanctions(), strong, errand_))
        stable.insert_or_assign(concept_, std::make_shared<const OrbitBits>(std::move(bits)));
    } catch (const LimitReached& reached) {
      ended_ = reached; // more work would take as long and end in the same way
      throw;
    }
    return stable.at(id);
  }

  bool isFeasible(const Pattern& state) const {
    return state.size() == conflict_.options.size() && state.isState() && kept_[0].contains(state);
  }

  RankCode codeOf(PartyId party, const Pattern& state) {
    return ranks_[alike_.kindOf[party.index()]].codes[*spaceOf(party)->orbitOf(state)];
  }

  template <class Compare> OrbitSet ranked(PartyId party, const Pattern& state, Compare compare) {
    if (!isFeasible(state))
      return OrbitSet::listOf({});
    const auto& codes = ranks_[alike_.kindOf[party.index()]].codes;
    const RankCode than = codeOf(party, state);
    OrbitBits bits((codes.size() + 63) / 64);
    for (std::uint64_t orbit = 0; orbit < codes.size(); ++orbit) {
      checkAt(orbit, errand_);
      if (codes[orbit] != 0 && compare(codes[orbit], than))
        setBit(bits, orbit);
    }
    return OrbitSet::of(spaceOf(party), std::move(bits));
  }

  model::Expression conditionOf(const Pattern& pattern) const {
    std::vector<model::Expression> literals;
    for (std::size_t o = 0; o < pattern.size(); ++o) {
      const model::OptionId option(o);
      if (pattern[option] == model::Choice::yes)
        literals.push_back(model::Expression::option(option));
      else if (pattern[option] == model::Choice::no)
        literals.push_back(model::Expression::negation(model::Expression::option(option)));
    }
    return model::Expression::join(model::Expression::Op::conjunction, std::move(literals));
  }

  const OrbitOrder<std::uint64_t>& numbers() {
    if (!numbers_)
      numbers_.emplace(alike_, all_, *kept_[0].bits, errand_);
    return *numbers_;
  }

  const model::Conflict& conflict_;
  Errand errand_;
  StateNamed stateNamed_;
  AlikeConflict alike_;
  OrbitSets sets_;
  RanksByKind ranks_;
  OwnSteps steps_;
  std::shared_ptr<const OrbitSpace> all_;
  Count size_ = 0;
  std::vector<OrbitSet> kept_; ///< the first set is that of the feasible states
  std::map<std::pair<Concept, PartyId>, std::optional<StateSet>> sets_of_;
  std::map<PartyId, std::shared_ptr<const OrbitSpace>> spaces_;
  std::vector<std::map<Concept, std::shared_ptr<const OrbitBits>>> stable_; ///< by kind
  std::map<const OrbitBits*, std::pair<std::weak_ptr<const OrbitBits>, Count>> counts_;
  std::optional<OrbitOrder<std::uint64_t>> numbers_;
  std::optional<Traffic> traffic_;
  std::optional<LimitReached> ended_;
};

/// The states of this engine, for the checks that every engine makes.
class NumbersInEngine : public NumberedStates {
public:
  explicit NumbersInEngine(Orbits& engine) : engine_(engine) {}
  const model::Conflict& conflict() const override { return engine_.conflict(); }
  Count size() const override { return engine_.size(); }
  std::optional<StateNumber> number(const Pattern& state) const override { return engine_.number(state); }
  bool contains(const Pattern& state) const override { return engine_.contains(engine_.feasible(), state); }

private:
  Orbits& engine_;
};

language::Diagnostic notTaken(model::Range range, std::string what) {
  return {language::Severity::error,
          "S0607",
          range,
          "the engine of orbits does not take " + std::move(what),
          {},
          "`--engine auto` chooses one that does"};
}

language::Diagnostics notForThisEngine(const model::Conflict& conflict) {
  if (conflict.parties.empty())
    return {notTaken({}, "a conflict without parties")};
  std::size_t own = 0;
  for (const auto& party : conflict.parties) {
    if (party.moves && !party.moves->empty())
      return {notTaken(party.moves->front().from.range, "moves listed one by one")};
    if (party.optionCount > mostOwnOptions)
      return {notTaken(party.range, "parties of more than " + std::to_string(mostOwnOptions) + " options")};
    own += party.optionCount;
  }
  if (own != conflict.options.size()) // as the switches of analysis/robust/switches.h have them
    return {notTaken({}, "options that no party can change")};
  for (const auto& line : conflict.listed)
    if (!line.pattern.isState())
      return {notTaken(line.range, "merged states")};
  return {};
}

} // namespace

namespace {

std::uint64_t bytesOf(const EngineLimits& limits) {
  return limits.maxMemory != 0 ? limits.maxMemory : memoryToUse();
}

} // namespace

OpenedOrbits openOrbits(const model::Conflict& conflict, const EngineLimits& limits, const Errand& errand) {
  OpenedOrbits opened;
  auto& found = opened.diagnostics;
  found = notForThisEngine(conflict);
  if (found.empty())
    found = checkListedStates(conflict);
  if (language::hasErrors(found))
    return opened;
  auto engine = std::make_unique<Orbits>(conflict, bytesOf(limits), errand);
  if (engine->noState()) {
    found = explainNoState(conflict, errand);
    return opened;
  }
  found = checkReferences(NumbersInEngine(*engine));
  if (language::hasErrors(found))
    return opened;
  if (const auto party = engine->rank()) {
    found.push_back(
        notTaken(conflict.party(*party).range, "a party that tells more than 65,534 classes apart"));
  } else {
    if (engine->size() > 1) {
      const auto constant = constantStatements(conflict, engine->statementRanges());
      found.insert(found.end(), constant.begin(), constant.end());
    }
    opened.engine = std::move(engine);
  }
  language::sortByPlace(found);
  return opened;
}

bool takenAsOrbits(const model::Conflict& conflict) { return notForThisEngine(conflict).empty(); }

std::optional<std::uint64_t> orbitsThatFit(const model::Conflict& conflict, const EngineLimits& limits) {
  // Rankings and lists name states one by one: if they can be written out, they can be visited.
  const bool named = !conflict.listed.empty() || std::ranges::any_of(conflict.parties, [](const auto& party) {
    return std::holds_alternative<model::Ranking>(party.preference);
  });
  if (named || !takenAsOrbits(conflict))
    return std::nullopt;
  const AlikeConflict alike(conflict, kindsOf(conflict, {}));
  return alike.fits(bytesOf(limits)) ? std::optional(alike.orbits()) : std::nullopt;
}

} // namespace stasis::stability
