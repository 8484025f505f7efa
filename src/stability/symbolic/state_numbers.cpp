#include "stability/symbolic/state_numbers.h"

#include <unordered_map>

namespace stasis::stability {

using model::Choice;
using model::OptionId;

namespace {

class Counting {
public:
  explicit Counting(const Levels& levels) : levels_(levels) {}

  /// Choices of the options from this level on that belong to the set.
  Count from(std::size_t level, const Diagram& set) {
    if (set.holdsNowhere())
      return 0;
    const std::size_t tested = set.isConstant() ? levels_.count() : set.level();
    Count below = 1;
    if (!set.isConstant()) {
      auto found = known_.find(set.node());
      if (found == known_.end())
        found =
            known_.emplace(set.node(), from(tested + 1, set.without()) + from(tested + 1, set.with())).first;
      below = found->second;
    }
    below <<= levels_.optionsFrom(level) - levels_.optionsFrom(tested);
    return below;
  }

private:
  const Levels& levels_;
  std::unordered_map<int, Count> known_;
};

} // namespace

Count StateNumbers::count(const Diagram& set) const {
  return Counting(levels_).from(levels_.firstOption(), set);
}

Diagram StateNumbers::literal(std::size_t option, bool taken) const {
  const Diagram variable = Diagram::variable(levels_.option(OptionId(option)));
  return taken ? variable : !variable;
}

namespace {

struct Lister {
  const Levels& levels;
  std::size_t limit;
  model::Pattern state;
  std::vector<model::Pattern> states;

  /// Decides options from the last declared, which weighs most, to the first.
  void list(const Diagram& rest, std::size_t undecided) {
    if (rest.holdsNowhere() || states.size() == limit)
      return;
    if (undecided == 0) {
      states.push_back(state);
      return;
    }
    const OptionId option(undecided - 1);
    const Diagram variable = Diagram::variable(levels.option(option));
    state.set(option, Choice::no);
    list(fixed(rest, !variable), undecided - 1);
    if (states.size() == limit)
      return;
    state.set(option, Choice::yes);
    list(fixed(rest, variable), undecided - 1);
  }
};

} // namespace

std::vector<model::Pattern> StateNumbers::list(const Diagram& set, std::size_t limit) const {
  const std::size_t options = levels_.options().size();
  Lister lister{levels_, limit, model::Pattern(options, Choice::no), {}};
  if (limit > 0)
    lister.list(set, options);
  return std::move(lister.states);
}

bool StateNumbers::contains(const Diagram& set, const model::State& state) const {
  Diagram at = set;
  while (!at.isConstant())
    at = state.taken(levels_.optionAt(at.level())) ? at.with() : at.without();
  return at.holdsEverywhere();
}

Count StateNumbers::placeOf(const Diagram& set, const model::State& state) const {
  Count before = 0;
  Diagram rest = set;
  for (std::size_t o = state.size(); o-- > 0;) {
    const bool taken = state.taken(OptionId(o));
    if (taken) {
      Count without = count(fixed(rest, literal(o, false)));
      before += without >> (state.size() - o); // options fixed so far are free in what is left
    }
    rest = fixed(rest, literal(o, taken));
  }
  return before + 1;
}

std::optional<model::State> StateNumbers::at(const Diagram& set, Count place) const {
  const std::size_t options = levels_.options().size();
  if (place < 1 || place > count(set))
    return std::nullopt;
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
