#include "stability/explicit/arcs.h"

#include "stability/explicit/radix_sort.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace stasis::stability {

Arcs::Arcs(std::size_t states, std::vector<Arc> arcs, const Errand& errand)
    : targetBegin_(states + 1), originBegin_(states + 1) {
  for (const Arc a : arcs)
    targetBegin_[a.from + 1] += a.from == a.to ? 0 : 1;
  std::partial_sum(targetBegin_.begin(), targetBegin_.end(), targetBegin_.begin());
  targets_.resize(targetBegin_.back());
  std::vector<std::uint32_t> next(targetBegin_.begin(), targetBegin_.end() - 1);
  for (const Arc a : arcs)
    if (a.from != a.to)
      targets_[next[a.from]++] = a.to;
  arcs = {};
  sortRows(errand);
  for (const std::uint32_t q : targets_)
    ++originBegin_[q + 1];
  std::partial_sum(originBegin_.begin(), originBegin_.end(), originBegin_.begin());
  origins_.resize(targets_.size());
  next.assign(originBegin_.begin(), originBegin_.end() - 1);
  for (std::uint32_t s = 0; s < states; ++s)
    for (const std::uint32_t q : from(s))
      origins_[next[q]++] = s;
}

/// Makes each row ascending and free of repetition.
void Arcs::sortRows(const Errand& errand) {
  std::uint32_t kept = 0;
  for (std::size_t s = 0; s + 1 < targetBegin_.size(); ++s) {
    if (s % 4096 == 0)
      errand.check();
    const auto begin = targets_.begin() + targetBegin_[s];
    const auto end = targets_.begin() + targetBegin_[s + 1];
    std::sort(begin, end);
    const auto last = std::unique(begin, end);
    std::copy(begin, last, targets_.begin() + kept); // never writes beyond what has been read
    targetBegin_[s] = kept;
    kept += static_cast<std::uint32_t>(last - begin);
  }
  targetBegin_.back() = kept;
  targets_.resize(kept);
}

namespace {

class ArcList {
public:
  explicit ArcList(std::uint64_t maxMemory)
      : most_(std::min<std::uint64_t>(maxMemory / bytesPerArc, 0xFFFFFFFF)) {} // rows are counted in 32 bits

  void add(std::uint32_t from, std::uint32_t to) {
    if (arcs_.size() >= most_)
      throw LimitReached(
          Limit::memory,
          "the moves of this conflict, written down one by one as graph form and relations that are no rank "
          "need, do not fit in memory; a larger --max-memory allows more");
    arcs_.push_back({from, to});
  }
  std::vector<Arcs::Arc> take() { return std::move(arcs_); }

private:
  static constexpr std::uint64_t bytesPerArc = 24; // list, its growth, and both rows
  std::uint64_t most_;
  std::vector<Arcs::Arc> arcs_;
};

/// The directions in which a party's options can change.
struct OwnOptions {
  std::uint64_t own = 0;
  std::uint64_t irrevocable = 0;
  std::uint64_t unresumable = 0;

  OwnOptions(const StateSpace& space, model::PartyId party) : own(space.own(party)) {
    const auto& p = space.conflict().party(party);
    for (std::size_t o = p.firstOption; o < p.firstOption + p.optionCount; ++o) {
      const auto direction = space.conflict().options[o].direction;
      irrevocable |= direction == model::Direction::irrevocable ? std::uint64_t{1} << o : 0;
      unresumable |= direction == model::Direction::unresumable ? std::uint64_t{1} << o : 0;
    }
  }

  /// Whether some member of `from` can become some member of `to`: the two agree outside the party's options
  /// wherever both say something, and no directed option would have to go back.
  bool allow(const StateSpace& space, std::size_t from, std::size_t to) const {
    const StateIndex a(from);
    const StateIndex b(to);
    const std::uint64_t fixed = ~(space.open(a) | space.open(b));
    const std::uint64_t given = space.taken(a) & ~space.taken(b) & fixed;
    const std::uint64_t dropped = irrevocable & given;
    const std::uint64_t resumed = unresumable & space.taken(b) & ~space.taken(a) & fixed;
    const std::uint64_t differ = (space.taken(a) ^ space.taken(b)) & fixed;
    return (differ & ~own) == 0 && dropped == 0 && resumed == 0;
  }
};

void addListedMoves(const StateSpace& space, const std::vector<model::Move>& moves, ArcList& arcs) {
  for (const auto& move : moves) {
    const auto from = space.find(move.from);
    const auto to = space.find(move.to);
    if (from && to)
      arcs.add(static_cast<std::uint32_t>(from->index()), static_cast<std::uint32_t>(to->index()));
  }
}

/// Unmerged states are sorted into cells; a merged state is tried with every other state.
void addOptionMoves(const StateSpace& space, model::PartyId party, ArcList& arcs, const Errand& errand) {
  const OwnOptions options(space, party);
  if (options.own == 0)
    return;
  std::vector<std::uint32_t> plain, merged;
  for (std::uint32_t s = 0; s < space.size(); ++s)
    (space.open(StateIndex(s)) == 0 ? plain : merged).push_back(s);
  const auto outside = [&](std::uint32_t s) { return space.taken(StateIndex(s)) & ~options.own; };
  std::ranges::stable_sort(plain, {}, outside);
  for (std::size_t begin = 0, end = 0; begin < plain.size(); begin = end) {
    errand.check();
    for (end = begin; end < plain.size() && outside(plain[end]) == outside(plain[begin]);)
      ++end;
    for (std::size_t a = begin; a < end; ++a)
      for (std::size_t b = begin; b < end; ++b)
        if (a != b && options.allow(space, plain[a], plain[b]))
          arcs.add(plain[a], plain[b]);
  }
  for (const std::uint32_t m : merged) {
    errand.check();
    for (std::uint32_t s = 0; s < space.size(); ++s) {
      if (s != m && options.allow(space, m, s))
        arcs.add(m, s);
      if (s != m && options.allow(space, s, m))
        arcs.add(s, m);
    }
  }
}

} // namespace

Arcs arcsOf(const StateSpace& space, model::PartyId party, std::uint64_t maxMemory, const Errand& errand) {
  ArcList arcs(maxMemory);
  if (const auto& listed = space.conflict().party(party).moves)
    addListedMoves(space, *listed, arcs);
  else
    addOptionMoves(space, party, arcs, errand);
  return Arcs(space.size(), arcs.take(), errand);
}

namespace {

/// The search for one lane.
class ArcSearch {
public:
  ArcSearch(std::span<const Arcs* const> opponents, std::span<const Ranks* const> ranks,
            model::Sanctions sanctions, std::size_t states)
      : opponents_(opponents), ranks_(ranks), improving_(sanctions == model::Sanctions::improvements),
        first_(states, nobody), closed_(states, false) {}

  void run(std::span<Lanes> values, std::uint32_t Lanes::* lane, const Errand& errand) {
    std::vector<std::uint64_t> byValue(values.size()), scratch;
    std::uint64_t all = 0;
    for (std::size_t s = 0; s < values.size(); ++s) {
      byValue[s] = std::uint64_t{values[s].*lane} << 32 | s;
      all |= byValue[s];
    }
    radixSort(byValue, scratch, 32, static_cast<unsigned>(std::bit_width(all)));
    std::size_t steps = 0;
    for (const std::uint64_t word : byValue) {
      // A state that has the value itself has it whoever moved into it.
      start(static_cast<std::uint32_t>(word));
      while (!waiting_.empty()) {
        if (++steps % 4096 == 0)
          errand.check();
        const Event event = waiting_.back();
        waiting_.pop_back();
        if (event.opens)
          values[event.state].*lane = static_cast<std::uint32_t>(word >> 32);
        follow(event);
      }
    }
  }

private:
  static constexpr std::uint32_t nobody = 0xFFFFFFFF;
  static constexpr std::uint32_t anybody = 0xFFFFFFFE;

  /// The value can be reached from `state` by a sequence that does not begin with a move of `except`. If
  /// `only` is set, the news is a sequence that may follow a move of `only`.
  struct Event {
    std::uint32_t state;
    std::uint32_t except; ///< `anybody`: nobody is excepted
    std::uint32_t only;   ///< `anybody`: no restriction
    bool opens;           ///< the state had no label before
  };

  void start(std::uint32_t s) {
    if (closed_[s])
      return;
    closed_[s] = true;
    if (first_[s] == nobody)
      waiting_.push_back({s, anybody, anybody, true});
    else
      waiting_.push_back({s, anybody, first_[s], false});
    first_[s] = anybody;
  }

  /// Notes that a sequence beginning with a move of j leads from s to the value.
  void reach(std::uint32_t s, std::uint32_t j) {
    if (closed_[s] || first_[s] == j)
      return;
    if (first_[s] == nobody) {
      first_[s] = j;
      waiting_.push_back({s, j, anybody, true});
    } else {
      closed_[s] = true;
      waiting_.push_back({s, anybody, first_[s], false});
    }
  }

  void follow(const Event& event) {
    for (std::uint32_t j = 0; j < opponents_.size(); ++j) {
      if (j == event.except || (event.only != anybody && j != event.only))
        continue;
      for (const std::uint32_t origin : opponents_[j]->into(event.state))
        if (!improving_ || ranks_[j]->of[event.state] > ranks_[j]->of[origin])
          reach(origin, j);
    }
  }

  std::span<const Arcs* const> opponents_;
  std::span<const Ranks* const> ranks_;
  bool improving_;
  std::vector<std::uint32_t> first_; ///< who moves first in the first sequence found
  std::vector<bool> closed_;         ///< labelled for whoever moved into it
  std::vector<Event> waiting_;
};

} // namespace

void lowerAlongArcs(std::span<const Arcs* const> opponents, std::span<const Ranks* const> ranks,
                    model::Sanctions sanctions, std::span<Lanes> values, const Errand& errand) {
  for (const auto lane : {&Lanes::first, &Lanes::second})
    ArcSearch(opponents, ranks, sanctions, values.size()).run(values, lane, errand);
}

} // namespace stasis::stability
