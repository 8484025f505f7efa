#include "stability/explicit/alike_states.h"

#include "stability/explicit/numbering.h"
#include "stability/explicit/statement_bits.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <stdexcept>

namespace stasis::stability {

using model::Relation;

namespace {

/// `holds(t, s)` for all pairs of a class and one of some classes, as bits.
template <class Holds>
void fill(std::uint32_t classes, std::uint32_t first, std::uint32_t count, std::span<std::uint64_t> rows,
          std::size_t width, const Errand& errand, const Holds& holds) {
  for (std::uint32_t t = 0; t < classes; ++t) {
    if (t % 256 == 0)
      errand.check();
    for (std::uint32_t begin = 0; begin < count; begin += 64) {
      std::uint64_t word = 0;
      for (std::uint32_t k = std::min(begin + 64, count); k-- > begin;)
        word = word << 1 | std::uint64_t{holds(t, first + k)};
      rows[t * width + begin / 64] = word;
    }
  }
}

} // namespace

void AlikeStates::fillRows(Relation relation, std::uint32_t first, std::uint32_t count,
                           std::span<std::uint64_t> rows, std::size_t width, const Errand& errand) const {
  fill(classes_, first, count, rows, width, errand,
       [&](std::uint32_t t, std::uint32_t s) { return holds(relation, t, s); });
}

void AlikeStates::keep(Relation relation, std::span<const std::uint32_t> states, std::uint32_t s,
                       std::vector<std::uint32_t>& kept) const {
  for (const std::uint32_t t : states)
    if (t != s && holds(relation, classOf_[t], classOf_[s]))
      kept.push_back(t);
}

namespace {

/// How t compares with s in the readings of a preference: at least one of these is true.
struct Outcomes {
  bool better = false;
  bool same = false;
  bool worse = false;

  bool known() const { return int{better} + int{same} + int{worse} == 1; }
};

constexpr const char* noSuchQuestion = "this relation does not ask what is known";

bool meets(Relation relation, Outcomes t) {
  const bool surelyBetter = t.known() && t.better;
  const bool surelyNotBetter = t.known() && !t.better;
  switch (relation) {
  case Relation::surelyBetter: return surelyBetter;
  case Relation::perhapsNotBetter: return !surelyBetter;
  case Relation::surelyNotBetter: return surelyNotBetter;
  case Relation::perhapsBetter: return !surelyNotBetter;
  default: throw std::logic_error(noSuchQuestion);
  }
}

Outcomes compared(Rank t, Rank s) { return {t > s, t == s, t < s}; }

/// Which of a party's lines hold, the first line in the highest bits. A line of k statements has k bits; as
/// many of them are set as statements hold. So of two states, the one in which more hold has bits that the
/// other lacks.
///
/// t is better in every reading if it is in the one that is worst for t: there, a doubtful line counts where
/// it holds in s alone, and otherwise not. One comparison of numbers decides that.
class DoubtfulLines : public AlikeStates {
public:
  DoubtfulLines(const StateSpace& space, const model::Prioritised& preference, const Errand& errand)
      : words_(lines(preference)) {
    const auto raw = heldBy(space, preference, errand);
    const bool plain =
        std::ranges::all_of(preference.tiers, [](const auto& tier) { return tier.size() == 1; });
    Numbering keys;
    std::map<std::vector<std::uint64_t>, std::uint32_t> longKeys;
    std::vector<std::uint64_t> key(words_);
    classOf_.reserve(space.size());
    for (std::size_t s = 0; s < space.size(); ++s) {
      const auto held = std::span(raw).subspan(s * words_, words_);
      if (plain)
        std::ranges::copy(held, key.begin());
      else
        sortInTiers(preference, held, key);
      classOf_.push_back(
          words_ == 1 ? keys.of(key[0])
                      : longKeys.emplace(key, static_cast<std::uint32_t>(longKeys.size())).first->second);
    }
    if (words_ == 1)
      held_ = keys.seen();
    held_.resize(std::max<std::size_t>(keys.size(), longKeys.size()) * words_);
    for (const auto& [word, k] : longKeys)
      std::ranges::copy(word, held_.begin() + static_cast<std::ptrdiff_t>(k * words_));
    classes_ = static_cast<std::uint32_t>(held_.size() / words_);
  }

  bool holds(Relation relation, std::uint32_t t, std::uint32_t s) const override {
    switch (relation) {
    case Relation::surelyBetter: return better(t, s);
    case Relation::perhapsNotBetter: return !better(t, s);
    case Relation::surelyNotBetter: return notBetter(t, s);
    case Relation::perhapsBetter: return !notBetter(t, s);
    default: throw std::logic_error(noSuchQuestion);
    }
  }

  void fillRows(Relation relation, std::uint32_t first, std::uint32_t count, std::span<std::uint64_t> rows,
                std::size_t width, const Errand& errand) const override {
    const auto those = [&](const auto& holds) { fill(classes_, first, count, rows, width, errand, holds); };
    switch (relation) {
    case Relation::surelyBetter: return those([&](auto t, auto s) { return better(t, s); });
    case Relation::perhapsNotBetter: return those([&](auto t, auto s) { return !better(t, s); });
    case Relation::surelyNotBetter: return those([&](auto t, auto s) { return notBetter(t, s); });
    case Relation::perhapsBetter: return those([&](auto t, auto s) { return !notBetter(t, s); });
    default: throw std::logic_error(noSuchQuestion);
    }
  }

  void keep(Relation relation, std::span<const std::uint32_t> states, std::uint32_t s,
            std::vector<std::uint32_t>& kept) const override {
    if (relation != Relation::perhapsBetter)
      return AlikeStates::keep(relation, states, s, kept);
    for (const std::uint32_t t : states)
      if (t != s && !notBetter(classOf_[t], classOf_[s]))
        kept.push_back(t);
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

  /// Whether t is better than s in every reading.
  bool better(std::uint32_t t, std::uint32_t s) const {
    for (std::size_t w = 0; w < words_; ++w) {
      const std::uint64_t there = held_[s * words_ + w];
      const std::uint64_t here = held_[t * words_ + w] & (~doubtful_[w] | there);
      if (here != there)
        return here > there;
    }
    return false;
  }

  /// Whether t is worse than s in every reading, or equal to it in every reading.
  bool notBetter(std::uint32_t t, std::uint32_t s) const { return t == s || better(s, t); }

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
    classOf_.assign(space.size(), 0);
    classes_ = 1;
    if (apart_) {
      std::iota(classOf_.begin(), classOf_.end(), 0U);
      classes_ = static_cast<std::uint32_t>(space.size());
    } else {
      for (const auto* of : everybody())
        divide(*of);
    }
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

  /// Looks at ranks rather than pairs: for each rank, which of the classes a state of that rank is as good
  /// as, or no better than.
  void fillRows(Relation relation, std::uint32_t first, std::uint32_t count, std::span<std::uint64_t> rows,
                std::size_t width, const Errand& errand) const override {
    for (std::uint32_t t = 0; t < classes_; ++t)
      for (std::uint32_t k = 0; k < count; k += 64)
        rows[t * width + k / 64] =
            count - k >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << (count - k)) - 1;
    for (const auto* ranks : for_)
      keepThose(rows, *ranks, first, count, width, true, errand);
    for (const auto* ranks : against_)
      keepThose(rows, *ranks, first, count, width, false, errand);
    for (std::uint32_t k = 0; apart_ && k < count; ++k)
      rows[(first + k) * width + k / 64] &= ~(std::uint64_t{1} << k % 64);
    if (relation == Relation::notLiked)
      for (std::uint64_t& word : rows)
        word = ~word;
  }

  void keep(Relation relation, std::span<const std::uint32_t> states, std::uint32_t s,
            std::vector<std::uint32_t>& kept) const override {
    if (relation != Relation::liked)
      return AlikeStates::keep(relation, states, s, kept);
    for (const std::uint32_t t : states)
      if (t != s && suits(t, s))
        kept.push_back(t);
  }

private:
  std::vector<const std::vector<Rank>*> everybody() const {
    auto all = for_;
    all.insert(all.end(), against_.begin(), against_.end());
    return all;
  }

  /// Divides the classes by ranks.
  void divide(const std::vector<Rank>& ranks) {
    Numbering pairs;
    for (std::size_t s = 0; s < classOf_.size(); ++s)
      classOf_[s] = pairs.of(classOf_[s], ranks[s]);
    classes_ = pairs.size();
  }

  /// Keeps in row t the classes s with rank(t) ≥ rank(s), or ≤ if `least` is false.
  void keepThose(std::span<std::uint64_t> rows, const std::vector<Rank>& ranks, std::uint32_t first,
                 std::uint32_t count, std::size_t width, bool least, const Errand& errand) const {
    errand.check();
    const std::size_t bound = *std::ranges::max_element(ranks) + std::size_t{1};
    std::vector<std::uint64_t> byRank(bound * width, 0);
    for (std::uint32_t k = 0; k < count; ++k)
      byRank[ranks[first_[first + k]] * width + k / 64] |= std::uint64_t{1} << k % 64;
    if (least)
      for (std::size_t w = width; w < byRank.size(); ++w)
        byRank[w] |= byRank[w - width];
    else
      for (std::size_t w = byRank.size() - width; w-- > 0;)
        byRank[w] |= byRank[w + width];
    errand.check();
    for (std::uint32_t t = 0; t < classes_; ++t)
      for (std::size_t w = 0; w < width; ++w)
        rows[t * width + w] &= byRank[ranks[first_[t]] * width + w];
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
