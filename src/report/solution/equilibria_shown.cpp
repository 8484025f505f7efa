#include "report/solution/equilibria_shown.h"

#include "model/lettered.h"
#include "report/telling/state_words.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace stasis::report {

namespace {

constexpr std::size_t fewEnough = 4096;

class Shown {
public:
  Shown(const SolutionView& view, bool alike) : view_(view), engine_(view.engine), alike_(alike) {}

  std::vector<StateRow> first(stability::StateSet any, std::size_t limit) {
    const auto found = engine_.count(any) <= fewEnough ? listed(any, fewEnough) : candidates(any, limit);
    std::vector<std::pair<Key, std::size_t>> order;
    for (std::size_t i = 0; i < found.size(); ++i)
      order.emplace_back(key(found[i].first), i);
    std::ranges::sort(order);
    std::vector<StateRow> out;
    for (std::size_t i = 0; i < std::min(limit, order.size()); ++i) {
      const auto& shown = found[order[i].second];
      out.push_back(stateRow(engine_, view_.solution, shown.first));
      out.back().alike = shown.states;
    }
    return out;
  }

private:
  using Alike = stability::Engine::Alike;
  /// A smaller key is shown earlier.
  using Key = std::tuple<int, long, std::uint64_t>;

  /// Thousands of states may be compared, so that only what orders them is asked for.
  Key key(const model::Pattern& state) {
    const auto& conflict = engine_.conflict();
    const bool reached = view_.reached && engine_.contains(*view_.reached, state);
    const auto held = std::ranges::count_if(view_.solution.concepts, [&](const auto& answer) {
      return answer.equilibria && engine_.contains(*answer.equilibria, state);
    });
    std::uint64_t places = 0;
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      places += engine_.place(model::PartyId(i), state).value_or(0);
    return {-(stateTitle(conflict, state).empty() ? 0 : 1) - (reached ? 1 : 0), -static_cast<long>(held),
            places};
  }

  std::vector<Alike> listed(stability::StateSet set, std::size_t limit) {
    if (alike_)
      return engine_.listAlike(set, limit);
    std::vector<Alike> found;
    for (auto& state : engine_.list(set, limit))
      found.push_back({std::move(state)});
    return found;
  }

  // States that have a name, are reached, or hold under every concept that leaves any. They are found as
  // quickly among millions as among few.
  std::vector<Alike> candidates(stability::StateSet any, std::size_t limit) {
    std::vector<model::Pattern> named;
    for (const auto& state : engine_.conflict().named)
      if (!model::isLettered(state))
        named.push_back(state.state);
    const auto namedSet = engine_.both(any, engine_.matching(named));
    auto found = listed(namedSet, limit);
    auto rest = engine_.without(any, namedSet);
    if (view_.reached) {
      const auto reached = engine_.both(rest, *view_.reached);
      append(found, listed(strongest(reached), limit));
      rest = engine_.without(rest, reached);
    }
    append(found, listed(strongest(rest), limit));
    return found;
  }

  static void append(std::vector<Alike>& found, std::vector<Alike> more) {
    std::ranges::move(more, std::back_inserter(found));
  }

  stability::StateSet strongest(stability::StateSet set) {
    for (const auto& answer : view_.solution.concepts) {
      if (!answer.equilibria)
        continue;
      const auto narrower = engine_.both(set, *answer.equilibria);
      if (engine_.count(narrower) > 0)
        set = narrower;
    }
    return set;
  }

  const SolutionView& view_;
  stability::Engine& engine_;
  bool alike_;
};

} // namespace

std::vector<StateRow> equilibriaShown(const SolutionView& view, stability::StateSet any, std::size_t limit,
                                      bool alike) {
  return Shown(view, alike).first(any, limit);
}

} // namespace stasis::report
