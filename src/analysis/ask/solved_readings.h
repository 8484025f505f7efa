#pragma once

// Readings solved one by one, on several threads: all of them, or some drawn at random by their odds. If a
// limit ends the work, those that are finished count. All readings are solved in an order drawn from a seed,
// so that what is finished is a random sample of them. Equal drawings are solved once. Cost: one solution for
// each different reading.

#include "analysis/ask/reading_counts.h"
#include "stability/solution.h"

namespace stasis::analysis {

class SolvedReadings : public ReadingCounts {
public:
  Tally tally(const Answers& answers) override;
  /// How many readings count: finished ones, drawn ones as often as they are drawn.
  std::size_t size() const;

  const std::optional<stability::Stopped>& stopped() const { return stopped_; }

  static SolvedReadings all(const Readings& readings, const SolvedQuestion& question, std::uint64_t seed,
                            const stability::Errand& errand);
  static SolvedReadings drawn(const Readings& readings, const SolvedQuestion& question, std::size_t draws,
                              std::uint64_t seed, const stability::Errand& errand);

private:
  struct Row {
    Reading reading;
    stability::Count odds; ///< drawn: how often
    std::vector<bool> held;
    bool solved = false;
  };
  void solve(const Readings& readings, const SolvedQuestion& question, const stability::Errand& errand);

  std::vector<Row> rows_;
  std::vector<std::size_t> drawings_; ///< by drawing: the row; empty if all readings are solved
  std::size_t outcomes_ = 0;
  std::optional<stability::Stopped> stopped_;
};

} // namespace stasis::analysis
