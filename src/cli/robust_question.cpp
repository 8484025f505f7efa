#include "cli/robust_question.h"

#include "analysis/states/equilibrium_groups.h"
#include "cli/console.h"
#include "cli/given.h"
#include "cli/states_where.h"
#include "cli/verb.h"
#include "model/lettered.h"

#include <algorithm>
#include <charconv>

namespace stasis::cli {

std::optional<std::vector<analysis::ChangeKind>> kindsAsked(const Arguments& arguments, Console& console) {
  std::vector<analysis::ChangeKind> kinds;
  const std::string list = arguments.value("--change");
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string word = list.substr(begin, end - begin);
    const auto found = std::ranges::find(analysis::changeKinds, word, analysis::keyOf);
    if (found == analysis::changeKinds.end()) {
      console.sayError("`" + word + "` is not a kind of change",
                       "the kinds are drop, swap, free, bind and allow");
      return std::nullopt;
    }
    kinds.push_back(*found);
    begin = end + 1;
  }
  std::ranges::sort(kinds);
  const auto repeated = std::ranges::unique(kinds);
  kinds.erase(repeated.begin(), repeated.end());
  return kinds;
}

namespace {

/// The number in `text` at `at`; moves `at` after it.
std::optional<std::size_t> numberAt(std::string_view text, std::size_t& at) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
  if (error != std::errc())
    return std::nullopt;
  at = static_cast<std::size_t>(end - text.data());
  return number;
}

} // namespace

std::optional<analysis::VariantRange> variantsAsked(const Arguments& arguments, Console& console) {
  if (!arguments.has("--variants"))
    return analysis::VariantRange();
  const std::string text = arguments.value("--variants");
  std::size_t at = 0;
  const auto first = numberAt(text, at);
  const bool isRange = first && at < text.size() && text[at] == '-';
  const auto last = isRange ? numberAt(text, ++at) : std::nullopt;
  if (!last || at != text.size() || *first == 0 || *last < *first) {
    console.sayError("`" + text + "` is no range of variants", "`--variants 1-500` is the first 500");
    return std::nullopt;
  }
  return analysis::VariantRange{*first - 1, *last};
}

namespace {

/// States in the order in which they are asked about, each once, as many as there is room for.
class States {
public:
  States(stability::Engine& engine, std::size_t limit) : engine_(engine), limit_(limit) {}

  void add(const model::Pattern& state) {
    const auto feasible = engine_.list(engine_.matching({state}), 1);
    if (!feasible.empty() && std::ranges::find(states_, feasible.front()) == states_.end())
      states_.push_back(feasible.front());
  }
  void add(stability::StateSet set) {
    if (states_.size() >= limit_)
      return;
    for (const auto& state : engine_.list(set, limit_))
      if (states_.size() < limit_)
        add(state);
    if (engine_.count(set) > limit_)
      cut_ = true;
  }
  bool cut() const { return cut_; }
  std::vector<model::Pattern> take() { return std::move(states_); }

private:
  stability::Engine& engine_;
  std::size_t limit_;
  std::vector<model::Pattern> states_;
  bool cut_ = false;
};

} // namespace

bool namesStates(const Arguments& arguments) { return arguments.has("--state") || arguments.has("--where"); }

std::optional<std::vector<model::Pattern>> statesAsked(const Arguments& arguments, stability::Engine& engine,
                                                       const stability::Solution& solution,
                                                       Console& console) {
  States states(engine, static_cast<std::size_t>(*arguments.number("--list")));
  for (const std::string& text : arguments.values("--state")) {
    const auto set = statesGiven(text, engine, console);
    if (!set)
      return std::nullopt;
    states.add(*set);
  }
  if (arguments.has("--where")) {
    const auto set = wholeStatesWhere(arguments.value("--where"), engine, console);
    if (!set)
      return std::nullopt;
    states.add(*set);
  }
  if (!namesStates(arguments)) {
    if (engine.conflict().statusQuo)
      states.add(*engine.conflict().statusQuo);
    for (const auto& named : engine.conflict().named)
      if (!model::isLettered(named))
        states.add(named.state);
    for (const auto& group : analysis::equilibriumGroups(engine, solution))
      states.add(group.states);
  }
  if (states.cut())
    console.sayNote("not every state is shown; --list shows more of them");
  return states.take();
}

} // namespace stasis::cli
