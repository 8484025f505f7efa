#include "report/explain/leaving.h"

#include "model/options_changed.h"
#include "report/explain/deterrence_words.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/standing_words.h"
#include "report/telling/state_words.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace stasis::report {

using analysis::Explanation;
using analysis::Stance;
using model::Concept;
using model::Conflict;
using model::PartyId;
using model::Pattern;
using stability::Standing;

namespace {

std::optional<bool> holdsUnder(const Explanation& explanation, const std::vector<bool>& stable, Concept id) {
  const auto at = std::ranges::find(explanation.concepts, id);
  if (at == explanation.concepts.end())
    return std::nullopt;
  return stable[static_cast<std::size_t>(at - explanation.concepts.begin())];
}

bool deterred(const analysis::ToldImprovement& told, Concept id) {
  return std::ranges::any_of(told.grounds,
                             [&](const auto& ground) { return ground.id == id && ground.deterred; });
}

/// What the party would do: of a move that changes more than two options, the first.
std::string shortly(const Conflict& conflict, PartyId party, const Pattern& from, const Pattern& to) {
  constexpr std::size_t most = 2;
  const std::size_t changed = model::optionsChanged(from, to);
  if (changed <= most)
    return actWords(conflict, {party, from, to});
  for (const auto choice : {model::Choice::yes, model::Choice::no})
    for (std::size_t o = 0; o < from.size(); ++o) {
      const model::OptionId id(o);
      if (from[id] == to[id] || to[id] != choice)
        continue;
      if (conflict.option(id).owner != party) // a listed move changes what it changes
        return actWords(conflict, {party, from, to});
      Pattern first = from;
      first.set(id, choice);
      return actWords(conflict, {party, from, first}) + " and change " + std::to_string(changed - 1) +
             " things more";
    }
  return actWords(conflict, {party, from, to});
}

std::string_view verb(Standing standing) { return standing == Standing::holdsNot ? "would" : "might"; }

} // namespace

Standing standingOf(const Explanation& explanation, const Stance& stance) {
  return stability::standingUnder([&](Concept id) { return holdsUnder(explanation, stance.stable, id); });
}

Standing standingOf(const Conflict& conflict, const Explanation& explanation) {
  if (explanation.stances.size() != conflict.parties.size())
    return Standing::unknown;
  return stability::standingUnder([&](Concept id) -> std::optional<bool> {
    bool all = true;
    for (const Stance& stance : explanation.stances) {
      const auto held = holdsUnder(explanation, stance.stable, id);
      if (!held)
        return std::nullopt;
      all = all && *held;
    }
    return all;
  });
}

std::size_t showing(const Stance& stance, const Pattern& state) {
  const auto order = [&](const analysis::ToldImprovement& told) {
    return std::pair(deterred(told, Concept::gmr) ? (deterred(told, Concept::seq) ? 2 : 1) : 0,
                     model::optionsChanged(state, told.to));
  };
  return static_cast<std::size_t>(std::ranges::min_element(stance.told, {}, order) - stance.told.begin());
}

bool gainsLittle(stability::Engine& engine, PartyId party, const Pattern& from, const Pattern& to) {
  constexpr unsigned long few = 5000;
  const auto before = engine.place(party, from);
  const auto after = engine.place(party, to);
  if (!before || !after || engine.count(engine.feasible()) > few)
    return false;
  std::uint64_t last = 0;
  for (const Pattern& state : engine.list(engine.feasible(), few))
    last = std::max(last, engine.place(party, state).value_or(0));
  return static_cast<double>(*before) - static_cast<double>(*after) <=
         std::floor(littleOf * static_cast<double>(last));
}

std::vector<Leaving> whoLeaves(stability::Engine& engine, const Explanation& explanation, Standing standing) {
  const Conflict& conflict = engine.conflict();
  std::vector<Leaving> leaving;
  if (standing == Standing::byItself || standing == Standing::unknown)
    return leaving;
  std::vector<PartyId> all;
  std::optional<PartyId> first;
  for (const Stance& stance : explanation.stances)
    if (standingOf(explanation, stance) == standing) {
      all.push_back(stance.party);
      if (!first && !stance.told.empty())
        first = stance.party;
    }
  const std::string would(verb(standing));
  if (first) {
    const auto stance = std::ranges::find(explanation.stances, *first, &Stance::party);
    const Pattern& to = stance->told[showing(*stance, explanation.state)].to;
    leaving.push_back({{*first},
                       partiesInside(conflict, {*first}),
                       would + " " + shortly(conflict, *first, explanation.state, to),
                       true,
                       gainsLittle(engine, *first, explanation.state, to)});
  }
  std::erase_if(all, [&](PartyId id) { return id == first; });
  const auto inFamilies =
      toldTogether(conflict, [&](PartyId id) { return std::ranges::find(all, id) != all.end(); });
  for (const auto& [parties, leaves] : inFamilies)
    if (leaves)
      leaving.push_back({parties, partiesInside(conflict, parties), would + (first ? ", too" : "")});
  return leaving;
}

std::string leavingWords(const std::vector<Leaving>& leaving, Standing standing) {
  if (leaving.empty())
    return standing == Standing::byItself ? std::string(wordsOf(standing).meaning) : "";
  std::string text;
  std::vector<std::string> alike; // those of whom the same is said, at the end
  for (const Leaving& one : leaving)
    if (&one == &leaving.front() && one.acts)
      text = one.called + " " + one.does + (one.little ? " (a little better)" : "");
    else
      alike.push_back(one.called);
  if (!alike.empty())
    text += (text.empty() ? "" : "; ") + enumerated(alike) + " " + leaving.back().does;
  return atBeginning(text);
}

std::string todayInShort(const std::vector<Leaving>& leaving, Standing standing) {
  std::string text = "Today " + std::string(standing == Standing::byItself ? wordsOf(standing).word
                                                                           : wordsOf(standing).said);
  if (standing == Standing::byItself)
    return text + ": " + std::string(wordsOf(standing).meaning) + ".";
  if (leaving.empty())
    return text + ".";
  const std::string would(verb(standing));
  const bool known = leaving.front().acts;
  std::vector<std::string> others;
  for (std::size_t k = known ? 1 : 0; k < leaving.size(); ++k)
    others.push_back(leaving[k].called);
  if (known)
    text += ": " + leaving.front().called + " would rather " + leaving.front().does.substr(would.size() + 1) +
            (leaving.front().little ? ", which is a little better for it" : "");
  else
    text += ": " + enumerated(others) + " would rather leave it";
  if (standing == Standing::byAnswers)
    text += ", but others would answer, and gain by that";
  if (standing == Standing::byFear)
    text += "; only the fear of what others could do prevents it";
  text += ".";
  if (known && !others.empty())
    text += " " + atBeginning(enumerated(others)) + " " + would + " leave it, too.";
  return text;
}

} // namespace stasis::report
