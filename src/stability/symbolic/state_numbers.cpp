#include "stability/symbolic/state_numbers.h"

namespace stasis::stability {

using model::Choice;
using model::OptionId;

Diagram StateNumbers::literal(std::size_t option, bool taken) const {
  const Diagram variable = table_.variable(levels_.option(OptionId(option)));
  return taken ? variable : !variable;
}

// Decides options from the last declared, which weighs most, to the first.
std::vector<model::Pattern> StateNumbers::list(const Diagram& set, std::size_t limit) const {
  struct Step {
    Diagram rest;
    int tried = 0; ///< choices of the option decided here
  };
  const DiagramTable::At pace(table_, DiagramTable::Pace::together);
  const std::size_t options = levels_.options().size();
  std::vector<model::Pattern> states;
  model::Pattern state(options, Choice::no);
  std::vector<Step> steps{{set}};
  while (!steps.empty() && states.size() < limit) {
    Step& step = steps.back();
    const std::size_t undecided = options + 1 - steps.size();
    if (undecided == 0 && !step.rest.holdsNowhere())
      states.push_back(state);
    if (undecided == 0 || step.rest.holdsNowhere() || step.tried == 2) {
      steps.pop_back();
      continue;
    }
    const bool taken = step.tried++ == 1;
    state.set(OptionId(undecided - 1), taken ? Choice::yes : Choice::no);
    table_.step();
    steps.push_back({fixed(step.rest, literal(undecided - 1, taken))});
  }
  return states;
}

bool StateNumbers::contains(const Diagram& set, const model::State& state) const {
  Edge at = set.edge();
  while (!at.isConstant()) {
    const Level level = table_.nodes().level(at);
    at = state.taken(levels_.optionAt(level)) ? table_.nodes().with(at, level)
                                              : table_.nodes().without(at, level);
  }
  return at == everywhere;
}

Count StateNumbers::placeOf(const Diagram& set, const model::State& state) const {
  const DiagramTable::At pace(table_, DiagramTable::Pace::together);
  Count before = 0;
  Diagram rest = set;
  for (std::size_t o = state.size(); o-- > 0;) {
    const bool taken = state.taken(OptionId(o));
    if (taken) {
      Count without = count(fixed(rest, literal(o, false)));
      before += without >> (state.size() - o); // options already fixed are free in the rest of the set
    }
    rest = fixed(rest, literal(o, taken));
  }
  return before + 1;
}

std::optional<model::State> StateNumbers::at(const Diagram& set, Count place) const {
  const std::size_t options = levels_.options().size();
  if (place < 1 || place > count(set))
    return std::nullopt;
  const DiagramTable::At pace(table_, DiagramTable::Pace::together);
  model::State state(options, Choice::no);
  Diagram rest = set;
  for (std::size_t o = options; o-- > 0;) {
    const Diagram without = fixed(rest, literal(o, false));
    const Count before = count(without) >> (options - o);
    const bool taken = place > before;
    if (taken)
      place -= before;
    state.set(OptionId(o), taken ? Choice::yes : Choice::no);
    rest = taken ? fixed(rest, literal(o, true)) : without;
  }
  return state;
}

} // namespace stasis::stability
