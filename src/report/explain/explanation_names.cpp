#include "report/explain/explanation_names.h"

#include "report/explain/deterrence_words.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/party_words.h"
#include "report/telling/state_words.h"

#include <utility>

namespace stasis::report {

using model::Concept;
using model::PartyId;
using model::Pattern;

std::string ExplanationNames::name(PartyId party) const {
  return called_ == Called::name ? conflict_.party(party).name : insideSentence(conflict_.labelOf(party));
}

std::string ExplanationNames::beginning(std::string words) const {
  return called_ == Called::name ? words : atBeginning(std::move(words));
}

std::string ExplanationNames::others(PartyId party) const {
  if (conflict_.parties.size() != 2)
    return "the others";
  return name(PartyId(1 - party.index()));
}

std::string ExplanationNames::does(const analysis::Step& step) const {
  return called_ == Called::name ? moveWords(conflict_, step.mover, step.from, step.to)
                                 : actWords(conflict_, step);
}

std::string ExplanationNames::arrow(const Pattern& from, const Pattern& to) const {
  if (called_ == Called::label) {
    const std::string title = stateTitle(conflict_, to);
    return title.empty() ? title : "to “" + title + "”";
  }
  return stateMark(engine_, from) + " " + std::string(look_.arrow()) + " " + markAndTitle(engine_, to);
}

std::string ExplanationNames::placed(PartyId party, const Pattern& state) const {
  const auto at = engine_.place(party, state);
  return at ? ordinal(*at) : std::string();
}

std::string ExplanationNames::parenthesised(PartyId party, const Pattern& state) const {
  const std::string at = placed(party, state);
  return at.empty() ? at : " (" + at + ")";
}

std::string ExplanationNames::change(PartyId party, const Pattern& from, const Pattern& to) const {
  const std::string before = placed(party, from);
  return before.empty() ? before : before + " " + std::string(look_.arrow()) + " " + placed(party, to);
}

std::string listed(const std::vector<Concept>& concepts) {
  std::string out;
  for (std::size_t k = 0; k < concepts.size(); ++k) {
    if (k > 0)
      out += k + 1 == concepts.size() ? " and " : ", ";
    out += row(concepts[k]).name;
  }
  return out;
}

bool judgesHigh(Concept id) { return row(id).judgement() == model::Judgement::high; }
bool wantsImprovements(Concept id) { return row(id).sanctions() == model::Sanctions::improvements; }

std::string inParentheses(const std::string& words) { return words.empty() ? words : "  (" + words + ")"; }

} // namespace stasis::report
