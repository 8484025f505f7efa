#pragma once

// What holds if rankings are drawn at random among those that agree with what is stated. For each party:
//
//   rank, unsure   all orders of the classes that keep every pair that is not unsure: the linear
//                  extensions of the stated partial order, each as likely (linear_extensions.h). `~` stays
//   prefer         each line marked `perhaps` is held with its odds; then states that the lines leave equal
//                  are put in an order, all as likely, since nothing is stated of them
//   weigh          as stated: equal sums are equal
//   (nothing)      all orders
//
// With `keepTies` states that statements leave equal stay equal, and a party that states nothing is
// indifferent. Each draw is solved; shares have confidence intervals (interval.h). If a limit ends the work,
// the draws before the first that is not finished count.
//
// Cost: one solution of the explicit engine for each draw, and for each draw and party the drawing. Tested
// against all rankings tried one by one (tests/robust/drawn_rankings_test.cpp).

#include "analysis/robust/draws.h"
#include "analysis/robust/interval.h"
#include "stability/solution.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::analysis {

struct DrawnQuestion {
  std::vector<model::Concept> concepts;
  std::vector<model::Pattern> states;
  std::vector<model::PartyId> parties; ///< whose rankings are drawn; empty: everybody's
  bool keepTies = false;
  std::size_t draws = 1000;
  std::uint64_t seed = 1;
  stability::EngineLimits limits;
  std::size_t threads = 1;
};

struct DrawnAnswer {
  std::vector<model::Concept> concepts;
  std::vector<model::Pattern> states;
  std::size_t draws = 0;                        ///< that count
  std::size_t open = 0;                         ///< parties with more than one ranking to draw from
  bool exactly = true;                          ///< each ranking is drawn with exactly its probability
  std::vector<std::vector<bool>> asWritten;     ///< by state, by concept
  std::vector<std::vector<std::size_t>> held;   ///< by state, by concept: draws
  std::vector<std::vector<Interval>> intervals; ///< the same
  std::optional<stability::Stopped> stopped;
};

inline constexpr double confidenceOfShares = 0.95;

/// Why rankings cannot be drawn; empty if they can.
std::string whyNotDrawn(stability::Engine& engine);

/// Never throws LimitReached.
DrawnAnswer drawRankings(stability::Engine& engine, const DrawnQuestion& question,
                         const stability::Errand& errand);

} // namespace stasis::analysis
