#include "stability/cube/in_parallel.h"
#include "stability/explicit/images.h"
#include "stability/explicit/lows.h"
#include "stability/explicit/moves.h"
#include "stability/step.h"

#include <algorithm>

namespace stasis::stability {

namespace {

class MovesByOptions : public Moves {
public:
  MovesByOptions(const StateSpace& space, const std::vector<Ranks>& ranks, const Errand& errand)
      : ranks_(ranks), errand_(errand), cells_(ranks.size()), cellOf_(ranks.size()) {
    Step step(errand, "sorting states by what each party can change", ranks.size());
    inParallel(ranks.size(), space.size() < smallSpace ? ranks.size() : 1, errand,
               [&](std::size_t begin, std::size_t end) {
                 for (std::size_t i = begin; i < end; ++i)
                   cells_[i] = std::make_unique<Cells>(space, model::PartyId(i), ranks[i], step.part(i));
               });
  }

  void foldMoves(model::PartyId party, std::span<Lanes> values) override {
    stability::foldMoves(*cells_[party.index()], values, errand_);
  }

  void lowerByOthers(model::PartyId party, model::Sanctions sanctions, std::span<Lanes> values) override {
    std::vector<const Cells*> cells;
    std::vector<const Ranks*> ranks;
    for (std::size_t j = 0; j < cells_.size(); ++j) {
      const bool idle = cells_[j]->largest() <= 1 ||
                        (sanctions == model::Sanctions::improvements && ranks_[j].classes == 1);
      if (j == party.index() || idle)
        continue;
      cells.push_back(cells_[j].get());
      ranks.push_back(&ranks_[j]);
    }
    lowerAlong(sanctions, cells, ranks, values, errand_);
  }

  Bits into(const Bits& target, model::PartyId party, model::Relation kind) override {
    std::vector<Lanes> values(target.size());
    for (std::size_t s = 0; s < target.size(); ++s)
      values[s] = target.test(s) ? Lanes{0, 0} : noLanes;
    if (kind == model::Relation::always)
      stability::foldMoves(*cells_[party.index()], values, errand_);
    else
      stability::foldImprovements(*cells_[party.index()], values, errand_);
    Bits origins(target.size());
    for (std::size_t s = 0; s < target.size(); ++s)
      if (values[s].first == 0)
        origins.set(s);
    return origins;
  }

  Bits from(const Bits& source, model::PartyId party, model::Relation kind) override {
    return imageOf(*cells_[party.index()], source, kind, errand_);
  }

  std::vector<StateIndex> movesFrom(model::PartyId party, StateIndex s) override {
    const Cells& cells = *cells_[party.index()];
    auto& cellOf = cellOf_[party.index()];
    if (cellOf.empty())
      cellOf = cells.cellOfStates();
    const std::uint32_t cell = cellOf[s.index()];
    const auto states = cells.statesOf(cells.tileOf(cell));
    const auto members = cells.membersOf(cell);
    const auto here = std::ranges::find(members, s.index(), [&](auto m) { return states[m.place()]; });
    const auto own = static_cast<std::size_t>(here - members.begin());
    std::vector<StateIndex> reached;
    for (std::size_t k = 0; k < members.size(); ++k)
      if (k != own && cells.reaches(cell, own, k))
        reached.emplace_back(states[members[k].place()]);
    std::ranges::sort(reached);
    return reached;
  }

  std::optional<Traffic> traffic(model::PartyId party) override {
    return countMoves(*cells_[party.index()], errand_);
  }

private:
  const std::vector<Ranks>& ranks_;
  const Errand& errand_;
  std::vector<std::unique_ptr<Cells>> cells_;
  std::vector<std::vector<std::uint32_t>> cellOf_; ///< empty until asked for
};

} // namespace

std::unique_ptr<Moves> movesByOptions(const StateSpace& space, const std::vector<Ranks>& ranks,
                                      const Errand& errand) {
  return std::make_unique<MovesByOptions>(space, ranks, errand);
}

} // namespace stasis::stability
