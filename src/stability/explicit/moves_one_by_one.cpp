#include "stability/explicit/arcs.h"

namespace stasis::stability {

namespace {

class MovesOneByOne : public Moves {
public:
  MovesOneByOne(const StateSpace& space, const std::vector<Ranks>& ranks, std::uint64_t maxMemory,
                const Errand& errand)
      : ranks_(ranks), errand_(errand) {
    for (std::size_t i = 0; i < ranks.size(); ++i)
      arcs_.push_back(arcsOf(space, model::PartyId(i), maxMemory / ranks.size(), errand));
  }

  void foldMoves(model::PartyId party, std::span<Lanes> values) override {
    const Arcs& arcs = arcs_[party.index()];
    const std::vector<Lanes> before(values.begin(), values.end());
    for (std::uint32_t s = 0; s < values.size(); ++s)
      for (const std::uint32_t q : arcs.from(s))
        values[s] = least(values[s], before[q]);
  }

  void lowerByOthers(model::PartyId party, model::Sanctions sanctions, std::span<Lanes> values) override {
    std::vector<const Arcs*> arcs;
    std::vector<const Ranks*> ranks;
    for (std::size_t j = 0; j < arcs_.size(); ++j)
      if (j != party.index()) {
        arcs.push_back(&arcs_[j]);
        ranks.push_back(&ranks_[j]);
      }
    lowerAlongArcs(arcs, ranks, sanctions, values, errand_);
  }

  Bits into(const Bits& target, model::PartyId party, model::Relation kind) override {
    const auto& rank = ranks_[party.index()].of;
    Bits origins(target.size());
    for (std::size_t q = target.next(0); q < target.size(); q = target.next(q + 1))
      for (const std::uint32_t s : arcs_[party.index()].into(static_cast<std::uint32_t>(q)))
        if (kind == model::Relation::always || rank[q] > rank[s])
          origins.set(s);
    return origins;
  }

  Bits from(const Bits& source, model::PartyId party, model::Relation kind) override {
    const auto& rank = ranks_[party.index()].of;
    Bits reached(source.size());
    for (std::size_t s = source.next(0); s < source.size(); s = source.next(s + 1))
      for (const std::uint32_t q : arcs_[party.index()].from(static_cast<std::uint32_t>(s)))
        if (kind == model::Relation::always || rank[q] > rank[s])
          reached.set(q);
    return reached;
  }

  std::vector<StateIndex> movesFrom(model::PartyId party, StateIndex s) override {
    std::vector<StateIndex> reached;
    for (const std::uint32_t q : arcs_[party.index()].from(static_cast<std::uint32_t>(s.index())))
      reached.emplace_back(q);
    return reached;
  }

  std::optional<Traffic> traffic(model::PartyId party) override {
    const auto& rank = ranks_[party.index()].of;
    unsigned long moves = 0;
    unsigned long improvements = 0;
    for (std::uint32_t s = 0; s < rank.size(); ++s)
      for (const std::uint32_t q : arcs_[party.index()].from(s)) {
        ++moves;
        improvements += rank[q] > rank[s] ? 1 : 0;
      }
    return Traffic{moves, improvements};
  }

private:
  const std::vector<Ranks>& ranks_;
  const Errand& errand_;
  std::vector<Arcs> arcs_; ///< by party
};

} // namespace

std::unique_ptr<Moves> movesOneByOne(const StateSpace& space, const std::vector<Ranks>& ranks,
                                     std::uint64_t maxMemory, const Errand& errand) {
  return std::make_unique<MovesOneByOne>(space, ranks, maxMemory, errand);
}

} // namespace stasis::stability
