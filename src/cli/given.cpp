#include "cli/given.h"

#include "analysis/states/states_named.h"
#include "cli/console.h"
#include "language/codes/nearest.h"
#include "language/lexing/source_text.h"
#include "model/trimmed.h"

#include <algorithm>
#include <set>

namespace stasis::cli {

using model::PartyId;

OptionRow stateOption(std::string_view help, std::string_view byDefault, bool repeated) {
  return {"--state", "STATE", help, {}, byDefault, OptionRow::Kind::text, repeated};
}

OptionRow partyOption(std::string_view help) {
  return {"--party", "PARTY", help, {}, "", OptionRow::Kind::text, true};
}

std::optional<stability::StateSet> statesGiven(const std::string& text, stability::Engine& engine,
                                               Console& console) {
  const auto named = analysis::statesNamed(engine, text);
  if (!named.diagnostics.empty())
    console.sayProblems(named.diagnostics, language::SourceText("STATE", text));
  else if (!named.set)
    console.sayError(named.problem, named.help);
  return named.set;
}

std::optional<model::Pattern> oneStateGiven(const std::string& option, const std::string& text,
                                            stability::Engine& engine, Console& console) {
  const auto set = statesGiven(text, engine, console);
  if (!set)
    return std::nullopt;
  if (engine.count(*set) > 1) {
    console.sayError(option + " names " + engine.count(*set).get_str() + " states, and one is needed",
                     "`stasis states FILE --where '" + text + "'` lists them");
    return std::nullopt;
  }
  return engine.list(*set, 1).front();
}

std::vector<PartyId> allParties(const model::Conflict& conflict) {
  std::vector<PartyId> all;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    all.emplace_back(i);
  return all;
}

namespace {

std::vector<std::string> pieces(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const std::string& text : texts)
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      out.emplace_back(model::trimmed(std::string_view(text).substr(begin, end - begin), " "));
      begin = end + 1;
    }
  return out;
}

bool addCalled(const std::string& name, const model::Conflict& conflict, std::set<PartyId>& found) {
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    if (conflict.parties[i].name == name || conflict.parties[i].label == name) {
      found.insert(PartyId(i));
      return true;
    }
  for (const auto& family : conflict.families)
    if (family.name == name || family.label == name) {
      found.insert(family.members.begin(), family.members.end());
      return true;
    }
  return false;
}

std::string meant(const std::string& name, const model::Conflict& conflict) {
  language::Nearest nearest(name);
  for (const auto& party : conflict.parties)
    nearest.consider(party.name);
  for (const auto& family : conflict.families)
    nearest.consider(family.name);
  if (nearest.found())
    return "did you mean `" + std::string(*nearest.found()) + "`?";
  std::string all;
  for (const auto& party : conflict.parties)
    all.append(all.empty() ? "" : ", ").append(party.name);
  return "the parties are " + all;
}

} // namespace

std::optional<std::vector<PartyId>> partiesGiven(const std::vector<std::string>& texts,
                                                 const model::Conflict& conflict, Console& console) {
  std::set<PartyId> found;
  for (const std::string& name : pieces(texts))
    if (!addCalled(name, conflict, found)) {
      console.sayError("no party is called `" + name + "`", meant(name, conflict));
      return std::nullopt;
    }
  return std::vector<PartyId>(found.begin(), found.end());
}

} // namespace stasis::cli
