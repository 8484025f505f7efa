#include "analysis/states/idle_words.h"

#include "language/codes/plain_diagnostic.h"
#include "model/wishes.h"

#include <algorithm>
#include <map>

namespace stasis::analysis {

using language::Diagnostic;
using language::Diagnostics;
using language::warning;
using model::Conflict;
using model::OptionId;
using model::StateRef;

namespace {

/// The definitions that something in the conflict names.
class UsedDefines {
public:
  UsedDefines(const Conflict& conflict, const model::Views& views) : used_(conflict.defines.size(), false) {
    for (const auto& define : conflict.defines)
      namesOf(define.meaning);
    for (const auto& constraint : conflict.constraints)
      namesOf(constraint.holds);
    for (const auto& party : conflict.parties)
      inPreference(party.preference);
    for (const auto& expectation : conflict.expectations)
      inExpectation(expectation);
    for (const model::View& view : views)
      inView(view);
    for (const auto& one : views.expectations)
      inExpectation(one.expected);
  }

  bool operator[](std::size_t i) const { return used_[i]; }

private:
  void namesOf(const model::Expression& condition) {
    for (const auto define : condition.defines())
      if (define.index() < used_.size()) // larger indices stand for stability
        used_[define.index()] = true;
  }

  void inPreference(const model::Preference& preference) {
    model::eachWish(preference, [&](const model::Expression& wanted, model::Range) { namesOf(wanted); });
  }

  void inView(const model::View& view) {
    for (const auto& constraint : view.constraints)
      namesOf(constraint.holds);
    for (const auto& wish : view.wishes)
      inPreference(wish.preference);
    for (const auto& blind : view.blind)
      if (const auto* condition = std::get_if<model::Expression>(&blind.what))
        namesOf(*condition);
  }

  void inExpectation(const model::Expectation& expectation) {
    if (const auto* count = std::get_if<model::ExpectCount>(&expectation.what); count && count->where)
      namesOf(count->where->condition);
    if (const auto* quantity = std::get_if<model::ExpectQuantity>(&expectation.what))
      namesOf(quantity->satisfied.condition);
  }

  std::vector<bool> used_;
};

void unusedDefines(const Conflict& conflict, const model::Views& views, Diagnostics& found) {
  const UsedDefines used(conflict, views);
  for (std::size_t i = 0; i < conflict.defines.size(); ++i) {
    if (used[i])
      continue;
    found.push_back(
        warning("S0215", conflict.defines[i].range, "nothing names `" + conflict.defines[i].name + "`"));
    found.back().help = "use it, or delete it; where it serves questions at the command line, `allow S0215`";
  }
}

bool isVoid(const model::Option& option, bool takenToday) {
  return takenToday ? option.direction == model::Direction::irrevocable
                    : option.direction == model::Direction::unresumable;
}

// Members of a family share a declaration: it is void if it is void for each of them.
void voidDirections(const Conflict& conflict, Diagnostics& found) {
  if (!conflict.statusQuo || conflict.hasGraphForm())
    return;
  std::map<std::size_t, std::pair<std::size_t, bool>> declared; // by place: an option; void for all so far
  for (std::size_t i = 0; i < conflict.options.size(); ++i) {
    const bool here = isVoid(conflict.options[i], conflict.statusQuo->taken(OptionId(i)));
    const auto [known, isNew] = declared.try_emplace(conflict.options[i].range.begin, i, here);
    if (!isNew)
      known->second.second = known->second.second && here;
  }
  for (const auto& [place, option] : declared) {
    if (!option.second)
      continue;
    const auto& o = conflict.options[option.first];
    const bool taken = o.direction == model::Direction::irrevocable;
    found.push_back(warning("S0419", o.range,
                            "`" + o.name + "` is " +
                                (taken ? "`irrevocable` and taken" : "`unresumable` and not taken") +
                                " today, so from today on it never changes"));
    found.back().related.push_back({conflict.statusQuoRange, "today"});
    found.back().help =
        std::string("`irrevocable`: once taken, it stays; `unresumable`: once dropped, it stays "
                    "dropped; is the other meant, or is the status quo another?");
  }
}

/// All references by number in the file, in the order in which they are stored.
std::vector<StateRef> numbersIn(const Conflict& conflict) {
  std::vector<StateRef> numbers;
  const auto add = [&](const StateRef& ref) {
    if (ref.kind == StateRef::Kind::number && ref.range.end > ref.range.begin)
      numbers.push_back(ref);
  };
  for (const auto& party : conflict.parties) {
    if (const auto* ranking = std::get_if<model::Ranking>(&party.preference))
      for (const auto& tie : ranking->classes)
        std::ranges::for_each(tie, add);
    if (party.moves)
      for (const auto& move : *party.moves) {
        add(move.from);
        add(move.to);
      }
  }
  for (const auto& expectation : conflict.expectations) {
    if (const auto* equilibria = std::get_if<model::ExpectEquilibria>(&expectation.what))
      std::ranges::for_each(equilibria->states, add);
    if (const auto* state = std::get_if<model::ExpectState>(&expectation.what))
      add(state->state);
  }
  const auto place = [](const StateRef& ref) { return ref.range.begin; };
  std::ranges::sort(numbers, {}, place);
  const auto repeated = std::ranges::unique(numbers, {}, place);
  numbers.erase(repeated.begin(), repeated.end());
  return numbers;
}

/// The name of a state if it has one, else its letters.
std::string lasting(const Conflict& conflict, const model::Pattern& state) {
  const auto named = std::ranges::find(conflict.named, state, &model::NamedState::state);
  return named != conflict.named.end() ? named->name : state.letters();
}

// One warning for the file; its fix writes all of them.
void tellNumbers(stability::Engine& engine, Diagnostics& found) {
  const Conflict& conflict = engine.conflict();
  const auto numbers = conflict.listed.empty() ? numbersIn(conflict) : std::vector<StateRef>();
  std::string first;
  std::vector<language::Edit> edits;
  for (const StateRef& ref : numbers) {
    const auto state = engine.state(ref.value);
    if (!state)
      continue; // there is no such state, which another diagnostic reports
    edits.push_back({ref.range, lasting(conflict, *state)});
    if (first.empty())
      first = "`s" + std::to_string(ref.value) + "` is `" + edits.back().replacement + "` now";
  }
  if (edits.empty())
    return;
  found.push_back(warning("S0420", edits.front().range,
                          edits.size() == 1 ? "this number means another state once an option is added"
                                            : "these numbers mean other states once an option is added"));
  Diagnostic& d = found.back();
  d.note = first;
  d.help = "write the letters, one for each option in the order of the file (`stasis check --fix` does), or "
           "give the state a name: `state NAME = OPTIONS TAKEN`";
  d.fix = std::move(edits);
  d.fixIsSafe = true;
}

} // namespace

Diagnostics numbersAsNames(stability::Engine& engine) {
  Diagnostics found;
  tellNumbers(engine, found);
  return found;
}

Diagnostics idleWords(const Conflict& conflict, const model::Views& views) {
  Diagnostics found;
  unusedDefines(conflict, views, found);
  voidDirections(conflict, found);
  return found;
}

} // namespace stasis::analysis
