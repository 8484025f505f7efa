#include "model/applies.h"

#include "model/limited_moves.h"
#include "model/simultaneous.h"

#include <algorithm>

namespace stasis::model {

namespace {

std::string called(Concept concept_) { return "`" + std::string(row(concept_).key) + "`"; }

std::optional<std::string> whyNotSimultaneous(const Conflict& conflict, Concept concept_) {
  if (conflict.hasGraphForm())
    return called(concept_) + " puts together what several parties do at once, so it needs moves by options; "
                              "in this conflict moves are listed";
  if (conflict.hasMergedStates())
    return called(concept_) + " puts together what several parties do at once, so it needs states that "
                              "decide every option; in this conflict some are merged";
  return std::nullopt;
}

std::optional<std::string> whyNotLimited(const Conflict& conflict, Concept concept_) {
  const std::size_t parties = conflict.parties.size();
  if (parties == 1)
    return called(concept_) + " is defined for two parties, and this conflict has one";
  if (parties != 2)
    return called(concept_) + " is defined for two parties, and this conflict has " +
           std::to_string(parties) +
           "; with three or more the published definitions disagree (Soares, Rêgo & Vieira, Group Decision "
           "and Negotiation 2026)";
  const std::string_view leader = leaderOf(concept_);
  if (!leader.empty() && std::ranges::count(conflict.parties, leader, &Party::name) == 0)
    return called(concept_) + " names no party of this conflict; its parties are " +
           conflict.parties[0].name + " and " + conflict.parties[1].name;
  return std::nullopt;
}

} // namespace

std::optional<std::string> whyNot(const Conflict& conflict, Concept concept_) {
  const ConceptFamily family = row(concept_).family;
  if (family == simultaneousFamily)
    return whyNotSimultaneous(conflict, concept_);
  if (family == limitedFamily)
    return whyNotLimited(conflict, concept_);
  return std::nullopt;
}

std::vector<Concept> ledConceptsOf(const Conflict& conflict) {
  std::vector<Concept> led;
  if (conflict.parties.size() == 2)
    for (const Party& party : conflict.parties)
      if (const auto id = ledBy(party.name))
        led.push_back(*id);
  return led;
}

} // namespace stasis::model
