#include "analysis/moves/moves.h"

#include <algorithm>

namespace stasis::analysis {

using model::PartyId;
using model::Pattern;

namespace {

Effect effectFor(const Rules& rules, PartyId party, const Pattern& from, const Pattern& to) {
  const auto order = rules.compare(party, to, from);
  return order > 0 ? Effect::gain : order < 0 ? Effect::loss : Effect::even;
}

UnilateralMove moveTo(stability::Engine& engine, const Rules& rules, const Pattern& from, const Pattern& to) {
  UnilateralMove move{to, {}};
  for (std::size_t i = 0; i < engine.conflict().parties.size(); ++i)
    move.effects.push_back({effectFor(rules, PartyId(i), from, to), engine.place(PartyId(i), from),
                            engine.place(PartyId(i), to)});
  return move;
}

/// The states a party can move to, best effect first; those of equal effect by number.
std::vector<std::pair<Effect, Pattern>> goals(const Rules& rules, PartyId party, const Pattern& from) {
  std::vector<std::pair<Effect, Pattern>> all;
  for (auto& to : rules.moves(party, from)) {
    const Effect effect = effectFor(rules, party, from, to);
    all.emplace_back(effect, std::move(to));
  }
  std::ranges::stable_sort(all, {}, [](const auto& goal) { return goal.first; });
  return all;
}

} // namespace

std::vector<UnilateralMove> movesInOrder(stability::Engine& engine, const Rules& rules, PartyId party,
                                         const Pattern& from) {
  std::vector<UnilateralMove> moves;
  for (const auto& [effect, to] : goals(rules, party, from))
    moves.push_back(moveTo(engine, rules, from, to));
  return moves;
}

MovesAnswer findMoves(stability::Engine& engine, const Rules& rules, const MovesQuestion& question) {
  MovesAnswer answer{question.from, {}, rules.transitive()};
  for (const PartyId party : question.parties) {
    const auto all = goals(rules, party, question.from);
    MovesOfParty of{party, all.size(), 0, {}};
    for (const auto& [effect, to] : all) {
      of.improvements += effect == Effect::gain ? 1 : 0;
      if (of.listed.size() < question.limit && (effect == Effect::gain || !question.improvementsOnly))
        of.listed.push_back(moveTo(engine, rules, question.from, to));
    }
    answer.parties.push_back(std::move(of));
  }
  return answer;
}

} // namespace stasis::analysis
