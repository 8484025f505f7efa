#include "exchange/states_as_conditions.h"

#include <algorithm>
#include <string_view>

namespace stasis::exchange {

using model::OptionId;
using model::State;

namespace {

constexpr std::uint64_t mostWork = 100'000'000; // comparisons of widening

std::string_view head(const State& state, std::size_t options) {
  return std::string_view(state.letters()).substr(0, options);
}

/// True if some state begins so; the states are sorted.
bool anyBegins(const std::vector<State>& states, std::string_view beginning) {
  const auto at = [&](const State& state) { return head(state, beginning.size()); };
  return std::ranges::binary_search(states, beginning, {}, at);
}

bool meetsAny(const Cube& cube, const std::vector<State>& states) {
  return std::ranges::any_of(states, [&](const State& state) {
    return std::ranges::all_of(cube, [&](Literal one) { return state.taken(one.option) == one.taken; });
  });
}

/// The choices a beginning makes.
Cube cubeOfBeginning(std::string_view beginning) {
  Cube cube;
  for (std::size_t i = 0; i < beginning.size(); ++i)
    cube.push_back({OptionId(i), beginning[i] == 'Y'});
  return cube;
}

/// Drops every literal that the cube does not need to exclude all the states.
Cube widened(const Cube& cube, const std::vector<State>& states) {
  Cube wide = cube;
  for (const Literal literal : cube) {
    Cube wider = wide;
    std::erase(wider, literal);
    if (!meetsAny(wider, states))
      wide = std::move(wider);
  }
  return wide;
}

} // namespace

std::optional<Cubes> cubesOfOtherStates(std::vector<State> states, std::size_t most) {
  std::ranges::sort(states, {}, &State::letters);
  Cubes cubes;
  for (std::size_t s = 0; s < states.size(); ++s) {
    const std::string& letters = states[s].letters();
    const auto shared =
        s == 0 ? 0 : std::ranges::mismatch(letters, states[s - 1].letters()).in1 - letters.begin();
    // Where it parts from the state before, both branches lead to a listed one.
    for (auto i = static_cast<std::size_t>(s == 0 ? 0 : shared + 1); i < letters.size(); ++i) {
      std::string branch = letters.substr(0, i + 1);
      branch[i] = branch[i] == 'Y' ? 'N' : 'Y';
      if (anyBegins(states, branch))
        continue;
      cubes.push_back(cubeOfBeginning(branch));
      if (cubes.size() > most)
        return std::nullopt;
    }
  }
  const std::size_t options = states.empty() ? 0 : states[0].size();
  if (std::uint64_t{cubes.size()} * options * states.size() <= mostWork)
    for (Cube& cube : cubes)
      cube = widened(cube, states);
  simplify(cubes);
  return cubes;
}

} // namespace stasis::exchange
