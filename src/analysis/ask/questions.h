#pragma once

// What to find out first. Over all readings of a conflict (readings.h), the share in which each outcome
// holds; for each open point, what its answer is worth:
//
//   entropy H(p)   of a verdict that is true with share p: -p log2 p - (1 - p) log2 (1 - p), in bits
//                  (Shannon 1948)
//   bits           of a point: the expected fall of the entropy of the verdict when the point is answered,
//                  which is its mutual information with the verdict (Lindley 1956); summed over the outcomes
//
// The best question is that with most bits, the first of equals; after each answer to it, the best of the
// others is found again.
//
// Readings are solved one by one where they are few, at once where they are many (joint_readings.h), and
// drawn at random where neither ends or a sample is asked for. A share of n drawings lies within
// sqrt(ln(2m/α)/2n) of the truth, for all m outcomes at once, with probability 1 - α (Hoeffding 1963).
//
// Cost: the solutions, then about four tallies for each point. Tested against tests/oracle/open_points.h.

#include "analysis/ask/reading_counts.h"
#include "stability/solution.h"

namespace stasis::analysis {

/// Readings are solved one by one up to this number.
inline constexpr std::size_t fewReadings = 256;
/// How many are drawn if nothing is said of it.
inline constexpr std::size_t drawnByDefault = 1000;
/// α: with this probability some share lies further from the truth than its bound.
inline constexpr double doubtOfBound = 0.05;

struct AskQuestion {
  model::Concept concept_ = model::Concept::nash;
  std::vector<AskedOutcome> outcomes;
  PointsAsked points;
  std::optional<std::size_t> sample; ///< draw so many, whatever their number
  std::uint64_t seed = 1;
  stability::EngineLimits limits;
  std::size_t threads = 1;
};

enum class Way : std::uint8_t { singly, jointly, sampled };

/// Over the readings with some answer.
struct Shares {
  bool any = false;           ///< there is such a reading
  double odds = 0;            ///< of the answer
  std::vector<double> shares; ///< by outcome
};

struct PointWorth {
  std::size_t point = 0;
  double bits = 0;
  std::vector<double> bitsBy; ///< by outcome; `bits` is their sum
  Shares yes, no;
};

/// The best question once the best of all is answered.
struct Next {
  bool after = false;             ///< the answer to the best question
  std::optional<PointWorth> best; ///< none if nothing that is left is worth a bit
};

struct ExactShare {
  stability::Count held, of; ///< odds in a unit of their own
};

struct Questions {
  model::Conflict conflict; ///< with names in place of numbers of states
  std::vector<Point> points;
  Way way = Way::singly;
  std::string whyNotJointly;             ///< sampled though not asked for: why not exactly
  std::optional<stability::Count> count; ///< readings; none if they cannot be counted
  std::optional<stability::Count> circles;
  std::size_t solved = 0;           ///< singly, sampled: readings or drawings that count
  std::optional<double> error;      ///< sampled: bound on each share's distance from the truth
  std::vector<bool> asWritten;      ///< by outcome
  std::vector<ExactShare> shares;   ///< by outcome; empty if nothing was finished
  std::vector<double> openBy;       ///< by outcome: the entropy of its verdict, in bits
  double open = 0;                  ///< their sum
  std::vector<PointWorth> worth;    ///< by point
  std::vector<std::size_t> ranking; ///< points that are worth something, most bits first
  std::vector<Next> then;           ///< after yes and no to the best question; empty without one
  std::optional<stability::Stopped> stopped;
};

/// `engine` is open on the conflict as written. Never throws LimitReached.
Questions questions(stability::Engine& engine, const AskQuestion& question, const stability::Errand& errand);

/// Bits below this are rounding.
inline constexpr double leastBits = 1e-9;

} // namespace stasis::analysis
