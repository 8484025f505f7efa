#pragma once

// All readings of a conflict: how many there are, each of them in turn, or some drawn at random by their
// odds.
//
// Points that do not depend on each other form groups: a line or a direction alone, the pairs of a block of a
// ranking (ranked_states.h), the neighbours of one list. Readings are the product of what each group allows.
// Odds belong to single points only, so groups of several are uniform. Cost: of a count, the groups'; of a
// drawing, the points. Tested against tests/oracle/open_points.h.

#include "analysis/ask/points.h"
#include "analysis/robust/linear_extensions.h"
#include "analysis/robust/ranked_states.h"

#include <functional>

namespace stasis::analysis {

/// A group with more choices than this is not listed, only drawn from.
inline constexpr std::size_t mostChoices = 1 << 16;

class Readings {
public:
  /// `conflict` is of `withNamedStates`, and must outlive this.
  Readings(const model::Conflict& conflict, std::vector<Point> points);

  const model::Conflict& written() const { return conflict_; }
  const std::vector<Point>& points() const { return points_; }
  /// None if some ranking has too many orders to count.
  std::optional<stability::Count> count() const;
  /// Answers that are no reading because some party's states would be liked in a circle.
  std::optional<stability::Count> circles() const;

  /// Every reading once; only if there are at most `mostChoices`.
  void forEach(const std::function<void(const Reading&)>& visit) const;
  Reading draw(Draws& draws) const;
  /// The odds of a reading, all in the same unit.
  stability::Count odds(const Reading& reading) const;
  model::Conflict conflict(const Reading& reading) const { return conflictRead(conflict_, points_, reading); }

  /// By party: its ranking with its pairs, if it has unsure pairs.
  struct Ranked {
    model::PartyId party;
    RankedStates states;
    std::vector<std::size_t> points; ///< by pair
  };
  const std::vector<Ranked>& ranked() const { return ranked_; }
  /// Points of neighbours, those of one list together: each pair of adjacent points shares a line.
  const std::vector<std::vector<std::size_t>>& neighbours() const { return neighbours_; }

private:
  /// Points answered together.
  struct Group {
    std::vector<std::size_t> points;
    std::optional<stability::Count> choices;
    std::function<void(Reading&, Draws&)> draw;
    std::function<std::vector<Reading>()> list; ///< answers by place in `points`
  };
  void addSingle(std::size_t point);
  void addForced(std::size_t point);
  void addBlock(const Ranked& ranked, const RankedStates::Block& block);
  void addNeighbours(const std::vector<std::size_t>& points);
  void findRanked();
  void findNeighbours();

  const model::Conflict& conflict_;
  std::vector<Point> points_;
  std::vector<Ranked> ranked_;
  std::vector<std::vector<std::size_t>> neighbours_;
  std::vector<Group> groups_;
};

} // namespace stasis::analysis
