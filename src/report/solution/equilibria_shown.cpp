#include "report/solution/equilibria_shown.h"

#include "model/lettered.h"

#include <algorithm>
#include <tuple>

namespace stasis::report {

namespace {

constexpr std::size_t fewEnough = 4096;

class Shown {
public:
  Shown(const SolutionView& view, bool alike) : view_(view), engine_(view.engine), alike_(alike) {}

  std::vector<StateRow> first(stability::StateSet any, std::size_t limit) {
    auto rows = engine_.count(any) <= fewEnough ? rowsOf(any, fewEnough) : candidates(any, limit);
    std::vector<std::pair<Key, std::size_t>> order;
    for (std::size_t i = 0; i < rows.size(); ++i)
      order.emplace_back(key(rows[i]), i);
    std::ranges::sort(order);
    std::vector<StateRow> out;
    for (std::size_t i = 0; i < std::min(limit, order.size()); ++i)
      out.push_back(std::move(rows[order[i].second]));
    return out;
  }

private:
  /// A smaller key is shown earlier.
  using Key = std::tuple<int, long, std::uint64_t>;

  Key key(const StateRow& r) {
    const bool reached = view_.reached && engine_.contains(*view_.reached, r.pattern);
    const auto held = std::ranges::count_if(r.equilibrium, [](const auto& h) { return h.value_or(false); });
    std::uint64_t places = 0;
    for (const auto& place : r.places)
      places += place.value_or(0);
    return {-(r.title.empty() ? 0 : 1) - (reached ? 1 : 0), -static_cast<long>(held), places};
  }

  std::vector<StateRow> rowsOf(stability::StateSet set, std::size_t limit) {
    return alike_ ? rowsAlike(engine_, view_.solution, set, limit)
                  : stateRows(engine_, view_.solution, set, limit);
  }

  // States that have a name, are reached, or hold under every concept that leaves any. They are found as
  // quickly among millions as among few.
  std::vector<StateRow> candidates(stability::StateSet any, std::size_t limit) {
    std::vector<model::Pattern> named;
    for (const auto& state : engine_.conflict().named)
      if (!model::isLettered(state))
        named.push_back(state.state);
    const auto namedSet = engine_.both(any, engine_.matching(named));
    auto rows = rowsOf(namedSet, limit);
    auto rest = engine_.without(any, namedSet);
    if (view_.reached) {
      const auto reached = engine_.both(rest, *view_.reached);
      append(rows, rowsOf(strongest(reached), limit));
      rest = engine_.without(rest, reached);
    }
    append(rows, rowsOf(strongest(rest), limit));
    return rows;
  }

  static void append(std::vector<StateRow>& rows, std::vector<StateRow> more) {
    std::ranges::move(more, std::back_inserter(rows));
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
