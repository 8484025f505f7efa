#include "cli/concepts.h"

#include "cli/console.h"
#include "cli/given.h"
#include "cli/verb.h"
#include "language/codes/concept_suggestion.h"
#include "model/applies.h"
#include "model/limited_moves.h"
#include "model/looking_ahead.h"
#include "model/lower_case.h"
#include "stability/served.h"

#include <algorithm>
#include <map>

namespace stasis::cli {

using model::Concept;
using model::ConceptFamily;

namespace {

std::vector<std::string> pieces(const std::string& list) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    out.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

bool isGroupOf(ConceptFamily family, const std::string& word) {
  const std::string lowered = model::lowerCase(word);
  return lowered == "all" || lowered == row(family).key;
}

/// The concepts of a group; none if there is no such group.
std::vector<Concept> group(const std::string& word) {
  std::vector<Concept> all;
  for (const auto& concept_ : model::allConcepts())
    if (inGroup(concept_) && isGroupOf(concept_.family, word))
      all.push_back(concept_.id);
  return all;
}

std::optional<Concept> conceptCalled(const std::string& key, Console& console) {
  const auto found = model::findConcept(key);
  if (!found)
    console.sayError("`" + key + "` is not a solution concept", language::suggestConcept(key).help);
  return found;
}

void sortOnce(std::vector<Concept>& concepts) {
  std::ranges::sort(concepts);
  const auto repeated = std::ranges::unique(concepts);
  concepts.erase(repeated.begin(), repeated.end());
}

bool readPiece(const std::string& piece, ConceptsAsked& asked, Console& console) {
  const std::size_t equals = piece.find('=');
  if (model::lowerCase(piece) == "default") {
    asked.byDefault = true;
    return true;
  }
  if (equals == std::string::npos)
    if (const auto all = group(piece); !all.empty()) {
      asked.forAll.insert(asked.forAll.end(), all.begin(), all.end());
      asked.led = asked.led || isGroupOf(model::limitedFamily, piece);
      return true;
    }
  const auto id = conceptCalled(equals == std::string::npos ? piece : piece.substr(equals + 1), console);
  if (!id)
    return false;
  if (equals != std::string::npos) {
    asked.own.push_back({piece.substr(0, equals), *id});
    return true;
  }
  asked.forAll.push_back(*id);
  asked.named.push_back(*id);
  return true;
}

void refuse(const stability::Refusal& refused, Console& console) {
  console.sayError(refused.why, refused.help);
}

/// False, after an error message, if one of the concepts is refused.
bool noneRefused(const std::vector<Concept>& concepts, const stability::Engine& engine, Console& console) {
  for (const Concept id : concepts)
    if (const auto refused = stability::refusal(engine, id)) {
      refuse(*refused, console);
      return false;
    }
  return true;
}

/// All that the words stand for in this conflict, in the order of the table.
std::vector<Concept> wanted(const ConceptsAsked& asked, const model::Conflict& conflict) {
  std::vector<Concept> all;
  for (const auto& concept_ : model::allConcepts())
    if ((asked.byDefault && stability::speaksOf(conflict, concept_.family)) ||
        std::ranges::count(asked.forAll, concept_.id) > 0)
      all.push_back(concept_.id);
  for (const Concept id : asked.forAll)
    if (id.index() >= model::allConcepts().size() && model::leaderOf(id).empty())
      all.push_back(id);
  for (const Concept led : model::ledConceptsOf(conflict))
    if (asked.led || std::ranges::count(asked.forAll, led) > 0)
      all.push_back(led);
  return all;
}

} // namespace

OptionRow conceptOption(std::string_view help, std::string_view byDefault) {
  return {"--concept", "LIST", help, {}, byDefault};
}

bool readConcepts(const Arguments& arguments, ConceptsAsked& asked, Console& console) {
  asked.byDefault = !arguments.has("--concept");
  if (asked.byDefault)
    return true;
  for (const std::string& piece : pieces(arguments.value("--concept")))
    if (!readPiece(piece, asked, console))
      return false;
  sortOnce(asked.forAll);
  if (!asked.own.empty() && (asked.byDefault || asked.forAll.size() > 1)) {
    console.sayError("--concept gives the other parties several concepts",
                     "with concepts for single parties, name one for all others: --concept seq,Russia=smr");
    return false;
  }
  return true;
}

bool readConceptsForAll(const Arguments& arguments, ConceptsAsked& asked, Console& console) {
  if (!readConcepts(arguments, asked, console))
    return false;
  if (!asked.own.empty()) {
    console.sayError("--concept gives a party a concept of its own",
                     "`stasis solve` takes a concept for each party; here name concepts for all");
    return false;
  }
  return true;
}

std::optional<std::vector<Concept>> conceptsFor(const ConceptsAsked& asked, const stability::Engine& engine,
                                                Console& console) {
  if (!noneRefused(asked.named, engine, console))
    return std::nullopt;
  std::vector<Concept> kept;
  std::map<ConceptFamily, stability::Refusal> leftOut;
  for (const Concept id : wanted(asked, engine.conflict()))
    if (auto refused = stability::refusal(engine, id))
      leftOut.emplace(row(id).family, std::move(*refused));
    else
      kept.push_back(id);
  if (kept.empty()) {
    refuse(leftOut.begin()->second, console);
    return std::nullopt;
  }
  for (const auto& [family, refused] : leftOut)
    console.sayNote("the concepts of " + std::string(row(family).name) + " are left out: " + refused.why +
                    (refused.help.empty() ? "" : "; " + refused.help));
  return kept;
}

std::optional<std::vector<Concept>> classicalConcepts(const ConceptsAsked& asked, std::string_view which,
                                                      Console& console) {
  const auto isClassical = [](Concept id) { return row(id).family == ConceptFamily::classical; };
  const std::string reason = std::string(which) + " for the concepts nash, gmr, smr, seq and sseq alone";
  for (const Concept id : asked.named)
    if (!isClassical(id)) {
      console.sayError("not for `" + std::string(row(id).key) + "`: " + reason, "name one of these five");
      return std::nullopt;
    }
  std::vector<Concept> kept;
  for (const auto& concept_ : model::concepts)
    if (asked.byDefault || std::ranges::count(asked.forAll, concept_.id) > 0)
      kept.push_back(concept_.id);
  if (kept.size() < asked.forAll.size())
    console.sayNote(reason + "; the others are left out");
  if (!kept.empty())
    return kept;
  console.sayError("no concept is left", "name one of nash, gmr, smr, seq and sseq");
  return std::nullopt;
}

std::optional<std::vector<Concept>> conceptsByParty(const ConceptsAsked& asked,
                                                    const stability::Engine& engine, Console& console) {
  const model::Conflict& conflict = engine.conflict();
  const Concept others = asked.forAll.empty() ? Concept::seq : asked.forAll.front();
  std::vector<Concept> byParty(conflict.parties.size(), others);
  for (const auto& own : asked.own) {
    const auto parties = partiesGiven({own.party}, conflict, console);
    if (!parties)
      return std::nullopt;
    for (const model::PartyId party : *parties)
      byParty[party.index()] = own.id;
  }
  if (!noneRefused(byParty, engine, console))
    return std::nullopt;
  return byParty;
}

bool asksBeyondClassical(const Arguments& arguments) {
  if (!arguments.has("--concept"))
    return false;
  for (std::string piece : pieces(arguments.value("--concept"))) {
    piece = piece.substr(piece.find('=') == std::string::npos ? 0 : piece.find('=') + 1);
    const auto id = model::findConcept(piece);
    const auto all = id ? std::vector{*id} : group(piece);
    if (std::ranges::any_of(all, [](Concept c) { return row(c).family != ConceptFamily::classical; }))
      return true;
  }
  return false;
}

} // namespace stasis::cli
