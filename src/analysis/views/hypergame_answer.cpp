#include "analysis/views/hypergame_answer.h"

#include <algorithm>

namespace stasis::analysis {

using model::Concept;

namespace {

bool servedByAll(const Hypergame& game, Concept id) {
  const auto family = row(id).family;
  if (!game.whole().serves(family))
    return false;
  for (std::size_t k = 0; k < game.views().size(); ++k)
    if (!game.engine(k).serves(family))
      return false;
  return true;
}

} // namespace

void addConceptsOfViews(std::vector<model::Concept>& concepts, const model::Views& views,
                        const stability::Engine& engine) {
  using Family = model::ConceptFamily;
  for (const auto& [spoken, family] : {std::pair(speakOfStrength(views), Family::strength),
                                       {speakOfDoubt(views), Family::unknown},
                                       {speakOfAttitudes(views), Family::attitudes}})
    if (spoken && engine.serves(family))
      for (const auto& row : model::conceptsOf(family))
        concepts.push_back(row.id);
  std::ranges::sort(concepts);
  const auto repeated = std::ranges::unique(concepts);
  concepts.erase(repeated.begin(), repeated.end());
}

HypergameAnswer solveHypergame(Hypergame& game, const std::vector<Concept>& concepts, std::size_t most) {
  HypergameAnswer answer{game, concepts};
  std::erase_if(answer.concepts, [&](Concept id) { return !servedByAll(game, id); });
  answer.equilibria.resize(answer.concepts.size());
  try {
    for (std::size_t c = 0; c < answer.concepts.size(); ++c)
      answer.equilibria[c] = game.equilibria(answer.concepts[c]);
    answer.states = byPictures(game, answer.concepts, answer.equilibria, most);
    answer.surprises = surprises(game, answer.concepts);
  } catch (const stability::LimitReached& reached) {
    answer.stopped = stability::Stopped{reached.limit(), reached.what()};
  }
  return answer;
}

} // namespace stasis::analysis
