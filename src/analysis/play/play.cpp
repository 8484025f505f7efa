#include "analysis/play/play.h"

#include <algorithm>

namespace stasis::analysis {

using model::PartyId;
using model::Pattern;

Play::Play(stability::Engine& engine, const Rules& rules, Pattern start)
    : engine_(engine), rules_(rules), start_(std::move(start)) {}

bool Play::mustWait(PartyId party) const {
  return !steps_.empty() && steps_.back().mover == party && !rules_.transitive();
}

std::vector<PlayMove> Play::moves(const std::vector<PartyId>& parties) const {
  std::vector<PlayMove> all;
  for (const PartyId party : parties)
    if (!mustWait(party))
      for (auto& move : movesInOrder(engine_, rules_, party, state()))
        all.push_back({party, std::move(move)});
  std::ranges::stable_partition(all, [](const PlayMove& move) { return move.improves(); });
  return all;
}

bool Play::wouldMove(const std::vector<PartyId>& parties) const {
  return std::ranges::any_of(parties, [&](PartyId party) {
    return !mustWait(party) && !rules_.improvements(party, state()).empty();
  });
}

std::vector<PlayMove> Play::improvements(PartyId party) const {
  auto all = moves({party});
  std::erase_if(all, [](const PlayMove& move) { return !move.improves(); });
  return all;
}

std::optional<PlayMove> Play::best(PartyId party) const {
  std::optional<PlayMove> best;
  for (auto& move : improvements(party))
    if (!best || rules_.compare(party, move.what.to, best->what.to) > 0)
      best = std::move(move);
  return best;
}

std::optional<PlayMove> Play::random(PartyId party, std::mt19937_64& dice) const {
  auto all = improvements(party);
  if (all.empty())
    return std::nullopt;
  return std::move(all[static_cast<std::size_t>(dice() % all.size())]);
}

std::vector<PlayAnswer> Play::answers(const PlayMove& move) const {
  std::vector<PlayAnswer> all;
  const auto noBetter = [&](const Pattern& end) { return rules_.compare(move.mover, end, state()) <= 0; };
  for (std::size_t i = 0; i < engine_.conflict().parties.size(); ++i) {
    if (PartyId(i) == move.mover)
      continue;
    for (const Pattern& to : rules_.moves(PartyId(i), move.what.to)) {
      PlayAnswer answer{PartyId(i), to, rules_.compare(PartyId(i), to, move.what.to) > 0, noBetter(to),
                        false};
      answer.lasts = answer.deters && std::ranges::all_of(rules_.moves(move.mover, to), noBetter);
      all.push_back(std::move(answer));
    }
  }
  return all;
}

} // namespace stasis::analysis
