#include "stability/orbits/counts_engine.h"

#include "stability/orbits/counted_stability.h"
#include "stability/orbits/orbit_sets.h"
#include "stability/served.h"

#include <algorithm>
#include <map>
#include <set>

namespace stasis::stability {

using model::Concept;
using model::PartyId;
using model::Pattern;

namespace {

/// Cells of all parties together; a byte each for every statement while they are ranked.
constexpr std::size_t mostCells = std::size_t{1} << 22;

/// A conflict whose members may be counted.
struct Counted {
  explicit Counted(const model::Conflict& conflict) : alike(conflict, kindsOf(conflict, {})) {}

  /// False if the engine does not take it.
  bool prepare(const Errand& errand) {
    if (alike.noChoice())
      return false;
    conflict = CountedConflict::of(alike, errand);
    if (!conflict)
      return false;
    std::size_t cells = 0;
    const CountSets sets(*conflict);
    for (std::size_t p = 0; p < alike.conflict.parties.size(); ++p) {
      if (conflict->isMember(PartyId(p)) && PartyId(p) != conflict->members().front())
        continue;
      const auto space = spaceOfRanks(*conflict, PartyId(p));
      if (!space)
        return false;
      cells += sets.cells(*space);
      if (cells > mostCells)
        return false;
      (conflict->isMember(PartyId(p)) ? ofMember : ofSingles.emplace_back()) = *space;
    }
    return CappedSums::count(classesOfAll()) <= CappedSums::most;
  }

  /// The classes of all members that everybody's preferences tell apart.
  SumClasses classesOfAll() const {
    SumClasses classes = ofMember.classes.withOneMore();
    for (const CountSpace& space : ofSingles)
      classes.cutAsIn(space.classes);
    return classes;
  }

  AlikeConflict alike;
  std::optional<CountedConflict> conflict;
  std::vector<CountSpace> ofSingles; ///< where their ranks are
  CountSpace ofMember;               ///< of the first member
};

class Counts : public Engine {
public:
  Counts(std::unique_ptr<const Counted> counted, const Errand& errand)
      : counted_(std::move(counted)), all_(*counted_->conflict), errand_(errand), sets_(all_),
        numbers_(all_, sets_, errand_) {
    const CountSpace space{{}, {}, false};
    keep(setOf(space, RowWords(sets_.cells(space), ~std::uint64_t{0})));
  }

  bool noState() const { return all_.together().empty(); }

  /// Call only if the references of preferences are correct.
  void rank() {
    for (std::size_t k = 0; k < all_.singles().size(); ++k) {
      errand_.tell({"ranking the classes", k, all_.singles().size() + 1});
      ranks_.push_back(rankCells(all_, sets_, numbers_, all_.singles()[k], counted_->ofSingles[k], errand_));
    }
    ranks_.push_back(rankCells(all_, sets_, numbers_, all_.members().front(), counted_->ofMember, errand_));
  }

  std::vector<std::vector<StatementRange>> statementRanges() const {
    std::vector<std::vector<StatementRange>> byParty;
    for (std::size_t p = 0; p < conflict().parties.size(); ++p)
      byParty.push_back(ranks_[rankedAs(PartyId(p))].statements);
    return byParty;
  }

  std::string_view name() const override { return "orbits"; }
  const model::Conflict& conflict() const override { return all_.conflict(); }
  StateSet feasible() override { return {0}; }

  StateSet stable(Concept concept_, PartyId party) override {
    const auto known = stable_.find({concept_, party});
    if (known != stable_.end())
      return known->second;
    CountSpace space = ranks_[rankedAs(party)].space;
    if (all_.isMember(party))
      space.apart = {party};
    const StateSet set =
        keep({std::make_shared<const CountSpace>(std::move(space)), rowsOf(concept_, rankedAs(party)), {}});
    stable_.emplace(std::pair{concept_, party}, set);
    return set;
  }

  StateSet stableForEach(const std::vector<Judged>& judged) override {
    std::map<PartyId, std::set<Concept>> asked;
    for (const Judged& one : judged)
      asked[one.party].insert(one.concept_);
    const bool membersAsOne = std::ranges::all_of(all_.members(), [&](PartyId member) {
      const auto own = asked.find(member);
      const auto first = asked.find(all_.members().front());
      return own != asked.end() && own->second == first->second;
    });
    StateSet set = feasible();
    for (const auto& [party, concepts] : asked)
      if (!membersAsOne || !all_.isMember(party))
        for (const Concept id : concepts)
          set = both(set, stable(id, party));
    return membersAsOne ? both(set, stableForAll(asked.at(all_.members().front()))) : set;
  }

  StateSet where(const model::Expression& expression) override {
    auto parts = splitBy(expression, {all_.members()}, conflict());
    std::ranges::sort(parts, std::ranges::greater(), &Parties::size);
    Parties apart;
    for (std::size_t k = 1; k < parts.size(); ++k)
      apart.insert(apart.end(), parts[k].begin(), parts[k].end());
    std::ranges::sort(apart);
    auto conditions =
        apart.size() <= mostApart ? CountedConditions::of(all_, apart, {&expression}) : std::nullopt;
    if (!conditions || CappedSums::count(conditions->classes()) > CappedSums::most)
      throw LimitReached(Limit::memory,
                         "this does more with parties alike than count them; --engine symbolic "
                         "may do");
    CountSpace space{std::move(apart), conditions->classes(), false};
    if (sets_.cells(space) > mostCells)
      throw LimitReached(Limit::memory, "too many classes of counts; --engine symbolic may do");
    RowWords rows(sets_.cells(space));
    for (CellPlace place; place.together < all_.together().size(); ++place.together) {
      errand_.check();
      for (place.apart = 0; place.apart < sets_.apartChoices(space); ++place.apart) {
        std::vector<std::size_t> choices;
        for (std::size_t k = 0; k < space.apart.size(); ++k)
          choices.push_back(sets_.choiceApart(space, place.apart, k));
        for (place.number = 0; place.number < space.classes.size(); ++place.number)
          if (conditions->evaluate(place.together, choices, space.classes.least(place.number)).front() != 0)
            rows[sets_.cellOf(space, place)] = ~std::uint64_t{0};
      }
    }
    return keep(setOf(std::move(space), std::move(rows)));
  }

  StateSet matching(const std::vector<Pattern>& patterns) override {
    CountSet list;
    for (const Pattern& pattern : patterns)
      if (pattern.size() == conflict().options.size()) {
        if (!pattern.isState())
          throw LimitReached(Limit::memory, "states that leave options open are not taken here; --engine "
                                            "symbolic may do");
        if (isFeasible(pattern))
          list.states.push_back(pattern);
      }
    std::ranges::sort(list.states, numberedBefore);
    const auto rest = std::ranges::unique(list.states);
    list.states.erase(rest.begin(), rest.end());
    return keep(std::move(list));
  }

  StateSet both(StateSet a, StateSet b) override {
    if (a == b || b.handle == 0)
      return a;
    return a.handle == 0 ? b : keep(sets_.both(kept_[a.handle], kept_[b.handle]));
  }
  StateSet either(StateSet a, StateSet b) override {
    return keep(sets_.either(kept_[a.handle], kept_[b.handle]));
  }
  StateSet without(StateSet a, StateSet b) override {
    return keep(sets_.without(kept_[a.handle], kept_[b.handle]));
  }

  Count count(StateSet set) override { return numbers_.count(kept_[set.handle]); }
  bool contains(StateSet set, const Pattern& state) override {
    return state.size() == conflict().options.size() && state.isState() &&
           sets_.contains(kept_[set.handle], state);
  }
  std::vector<Pattern> list(StateSet set, std::size_t limit) override {
    std::vector<Pattern> states;
    for (Alike& alike : numbers_.list(kept_[set.handle], limit, false))
      states.push_back(std::move(alike.first));
    return states;
  }
  std::vector<Alike> listAlike(StateSet set, std::size_t limit) override {
    return numbers_.list(kept_[set.handle], limit, true);
  }

  std::optional<StateNumber> number(const Pattern& state) override {
    if (!isFeasible(state))
      return std::nullopt;
    const Count number = numbers_.before(state) + 1;
    return number.fits_ulong_p() ? std::optional<StateNumber>(number.get_ui()) : std::nullopt;
  }
  std::optional<Pattern> state(StateNumber number) override {
    return number == 0 ? std::nullopt : numbers_.at(Count(static_cast<unsigned long>(number - 1)));
  }

  std::optional<std::uint64_t> place(PartyId party, const Pattern& state) override {
    if (!isFeasible(state))
      return std::nullopt;
    const CountedRanks& ranks = ranks_[rankedAs(party)];
    return std::uint64_t{ranks.top} - ranks.codes[cellIn(ranks.space, party, state)] + 1;
  }

  StateSet canMoveInto(StateSet, PartyId, model::Relation) override { throw noMoves(); }
  StateSet reachedFrom(StateSet, PartyId, model::Relation) override { throw noMoves(); }
  StateSet notPreferredTo(PartyId, const Pattern&) override { throw noMoves(); }
  StateSet worseThan(PartyId, const Pattern&) override { throw noMoves(); }

  std::uint32_t mark() const override { return static_cast<std::uint32_t>(kept_.size()); }
  void forgetSince(std::uint32_t mark) override {
    for (const auto& [key, set] : stable_)
      mark = std::max(mark, set.handle + 1);
    kept_.resize(std::max<std::size_t>(1, std::min<std::size_t>(mark, kept_.size())));
  }

private:
  static constexpr std::size_t mostApart = 4;

  static LimitReached noMoves() {
    return LimitReached(Limit::memory, "single moves are not looked at where members are only counted");
  }
  StateSet keep(CountSet set) {
    kept_.push_back(std::move(set));
    return {static_cast<std::uint32_t>(kept_.size() - 1)};
  }
  static CountSet setOf(CountSpace space, RowWords rows) {
    return {std::make_shared<const CountSpace>(std::move(space)),
            std::make_shared<const RowWords>(std::move(rows)),
            {}};
  }
  /// Where a party's ranks are: members share the last.
  std::size_t rankedAs(PartyId party) const {
    return all_.isMember(party) ? all_.singles().size() : all_.singleOf(party);
  }
  bool isFeasible(const Pattern& state) { return contains(feasible(), state); }

  /// The party's stable cells. Members have the same ones, whoever is apart.
  std::shared_ptr<const RowWords> rowsOf(Concept id, std::size_t ranked) {
    requireServed(*this, id);
    auto& rows = rows_[{id, ranked}];
    if (rows)
      return rows;
    errand_.check();
    if (row(id).sanctions() == model::Sanctions::improvements)
      throw LimitReached(Limit::memory, std::string(row(id).name) +
                                            " asks who of the parties alike improves, and there are too many "
                                            "orbits for that");
    const CountedRanks& ranks = ranks_[ranked];
    const PartyId party = ranked < all_.singles().size() ? all_.singles()[ranked] : all_.members().front();
    errand_.tell({conflict().labelOf(party) + ": " + std::string(row(id).name), ranked, ranks_.size()});
    rows =
        std::make_shared<const RowWords>(stableCells(all_, sets_, numbers_, ranks, party, row(id), errand_));
    return rows;
  }

  /// The states in which every member makes a choice that is stable for it under all of these.
  StateSet stableForAll(const std::set<Concept>& concepts) {
    const CountSpace& own = counted_->ofMember;
    CountSpace space{{}, own.classes.withOneMore(), true};
    std::vector<std::shared_ptr<const RowWords>> stable;
    for (const Concept id : concepts)
      stable.push_back(rowsOf(id, all_.singles().size()));
    const std::size_t words = sets_.wordsOfRow(space);
    RowWords rows(sets_.cells(space) * words);
    for (CellPlace place; place.together < all_.together().size(); ++place.together)
      for (place.number = 0; place.number < space.classes.size(); ++place.number) {
        const ChoiceSet allowed = stableChoices(own, stable, space.classes, place);
        std::uint64_t* to = rows.data() + sets_.cellOf(space, place) * words;
        for (ChoiceSet used = 0; used <= all_.allChoices(); ++used)
          to[used / 64] |= std::uint64_t{(used & ~allowed) == 0} << used % 64;
      }
    return keep(setOf(std::move(space), std::move(rows)));
  }

  /// The choices that are stable for a member if the sums of all members are of this class.
  ChoiceSet stableChoices(const CountSpace& own, const std::vector<std::shared_ptr<const RowWords>>& stable,
                          const SumClasses& all, const CellPlace& place) const {
    const Sums least = own.classes.leastAs(place.number, all);
    ChoiceSet choices = 0;
    for (std::size_t c = 0; c < all_.choices().size(); ++c) {
      Sums others = least;
      for (std::size_t k = 0; k < others.size(); ++k)
        others[k] -= std::min(others[k], own.classes.summands()[k].byChoice[c]);
      const std::size_t cell = sets_.cellOf(own, {place.together, c, own.classes.classOf(others)});
      if (std::ranges::all_of(stable, [&](const auto& rows) { return (*rows)[cell] != 0; }))
        choices |= ChoiceSet{1} << c;
    }
    return choices;
  }

  std::size_t cellIn(const CountSpace& space, PartyId party, const Pattern& state) const {
    const auto& summands = space.classes.summands();
    CellPlace place{*sets_.togetherIn(state), 0, 0};
    Sums sums(summands.size());
    for (const PartyId member : all_.members()) {
      const std::size_t choice = *counted_->alike.choice(member, state);
      if (!space.apart.empty() && member == party) {
        place.apart = choice;
        continue;
      }
      for (std::size_t k = 0; k < sums.size(); ++k)
        sums[k] += summands[k].byChoice[choice];
    }
    place.number = space.classes.classOf(sums);
    return sets_.cellOf(space, place);
  }

  std::unique_ptr<const Counted> counted_;
  const CountedConflict& all_;
  Errand errand_;
  CountSets sets_;
  CountNumbers numbers_;
  std::vector<CountedRanks> ranks_; ///< of each single, and of a member
  std::vector<CountSet> kept_;      ///< the first set is that of the feasible states
  std::map<std::pair<Concept, PartyId>, StateSet> stable_;
  std::map<std::pair<Concept, std::size_t>, std::shared_ptr<const RowWords>> rows_;
};

/// The states of this engine, for the checks that every engine makes.
class NumbersInCounts : public NumberedStates {
public:
  explicit NumbersInCounts(Counts& engine) : engine_(engine), size_(engine.count(engine.feasible())) {}
  const model::Conflict& conflict() const override { return engine_.conflict(); }
  Count size() const override { return size_; }
  std::optional<StateNumber> number(const Pattern& state) const override { return engine_.number(state); }
  bool contains(const Pattern& state) const override { return engine_.contains(engine_.feasible(), state); }

private:
  Counts& engine_;
  Count size_;
};

std::unique_ptr<Counted> prepared(const model::Conflict& conflict, const Errand& errand) {
  if (!takenAsOrbits(conflict))
    return nullptr;
  auto counted = std::make_unique<Counted>(conflict);
  return counted->prepare(errand) ? std::move(counted) : nullptr;
}

} // namespace

bool takesCounts(const model::Conflict& conflict, const Errand& errand) {
  return prepared(conflict, errand) != nullptr;
}

OpenedOrbits openCounts(const model::Conflict& conflict, const Errand& errand) {
  OpenedOrbits opened;
  auto counted = prepared(conflict, errand);
  if (!counted)
    return opened;
  auto engine = std::make_unique<Counts>(std::move(counted), errand);
  if (engine->noState()) {
    opened.diagnostics = explainNoState(conflict, errand);
    return opened;
  }
  opened.diagnostics = checkReferences(NumbersInCounts(*engine));
  if (!language::hasErrors(opened.diagnostics)) {
    engine->rank();
    const auto constant = constantStatements(conflict, engine->statementRanges());
    opened.diagnostics.insert(opened.diagnostics.end(), constant.begin(), constant.end());
    opened.engine = std::move(engine);
  }
  language::sortByPlace(opened.diagnostics);
  return opened;
}

} // namespace stasis::stability
