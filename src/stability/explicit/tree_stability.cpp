#include "stability/explicit/tree_stability.h"

#include "model/looking_ahead.h"

#include <algorithm>

namespace stasis::stability {

using model::Concept;

namespace {

using Values = std::vector<Lanes>;

constexpr Lanes greatest(Lanes a, Lanes b) { return complement(least(complement(a), complement(b))); }

class Trees {
public:
  Trees(Moves& moves, std::span<const Rank> rank, model::Sanctions sanctions, model::PartyId party)
      : moves_(moves), rank_(rank), sanctions_(sanctions), party_(party), needed_(rank.size(), noLanes) {
    each([&](std::size_t s, Lanes) { return rankOf(s); });
    foldOwn();
    each([](std::size_t, Lanes high) { return Lanes{0, high.second}; });
  }

  /// Goes from c_h and c_(h+1) to c_(h+2) and c_(h+3). Returns whether any value changed.
  bool step() {
    const Values before = needed_;
    each([&](std::size_t s, Lanes c) { return greatest(rankOf(s), c); });
    moves_.lowerByOthers(party_, sanctions_, needed_);
    each([&](std::size_t s, Lanes d) { return least(rankOf(s), d); });
    foldOwn();
    return needed_ != before;
  }

  /// The states that need no more than their own rank if the party looks an even, or an odd, number of moves
  /// ahead.
  Bits stable(bool even) const {
    Bits bits(rank_.size());
    for (std::size_t s = 0; s < rank_.size(); ++s)
      if ((even ? needed_[s].first : needed_[s].second) <= rank_[s])
        bits.set(s);
    return bits;
  }

private:
  Lanes rankOf(std::size_t s) const { return {rank_[s], rank_[s]}; }

  template <class To> void each(To to) {
    for (std::size_t s = 0; s < needed_.size(); ++s)
      needed_[s] = to(s, needed_[s]);
  }

  /// value(s) := max of value over { s } ∪ R_i(s).
  void foldOwn() {
    each([](std::size_t, Lanes value) { return complement(value); });
    moves_.foldMoves(party_, needed_);
    each([](std::size_t, Lanes value) { return complement(value); });
  }

  Moves& moves_;
  std::span<const Rank> rank_;
  model::Sanctions sanctions_;
  model::PartyId party_;
  Values needed_; ///< c_h for an even h, and c_(h+1)
};

} // namespace

std::vector<std::pair<Concept, Bits>> judgeTrees(Moves& moves, std::span<const Rank> rank,
                                                 const model::ConceptRow& asked, model::PartyId party,
                                                 const Errand& errand) {
  Trees trees(moves, rank, asked.sanctions(), party);
  std::vector<std::pair<Concept, Bits>> found;
  std::vector<Concept> all;
  for (const auto& concept_ : model::conceptsOf(model::treeFamily))
    if (concept_.answers == asked.answers)
      all.push_back(concept_.id);
  if (std::ranges::count(all, asked.id) == 0)
    all.push_back(asked.id); // none of the table
  const auto keep = [&](auto wanted) {
    for (const Concept id : all)
      if (wanted(movesAhead(id)))
        found.emplace_back(id, trees.stable(movesAhead(id) % 2 == 0));
  };
  const bool toTheLimit = model::isLimit(asked.id);
  std::size_t h = 0; // moves looked ahead by the even lane
  keep([](std::size_t ahead) { return ahead == 1; });
  while (toTheLimit || h + 1 < movesAhead(asked.id)) {
    errand.check();
    if (!trees.step()) {
      keep([&](std::size_t ahead) { return ahead > std::min(h + 1, model::farthestByKey); });
      break;
    }
    h += 2;
    keep([&](std::size_t ahead) { return (ahead == h || ahead == h + 1) && ahead <= model::farthestByKey; });
  }
  return found;
}

} // namespace stasis::stability
