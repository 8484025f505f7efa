#include "stability/explicit/alike_states.h"

#include "stability/explicit/statement_bits.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>
#include <stdexcept>

namespace stasis::stability {

using model::Relation;

std::vector<std::uint64_t> AlikeStates::words(Relation relation, std::uint32_t first,
                                              const Errand& errand) const {
  std::vector<std::uint64_t> out(classes_, 0);
  const std::uint32_t count = std::min<std::uint32_t>(64, classes_ - first);
  for (std::uint32_t t = 0; t < classes_; ++t) {
    if (t % 1024 == 0)
      errand.check();
    for (std::uint32_t k = 0; k < count; ++k)
      out[t] |= std::uint64_t{holds(relation, t, first + k)} << k;
  }
  return out;
}

namespace {

/// How t compares with s in the readings of a preference: at least one of these is true.
struct Outcomes {
  bool better = false;
  bool same = false;
  bool worse = false;

  bool known() const { return int{better} + int{same} + int{worse} == 1; }
};

bool meets(Relation relation, Outcomes t) {
  const bool surelyBetter = t.known() && t.better;
  const bool surelyNotBetter = t.known() && !t.better;
  switch (relation) {
  case Relation::surelyBetter: return surelyBetter;
  case Relation::perhapsNotBetter: return !surelyBetter;
  case Relation::surelyNotBetter: return surelyNotBetter;
  case Relation::perhapsBetter: return !surelyNotBetter;
  default: throw std::logic_error("this relation does not ask what is known");
  }
}

Outcomes compared(Rank t, Rank s) { return {t > s, t == s, t < s}; }

/// Which of a party's lines hold, the first line in the highest bits. A line of k statements has k bits; as
/// many of them are set as statements hold. So of two states, the one in which more hold has bits that the
/// other lacks.
class DoubtfulLines : public AlikeStates {
public:
  DoubtfulLines(const StateSpace& space, const model::Prioritised& preference, const Errand& errand)
      : words_(lines(preference)) {
    const auto raw = heldBy(space, preference, errand);
    std::map<std::vector<std::uint64_t>, std::uint32_t> found;
    std::vector<std::uint64_t> key(words_);
    for (std::size_t s = 0; s < space.size(); ++s) {
      sortInTiers(preference, std::span(raw).subspan(s * words_, words_), key);
      classOf_.push_back(found.emplace(key, static_cast<std::uint32_t>(found.size())).first->second);
    }
    classes_ = static_cast<std::uint32_t>(found.size());
    held_.resize(classes_ * words_);
    for (const auto& [word, k] : found)
      std::ranges::copy(word, held_.begin() + static_cast<std::ptrdiff_t>(k * words_));
  }

  bool holds(Relation relation, std::uint32_t t, std::uint32_t s) const override {
    return meets(relation, compare(t, s));
  }

private:
  /// Marks the bits of lines that the party is not known to hold. Returns how many words are needed.
  std::size_t lines(const model::Prioritised& preference) {
    std::size_t next = 0;
    for (const auto& tier : preference.tiers)
      for (std::size_t k = 0; k < tier.size(); ++k, ++next) {
        doubtful_.resize(next / 64 + 1, 0);
        if (model::markOf(tier) == model::Mark::perhaps)
          doubtful_[next / 64] |= bit(next);
      }
    return doubtful_.size();
  }

  static std::uint64_t bit(std::size_t place) { return std::uint64_t{1} << (63 - place % 64); }

  /// For each state, in words: one bit a statement that holds, the first statement in the highest bit.
  std::vector<std::uint64_t> heldBy(const StateSpace& space, const model::Prioritised& preference,
                                    const Errand& errand) const {
    const auto statements = statementsOf(preference);
    StatementBits bits(space, statements);
    std::vector<StatementRange> ranges(statements.size());
    std::vector<std::uint64_t> raw(space.size() * words_, 0);
    for (std::size_t first = 0; first < statements.size(); first += 64) {
      const std::size_t count = std::min<std::size_t>(64, statements.size() - first);
      bits.each(
          first, count, std::span(ranges).subspan(first), errand,
          [&](std::size_t s, std::uint64_t word) { raw[s * words_ + first / 64] = word << (64 - count); });
    }
    return raw;
  }

  static void sortInTiers(const model::Prioritised& preference, std::span<const std::uint64_t> raw,
                          std::vector<std::uint64_t>& key) {
    std::ranges::fill(key, 0);
    std::size_t statement = 0;
    for (const auto& tier : preference.tiers) {
      std::size_t place = statement;
      for (std::size_t k = 0; k < tier.size(); ++k, ++statement)
        if ((raw[statement / 64] & bit(statement)) != 0) {
          key[place / 64] |= bit(place);
          ++place;
        }
    }
  }

  Outcomes compare(std::uint32_t t, std::uint32_t s) const {
    Outcomes outcomes;
    for (std::size_t w = 0; w < words_; ++w) {
      const std::uint64_t here = held_[t * words_ + w];
      const std::uint64_t there = held_[s * words_ + w];
      const std::uint64_t decided = (here ^ there) & ~doubtful_[w];
      const std::uint64_t before =
          decided == 0 ? ~std::uint64_t{0} : ~(~std::uint64_t{0} >> std::countl_zero(decided));
      const std::uint64_t may = (here ^ there) & doubtful_[w] & before;
      outcomes.better |= (may & here) != 0;
      outcomes.worse |= (may & there) != 0;
      if (decided != 0) {
        const std::uint64_t first = std::uint64_t{1} << (63 - std::countl_zero(decided));
        ((here & first) != 0 ? outcomes.better : outcomes.worse) = true;
        return outcomes;
      }
    }
    outcomes.same = true;
    return outcomes;
  }

  std::vector<std::uint64_t> doubtful_; ///< by word of bits
  std::size_t words_;
  std::vector<std::uint64_t> held_; ///< by class, words
};

/// Ranks in which the order of some pairs of states is not known.
class UnsurePairs : public AlikeStates {
public:
  UnsurePairs(const StateSpace& space, const model::Party& party, const Ranks& ranks) {
    classOf_.assign(ranks.of.begin(), ranks.of.end());
    for (Rank r = 0; r < ranks.classes; ++r)
      rank_.push_back(r);
    for (const auto& pair : party.unsure) {
      const auto one = space.find(pair.one);
      const auto other = space.find(pair.other);
      if (one && other) {
        const std::uint32_t a = alone(one->index(), ranks);
        const std::uint32_t b = alone(other->index(), ranks);
        pairs_.emplace(std::min(a, b), std::max(a, b));
      }
    }
    classes_ = static_cast<std::uint32_t>(rank_.size());
  }

  bool holds(Relation relation, std::uint32_t t, std::uint32_t s) const override {
    if (!pairs_.empty() && pairs_.contains({std::min(t, s), std::max(t, s)}))
      return meets(relation, {true, true, true});
    return meets(relation, compared(rank_[t], rank_[s]));
  }

private:
  std::uint32_t alone(std::size_t state, const Ranks& ranks) {
    if (classOf_[state] < ranks.classes) {
      classOf_[state] = static_cast<std::uint32_t>(rank_.size());
      rank_.push_back(ranks.of[state]);
    }
    return classOf_[state];
  }

  std::vector<Rank> rank_; ///< by class
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs_;
};

class Attitudes : public AlikeStates {
public:
  Attitudes(const StateSpace& space, model::PartyId party, const std::vector<Ranks>& ranks) {
    const model::Conflict& conflict = space.conflict();
    for (std::size_t j = 0; j < ranks.size(); ++j) {
      const model::Attitude attitude = conflict.attitude(party, model::PartyId(j));
      if (attitude == model::Attitude::for_)
        for_.push_back(&ranks[j].of);
      else if (attitude == model::Attitude::against)
        against_.push_back(&ranks[j].of);
    }
    apart_ = space.merged() || conflict.hasGraphForm();
    std::map<std::vector<Rank>, std::uint32_t> found;
    for (std::size_t s = 0; s < space.size(); ++s)
      classOf_.push_back(
          apart_ ? static_cast<std::uint32_t>(s)
                 : found.emplace(ranksOf(s), static_cast<std::uint32_t>(found.size())).first->second);
    classes_ = static_cast<std::uint32_t>(apart_ ? space.size() : found.size());
    first_.resize(classes_);
    for (std::size_t s = space.size(); s-- > 0;)
      first_[classOf_[s]] = s;
  }

  bool holds(Relation relation, std::uint32_t t, std::uint32_t s) const override {
    const bool liked = !(apart_ && t == s) && suits(first_[t], first_[s]);
    switch (relation) {
    case Relation::liked: return liked;
    case Relation::notLiked: return !liked;
    default: throw std::logic_error("this relation does not ask for attitudes");
    }
  }

  /// Looks at ranks rather than pairs: for each rank, which of the 64 classes a state of that rank is as good
  /// as, or no better than.
  std::vector<std::uint64_t> words(Relation relation, std::uint32_t first,
                                   const Errand& errand) const override {
    errand.check();
    const std::uint32_t count = std::min<std::uint32_t>(64, classes_ - first);
    const std::uint64_t all = count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
    std::vector<std::uint64_t> out(classes_, all);
    for (const auto* ranks : for_)
      keepThose(out, *ranks, first, count, true);
    for (const auto* ranks : against_)
      keepThose(out, *ranks, first, count, false);
    for (std::uint32_t k = 0; apart_ && k < count; ++k)
      out[first + k] &= ~(std::uint64_t{1} << k);
    if (relation == Relation::notLiked)
      for (std::uint64_t& word : out)
        word ^= all;
    return out;
  }

private:
  /// Keeps in word t the classes s with rank(t) ≥ rank(s), or ≤ if `least` is false.
  void keepThose(std::vector<std::uint64_t>& out, const std::vector<Rank>& ranks, std::uint32_t first,
                 std::uint32_t count, bool least) const {
    std::vector<std::uint64_t> byRank(*std::ranges::max_element(ranks) + std::size_t{1}, 0);
    for (std::uint32_t k = 0; k < count; ++k)
      byRank[ranks[first_[first + k]]] |= std::uint64_t{1} << k;
    if (least)
      for (std::size_t r = 1; r < byRank.size(); ++r)
        byRank[r] |= byRank[r - 1];
    else
      for (std::size_t r = byRank.size() - 1; r-- > 0;)
        byRank[r] |= byRank[r + 1];
    for (std::uint32_t t = 0; t < classes_; ++t)
      out[t] &= byRank[ranks[first_[t]]];
  }

  std::vector<Rank> ranksOf(std::size_t s) const {
    std::vector<Rank> all;
    for (const auto* ranks : for_)
      all.push_back((*ranks)[s]);
    for (const auto* ranks : against_)
      all.push_back((*ranks)[s]);
    return all;
  }

  bool suits(std::size_t t, std::size_t s) const {
    return std::ranges::all_of(for_, [&](const auto* ranks) { return (*ranks)[t] >= (*ranks)[s]; }) &&
           std::ranges::all_of(against_, [&](const auto* ranks) { return (*ranks)[t] <= (*ranks)[s]; });
  }

  std::vector<const std::vector<Rank>*> for_;
  std::vector<const std::vector<Rank>*> against_;
  bool apart_ = false;             ///< each state is a class of its own
  std::vector<std::size_t> first_; ///< by class: one of its states
};

} // namespace

std::unique_ptr<AlikeStates> alikeInDoubt(const StateSpace& space, model::PartyId id, const Ranks& ranks,
                                          const Errand& errand) {
  const model::Party& party = space.conflict().party(id);
  if (model::hasPerhaps(party.preference))
    return std::make_unique<DoubtfulLines>(space, std::get<model::Prioritised>(party.preference), errand);
  return std::make_unique<UnsurePairs>(space, party, ranks);
}

std::unique_ptr<AlikeStates> alikeByAttitudes(const StateSpace& space, model::PartyId party,
                                              const std::vector<Ranks>& ranks) {
  return std::make_unique<Attitudes>(space, party, ranks);
}

} // namespace stasis::stability
