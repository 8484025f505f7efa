#include "stability/symbolic/force_order.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace stasis::stability {

namespace {

using Order = std::vector<model::OptionId>;

std::vector<std::size_t> placesOf(const Order& order) {
  std::vector<std::size_t> places(order.size());
  for (std::size_t k = 0; k < order.size(); ++k)
    places[order[k].index()] = k;
  return places;
}

std::size_t sumOfSpans(const Order& order, const std::vector<Tie>& ties) {
  const auto places = placesOf(order);
  std::size_t sum = 0;
  for (const Tie& tie : ties) {
    std::size_t first = places.size(), last = 0;
    for (const model::OptionId option : tie) {
      first = std::min(first, places[option.index()]);
      last = std::max(last, places[option.index()]);
    }
    sum += last - first;
  }
  return sum;
}

/// One round. Places are whole numbers, so that they are the same on every machine.
Order pulled(const Order& order, const std::vector<Tie>& ties) {
  constexpr std::uint64_t fine = 1U << 20U;
  struct Pull {
    std::uint64_t sum = 0;
    std::uint64_t ties = 0;
  };
  const auto places = placesOf(order);
  std::vector<Pull> pulls(order.size());
  for (const Tie& tie : ties) {
    std::uint64_t middle = 0;
    for (const model::OptionId option : tie)
      middle += fine * places[option.index()];
    middle /= tie.size();
    for (const model::OptionId option : tie) {
      pulls[option.index()].sum += middle;
      ++pulls[option.index()].ties;
    }
  }
  const auto wanted = [&](model::OptionId option) {
    const Pull& pull = pulls[option.index()];
    return pull.ties == 0 ? fine * places[option.index()] : pull.sum / pull.ties;
  };
  std::vector<std::pair<std::uint64_t, std::size_t>>
      keyed; // with the place, so that equal ones stay as they are
  for (std::size_t k = 0; k < order.size(); ++k)
    keyed.emplace_back(wanted(order[k]), k);
  std::ranges::sort(keyed);
  Order next;
  for (const auto& [place, k] : keyed)
    next.push_back(order[k]);
  return next;
}

/// Enough for hundreds of options to come to rest; thousands are close to it by then.
constexpr std::size_t mostRounds = 400;

} // namespace

Order forceOrder(const Order& start, const std::vector<Tie>& ties) {
  Order best = start, order = start;
  std::size_t least = sumOfSpans(start, ties);
  const std::size_t patience = 8 + 4 * static_cast<std::size_t>(std::bit_width(start.size()));
  std::size_t left = mostRounds;
  for (std::size_t since = 0; since < patience && left > 0; ++since, --left) {
    order = pulled(order, ties);
    const std::size_t sum = sumOfSpans(order, ties);
    if (sum < least) {
      least = sum;
      best = order;
      since = 0;
    }
  }
  return best;
}

std::size_t mostOpen(const Order& order, const std::vector<Tie>& ties) {
  const auto places = placesOf(order);
  // For each place, the last place tied to the option there.
  std::vector<std::size_t> reach(order.size());
  std::iota(reach.begin(), reach.end(), 0);
  for (const Tie& tie : ties) {
    std::size_t last = 0;
    for (const model::OptionId option : tie)
      last = std::max(last, places[option.index()]);
    for (const model::OptionId option : tie)
      reach[places[option.index()]] = std::max(reach[places[option.index()]], last);
  }
  std::vector<std::size_t> closing(order.size() + 1);
  std::size_t open = 0, most = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    open -= closing[k];
    if (reach[k] > k) {
      ++open;
      ++closing[reach[k]];
    }
    most = std::max(most, open);
  }
  return most;
}

} // namespace stasis::stability
