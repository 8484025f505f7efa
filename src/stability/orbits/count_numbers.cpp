#include "stability/orbits/count_numbers.h"

#include "stability/orbits/orbit_sets.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace stasis::stability {

using model::PartyId;
using model::Pattern;

const CappedSums& CountNumbers::sumsOf(const SumClasses& classes) {
  for (const auto& [known, sums] : sums_)
    if (known == classes)
      return *sums;
  if (CappedSums::count(classes) > CappedSums::most)
    throw LimitReached(Limit::memory, "too many sums of counts; --engine symbolic may do");
  sums_.emplace_back(classes, std::make_unique<CappedSums>(classes, counted_.choices().size()));
  return *sums_.back().second;
}

const std::vector<Count>& CountNumbers::ways(const SumClasses& classes, std::size_t members,
                                             ChoiceSet allowed) {
  const CappedSums& sums = sumsOf(classes);
  const std::tuple key{&sums, members, allowed};
  if (const auto known = ways_.find(key); known != ways_.end())
    return known->second;
  return ways_.emplace(key, sums.ways(members, allowed, errand_)).first->second;
}

std::vector<bool> CountNumbers::reached(const SumClasses& classes, std::size_t members) {
  std::vector<bool> reached;
  for (const Count& count : ways(classes, members, counted_.allChoices()))
    reached.push_back(count != 0);
  return reached;
}

UseBits CountNumbers::usesOf(const CountSet& set, std::size_t cell) const {
  UseBits uses(std::size_t{1} << counted_.choices().size());
  const std::uint64_t* row = set.rows->data() + cell * sets_.wordsOfRow(*set.space);
  for (std::size_t use = 0; use < uses.size(); ++use)
    uses[use] = set.space->byUse ? (row[use / 64] >> use % 64 & 1) != 0 : row[0] != 0;
  return uses;
}

Count CountNumbers::count(const CountSet& set) {
  if (set.isList())
    return static_cast<unsigned long>(set.states.size());
  const CountSpace& space = *set.space;
  const std::size_t classes = space.classes.size();
  std::map<ChoiceSet, std::vector<long>> times; // by class
  std::map<UseBits, std::map<ChoiceSet, long>> known;
  for (std::size_t cell = 0; cell < sets_.cells(space); ++cell) {
    if (cell % 4096 == 0)
      errand_.check();
    UseBits uses = usesOf(set, cell);
    const auto [sums, isNew] = known.try_emplace(std::move(uses));
    if (isNew)
      sums->second = asSums(sums->first);
    for (const auto& [allowed, factor] : sums->second)
      times.try_emplace(allowed, classes).first->second[cell % classes] += factor;
  }
  Count all = 0;
  for (const auto& [allowed, factors] : times) {
    const auto& ofClass = ways(space.classes, counted_.members().size() - space.apart.size(), allowed);
    for (std::size_t k = 0; k < classes; ++k)
      all += ofClass[k] * factors[k];
  }
  return all;
}

/// The first states with given choices of the singles and of those apart.
class CountNumbers::Finder {
public:
  Finder(const CountedConflict& counted, const CappedSums& sums, Parties others, bool firstsOnly,
         const Errand& errand)
      : counted_(counted), sums_(sums), others_(std::move(others)), firstsOnly_(firstsOnly), errand_(errand) {
  }

  struct Goal {
    UseInterval use;
    std::vector<bool> classes;
  };

  /// Adds to `found`. If that has `limit` states already, in order, only those before the last are looked
  /// for.
  void find(const std::vector<Goal>& goals, Pattern state, std::size_t limit,
            std::vector<Engine::Alike>& found) {
    end_ = found.size() < limit ? std::nullopt : std::optional(found.back().first);
    goals_ = &goals;
    state_ = std::move(state);
    limit_ = limit;
    found_ = &found;
    histogram_.assign(counted_.choices().size(), 0);
    if (canEnd(others_.size(), 0, 0, 0))
      go(others_.size(), 0, 0, 0);
  }

private:
  bool canEnd(std::size_t left, CappedSums::Value value, ChoiceSet used, std::size_t least) {
    return std::ranges::any_of(*goals_, [&](const Goal& goal) {
      const ChoiceSet wanted = goal.use.least & ~used;
      const ChoiceSet open = ~((ChoiceSet{1} << least) - 1);
      const auto forced = static_cast<std::size_t>(std::popcount(wanted));
      if ((used & ~goal.use.most) != 0 || forced > left || (wanted & ~open) != 0)
        return false;
      CappedSums::Value then = value;
      for (ChoiceSet rest = wanted; rest != 0; rest &= rest - 1)
        then = sums_.after(then, static_cast<std::size_t>(std::countr_zero(rest)));
      return completable(goal.use.most & open, goal.classes).from(then, left - forced);
    });
  }

  const CappedSums::Completable& completable(ChoiceSet allowed, const std::vector<bool>& into) {
    const std::pair key{allowed, into};
    if (const auto known = completable_.find(key); known != completable_.end())
      return known->second;
    return completable_.emplace(key, CappedSums::Completable(sums_, others_.size(), allowed, into, errand_))
        .first->second;
  }

  void go(std::size_t left, CappedSums::Value value, ChoiceSet used, std::size_t least) {
    if (left == 0 && end_ && !numberedBefore(state_, *end_)) {
      limit_ = 0; // states ascend, so none is left
      return;
    }
    if (left == 0) {
      errand_.check();
      found_->push_back({state_, firstsOnly_ ? arrangements() : Count(1)});
      --limit_;
      return;
    }
    const PartyId member = others_[left - 1];
    for (std::size_t c = least; c < counted_.choices().size() && limit_ > 0; ++c) {
      const CappedSums::Value after = sums_.after(value, c);
      const ChoiceSet with = used | ChoiceSet{1} << c;
      const std::size_t from = firstsOnly_ ? c : 0;
      if (!canEnd(left - 1, after, with, from))
        continue;
      setOwn(counted_.conflict(), member, counted_.choices().mask(c), state_);
      ++histogram_[c];
      go(left - 1, after, with, from);
      --histogram_[c];
    }
  }

  Count arrangements() const {
    Count product = 1;
    unsigned long seen = 0;
    for (const unsigned long members : histogram_) {
      seen += members;
      Count ways;
      mpz_bin_uiui(ways.get_mpz_t(), seen, members);
      product *= ways;
    }
    return product;
  }

  const CountedConflict& counted_;
  const CappedSums& sums_;
  Parties others_;
  bool firstsOnly_;
  const Errand& errand_;
  std::map<std::pair<ChoiceSet, std::vector<bool>>, CappedSums::Completable> completable_;
  const std::vector<Goal>* goals_ = nullptr;
  Pattern state_;
  std::optional<Pattern> end_;
  std::size_t limit_ = 0;
  std::vector<Engine::Alike>* found_ = nullptr;
  std::vector<unsigned long> histogram_;
};

std::vector<Engine::Alike> CountNumbers::list(const CountSet& set, std::size_t limit, bool firstsOnly) {
  std::vector<Engine::Alike> found;
  if (set.isList()) {
    for (std::size_t k = 0; k < std::min(limit, set.states.size()); ++k)
      found.push_back({set.states[k], 1});
    return found;
  }
  const CountSpace& space = *set.space;
  const std::size_t classes = space.classes.size();
  Parties others = counted_.members();
  std::erase_if(others, [&](PartyId party) { return std::ranges::binary_search(space.apart, party); });
  Finder finder(counted_, sumsOf(space.classes), std::move(others), firstsOnly, errand_);
  Pattern state(counted_.conflict().options.size(), model::Choice::no);
  std::map<UseBits, std::vector<UseInterval>> known;
  for (CellPlace place; place.together < counted_.together().size(); ++place.together)
    for (place.apart = 0; place.apart < sets_.apartChoices(space); ++place.apart) {
      std::map<UseInterval, std::vector<bool>> byUse;
      for (place.number = 0; place.number < classes; ++place.number) {
        const auto [intervals, isNew] = known.try_emplace(usesOf(set, sets_.cellOf(space, place)));
        if (isNew)
          intervals->second = asIntervals(intervals->first);
        for (const UseInterval& use : intervals->second)
          byUse.try_emplace(use, classes).first->second[place.number] = true;
      }
      std::vector<Finder::Goal> goals;
      for (auto& [use, into] : byUse)
        goals.push_back({use, std::move(into)});
      for (std::size_t k = 0; k < counted_.singles().size(); ++k)
        setOwn(counted_.conflict(), counted_.singles()[k],
               counted_.choicesOf(k).mask(counted_.together()[place.together][k]), state);
      for (std::size_t k = 0; k < space.apart.size(); ++k)
        setOwn(counted_.conflict(), space.apart[k],
               counted_.choices().mask(sets_.choiceApart(space, place.apart, k)), state);
      finder.find(goals, state, limit, found);
      std::ranges::sort(found, numberedBefore, &Engine::Alike::first);
      found.resize(std::min(found.size(), limit));
    }
  return found;
}

/// What the singles can still do, and how many members are still open.
class CountNumbers::Walk {
public:
  explicit Walk(const CountedConflict& counted) : counted_(counted), open_(counted.together().size()) {
    std::iota(open_.begin(), open_.end(), std::size_t{0});
    mpz_ui_pow_ui(ofMembers_.get_mpz_t(), counted.choices().size(), counted.members().size());
  }

  std::size_t choices(PartyId party) const { return counted_.alike().kind(party).choices.size(); }
  /// Goes on to this party. It must be the one declared before the last.
  void next(PartyId party) {
    party_ = party;
    if (counted_.isMember(party))
      ofMembers_ /= static_cast<unsigned long>(counted_.choices().size());
  }
  /// The number of states in which the party makes this choice.
  Count states(std::size_t choice) const {
    if (counted_.isMember(party_))
      return ofMembers_ * static_cast<unsigned long>(open_.size());
    return ofMembers_ * static_cast<unsigned long>(
                            std::ranges::count_if(open_, [&](std::size_t k) { return does(k, choice); }));
  }
  void take(std::size_t choice) {
    if (!counted_.isMember(party_))
      std::erase_if(open_, [&](std::size_t k) { return !does(k, choice); });
  }

private:
  bool does(std::size_t together, std::size_t choice) const {
    return counted_.together()[together][counted_.singleOf(party_)] == choice;
  }
  const CountedConflict& counted_;
  std::vector<std::size_t> open_;
  Count ofMembers_; ///< ways of those who are still open
  PartyId party_{0};
};

Count CountNumbers::before(const Pattern& state) {
  Walk walk(counted_);
  Count before = 0;
  for (std::size_t p = counted_.conflict().parties.size(); p-- > 0;) {
    walk.next(PartyId(p));
    const std::size_t own = *counted_.alike().choice(PartyId(p), state);
    for (std::size_t c = 0; c < own; ++c)
      before += walk.states(c);
    walk.take(own);
  }
  return before;
}

std::optional<Pattern> CountNumbers::at(Count before) {
  Walk walk(counted_);
  Pattern state(counted_.conflict().options.size(), model::Choice::no);
  for (std::size_t p = counted_.conflict().parties.size(); p-- > 0;) {
    walk.next(PartyId(p));
    std::size_t choice = 0;
    for (; choice < walk.choices(PartyId(p)); ++choice) {
      const Count here = walk.states(choice);
      if (before < here)
        break;
      before -= here;
    }
    if (choice == walk.choices(PartyId(p)))
      return std::nullopt;
    walk.take(choice);
    setOwn(counted_.conflict(), PartyId(p), counted_.alike().kind(PartyId(p)).choices.mask(choice), state);
  }
  return state;
}

} // namespace stasis::stability
