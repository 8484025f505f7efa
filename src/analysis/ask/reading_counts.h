#pragma once

// The odds of the readings that agree with some answers, in all and with each outcome. Three ways give them:
// every reading solved, some drawn and solved (solved_readings.h), or all at once (joint_readings.h).

#include "analysis/ask/readings.h"
#include "analysis/ask/verdicts.h"

namespace stasis::analysis {

struct Answer {
  std::size_t point = 0;
  bool yes = false;
};
using Answers = std::vector<Answer>;

struct Tally {
  stability::Count all = 0;
  std::vector<stability::Count> held; ///< by outcome: the readings in which it holds
};

class ReadingCounts {
public:
  virtual ~ReadingCounts() = default;
  /// Over the readings with these answers. Throws LimitReached.
  virtual Tally tally(const Answers& answers) = 0;
};

/// What is solved of a reading.
struct SolvedQuestion {
  model::Concept concept_ = model::Concept::nash;
  std::vector<AskedOutcome> outcomes;
  stability::EngineLimits limits; ///< of each engine
  std::size_t threads = 1;
};

} // namespace stasis::analysis
