#include "report/brief/brief_question.h"

#include "report/brief/brief_words.h"
#include "report/telling/condition_in_words.h"
#include "report/telling/long_words.h"
#include "report/telling/path_words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace stasis::report {

using stability::Standing;

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
  std::optional<model::Expression> expression = {};
  std::optional<model::OptionId> option = {};
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
  Thing thing{"with " + conditionInWords(conflict, *found), isSo(*found), *found};
  if (options == 1)
    thing.option = model::OptionId(found->root().value);
  return thing;
}

/// The names of parties say who is asked about, and not what.
bool namesAParty(const model::Conflict& conflict, const std::string& word) {
  return std::ranges::any_of(conflict.parties, [&](const auto& party) {
    return alike(party.name, word) || names(party.label, word);
  });
}

/// Behind `holds`.
std::string wayToHold(Standing standing, bool many) {
  return standing == Standing::byItself ? (many ? "by themselves" : "by itself")
                                        : (standing == Standing::byAnswers ? "by answers" : "by fear");
}

/// A line for each; of many, for all that hold alike.
std::vector<std::string> listOf(const std::vector<ToldOutcome>& outcomes) {
  constexpr std::size_t mostLines = 6;
  std::vector<std::string> points;
  std::vector<std::string> alike;
  for (std::size_t k = 0; k < outcomes.size(); ++k) {
    const Standing standing = outcomes[k].standing;
    alike.push_back(outcomes[k].called);
    if (outcomes.size() > mostLines && k + 1 < outcomes.size() && outcomes[k + 1].standing == standing)
      continue;
    points.push_back(
        BriefWords::sentence(enumerated(alike) + " " + BriefWords::holds(standing, alike.size() > 1)));
    alike.clear();
  }
  return points;
}

/// `of the three named outcomes with “A”, two hold, but only by fear:`
std::string countedWords(const std::string& named, const std::vector<Standing>& held, bool all) {
  if (held.empty())
    return "none of the " + named + " holds:";
  const bool one = held.size() == 1;
  const Standing way = held.front();
  const bool sameWay = std::ranges::count(held, way) == std::ssize(held);
  return (all ? "all " + named : "of the " + named + ", " + BriefWords::number(held.size())) +
         (one ? " holds" : " hold") +
         (sameWay ? (way == Standing::byFear ? ", but only " : " ") + wayToHold(way, !one) : "") + ":";
}

/// Definitions and options that the question names.
std::vector<Thing> thingsNamed(const model::Conflict& conflict) {
  std::vector<Thing> things;
  for (const std::string& word : wordsOf(questionOf(conflict)))
    if (!saysNothing(word) && !namesAParty(conflict, word))
      if (auto thing = thingNamed(conflict, word))
        things.push_back(std::move(*thing));
  return things;
}

} // namespace

bool asksOfChoice(const model::Conflict& conflict, const model::Pattern& one, const model::Pattern& other) {
  const auto things = thingsNamed(conflict);
  return !things.empty() && things.front().option &&
         one[*things.front().option] != other[*things.front().option];
}

ToTheQuestion toTheQuestion(const model::Conflict& conflict, const std::vector<ToldOutcome>& outcomes) {
  std::vector<Thing> things = thingsNamed(conflict);
  const auto words = wordsOf(questionOf(conflict));
  for (const std::string& word : words)
    if (!saysNothing(word) && !namesAParty(conflict, word))
      things.push_back({"with “" + word + "” in their name",
                        [word](const ToldOutcome& outcome) { return names(outcome.called, word); }});
  for (const Thing& thing : things) {
    std::vector<ToldOutcome> told;
    std::ranges::copy_if(outcomes, std::back_inserter(told), thing.isSo);
    if (told.empty() || told.size() == outcomes.size())
      continue;
    std::ranges::stable_sort(told, {}, &ToldOutcome::standing);
    ToTheQuestion answer{"The model's answer: ", {}, {}, thing.expression};
    std::vector<Standing> held;
    for (const ToldOutcome& outcome : told) {
      answer.told.push_back(outcome.called);
      if (outcome.standing != Standing::holdsNot)
        held.push_back(outcome.standing);
    }
    if (told.size() > 1) {
      answer.text += countedWords(BriefWords::number(told.size()) + " named outcomes " + thing.with, held,
                                  held.size() == told.size());
      answer.points = listOf(told);
      return answer;
    }
    const Standing way = told.front().standing;
    answer.text += told.front().called +
                   (way == Standing::byFear ? " holds only by fear" : " " + BriefWords::holds(way)) + ".";
    return answer;
  }
  return {};
}

} // namespace stasis::report
