#include "stability/explicit/cube_engine.h"

#include "model/limited_moves.h"
#include "model/looking_ahead.h"
#include "model/simultaneous.h"
#include "stability/cube/lanes.h"
#include "stability/cube/option_columns.h"
#include "stability/cube/work.h"
#include "stability/explicit/checks.h"
#include "stability/explicit/judged_on_list.h"
#include "stability/explicit/state_sets.h"
#include "stability/explicit/strong_ranks.h"
#include "stability/numbered_states.h"
#include "stability/reference_checks.h"
#include "stability/repetition.h"
#include "stability/served.h"
#include "stability/step.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <map>

namespace stasis::stability {

using cube::SetWords;
using model::Concept;
using model::ConceptFamily;
using model::PartyId;
using model::Sanctions;

namespace {

/// Fewer numbers than this do not fill the columns.
constexpr std::size_t leastNumbers = 1024;

class Cube : public ExplicitEngine, public TellsRepetition {
public:
  Cube(cube::Shape shape, std::uint64_t memory, const Errand& errand)
      : shape_(std::move(shape)), memory_(memory), errand_(errand), feasible_(shape_, errand_) {}

  /// Ranks the states. Must come before any other question.
  std::vector<std::vector<StatementRange>> rankStates() {
    auto begun = cube::begin(shape_, feasible_, errand_);
    work_ = std::move(begun.work);
    return std::move(begun.statements);
  }
  const cube::Shape& shape() const { return shape_; }
  const cube::Feasible& feasibleNumbers() const { return feasible_; }

  std::string_view name() const override { return "explicit"; }
  std::string way() const override {
    const std::uint64_t filled = 100 * feasible_.count() / shape_.size();
    return "explicit, states in a cube of " + std::to_string(shape_.size()) + " numbers (" +
           std::to_string(filled) + " % states), ranks of " + std::to_string(work_->bitsOfRank()) +
           " bits, " + cube::kernels().name + (onList_ ? onList_->told() : std::string());
  }
  const model::Conflict& conflict() const override { return shape_.conflict(); }
  std::size_t stateCount() const override { return feasible_.count(); }

  StateSet feasible() override { return sets_.keep(bitsOf(cube::wordsOf(shape_, feasible_))); }

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
    else if (asked.family == model::treeFamily)
      judgeInTree(asked, party);
    else
      judgeOnList(asked, party);
    return stable_.at({concept_, party});
  }

  StateSet stableForEach(const std::vector<Judged>& judged) override {
    if (judged.empty())
      return feasible();
    Bits all = sets_[stable(judged.front().concept_, judged.front().party)];
    for (const Judged& one : std::span(judged).subspan(1)) {
      const Bits& more = sets_[stable(one.concept_, one.party)];
      for (std::size_t w = 0; w < all.words(); ++w)
        all.setWord(w, all.word(w) & more.word(w));
    }
    return sets_.keep(std::move(all));
  }

  StateSet where(const model::Expression& expression) override {
    cube::Conditions conditions(shape_, {&expression});
    SetWords held((shape_.size() + 63) / 64);
    for (std::size_t begin = 0; begin < shape_.size(); begin += cube::blockNumbers) {
      conditions.evaluate(begin);
      for (std::size_t w = 0; w < cube::blockWords && begin / 64 + w < held.size(); ++w)
        held[begin / 64 + w] = conditions[0][w] & feasible_.word(begin / 64 + w);
    }
    return sets_.keep(bitsOf(std::move(held)));
  }

  StateSet matching(const std::vector<model::Pattern>& patterns) override {
    Bits found(shape_.size());
    for (const auto& pattern : patterns)
      if (pattern.size() == conflict().options.size())
        addMatching(pattern, found);
    return sets_.keep(std::move(found));
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
    return moved(target, party, kind, cube::Work::Way::into);
  }
  StateSet reachedFrom(StateSet source, PartyId party, model::Relation kind) override {
    return moved(source, party, kind, cube::Work::Way::from);
  }

  StateSet notPreferredTo(PartyId party, const model::Pattern& state) override {
    const auto n = numberOf(state);
    return sets_.keep(n ? bitsOf(work_->rankedAtMost(party, work_->rank(party, *n))) : Bits(shape_.size()));
  }
  StateSet worseThan(PartyId party, const model::Pattern& state) override {
    const auto n = numberOf(state);
    if (!n || work_->rank(party, *n) == 0)
      return sets_.keep(Bits(shape_.size()));
    return sets_.keep(bitsOf(work_->rankedAtMost(party, work_->rank(party, *n) - 1)));
  }

  Count count(StateSet set) override { return static_cast<unsigned long>(sets_[set].count()); }

  bool contains(StateSet set, const model::Pattern& state) override {
    const auto n = numberOf(state);
    return n && sets_[set].test(*n);
  }
  bool contains(StateSet set, StateIndex s) override {
    return sets_[set].test(feasible_.numberAt(s.index()));
  }

  std::vector<model::Pattern> list(StateSet set, std::size_t limit) override {
    const Bits& bits = sets_[set];
    std::vector<model::Pattern> states;
    for (std::size_t n = bits.next(0); n < bits.size() && states.size() < limit; n = bits.next(n + 1))
      states.push_back(patternOf(n));
    return states;
  }

  std::optional<StateNumber> number(const model::Pattern& state) override { return numberAmongStates(state); }
  std::optional<model::Pattern> state(StateNumber number) override {
    if (number < 1 || number > feasible_.count())
      return std::nullopt;
    return patternOf(feasible_.numberAt(number - 1));
  }

  std::optional<std::uint64_t> place(PartyId party, const model::Pattern& state) override {
    const auto n = numberOf(state);
    if (!n)
      return std::nullopt;
    const auto& better = placesOf(party);
    return better[work_->rank(party, *n)];
  }

  std::optional<Traffic> traffic() override {
    try {
      Traffic sum{0, 0};
      for (std::size_t i = 0; i < conflict().parties.size(); ++i) {
        sum.moves += static_cast<unsigned long>(work_->countMoves(PartyId(i)));
        sum.improvements += static_cast<unsigned long>(work_->countImprovements(PartyId(i)));
      }
      return sum;
    } catch (const LimitReached&) {
      return std::nullopt; // only a detail: the work that needed it reports the limit
    }
  }

  std::vector<StateIndex> movesFrom(PartyId party, StateIndex s) override {
    const auto digit = shape_.digitOf(party);
    if (!digit)
      return {};
    const cube::Digit& own = shape_.digits()[*digit];
    const std::size_t from = feasible_.numberAt(s.index());
    const std::uint64_t before = shape_.taken(from);
    std::vector<StateIndex> reached;
    for (std::size_t c = 0; c < own.radix(); ++c) {
      const std::size_t to =
          from / (own.stride * own.radix()) * own.stride * own.radix() + c * own.stride + from % own.stride;
      const std::uint64_t after = shape_.taken(to);
      const bool allowed = (before & ~after & own.kept) == 0 && (after & ~before & own.barred) == 0;
      if (to != from && allowed && feasible_.has(to))
        reached.emplace_back(feasible_.placeOf(to));
    }
    return reached;
  }

  std::optional<Repetition> repetition() override {
    const LimitedMoves::Cycle& cycle = onList().cycle();
    const auto kept = [this](const LimitedMoves::ByParty& sets) {
      std::vector<StateSet> all;
      for (const Bits& states : sets)
        all.push_back(keepListed(states));
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

  std::optional<StateNumber> numberAmongStates(const model::Pattern& state) const {
    const auto n = numberOf(state);
    return n ? std::optional<StateNumber>(feasible_.placeOf(*n) + 1) : std::nullopt;
  }
  std::uint64_t rankBound(PartyId party) const { return work_->bound(party); }
  std::uint64_t rank(PartyId party, std::size_t number) const { return work_->rank(party, number); }

  /// Calls `visit(number)` in ascending order.
  template <class Visit> void eachState(Visit visit) const {
    for (std::size_t n = 0; n < shape_.size(); ++n)
      if (feasible_.has(n))
        visit(n);
  }

private:
  Bits bitsOf(SetWords words) const { return {shape_.size(), std::move(words)}; }

  std::optional<std::size_t> numberOf(const model::Pattern& state) const {
    const auto n = shape_.find(state);
    return n && feasible_.has(*n) ? n : std::nullopt;
  }
  model::Pattern patternOf(std::size_t number) const {
    const std::uint64_t taken = shape_.taken(number);
    model::Pattern pattern(conflict().options.size(), model::Choice::no);
    for (std::uint64_t left = taken; left != 0; left &= left - 1)
      pattern.set(model::OptionId(static_cast<std::size_t>(std::countr_zero(left))), model::Choice::yes);
    return pattern;
  }

  /// Adds the numbers that agree with a pattern which leaves something open.
  void addMatching(const model::Pattern& pattern, Bits& found) const {
    std::uint64_t taken = 0;
    std::uint64_t decided = 0;
    for (std::size_t o = 0; o < pattern.size(); ++o) {
      const model::Choice choice = pattern[model::OptionId(o)];
      taken |= static_cast<std::uint64_t>(choice == model::Choice::yes ? 1 : 0) << o;
      decided |= static_cast<std::uint64_t>(choice == model::Choice::either ? 0 : 1) << o;
    }
    std::uint64_t owned = 0;
    for (const cube::Digit& digit : shape_.digits())
      owned |= digit.options;
    if (((shape_.taken(0) ^ taken) & decided & ~owned) == 0)
      addMatching(shape_.digits().size(), 0, taken, decided, found);
  }

  void addMatching(std::size_t digits, std::size_t number, std::uint64_t taken, std::uint64_t decided,
                   Bits& found) const {
    if (digits == 0) {
      if (feasible_.has(number))
        found.set(number);
      return;
    }
    const cube::Digit& digit = shape_.digits()[digits - 1];
    for (std::size_t c = 0; c < digit.radix(); ++c)
      if (((digit.choices[c] ^ taken) & decided & digit.options) == 0)
        addMatching(digits - 1, number + c * digit.stride, taken, decided, found);
  }

  template <class Join> StateSet joined(StateSet a, StateSet b, Join join) {
    Bits bits(shape_.size());
    for (std::size_t w = 0; w < bits.words(); ++w)
      bits.setWord(w, join(sets_[a].word(w), sets_[b].word(w)));
    return sets_.keep(std::move(bits));
  }

  StateSet moved(StateSet set, PartyId party, model::Relation kind, cube::Work::Way way) {
    return sets_.keep(bitsOf(work_->moved(sets_[set].all(), party, kind, way)));
  }

  /// Judges every classical concept with these sanctions for one party, and the strong ones if they are asked
  /// for or will be.
  void judge(const model::ConceptRow& asked, PartyId party) {
    const Sanctions sanctions = asked.sanctions();
    const bool strong = asked.family == ConceptFamily::strength || conflict().speaksOfStrength();
    tell(asked.family, sanctions, party);
    auto verdicts = work_->judge(party, sanctions, strong ? beyondOf(party) : std::span<const Rank>());
    keepStable(ConceptFamily::classical, sanctions, party, verdicts.plain);
    if (strong)
      keepStable(ConceptFamily::strength, sanctions, party, verdicts.strong);
  }

  void keepStable(ConceptFamily family, Sanctions sanctions, PartyId party, cube::Work::Verdicts& verdicts) {
    const auto keep = [&](SetWords& words) { return sets_.keep(bitsOf(std::move(words))); };
    std::optional<StateSet> byRank, byHigh;
    for (const auto& concept_ : model::conceptsOf(family))
      if (concept_.sanctions() == sanctions) {
        const bool high = concept_.judgement() == model::Judgement::high;
        auto& set = high ? byHigh : byRank;
        if (!set)
          set = keep(high ? verdicts.byHigh : verdicts.byRank);
        stable_[{concept_.id, party}] = *set;
      }
  }

  /// The states as a list, for work that is not done on columns of numbers. Made when first asked for.
  const StateSpace& listed() {
    if (!listed_) {
      std::vector<std::uint64_t> taken;
      eachState([&](std::size_t n) { taken.push_back(shape_.taken(n)); });
      listed_.emplace(conflict(), std::move(taken));
    }
    return *listed_;
  }

  /// For strength of preference, by rank. Made when first asked for.
  std::span<const Rank> beyondOf(PartyId party) {
    auto& known = beyond_[party];
    if (!known.empty())
      return known;
    Beyond beyond(work_->bound(party));
    if (std::holds_alternative<model::Prioritised>(conflict().party(party).preference)) {
      // Which statements hold decides the rank and the strong class, so one state of each rank is enough.
      std::vector<std::pair<std::uint64_t, Rank>> states;
      const auto byRank = work_->stateOfEachRank(party);
      for (std::size_t rank = 0; rank < byRank.size(); ++rank)
        if (byRank[rank])
          states.emplace_back(shape_.taken(*byRank[rank]), static_cast<Rank>(rank));
      std::ranges::sort(states);
      std::vector<std::uint64_t> taken;
      std::ranges::transform(states, std::back_inserter(taken),
                             [](const auto& state) { return state.first; });
      const auto strong = strongClasses(StateSpace(conflict(), std::move(taken)), party, errand_);
      for (std::size_t k = 0; k < states.size(); ++k)
        beyond.note(states[k].second, strong[k]);
    } else {
      const auto strong = strongClasses(listed(), party, errand_);
      std::size_t place = 0;
      eachState(
          [&](std::size_t n) { beyond.note(static_cast<Rank>(work_->rank(party, n)), strong[place++]); });
    }
    known = beyond.take();
    return known;
  }

  /// Judges the trees of as many moves, and of one more or less, with these answers.
  void judgeInTree(const model::ConceptRow& asked, PartyId party) {
    tell(asked.family, asked.sanctions(), party);
    const auto roundsOf = [](Concept id) {
      return model::isLimit(id) ? std::optional<std::size_t>() : movesAhead(id) / 2;
    };
    auto verdicts = work_->judgeTree(party, asked.sanctions(), roundsOf(asked.id));
    const StateSet even = sets_.keep(bitsOf(std::move(verdicts.even)));
    const StateSet odd = sets_.keep(bitsOf(std::move(verdicts.odd)));
    const auto keep = [&](Concept id) { stable_[{id, party}] = movesAhead(id) % 2 == 0 ? even : odd; };
    for (const auto& tree : model::conceptsOf(model::treeFamily))
      if (tree.answers == asked.answers && roundsOf(tree.id) == roundsOf(asked.id))
        keep(tree.id);
    keep(asked.id); // of the table or not
  }

  void judgeOnList(const model::ConceptRow& asked, PartyId party) {
    tell(asked.family, std::nullopt, party);
    for (const JudgedOnList::Found& found : onList().judge(asked, party))
      stable_[{found.id, found.party}] = keepListed(found.stable);
  }

  JudgedOnList& onList() {
    if (!onList_)
      onList_.emplace(
          listed(), listedRanks(),
          [this]() -> Moves& {
            if (!listedMoves_)
              listedMoves_ = movesByOptions(listed(), listedRanks(), errand_);
            return *listedMoves_;
          },
          memory_, errand_);
    return *onList_;
  }

  /// The ranks of the listed states, by party. Made when first asked for.
  const std::vector<Ranks>& listedRanks() {
    if (!ranks_.empty())
      return ranks_;
    Step step(errand_, "ranking the states", conflict().parties.size());
    for (std::size_t i = 0; i < conflict().parties.size(); ++i)
      ranks_.push_back(stability::rankStates(listed(), PartyId(i), step.part(i)));
    return ranks_;
  }

  /// Keeps a set of listed states as a set of numbers.
  StateSet keepListed(const Bits& states) {
    if (states.size() == shape_.size())
      return sets_.keep(states);
    Bits numbers(shape_.size());
    std::size_t place = 0;
    eachState([&](std::size_t n) {
      if (states.test(place++))
        numbers.set(n);
    });
    return sets_.keep(std::move(numbers));
  }

  void tell(ConceptFamily family, std::optional<Sanctions> sanctions, PartyId party) const {
    std::string phase = conflict().party(party).name + ':';
    for (const auto& concept_ : model::conceptsOf(family))
      if (!sanctions || concept_.sanctions() == *sanctions)
        phase += (phase.back() == ':' ? " " : ", ") + std::string(concept_.name);
    errand_.tell({std::move(phase), stable_.size(),
                  std::max(stable_.size() + 1, model::conceptCount * conflict().parties.size())});
  }

  /// The place of each rank: 1 for the best class that occurs. Made when first asked for.
  const std::vector<std::uint32_t>& placesOf(PartyId party) {
    auto& places = places_[party];
    if (!places.empty())
      return places;
    for (const auto& state : work_->stateOfEachRank(party))
      places.push_back(state ? 1 : 0);
    std::uint32_t better = 0;
    for (std::size_t rank = places.size(); rank-- > 0;) {
      better += places[rank];
      places[rank] = better;
    }
    return places;
  }

  cube::Shape shape_;
  std::uint64_t memory_;
  Errand errand_;
  cube::Feasible feasible_;
  std::unique_ptr<cube::Work> work_;
  StateSets sets_; ///< one bit a number
  std::map<std::pair<Concept, PartyId>, StateSet> stable_;
  std::map<PartyId, std::vector<std::uint32_t>> places_;
  std::optional<StateSpace> listed_;
  std::map<PartyId, std::vector<Rank>> beyond_;
  std::vector<Ranks> ranks_;           ///< by party, of the list
  std::unique_ptr<Moves> listedMoves_; ///< made when first asked for
  std::optional<JudgedOnList> onList_; ///< made when first asked for
};

class NumbersInCube : public NumberedStates {
public:
  explicit NumbersInCube(const Cube& cube) : cube_(cube) {}
  const model::Conflict& conflict() const override { return cube_.conflict(); }
  Count size() const override { return static_cast<unsigned long>(cube_.stateCount()); }
  std::optional<StateNumber> number(const model::Pattern& state) const override {
    return cube_.numberAmongStates(state);
  }

private:
  const Cube& cube_;
};

class RanksInCube : public RankedStates {
public:
  explicit RanksInCube(const Cube& cube) : cube_(cube), states_(cube) {}
  const NumberedStates& states() const override { return states_; }
  std::uint64_t bound(PartyId party) const override { return cube_.rankBound(party); }
  void each(PartyId party, const Visit& visit) const override {
    std::size_t place = 0;
    cube_.eachState([&](std::size_t n) {
      visit(StateIndex(place++), cube_.rank(party, n), {cube_.shape().taken(n), 0});
    });
  }

private:
  const Cube& cube_;
  NumbersInCube states_;
};

/// The bits that a rank takes, as far as the text shows; for the estimate of memory.
unsigned rankBits(const model::Conflict& conflict) {
  unsigned bits = 8;
  for (const auto& party : conflict.parties) {
    std::uint64_t numbers = 256;
    if (const auto* preference = std::get_if<model::Prioritised>(&party.preference)) {
      numbers = 1;
      for (const auto& tier : preference->tiers)
        numbers = std::min<std::uint64_t>(numbers * (tier.size() + 1), std::uint64_t{1} << 32);
    } else if (std::holds_alternative<std::monostate>(party.preference)) {
      numbers = 1;
    }
    bits = std::max(bits, numbers <= 255 ? 8U : numbers <= 65535 ? 16U : 32U);
  }
  return bits;
}

} // namespace

CubeOpened openCube(const model::Conflict& conflict, const EngineLimits& limits, std::uint64_t memory,
                    const Errand& errand, ExplicitWay way) {
  const std::uint64_t most = memory / (conflict.parties.size() + 2);
  auto shape = cube::Shape::of(conflict, most, errand);
  if (!shape)
    return {};
  if (way != ExplicitWay::cube && shape->size() < leastNumbers)
    return {};
  if (cube::bytesNeeded(*shape, rankBits(conflict)) > memory)
    return {};
  auto engine = std::make_unique<Cube>(std::move(*shape), memory, errand);
  const std::uint64_t states = engine->feasibleNumbers().count();
  if (states == 0 || (limits.maxStates != 0 && states > limits.maxStates))
    return {}; // the list reports what is wrong
  if (way != ExplicitWay::cube && 100 * states < cube::kernels().worthFilled * engine->shape().size())
    return {};
  CubeOpened result{.taken = true, .opened = {}};
  auto& found = result.opened.diagnostics;
  found = checkReferences(NumbersInCube(*engine));
  if (!language::hasErrors(found)) {
    errand.tell({"ranking the states", 0, 1});
    const auto statements = engine->rankStates();
    const auto warnings = judgePreferences(RanksInCube(*engine), statements);
    found.insert(found.end(), warnings.begin(), warnings.end());
    result.opened.engine = std::move(engine);
  }
  language::sortByPlace(found);
  return result;
}

} // namespace stasis::stability
