#include "stability/explicit/explicit_engine.h"

#include "model/limited_moves.h"
#include "model/simultaneous.h"
#include "stability/cube/in_parallel.h"
#include "stability/explicit/checks.h"
#include "stability/explicit/columns.h"
#include "stability/explicit/cube_engine.h"
#include "stability/explicit/enumerate.h"
#include "stability/explicit/judged_on_list.h"
#include "stability/explicit/members.h"
#include "stability/explicit/moves.h"
#include "stability/explicit/sanction_stability.h"
#include "stability/explicit/state_names.h"
#include "stability/explicit/state_sets.h"
#include "stability/memory.h"
#include "stability/reference_checks.h"
#include "stability/repetition.h"
#include "stability/served.h"
#include "stability/step.h"

#include <algorithm>
#include <map>

namespace stasis::stability {

using model::Concept;
using model::ConceptFamily;
using model::PartyId;
using model::Sanctions;

namespace {

class Explicit : public ExplicitEngine, public TellsRepetition {
public:
  Explicit(StateSpace space, std::vector<Ranks> ranks, std::uint64_t maxMemory, const Errand& errand)
      : space_(std::move(space)), ranks_(std::move(ranks)), maxMemory_(maxMemory), errand_(errand),
        sanctions_(space_, ranks_, errand_) {}

  std::string_view name() const override { return "explicit"; }
  const model::Conflict& conflict() const override { return space_.conflict(); }
  std::string way() const override {
    return "explicit, a list of states" + (onList_ ? onList_->told() : std::string());
  }
  std::size_t stateCount() const override { return space_.size(); }

  StateSet feasible() override {
    return those([](std::size_t) { return true; });
  }

  bool serves(ConceptFamily) const override { return true; }

  StateSet stable(Concept concept_, PartyId party) override {
    const auto known = stable_.find({concept_, party});
    if (known != stable_.end())
      return known->second;
    requireServed(*this, concept_);
    const model::ConceptRow& asked = row(concept_);
    if (asked.family == ConceptFamily::classical || asked.family == ConceptFamily::strength)
      judge(asked, party);
    else if (!model::leaderOf(concept_).empty())
      stable_[{concept_, party}] = stable(model::askedUnder(concept_, conflict().party(party).name), party);
    else if (model::isEither(concept_))
      stable_[{concept_, party}] = either(stable(Concept::seq, party), stable(model::simultaneous(), party));
    else
      judgeOnList(asked, party);
    return stable_.at({concept_, party});
  }

  StateSet where(const model::Expression& expression) override {
    if (space_.merged()) {
      Members members(conflict(), {&expression});
      const Errand unhurried; // what was finished is still reported after a limit has ended the work
      return those([&](std::size_t s) { return members.allHold(space_.pattern(StateIndex(s)), unhurried); });
    }
    Circuit circuit(conflict());
    const Circuit::GateId root = circuit.add(expression);
    const auto cone = circuit.cone(std::span(&root, 1));
    std::vector<Block> values(circuit.size());
    Bits held(space_.size());
    for (std::size_t begin = 0; begin < space_.size(); begin += blockStates) {
      loadColumns(circuit, cone, space_.taken().subspan(begin, std::min(blockStates, space_.size() - begin)),
                  values);
      evaluateWords<blockWords>(circuit, cone, values);
      for (std::size_t w = 0; w < blockWords && begin + 64 * w < space_.size(); ++w)
        held.setWord(begin / 64 + w, values[root][w]);
    }
    return sets_.keep(std::move(held));
  }

  StateSet matching(const std::vector<model::Pattern>& patterns) override {
    struct Bounds {
      std::uint64_t taken, open;
    };
    std::vector<Bounds> bounds;
    Bits found(space_.size());
    for (const auto& pattern : patterns) {
      if (pattern.size() != conflict().options.size())
        continue;
      if (!pattern.isState() && !space_.merged())
        bounds.push_back({takenBits(pattern), openBits(pattern)});
      else if (const auto s = space_.find(pattern))
        found.set(s->index());
      else if (!pattern.isState())
        bounds.push_back({takenBits(pattern), openBits(pattern)});
    }
    if (bounds.empty())
      return sets_.keep(std::move(found));
    return those([&](std::size_t s) {
      const StateIndex state(s);
      return found.test(s) || std::ranges::any_of(bounds, [&](Bounds b) {
               return ((b.taken ^ space_.taken(state)) & ~(b.open | space_.open(state))) == 0;
             });
    });
  }

  StateSet both(StateSet a, StateSet b) override {
    return joined(a, b, [](std::uint64_t x, std::uint64_t y) { return x & y; });
  }
  StateSet either(StateSet a, StateSet b) override {
    return joined(a, b, [](std::uint64_t x, std::uint64_t y) { return x | y; });
  }
  StateSet without(StateSet a, StateSet b) override {
    return joined(a, b, [](std::uint64_t x, std::uint64_t y) { return x & ~y; });
  }

  StateSet canMoveInto(StateSet target, PartyId party, model::Relation kind) override {
    return sets_.keep(moves().into(sets_[target], party, kind));
  }
  StateSet reachedFrom(StateSet source, PartyId party, model::Relation kind) override {
    return sets_.keep(moves().from(sets_[source], party, kind));
  }
  StateSet notPreferredTo(PartyId party, const model::Pattern& state) override {
    return ranked(party, state, std::less_equal<Rank>());
  }
  StateSet worseThan(PartyId party, const model::Pattern& state) override {
    return ranked(party, state, std::less<Rank>());
  }

  Count count(StateSet set) override { return static_cast<unsigned long>(sets_[set].count()); }

  bool contains(StateSet set, const model::Pattern& state) override {
    const auto s = space_.find(state);
    return s && contains(set, *s);
  }
  bool contains(StateSet set, StateIndex s) override { return sets_[set].test(s.index()); }

  std::vector<model::Pattern> list(StateSet set, std::size_t limit) override {
    const Bits& bits = sets_[set];
    std::vector<model::Pattern> states;
    for (std::size_t s = bits.next(0); s < bits.size() && states.size() < limit; s = bits.next(s + 1))
      states.push_back(space_.pattern(StateIndex(s)));
    return states;
  }

  std::optional<StateNumber> number(const model::Pattern& state) override {
    const auto s = space_.find(state);
    return s ? std::optional<StateNumber>(s->index() + 1) : std::nullopt;
  }
  std::optional<model::Pattern> state(StateNumber number) override {
    if (number < 1 || number > space_.size())
      return std::nullopt;
    return space_.pattern(StateIndex(number - 1));
  }

  std::optional<std::uint64_t> place(PartyId party, const model::Pattern& state) override {
    const auto s = space_.find(state);
    if (!s)
      return std::nullopt;
    const Ranks& ranks = ranks_[party.index()];
    return ranks.classes - ranks.of[s->index()];
  }

  std::optional<Traffic> traffic() override {
    try {
      Traffic sum{0, 0};
      for (std::size_t i = 0; i < ranks_.size(); ++i) {
        const auto own = moves().traffic(PartyId(i));
        if (!own)
          return std::nullopt;
        sum.moves += own->moves;
        sum.improvements += own->improvements;
      }
      return sum;
    } catch (const LimitReached&) {
      return std::nullopt; // only a detail: the work that needed it reports the limit
    }
  }

  std::vector<StateIndex> movesFrom(PartyId party, StateIndex s) override {
    return moves().movesFrom(party, s);
  }

  std::optional<Repetition> repetition() override {
    const LimitedMoves::Cycle& cycle = onList().cycle();
    const auto kept = [this](const LimitedMoves::ByParty& sets) {
      std::vector<StateSet> all;
      for (const Bits& states : sets)
        all.push_back(sets_.keep(states));
      return all;
    };
    Repetition told{cycle.from, cycle.period, {}, kept(onList().open()), {}};
    const auto always = kept(cycle.always);
    const auto sometimes = kept(cycle.sometimes);
    for (std::size_t i = 0; i < always.size(); ++i)
      told.alternating.push_back(without(sometimes[i], always[i]));
    for (const LimitedMoves::ByParty& stable : cycle.stable)
      told.stable.push_back(kept(stable));
    return told;
  }

  std::uint32_t mark() const override { return sets_.size(); }
  void forgetSince(std::uint32_t mark) override {
    for (const auto& [key, set] : stable_)
      mark = std::max(mark, set.handle + 1);
    sets_.shrink(mark);
  }

private:
  template <class Belongs> StateSet those(const Belongs& belongs) {
    return sets_.keep(Bits::of(space_.size(), belongs));
  }

  template <class Join> StateSet joined(StateSet a, StateSet b, Join join) {
    Bits bits(space_.size());
    for (std::size_t w = 0; w < bits.words(); ++w)
      bits.setWord(w, join(sets_[a].word(w), sets_[b].word(w)));
    return sets_.keep(std::move(bits));
  }

  template <class Compare> StateSet ranked(PartyId party, const model::Pattern& state, Compare compare) {
    const auto at = space_.find(state);
    if (!at)
      return sets_.keep(Bits(space_.size()));
    const auto& rank = ranks_[party.index()].of;
    return those([&](std::size_t s) { return compare(rank[s], rank[at->index()]); });
  }

  Moves& moves() {
    if (moves_)
      return *moves_;
    if (space_.merged() || conflict().hasGraphForm())
      moves_ = movesOneByOne(space_, ranks_, maxMemory_, errand_);
    else
      moves_ = movesByOptions(space_, ranks_, errand_);
    return *moves_;
  }

  /// The concepts with the same sanctions are judged together; those of strength if they are asked for or
  /// will be.
  void judge(const model::ConceptRow& asked, PartyId party) {
    tell(asked.family, asked.sanctions(), party);
    const bool strong = asked.family == ConceptFamily::strength || conflict().speaksOfStrength();
    for (auto& [id, stable] : sanctions_.judge(asked.sanctions(), party, moves(), strong))
      stable_[{id, party}] = sets_.keep(std::move(stable));
  }

  void judgeOnList(const model::ConceptRow& asked, PartyId party) {
    tell(asked.family, std::nullopt, party);
    for (JudgedOnList::Found& found : onList().judge(asked, party))
      stable_[{found.id, found.party}] = sets_.keep(std::move(found.stable));
  }

  JudgedOnList& onList() {
    if (!onList_)
      onList_.emplace(space_, ranks_, [this]() -> Moves& { return moves(); }, maxMemory_, errand_);
    return *onList_;
  }

  void tell(ConceptFamily family, std::optional<Sanctions> sanctions, PartyId party) const {
    std::string phase = conflict().party(party).name + ':';
    for (const auto& concept_ : model::conceptsOf(family))
      if (!sanctions || concept_.sanctions() == *sanctions)
        phase += (phase.back() == ':' ? " " : ", ") + std::string(concept_.name);
    errand_.tell({std::move(phase), stable_.size(),
                  std::max(stable_.size() + 1, model::conceptCount * ranks_.size())});
  }

  StateSpace space_;
  std::vector<Ranks> ranks_;
  std::uint64_t maxMemory_;
  Errand errand_;
  StateSets sets_;
  std::unique_ptr<Moves> moves_; ///< made when first asked for
  std::map<std::pair<Concept, PartyId>, StateSet> stable_;
  SanctionStability sanctions_;
  std::optional<JudgedOnList> onList_; ///< made when first asked for
};

language::Diagnostic tooManyOptions(const model::Conflict& conflict) {
  language::Diagnostic d;
  d.code = "S0602";
  d.range = conflict.options[maxExplicitOptions].range;
  d.message = "this conflict has " + std::to_string(conflict.options.size()) +
              " options, and the explicit engine takes at most " + std::to_string(maxExplicitOptions);
  d.help = "`--engine symbolic` takes any number, or treat parties that act alike as one";
  return d;
}

class Opening {
public:
  Opening(const model::Conflict& conflict, const EngineLimits& limits, const Errand& errand, ExplicitWay way)
      : conflict_(conflict), limits_(limits), errand_(errand), way_(way),
        memory_(limits.maxMemory != 0 ? limits.maxMemory : memoryToUse()),
        thatFit_(statesThatFit(memory_, conflict.parties.size())),
        allowed_(statesAllowed(limits, conflict.parties.size())) {}

  Opened open() {
    if (conflict_.options.size() > maxExplicitOptions)
      result_.diagnostics.push_back(tooManyOptions(conflict_));
    else if (auto cube = inCube(); cube.taken)
      return std::move(cube.opened);
    else if (auto space = findStates())
      rank(std::move(*space));
    language::sortByPlace(result_.diagnostics);
    return std::move(result_);
  }

private:
  void add(const language::Diagnostics& more) {
    result_.diagnostics.insert(result_.diagnostics.end(), more.begin(), more.end());
  }

  CubeOpened inCube() const {
    return way_ == ExplicitWay::list ? CubeOpened() : openCube(conflict_, limits_, memory_, errand_, way_);
  }

  std::optional<StateSpace> findStates() {
    errand_.tell({"listing the feasible states", 0, 1});
    if (!conflict_.listed.empty()) {
      if (conflict_.listed.size() > allowed_)
        throw tooManyStates();
      add(checkList(conflict_, errand_));
      if (language::hasErrors(result_.diagnostics))
        return std::nullopt;
      return StateSpace::listed(conflict_);
    }
    auto states = enumerate();
    if (states.empty()) {
      add(explainNoState(conflict_, errand_));
      return std::nullopt;
    }
    return StateSpace(conflict_, std::move(states));
  }

  std::vector<std::uint64_t> enumerate() const {
    try {
      return feasibleStates(conflict_, allowed_, errand_);
    } catch (const LimitReached& reached) {
      if (reached.limit() == Limit::states)
        throw tooManyStates();
      throw;
    }
  }

  LimitReached tooManyStates() const {
    const std::string many = "there are more than " + std::to_string(allowed_) + " feasible states, ";
    if (allowed_ < thatFit_)
      return {Limit::states, many + "the limit given; a larger --max-states allows more"};
    return {Limit::memory, many + "as many as fit in the memory allowed (" + std::to_string(memory_ >> 20) +
                               " MiB); a larger --max-memory allows more"};
  }

  void rank(StateSpace space) {
    add(checkReferences(NumbersInSpace(space)));
    add(checkPreferences(space, errand_));
    if (language::hasErrors(result_.diagnostics))
      return;
    std::vector<Ranks> ranks(conflict_.parties.size());
    Step step(errand_, "ranking the states", ranks.size());
    inParallel(ranks.size(), space.size() < smallSpace ? ranks.size() : 1, errand_,
               [&](std::size_t begin, std::size_t end) {
                 for (std::size_t i = begin; i < end; ++i)
                   ranks[i] = rankStates(space, PartyId(i), step.part(i));
               });
    add(judgePreferences(space, ranks));
    result_.engine = std::make_unique<Explicit>(std::move(space), std::move(ranks), memory_, errand_);
  }

  const model::Conflict& conflict_;
  const EngineLimits& limits_;
  const Errand& errand_;
  ExplicitWay way_;
  std::uint64_t memory_;
  std::uint64_t thatFit_;
  std::uint64_t allowed_;
  Opened result_;
};

} // namespace

Opened openExplicit(const model::Conflict& conflict, const EngineLimits& limits, const Errand& errand,
                    ExplicitWay way) {
  Opened opened = Opening(conflict, limits, errand, way).open();
  if (opened.engine)
    errand.tell({opened.engine->way(), 0, 1});
  return opened;
}

} // namespace stasis::stability
