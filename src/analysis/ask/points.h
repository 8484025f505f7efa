#pragma once

// What a conflict leaves open, as questions that are answered yes or no, and the conflict that the answers
// give. A reading answers every point.
//
//   line        `perhaps A`: the party holds the line
//   pair        `unsure P  a ? b`: the two stand as in its ranking
//   direction   `perhaps irrevocable`: the option has the direction
//   order       two neighbouring lines of `prefer` stand as written (only if asked for)
//   assumption  a statement of `prefer` or a line of `weigh` that cites nothing is held (only if asked for)
//
// Readings are the answers that make sense: no party's states are liked in a circle, and no line is exchanged
// with both its neighbours. Neighbours of different strength (`strongly` and not) have a fixed order. What
// members of a family share by one line is one point. Cost: the size of the conflict. Tested against
// tests/oracle/open_points.h.

#include "stability/engine.h"

#include <optional>
#include <vector>

namespace stasis::analysis {

enum class PointKind : std::uint8_t { line, pair, direction, order, assumption };

struct Point {
  PointKind kind = PointKind::line;
  std::vector<model::PartyId> parties; ///< whose preference it is; several if they share the line
  /// line, order: the tier; pair: its place among the unsure pairs; assumption: the tier or the weight
  std::size_t at = 0;
  std::size_t statement = 0;                     ///< assumption: its place in the tier
  std::vector<model::OptionId> options;          ///< direction: the option, of every member that shares it
  model::Direction way = model::Direction::both; ///< direction: the one it may have
  std::optional<std::int64_t> odds;              ///< of yes, in billionths; even if absent
};

struct PointsAsked {
  bool orders = false;
  bool assumptions = false;
};

/// By kind, then by party, then as written.
std::vector<Point> openPoints(const model::Conflict& conflict, const PointsAsked& asked);

/// By point: yes.
using Reading = std::vector<bool>;

/// What every concept takes: doubtful lines are held, pairs as ranked, options in doubt free.
Reading asWritten(const std::vector<Point>& points);

/// The conflict (of `withNamedStates`) under a reading, without marks of doubt. Unsure pairs must make no
/// circle.
model::Conflict conflictRead(const model::Conflict& conflict, const std::vector<Point>& points,
                             const Reading& reading);

} // namespace stasis::analysis
