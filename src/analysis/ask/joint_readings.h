#pragma once

// All readings at once, as sets of settings of switches (joint_conflict.h) on the symbolic engine, which
// counts them exactly. There is one engine for each combination of directions in doubt, and one count for
// each combination of answers to points with odds of their own, so both must be few. Classical concepts only.
//
// Cost: a solution with one option more for each point, per combination of directions; then a count for each
// tally. Tested against tests/oracle/open_points.h.

#include "analysis/ask/joint_conflict.h"
#include "analysis/ask/reading_counts.h"

namespace stasis::analysis {

inline constexpr std::size_t mostDirections = 5;
inline constexpr std::size_t mostWithOdds = 10;

class JointReadings : public ReadingCounts {
public:
  /// Only if `whyNot` is empty. `feasible` is some feasible state. Throws LimitReached.
  JointReadings(const Readings& readings, const SolvedQuestion& question, const model::Pattern& feasible,
                const stability::Errand& errand);
  ~JointReadings() override;

  Tally tally(const Answers& answers) override;

  static std::string whyNot(const Readings& readings, const SolvedQuestion& question);

private:
  struct Part;
  void solve(Part& part, const SolvedQuestion& question, const model::Pattern& feasible);
  void addTo(Tally& tally, Part& part, Answers answers, std::size_t weighted);

  const Readings& readings_;
  std::vector<std::unique_ptr<Part>> parts_; ///< by combination of directions
  std::vector<std::size_t> withOdds_;        ///< points with odds, directions excepted
};

} // namespace stasis::analysis
