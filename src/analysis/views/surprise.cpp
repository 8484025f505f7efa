#include "analysis/views/surprise.h"

#include <algorithm>

namespace stasis::analysis {

using model::Concept;
using model::PartyId;
using model::Pattern;

namespace {

constexpr std::size_t mostLookedFrom = 1000; ///< states from which unknown moves are looked for
constexpr std::size_t mostMoves = 64;        ///< improvements of one party from one state

class Finder {
public:
  Finder(Hypergame& hypergame, const std::vector<Concept>& concepts)
      : game_(hypergame), concepts_(concepts), conflict_(hypergame.whole().conflict()) {}

  Surprises find() {
    for (const Concept id : concepts_)
      if (auto held = game_.heldByThoseWhoSee(id))
        hidden_.emplace_back(id, std::move(*held));
      else
        found_.complete = false;
    for (std::size_t i = 0; i < conflict_.parties.size(); ++i) {
      const PartyId who(i);
      impossible(who);
      notStable(who);
      unknownMoves(who);
    }
    return std::move(found_);
  }

private:
  void add(Surprise one, std::optional<Concept> under) {
    const auto same = [&](const Surprise& other) {
      return other.kind == one.kind && other.who == one.who && other.state == one.state &&
             other.mover == one.mover && other.to == one.to;
    };
    auto known = std::ranges::find_if(found_.all, same);
    if (known == found_.all.end())
      known = found_.all.insert(found_.all.end(), std::move(one));
    if (under)
      known->under.push_back(*under);
  }

  void impossible(PartyId who) {
    if (!game_.hasOwnView(who))
      return;
    for (const auto& [id, held] : hidden_)
      for (const Pattern& state : held)
        if (!game_.sees(who, state))
          add({Surprise::Kind::impossible, who, state}, id);
  }

  void notStable(PartyId who) {
    expected_.clear();
    for (const Concept id : concepts_) {
      const auto expected = game_.expectedBy(who, id);
      if (!expected) {
        found_.complete = false;
        continue;
      }
      for (const Pattern& state : *expected) {
        if (std::ranges::find(expected_, state) == expected_.end())
          expected_.push_back(state);
        for (std::size_t j = 0; j < conflict_.parties.size(); ++j)
          if (PartyId(j) != who && differs(who, PartyId(j)) && !game_.isStable(id, PartyId(j), state))
            add({Surprise::Kind::notStable, who, state, PartyId(j)}, id);
      }
    }
  }

  /// Whether `who` judges `other` by another picture than `other` does itself.
  bool differs(PartyId who, PartyId other) const {
    return &game_.pictureOf(other, who) != &game_.pictureOf(other);
  }

  void unknownMoves(PartyId who) {
    std::vector<Pattern> from = expected_;
    if (conflict_.statusQuo)
      for (const Pattern& today : game_.whole().list(game_.whole().matching({*conflict_.statusQuo}), 1))
        if (std::ranges::find(from, today) == from.end())
          from.push_back(today);
    found_.complete = found_.complete && from.size() <= mostLookedFrom;
    from.resize(std::min(from.size(), mostLookedFrom));
    for (const Pattern& state : from)
      for (std::size_t j = 0; j < conflict_.parties.size(); ++j)
        if (PartyId(j) != who && &game_.pictureOf(PartyId(j)) != &game_.pictureOf(who))
          unknownMoves(who, PartyId(j), state);
  }

  void unknownMoves(PartyId who, PartyId mover, const Pattern& state) {
    stability::Engine& own = game_.pictureOf(mover);
    stability::Engine& seen = game_.pictureOf(who);
    if (!game_.sees(who, state) || !game_.sees(mover, state))
      return;
    const stability::Scratch inOwn(own);
    const stability::Scratch inSeen(seen);
    const auto start = own.matching({state});
    const auto better = own.without(own.reachedFrom(start, mover, model::Relation::better), start);
    const auto known = seen.reachedFrom(seen.matching({state}), mover, model::Relation::always);
    for (const Pattern& to : own.list(better, mostMoves))
      if (!seen.contains(known, to))
        add({Surprise::Kind::unknownMove, who, state, mover, to}, std::nullopt);
  }

  Hypergame& game_;
  const std::vector<Concept>& concepts_;
  const model::Conflict& conflict_;
  std::vector<std::pair<Concept, std::vector<Pattern>>> hidden_; ///< held by all who see them
  std::vector<Pattern> expected_;                                ///< by the party at hand, under some concept
  Surprises found_;
};

} // namespace

Surprises surprises(Hypergame& hypergame, const std::vector<Concept>& concepts) {
  return Finder(hypergame, concepts).find();
}

} // namespace stasis::analysis
