#include "report/brief/brief_question.h"

#include "report/telling/condition_in_words.h"
#include "report/telling/long_words.h"
#include "report/telling/path_words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>

namespace stasis::report {

namespace {

/// Those that may mean something.
std::vector<std::string> wordsOf(std::string_view text) { return longWords(text, 4); }

bool saysNothing(const std::string& word) {
  constexpr std::array words{
      "would",  "could",   "should",    "does", "will",  "what",   "which",   "where", "when",
      "with",   "without", "this",      "that", "they",  "them",   "their",   "there", "then",
      "than",   "from",    "into",      "hold", "holds", "matter", "matters", "have",  "been",
      "today",  "either",  "whether",   "each", "some",  "other",  "more",    "most",  "about",
      "nobody", "nothing", "everybody", "over", "under", "while",  "after",   "before"};
  return std::ranges::find(words, word) != words.end();
}

/// `settle` and `settlement`, `strike` and `strikes`.
bool alike(const std::string& one, const std::string& other) {
  constexpr std::size_t stem = 4;
  return one == other ||
         (std::min(one.size(), other.size()) >= stem && (one.starts_with(other) || other.starts_with(one)));
}

bool names(const std::string& outcome, const std::string& word) {
  const auto words = wordsOf(outcome);
  return std::ranges::any_of(words, [&](const std::string& one) { return alike(one, word); });
}

/// The first sentence that ends with a question mark, the title's or that of a line about the conflict.
std::string questionOf(const model::Conflict& conflict) {
  std::vector<std::string> lines{conflict.title};
  lines.insert(lines.end(), conflict.about.begin(), conflict.about.end());
  for (const std::string& line : lines) {
    const std::size_t end = line.find('?');
    if (end == std::string::npos)
      continue;
    const std::size_t before = line.find_last_of(".!", end);
    return line.substr(before == std::string::npos ? 0 : before + 1,
                       end - (before == std::string::npos ? 0 : before + 1));
  }
  return {};
}

using Chosen = std::function<bool(const ToldOutcome&)>;

/// What a question can name: how it is called in an answer, and in which outcomes it is so.
struct Thing {
  std::string with; ///< `with “settlement”`
  Chosen isSo;
};

/// The definition or the option that this word names; none if no or several options are.
std::optional<Thing> thingNamed(const model::Conflict& conflict, const std::string& word) {
  const auto isSo = [&conflict](model::Expression expression) {
    return [&conflict, expression = std::move(expression)](const ToldOutcome& outcome) {
      return outcome.state.isState() && model::holds(expression, conflict, outcome.state);
    };
  };
  std::optional<model::Expression> found;
  for (std::size_t i = 0; i < conflict.defines.size() && !found; ++i)
    if (alike(conflict.defines[i].name, word) || names(conflict.defines[i].label, word))
      found = model::Expression::define(model::DefineId(i));
  std::size_t options = 0;
  for (std::size_t i = 0; i < conflict.options.size() && (!found || options > 0); ++i)
    if (alike(conflict.options[i].name, word) || names(conflict.options[i].label, word)) {
      found = model::Expression::option(model::OptionId(i));
      ++options;
    }
  if (!found || options > 1)
    return std::nullopt;
  return Thing{"with " + conditionInWords(conflict, *found), isSo(*found)};
}

/// The names of parties say who is asked about, and not what.
bool namesAParty(const model::Conflict& conflict, const std::string& word) {
  return std::ranges::any_of(conflict.parties, [&](const auto& party) {
    return alike(party.name, word) || names(party.label, word);
  });
}

std::vector<std::string> those(const std::vector<ToldOutcome>& outcomes, const Chosen& isSo) {
  std::vector<std::string> all;
  for (const ToldOutcome& outcome : outcomes)
    if (isSo(outcome))
      all.push_back(outcome.called);
  return all;
}

std::string count(std::size_t number) {
  constexpr std::array words{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
  return number < words.size() ? words[number] : std::to_string(number);
}

/// `of the three named outcomes with “A”, two can hold: “B” and “C”. “D” cannot.`
std::string countedWords(const std::string& named, const std::vector<std::string>& held,
                         const std::vector<std::string>& fallen) {
  if (fallen.empty())
    return "all " + named + " can hold: " + enumerated(held) + ".";
  if (held.empty())
    return "none of the " + named + " can hold: neither " + enumerated(fallen, "nor") + ".";
  return "of the " + named + ", " + count(held.size()) + " can hold: " + enumerated(held) + ". " +
         enumerated(fallen) + " cannot.";
}

} // namespace

ToTheQuestion toTheQuestion(const model::Conflict& conflict, const std::vector<ToldOutcome>& can,
                            const std::vector<ToldOutcome>& cannot) {
  std::vector<Thing> things;
  const auto words = wordsOf(questionOf(conflict));
  for (const std::string& word : words)
    if (!saysNothing(word) && !namesAParty(conflict, word))
      if (auto thing = thingNamed(conflict, word))
        things.push_back(std::move(*thing));
  for (const std::string& word : words)
    if (!saysNothing(word) && !namesAParty(conflict, word))
      things.push_back({"with “" + word + "” in their name",
                        [word](const ToldOutcome& outcome) { return names(outcome.called, word); }});
  for (const Thing& thing : things) {
    const auto held = those(can, thing.isSo);
    const auto not_ = those(cannot, thing.isSo);
    const std::size_t all = held.size() + not_.size();
    if (all == 0 || all == can.size() + cannot.size())
      continue;
    const std::string asked = "The model's answer: ";
    if (all == 1)
      return {asked + (held.empty() ? not_.front() + " cannot hold." : held.front() + " can hold."), held,
              not_};
    const std::string named = count(all) + " named outcomes " + thing.with;
    return {asked + countedWords(named, held, not_), held, not_};
  }
  return {};
}

} // namespace stasis::report
