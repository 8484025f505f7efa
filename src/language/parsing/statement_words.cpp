#include "language/parsing/statement_words.h"

#include "language/codes/nearest.h"

#include <algorithm>
#include <array>
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
       {"partie", "partey", "paty", "player", "actor", "decision_maker", "decisionmaker", "dm", "agent",
        "stakeholder", "country", "side"}},
      {Word::parties, {"players", "actors", "agents", "countries", "family", "partys", "sides"}},
      {Word::option, {"action", "actions", "strategy", "strategies", "choice", "choices", "options"}},
      {Word::never, {"infeasible", "forbid", "forbidden", "impossible", "exclude", "excluded"}},
      {Word::always, {"must", "require", "requires", "constraint", "ensure"}},
      {Word::define, {"let", "def", "definition"}},
      {Word::status,
       {"status_quo", "statusquo", "initial", "start", "current", "currently", "today", "now", "initially"}},
      {Word::prefer,
       {"preference", "preferences", "prefers", "priority", "priorities", "wants", "want", "goal", "goals",
        "objective", "objectives", "aim", "aims"}},
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
  for (const std::string_view ending : {"s", "es"})
    forms.push_back(std::string(word) + std::string(ending));
  if (word.ends_with("ies")) // `studies`
    forms.push_back(std::string(word.substr(0, word.size() - 3)) + 'y');
  if (word.ends_with("ing")) // `paying`
    for (const std::string_view ending : {"", "e"})
      forms.push_back(std::string(word.substr(0, word.size() - 3)) + std::string(ending));
  const auto found =
      std::ranges::find_if(forms, [&](const std::string& one) { return options.contains(one); });
  return found == forms.end() ? std::nullopt : std::optional(*found);
}

bool meansTheRest(std::string_view word) {
  constexpr std::array<std::string_view, 6> words{"others",    "other",     "rest",
                                                  "remaining", "remainder", "else"};
  return std::ranges::find(words, word) != words.end();
}

std::optional<int> smallNumber(std::string_view word) {
  constexpr std::array<std::string_view, 11> words{"zero", "one",   "two",   "three", "four", "five",
                                                   "six",  "seven", "eight", "nine",  "ten"};
  if (const auto found = std::ranges::find(words, word); found != words.end())
    return static_cast<int>(found - words.begin());
  const bool digits = !word.empty() && word.size() < 5 && word.find_first_not_of("0123456789") == word.npos;
  return digits ? std::optional(std::stoi(std::string(word))) : std::nullopt;
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
