#include "analysis/states/states_named.h"

#include "analysis/states/query_states.h"
#include "analysis/states/state_reference.h"
#include "language/codes/nearest.h"
#include "language/parse.h"
#include "model/lower_case.h"
#include "model/trimmed.h"

#include <algorithm>
#include <charconv>

namespace stasis::analysis {

using model::Pattern;
using stability::StateSet;

namespace {

bool same(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return model::lowerCase(x) == model::lowerCase(y); });
}

/// The digits of `7` and `s7`.
std::optional<std::string_view> digitsIn(std::string_view text) {
  if (!text.empty() && (text.front() == 's' || text.front() == 'S'))
    text.remove_prefix(1);
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return text;
}

class Namer {
public:
  Namer(stability::Engine& engine, std::string_view text)
      : engine_(engine), conflict_(engine.conflict()), text_(model::trimmed(text)) {}

  StatesNamed states() {
    if (text_.empty())
      return problem("no state is named",
                     "a name, a number, letters such as YN-N or an expression names one");
    if (same(text_, "status-quo") || same(text_, "status quo"))
      return statusQuo();
    if (auto named = byName())
      return *named;
    if (const auto digits = digitsIn(text_))
      return byNumber(*digits);
    if (const auto letters = Pattern::parse(text_))
      if (letters->size() == conflict_.options.size())
        return those(engine_.matching({*letters}),
                     "no feasible state is of the form `" + std::string(text_) + "`");
    return byExpression();
  }

private:
  static StatesNamed problem(std::string what, std::string help = {}) {
    return {std::nullopt, std::move(what), std::move(help), {}};
  }

  StatesNamed those(StateSet set, std::string ifNone) {
    if (engine_.count(set) == 0)
      return problem(std::move(ifNone));
    return {set, {}, {}, {}};
  }

  StatesNamed statusQuo() {
    if (!conflict_.statusQuo)
      return problem("the conflict names no status quo",
                     "name another state, or say in the model which options are taken now: `status quo …`");
    return those(engine_.matching({*conflict_.statusQuo}), "the status quo is not a feasible state");
  }

  std::optional<StatesNamed> byName() {
    std::string_view wanted = text_;
    if (wanted.size() > 1 && wanted.front() == '"' && wanted.back() == '"')
      wanted = wanted.substr(1, wanted.size() - 2);
    const auto called = [&](const auto& state) {
      return state.name == wanted || (!state.label.empty() && same(state.label, wanted));
    };
    if (const auto line = std::ranges::find_if(conflict_.listed, called); line != conflict_.listed.end())
      return those(engine_.matching({line->pattern}), "that state is not feasible");
    if (const auto named = std::ranges::find_if(conflict_.named, called); named != conflict_.named.end())
      return those(engine_.matching({named->state}), "`" + named->name + "` is not a feasible state");
    return std::nullopt;
  }

  StatesNamed byNumber(std::string_view digits) {
    stability::StateNumber number = 0;
    const bool fits = std::from_chars(digits.data(), digits.data() + digits.size(), number).ec == std::errc{};
    if (const auto state = fits ? engine_.state(number) : std::nullopt)
      return those(engine_.matching({*state}), {});
    return problem("there is no state " + std::string(digits),
                   engine_.state(1)
                       ? "the feasible states are numbered from 1 to " +
                             engine_.count(engine_.feasible()).get_str()
                       : "states of this conflict are not numbered; name them by letters or an expression");
  }

  /// `1,7`: numbers or names with commas.
  bool isSeveral() const {
    const bool plain = text_.find_first_not_of("0123456789s, ") == std::string_view::npos;
    return plain && text_.find(',') != std::string_view::npos;
  }

  StatesNamed byExpression() {
    if (isSeveral())
      return problem("`" + std::string(text_) + "` is more than one state",
                     "give one; where a question takes several states, the option is repeated");
    const language::SourceText source("STATE", std::string(text_));
    auto parsed = language::parseQuery(source, conflict_);
    if (parsed.query && engine_.count(statesInPart(engine_, *parsed.query)) > 0)
      return those(statesWhere(engine_, *parsed.query),
                   "`" + std::string(text_) +
                       "` holds for some members of merged states only, and so in none of them");
    if (parsed.query)
      return those(statesWhere(engine_, *parsed.query),
                   "`" + std::string(text_) + "` holds in no feasible state");
    if (text_.find_first_of(" \t(),.") == std::string_view::npos)
      return problem("no state and no option is called `" + std::string(text_) + "`", meant());
    return {std::nullopt, {}, {}, std::move(parsed.diagnostics)};
  }

  std::string meant() const {
    language::Nearest nearest(text_);
    nearest.consider("status-quo");
    for (const auto& state : conflict_.listed)
      nearest.consider(state.name);
    for (const auto& state : conflict_.named)
      nearest.consider(state.name);
    for (const auto& option : conflict_.options)
      nearest.consider(option.name);
    for (const auto& define : conflict_.defines)
      nearest.consider(define.name);
    return nearest.found() ? "did you mean `" + std::string(*nearest.found()) + "`?" : std::string();
  }

  stability::Engine& engine_;
  const model::Conflict& conflict_;
  std::string_view text_;
};

} // namespace

StatesNamed statesNamed(stability::Engine& engine, std::string_view text) {
  return Namer(engine, text).states();
}

} // namespace stasis::analysis
