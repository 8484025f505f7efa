#include "stability/symbolic/symbolic_engine.h"

#include "model/looking_ahead.h"
#include "stability/memory.h"
#include "stability/reference_checks.h"
#include "stability/served.h"
#include "stability/symbolic/alike.h"
#include "stability/symbolic/by_attitudes.h"
#include "stability/symbolic/comparisons.h"
#include "stability/symbolic/diagram_table.h"
#include "stability/symbolic/group_moves.h"
#include "stability/symbolic/in_doubt.h"
#include "stability/symbolic/kept_sets.h"
#include "stability/symbolic/rank_bits.h"
#include "stability/symbolic/rank_thresholds.h"
#include "stability/symbolic/state_numbers.h"
#include "stability/symbolic/thresholds.h"

#include <algorithm>
#include <array>
#include <map>

namespace stasis::stability {

using model::Concept;
using model::ConceptFamily;
using model::Judgement;
using model::PartyId;
using model::Relation;
using model::Sanctions;

namespace {

constexpr std::array servedFamilies{ConceptFamily::classical, ConceptFamily::strength, ConceptFamily::unknown,
                                    ConceptFamily::attitudes, model::treeFamily};

class Symbolic : public Engine {
public:
  Symbolic(const model::Conflict& conflict, std::uint64_t bytes, const Errand& errand)
      : conflict_(conflict), errand_(errand), levels_(orderOfVariables(conflict)), table_(bytes, errand_),
        conditions_(conflict, levels_, table_), numbers_(levels_, table_) {
    const DiagramTable::At pace(table_, DiagramTable::Pace::hurry);
    feasible_ = findFeasible();
  }

  bool noState() const { return feasible_.holdsNowhere(); }

  /// Call only if the references of preferences are correct.
  void rank() {
    const DiagramTable::At pace(table_, DiagramTable::Pace::hurry);
    const StateOf stateOf = [this](const model::StateRef& reference) { return this->stateOf(reference); };
    for (std::size_t i = 0; i < conflict_.parties.size(); ++i) {
      errand_.tell({"ranking the states", i, conflict_.parties.size()});
      const auto& preference = conflict_.parties[i].preference;
      ranked_.push_back(
          {feasible_, rankBits(preference, conditions_, stateOf), rankTerms(preference, conditions_)});
      moves_.emplace_back(conflict_, levels_, table_, PartyId(i));
    }
    inDoubt_.begin(conditions_, stateOf);
  }

  std::vector<std::vector<StatementRange>> statementRanges() {
    const DiagramTable::At pace(table_, DiagramTable::Pace::hurry);
    std::vector<std::vector<StatementRange>> byParty(conflict_.parties.size());
    for (std::size_t i = 0; i < byParty.size(); ++i)
      if (const auto* tiers = std::get_if<model::Prioritised>(&conflict_.parties[i].preference))
        for (const auto& tier : tiers->tiers)
          for (const auto& statement : tier) {
            const Diagram wanted = conditions_.where(statement.wanted);
            byParty[i].push_back(
                {!(feasible_ & wanted).holdsNowhere(), !(feasible_ - wanted).holdsNowhere()});
          }
    return byParty;
  }

  std::string_view name() const override { return "symbolic"; }
  const model::Conflict& conflict() const override { return conflict_; }

  StateSet feasible() override { return sets_.keep(feasible_); }

  bool serves(model::ConceptFamily family) const override {
    return std::ranges::find(servedFamilies, family) != servedFamilies.end();
  }

  StateSet stable(Concept concept_, PartyId party) override {
    requireServed(*this, concept_);
    const auto known = stable_.find({concept_, party});
    if (known != stable_.end())
      return known->second;
    if (ended_)
      throw LimitReached(*ended_);
    try {
      errand_.check();
      if (const Concept same = plainly(concept_, party); same != concept_)
        return stable_.emplace(std::pair{concept_, party}, stable(same, party)).first->second;
      const PartyId like = likeOf(concept_, party);
      const Diagram alike = like == party ? Diagram() : sets_[stable(concept_, like)];
      const DiagramTable::At pace(table_, DiagramTable::Pace::hurry);
      const StateSet set =
          sets_.keep(like == party ? feasible_ - unstable(concept_, party)
                                   : moves_[like.index()].exchanged(alike, moves_[party.index()]));
      return stable_.emplace(std::pair{concept_, party}, set).first->second;
    } catch (const LimitReached& reached) {
      ended_ = reached; // later questions would take as long and end in the same way
      throw;
    }
  }

  /// Intersects the sets two by two, neighbours first. The states that are stable for two members of a family
  /// form a diagram nearly as small as that for one, and so most intersections are of small sets.
  StateSet stableForEach(const std::vector<Judged>& judged) override {
    std::vector<Diagram> met;
    for (const Judged& one : judged)
      met.push_back(sets_[stable(one.concept_, one.party)]);
    for (; met.size() > 1; met.resize((met.size() + 1) / 2))
      for (std::size_t k = 0; k < met.size(); k += 2)
        met[k / 2] = k + 1 < met.size() ? met[k] & met[k + 1] : met[k];
    return sets_.keep(met.empty() ? feasible_ : met.front());
  }

  StateSet where(const model::Expression& expression) override {
    return sets_.keep(feasible_ & conditions_.where(expression));
  }

  StateSet matching(const std::vector<model::Pattern>& patterns) override {
    Diagram found;
    for (const auto& pattern : patterns)
      if (pattern.size() == conflict_.options.size())
        found |= conditions_.matching(pattern);
    return sets_.keep(feasible_ & found);
  }

  StateSet both(StateSet a, StateSet b) override { return sets_.keep(sets_[a] & sets_[b]); }
  StateSet either(StateSet a, StateSet b) override { return sets_.keep(sets_[a] | sets_[b]); }
  StateSet without(StateSet a, StateSet b) override { return sets_.keep(sets_[a] - sets_[b]); }

  StateSet canMoveInto(StateSet target, PartyId party, Relation kind) override {
    const DiagramTable::At pace(table_, DiagramTable::Pace::hurry);
    return sets_.keep(feasible_ & stepInto(sets_[target], party, kind));
  }
  StateSet reachedFrom(StateSet source, PartyId party, Relation kind) override {
    const DiagramTable::At pace(table_, DiagramTable::Pace::hurry);
    OwnMoves& moves = moves_[party.index()];
    return sets_.keep(feasible_ & (kind == Relation::always
                                       ? moves.from(sets_[source])
                                       : moves.improvementsFrom(sets_[source], ranked_[party.index()])));
  }

  StateSet notPreferredTo(PartyId party, const model::Pattern& state) override {
    return sets_.keep(isFeasible(state) ? feasible_ - better(party, state) : Diagram());
  }
  StateSet worseThan(PartyId party, const model::Pattern& state) override {
    return sets_.keep(isFeasible(state) ? feasible_ & worse(party, state) : Diagram());
  }

  StateSet standingTo(const model::Pattern& state, PartyId party, model::Relation relation) {
    return sets_.keep(isFeasible(state) ? feasible_ & standing(state, party, relation) : Diagram());
  }

  StateSet differingIn(StateSet set, const std::vector<model::OptionId>& options) {
    std::vector<std::size_t> levels;
    for (const auto option : options)
      levels.push_back(levels_.option(option));
    return sets_.keep(feasible_ & some(sets_[set], conjunctionOf(table_, std::move(levels))));
  }

  Count count(StateSet set) override { return numbers_.count(sets_[set]); }

  bool contains(StateSet set, const model::Pattern& state) override {
    return state.size() == conflict_.options.size() && numbers_.contains(sets_[set], state);
  }

  std::vector<model::Pattern> list(StateSet set, std::size_t limit) override {
    if (conflict_.listed.empty())
      return numbers_.list(sets_[set], limit);
    std::vector<model::Pattern> states;
    for (const auto& line : conflict_.listed)
      if (states.size() < limit && numbers_.contains(sets_[set], line.pattern))
        states.push_back(line.pattern);
    return states;
  }

  std::optional<StateNumber> number(const model::Pattern& state) override {
    if (!isFeasible(state))
      return std::nullopt;
    if (!conflict_.listed.empty()) {
      const auto line = std::ranges::find(conflict_.listed, state, &model::ListedState::pattern);
      return static_cast<StateNumber>(line - conflict_.listed.begin()) + 1;
    }
    const Count place = numbers_.placeOf(feasible_, state);
    return place.fits_ulong_p() ? std::optional<StateNumber>(place.get_ui()) : std::nullopt;
  }

  std::optional<model::Pattern> state(StateNumber number) override {
    if (conflict_.listed.empty())
      return numbers_.at(feasible_, Count(static_cast<unsigned long>(number)));
    if (number < 1 || number > conflict_.listed.size())
      return std::nullopt;
    return conflict_.listed[number - 1].pattern;
  }

  std::uint32_t mark() const override { return sets_.size(); }
  void forgetSince(std::uint32_t mark) override {
    for (const auto& [key, set] : stable_)
      mark = std::max(mark, set.handle + 1);
    sets_.shrink(mark);
  }

private:
  Diagram findFeasible() {
    Diagram states = Diagram::constant(true);
    if (!conflict_.listed.empty()) {
      states = {};
      for (const auto& line : conflict_.listed)
        states |= conditions_.matching(line.pattern);
      return states;
    }
    // Goes from the bottom of the order upwards, so that what is already found changes near its top only.
    std::vector<Diagram> upwards;
    for (const auto& constraint : conflict_.constraints)
      upwards.push_back(conditions_.where(constraint.holds));
    std::ranges::stable_sort(upwards, std::greater<>(), [](const Diagram& holds) {
      return holds.isConstant() ? std::size_t{noLevel} : holds.level();
    });
    for (std::size_t k = 0; k < upwards.size() && !states.holdsNowhere(); ++k) {
      errand_.tell({"finding the feasible states", k, upwards.size()});
      states &= upwards[k];
    }
    return states;
  }

  /// The party whose set, with options exchanged, is this party's: the last one before it whose set is known.
  /// The fewer parties stand between the two, the less of the diagram changes.
  PartyId likeOf(Concept concept_, PartyId party) {
    const ConceptFamily family = row(concept_).family;
    auto known = like_.find(family);
    if (known == like_.end())
      known = like_.emplace(family, likeness(conflict_, family)).first;
    const auto& like = known->second;
    const PartyId first = like[party.index()];
    for (std::size_t before = party.index(); before-- > first.index();)
      if (like[before] == first && stable_.contains({concept_, PartyId(before)}))
        return PartyId(before);
    return first;
  }

  std::optional<model::Pattern> stateOf(const model::StateRef& reference) {
    using Kind = model::StateRef::Kind;
    if (reference.kind == Kind::named)
      return conflict_.named[reference.value].state;
    if (reference.kind == Kind::listed)
      return conflict_.listed[reference.value].pattern;
    return state(reference.value);
  }

  bool isFeasible(const model::Pattern& state) const {
    return state.size() == conflict_.options.size() && state.isState() && numbers_.contains(feasible_, state);
  }

  /// The rank bits of one state, as constants.
  std::vector<Diagram> rankOf(PartyId party, const model::Pattern& state) const {
    std::vector<Diagram> rank;
    for (const Diagram& bit : ranked_[party.index()].bits)
      rank.push_back(Diagram::constant(numbers_.contains(bit, state)));
    return rank;
  }
  Diagram better(PartyId party, const model::Pattern& than) const {
    return greater(ranked_[party.index()].bits, rankOf(party, than));
  }
  Diagram worse(PartyId party, const model::Pattern& than) const {
    return greater(rankOf(party, than), ranked_[party.index()].bits);
  }

  Diagram stepInto(const Diagram& target, PartyId party, Relation kind) {
    OwnMoves& moves = moves_[party.index()];
    switch (kind) {
    case Relation::always: return moves.into(target);
    case Relation::perhapsBetter: return inDoubt_.stepInto(party, target);
    case Relation::liked: return byAttitudes_.stepInto(party, target);
    default: return moves.improvementsInto(target, ranked_[party.index()]);
    }
  }

  Diagram standing(const model::Pattern& state, PartyId party, Relation relation) {
    switch (relation) {
    case Relation::never: return {};
    case Relation::always: return feasible_;
    case Relation::better: return better(party, state);
    case Relation::notBetter: return !better(party, state);
    case Relation::muchWorse:
      return stability::muchWorse(conflict_.party(party).preference, ranked_[party.index()].bits,
                                  rankOf(party, state));
    case Relation::notMuchWorse: return !standing(state, party, Relation::muchWorse);
    case Relation::surelyBetter:
    case Relation::perhapsBetter:
    case Relation::surelyNotBetter:
    case Relation::perhapsNotBetter: return inDoubt_.standingTo(valuesAt(state), party, relation);
    case Relation::liked: {
      Diagram liked = !conditions_.matching(state);
      for (std::size_t j = 0; j < conflict_.parties.size(); ++j) {
        const model::Attitude attitude = conflict_.attitude(party, PartyId(j));
        if (attitude != model::Attitude::neutral)
          liked -= attitude == model::Attitude::for_ ? worse(PartyId(j), state) : better(PartyId(j), state);
      }
      return liked;
    }
    case Relation::notLiked: return !standing(state, party, Relation::liked);
    }
    return {};
  }

  /// What sets come to at one state: everywhere or nowhere.
  InDoubt::ValueOf valuesAt(const model::Pattern& state) const {
    return [this, &state](const Diagram& set) { return Diagram::constant(numbers_.contains(set, state)); };
  }

  /// What a concept comes to for this party: if nobody answers, nothing deters; if nobody doubts, the
  /// classical one is left.
  Concept plainly(Concept concept_, PartyId party) const {
    const auto& said = row(concept_);
    if (said.family == ConceptFamily::unknown)
      if (const auto classical = inDoubt_.withoutDoubt(said, party))
        return *classical;
    if (said.answers == Relation::never || !nobodyElseMoves(party))
      return concept_;
    for (const auto& other : model::conceptsOf(said.family))
      if (other.answers == Relation::never && other.leaves == said.leaves)
        return other.id;
    return Concept::nash;
  }

  bool nobodyElseMoves(PartyId party) const {
    for (std::size_t j = 0; j < moves_.size(); ++j)
      if (j != party.index() && !moves_[j].none())
        return false;
    return true;
  }

  Diagram unstable(Concept id, PartyId party) {
    const auto& concept_ = row(id);
    if (moves_[party.index()].none())
      return {};
    GroupMoves others = othersOf(concept_, party);
    if (concept_.family == ConceptFamily::attitudes)
      return byAttitudes_.unstable(concept_, party, others);
    if (concept_.family == ConceptFamily::unknown)
      return inDoubt_.unstable(concept_, party, others);
    return unstableByRank(concept_, party, others);
  }

  Diagram unstableByRank(const model::ConceptRow& concept_, PartyId party, GroupMoves& others) {
    OwnMoves& moves = moves_[party.index()];
    const auto& bits = ranked_[party.index()].bits;
    if (bits.empty())
      return {};
    const auto& thresholds = levels_.thresholds(party);
    const Diagram preferred = thresholds_.above(party);
    if (concept_.family == model::treeFamily)
      return feasible_ & atThreshold(reachedInTree(concept_, party, preferred, others), bits, thresholds);
    Diagram unsanctioned = feasible_ & preferred;
    if (concept_.sanctions() != Sanctions::none) {
      const Diagram deters = concept_.family == ConceptFamily::strength
                                 ? muchWorse(conflict_.party(party).preference, bits, thresholds_.of(party))
                                 : !preferred;
      const Diagram start =
          concept_.judgement() == Judgement::rank ? deters : !moves.into(feasible_ - deters);
      unsanctioned -= others.backwards(start, party, concept_.sanctions());
    }
    return feasible_ & atThreshold(moves.into(unsanctioned), bits, thresholds);
  }

  /// {(x, v) : c_h(x) > v}, where the party reaches more than v in a tree of h moves. With c and d as in
  /// explicit/tree_stability.h, and each two moves by one fold and one search as under SMR:
  ///
  ///   c_h > v   from some move to a state with rank > v and d_(h-1) > v
  ///   d_h ≤ v   the others can bring about a state with rank ≤ v and c_(h-1) ≤ v
  ///
  /// For a limit until nothing changes: c only grows for even h and only shrinks for odd h.
  Diagram reachedInTree(const model::ConceptRow& concept_, PartyId party, const Diagram& preferred,
                        GroupMoves& others) {
    OwnMoves& moves = moves_[party.index()];
    const std::size_t h = movesAhead(concept_.id);
    const Diagram better = feasible_ & preferred;
    Diagram reached = h % 2 == 0 ? Diagram() : moves.into(better);
    for (std::size_t k = h % 2; isLimit(concept_.id) || k + 2 <= h; k += 2) {
      const Diagram further =
          moves.into(better - others.backwards(!(preferred | reached), party, concept_.sanctions()));
      if (further == reached)
        break;
      reached = further;
    }
    return reached;
  }

  /// What the others can bring about; tells how far a search for this concept is.
  GroupMoves othersOf(const model::ConceptRow& concept_, PartyId party) {
    const std::string phase = conflict_.party(party).name + ": " + std::string(concept_.name);
    return {feasible_, moves_, ranked_, levels_.firstOption(), [this, phase](double share) {
              errand_.tell({phase + ", " + std::to_string(static_cast<int>(100 * share)) + " %;",
                            stable_.size(), model::conceptCount * conflict_.parties.size()});
            }};
  }

  const model::Conflict& conflict_;
  Errand errand_;
  Levels levels_;
  DiagramTable table_; ///< before everything that holds diagrams
  Conditions conditions_;
  StateNumbers numbers_;
  Diagram feasible_;
  std::vector<Ranked> ranked_;
  std::vector<OwnMoves> moves_;
  RankThresholds thresholds_{levels_, table_, ranked_};
  InDoubt inDoubt_{conflict_, levels_, table_, feasible_, moves_, ranked_, thresholds_};
  ByAttitudes byAttitudes_{conflict_, levels_, feasible_, moves_, ranked_, thresholds_};
  /// By family of concepts and party: the one whose sets are computed in its place. Found when first asked
  /// for, since it takes long in a family of thousands.
  std::map<ConceptFamily, std::vector<PartyId>> like_;
  KeptSets sets_;
  std::map<std::pair<Concept, PartyId>, StateSet> stable_;
  std::optional<LimitReached> ended_;
};

/// The states of this engine, for the checks that every engine makes.
class NumbersInEngine : public NumberedStates {
public:
  explicit NumbersInEngine(Symbolic& engine) : engine_(engine), size_(engine.count(engine.feasible())) {}
  const model::Conflict& conflict() const override { return engine_.conflict(); }
  Count size() const override { return size_; }
  std::optional<StateNumber> number(const model::Pattern& state) const override {
    return engine_.number(state);
  }
  bool contains(const model::Pattern& state) const override {
    return state.isState() && engine_.contains(engine_.feasible(), state);
  }

private:
  Symbolic& engine_;
  Count size_;
};

language::Diagnostic notTaken(model::Range range, std::string what) {
  return {
      language::Severity::error, "S0607", range, "the symbolic engine does not take " + std::move(what), {},
      "`--engine explicit` does"};
}

/// Reports listed moves and merged states: if they are present, options do not determine the moves.
language::Diagnostics notForThisEngine(const model::Conflict& conflict) {
  for (const auto& party : conflict.parties)
    if (party.moves && !party.moves->empty())
      return {notTaken(party.moves->front().from.range, "moves listed one by one")};
  for (const auto& line : conflict.listed)
    if (!line.pattern.isState())
      return {notTaken(line.range, "merged states")};
  return {};
}

} // namespace

OpenedSymbolic openSymbolic(const model::Conflict& conflict, const EngineLimits& limits,
                            const Errand& errand) {
  OpenedSymbolic opened;
  auto& found = opened.diagnostics;
  found = notForThisEngine(conflict);
  if (found.empty())
    found = checkListedStates(conflict);
  if (!language::hasErrors(found)) {
    auto engine = std::make_unique<Symbolic>(
        conflict, limits.maxMemory != 0 ? limits.maxMemory : memoryToUse(), errand);
    if (engine->noState()) {
      found = explainNoState(conflict, errand);
      return opened;
    }
    found = checkReferences(NumbersInEngine(*engine));
    if (!language::hasErrors(found)) {
      engine->rank();
      if (engine->count(engine->feasible()) > 1) {
        const auto constant = constantStatements(conflict, engine->statementRanges());
        found.insert(found.end(), constant.begin(), constant.end());
      }
      opened.engine = std::move(engine);
    }
  }
  language::sortByPlace(found);
  return opened;
}

StateSet differingIn(Engine& engine, StateSet set, const std::vector<model::OptionId>& options) {
  return dynamic_cast<Symbolic&>(engine).differingIn(set, options);
}

std::optional<StateSet> standingTo(Engine& engine, const model::Pattern& state, model::PartyId party,
                                   model::Relation relation) {
  auto* symbolic = dynamic_cast<Symbolic*>(&engine);
  return symbolic == nullptr ? std::nullopt : std::optional(symbolic->standingTo(state, party, relation));
}

} // namespace stasis::stability
