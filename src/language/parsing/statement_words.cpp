#include "language/parsing/statement_words.h"

#include "language/codes/nearest.h"

#include <algorithm>
#include <unordered_map>

namespace stasis::language {

namespace {

struct Synonyms {
  Word word;
  std::vector<std::string_view> others;
};

const std::vector<Synonyms>& synonyms() {
  static const std::vector<Synonyms> all{
      {Word::party,
       {"player", "actor", "decision_maker", "decisionmaker", "dm", "agent", "stakeholder", "country",
        "side"}},
      {Word::parties, {"players", "actors", "agents", "countries", "family"}},
      {Word::option, {"action", "actions", "strategy", "strategies", "choice", "choices", "options"}},
      {Word::never, {"infeasible", "forbid", "forbidden", "impossible", "exclude", "excluded"}},
      {Word::always, {"must", "require", "requires", "constraint", "ensure"}},
      {Word::define, {"let", "def", "definition"}},
      {Word::status, {"status_quo", "statusquo", "initial", "start", "current", "currently", "today", "now"}},
      {Word::prefer, {"preference", "preferences", "prefers", "priority", "priorities", "wants", "goals"}},
      {Word::rank, {"ranking", "ranks", "order", "ordering"}},
      {Word::weigh, {"utility", "utilities", "payoff", "payoffs", "weight", "weights", "values"}},
      {Word::move, {"moves", "transition", "transitions", "arc", "arcs"}},
      {Word::source, {"sources", "reference", "document", "cite"}},
      {Word::because, {"since", "evidence", "quote", "citing"}},
      {Word::expect, {"expects", "assert", "test"}},
      {Word::state, {"outcome", "scenario"}},
      {Word::states, {"outcomes", "scenarios"}},
      {Word::conflict, {"game", "model", "title"}},
      {Word::about, {"description", "describe", "comment"}},
  };
  return all;
}

std::unordered_map<std::string_view, Word> byWord() {
  std::unordered_map<std::string_view, Word> table;
  for (const auto& [word, others] : synonyms())
    for (const auto other : others)
      table.emplace(other, word);
  return table;
}

} // namespace

std::optional<Word> synonym(std::string_view word) {
  static const auto table = byWord();
  const auto found = table.find(word);
  if (found == table.end())
    return std::nullopt;
  return found->second;
}

Word wordOrSynonym(const Token& token, std::string_view text) {
  return token.is(Kind::name) ? synonym(text).value_or(Word::none_) : token.word;
}

std::optional<std::string> optionCalled(const std::set<std::string>& options, std::string_view word) {
  std::vector<std::string> forms{std::string(word)};
  for (const std::string_view ending : {"s", "es"})
    if (word.ends_with(ending))
      forms.emplace_back(word.substr(0, word.size() - ending.size()));
  const auto found =
      std::ranges::find_if(forms, [&](const std::string& one) { return options.contains(one); });
  return found == forms.end() ? std::nullopt : std::optional(*found);
}

std::optional<Word> misspelt(std::string_view word) {
  Nearest search(word);
  for (const auto& row : synonyms())
    search.consider(spellingOf(row.word));
  if (!search.found())
    return std::nullopt;
  return wordOf(*search.found());
}

} // namespace stasis::language
