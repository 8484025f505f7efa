#include "cli/concepts.h"

#include "cli/console.h"
#include "cli/given.h"
#include "cli/verb.h"

#include <algorithm>

namespace stasis::cli {

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

std::optional<model::Concept> conceptCalled(const std::string& key, Console& console) {
  const auto found = model::findConcept(key);
  if (!found)
    console.sayError("`" + key + "` is not a solution concept",
                     "the concepts are nash, gmr, smr, seq and sseq");
  return found;
}

} // namespace

bool readConcepts(const Arguments& arguments, ConceptsAsked& asked, Console& console) {
  for (const std::string& piece : pieces(arguments.value("--concept"))) {
    const std::size_t equals = piece.find('=');
    const auto id = conceptCalled(equals == std::string::npos ? piece : piece.substr(equals + 1), console);
    if (!id)
      return false;
    if (equals == std::string::npos)
      asked.forAll.push_back(*id);
    else
      asked.own.push_back({piece.substr(0, equals), *id});
  }
  std::ranges::sort(asked.forAll);
  const auto repeated = std::ranges::unique(asked.forAll);
  asked.forAll.erase(repeated.begin(), repeated.end());
  if (!asked.own.empty() && asked.forAll.size() > 1) {
    console.sayError("--concept gives the other parties several concepts",
                     "with concepts for single parties, name one for all others: --concept seq,Russia=smr");
    return false;
  }
  return true;
}

bool readConcepts(const Arguments& arguments, std::vector<model::Concept>& concepts, Console& console) {
  ConceptsAsked asked;
  if (!readConcepts(arguments, asked, console))
    return false;
  if (!asked.own.empty()) {
    console.sayError("--concept gives a party a concept of its own",
                     "`stasis solve` takes a concept for each party; here name concepts for all");
    return false;
  }
  concepts = std::move(asked.forAll);
  return true;
}

std::optional<std::vector<model::Concept>>
conceptsByParty(const ConceptsAsked& asked, const model::Conflict& conflict, Console& console) {
  const model::Concept others = asked.forAll.empty() ? model::Concept::seq : asked.forAll.front();
  std::vector<model::Concept> byParty(conflict.parties.size(), others);
  for (const auto& own : asked.own) {
    const auto parties = partiesGiven({own.party}, conflict, console);
    if (!parties)
      return std::nullopt;
    for (const model::PartyId party : *parties)
      byParty[party.index()] = own.id;
  }
  return byParty;
}

} // namespace stasis::cli
