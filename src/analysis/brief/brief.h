#pragma once

// A first overview without names of concepts: what can hold; why one state does or does not; which outcomes
// improvements reach from today, and who must concede for the others; which single statement changes the
// verdict, or which two if no single one does. It combines the analyses of the other folders. A limit may cut
// short each part; the answer lists the missing parts.
//
// How firmly an outcome holds is said by stability/standing.h.
//
// The reasons at outcomes other than the one in question may take an eighth of the time that is left, the
// search for ways then half, so that what the answer rests on has a turn. Cost: Nash, SEQ and GMR solved,
// then reasons at one state and those shown, two path searches, one solution for each statement and, where
// states are few (`mostStatesOfPairs`), one for each pair of statements. Tested by tests/brief against the
// definitions in tests/oracle/.

#include "analysis/explain/deciding_statement.h"
#include "analysis/explain/explanation.h"
#include "analysis/paths/paths.h"
#include "analysis/robust/robustness.h"
#include "stability/standing.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace stasis::analysis {

using stability::Standing;

/// Why a party stays at the state or leaves it.
struct BriefReason {
  model::PartyId party;
  Standing standing = Standing::unknown;
  bool canMove = false;
  std::optional<model::Pattern> leavesFor; ///< an improvement of the party
  /// What deters it from that; its last step changes no option that it could leave as it is.
  std::optional<Sequence> answer;
  bool answeredWillingly = false; ///< whether an answer that pays all who give it deters it from that
  /// Of a party that would leave: an improvement that needs only some of what it would do, and is not what it
  /// would do because this answer takes the gain away.
  std::optional<model::Pattern> lessFor;
  std::optional<Sequence> answerToLess;
  /// The statement by which the party likes it better; null where no single one decides (rankings, weights).
  const model::Statement* wish = nullptr;
};

/// Why a party that would gain nothing by acting alone leaves something as it is: the most important of its
/// wishes that does not hold at the state but holds somewhere.
struct BriefLack {
  model::PartyId party;
  const model::Statement* wish = nullptr;
  bool alone = false; ///< whether a move of its own would make it hold
  /// If so: the wish that each such move breaks, which counts for more; null where they differ.
  const model::Statement* above = nullptr;
};

struct BriefOutcome {
  model::Pattern state;
  Standing standing = Standing::unknown;
  std::optional<Ways> way;     ///< fewest concessions from today; none: no way, or not searched
  bool barred = false;         ///< no way exists
  std::optional<bool> byGains; ///< improvements alone reach it from today; none: not known
  /// Variants of `Brief::drops` in which it does not hold in this way, and how it does then: unknown where
  /// that was not asked.
  std::vector<std::pair<std::size_t, Standing>> turning;
  std::vector<BriefReason> reasons; ///< of parties that would gain by leaving it (`mostLeavers` at most)
  std::vector<BriefLack> lacks;     ///< of parties that would not, if it has a name and holds by itself
};

/// An outcome that has a name and does not hold.
struct BriefFallen {
  model::Pattern state;
  std::vector<model::PartyId> leavers; ///< who would leave it: for whom it is not stable even by fear
  std::vector<BriefReason> reasons;    ///< of these (`mostLeavers` at most)
  /// For a conflict of few states: variants of `Brief::drops` in which it holds after all, and how.
  std::vector<std::pair<std::size_t, Standing>> turning;
};

struct BriefQuestion {
  model::Pattern state; ///< the state to explain; feasible
  bool isToday = false;
  std::size_t outcomes = 6;
  std::size_t unnamed = 2;        ///< of these at most, beside a single outcome that has a name
  std::size_t few = 10;           ///< if no more than these can hold, all are shown
  std::size_t firmest = 3;        ///< if no more than these hold most firmly, these are shown, too
  stability::EngineLimits limits; ///< for the engines of variants
  std::size_t threads = 1;
};

struct Brief {
  model::Pattern state;
  bool isToday = false;
  Standing standing = Standing::unknown;
  std::vector<BriefOutcome> outcomes;        ///< the outcomes shown, without the state itself
  std::vector<BriefFallen> fallen;           ///< in the order of the text, without the state itself
  std::optional<stability::Count> holding;   ///< how many states hold in any way; none: not finished
  std::array<stability::Count, 3> holdingBy; ///< of these, by themselves, by answers, by fear
  /// How firmly those hold that hold most firmly, and today's state with every choice changed that is another
  /// one in all of these; none if there is no such choice, today is among them, or states are merged.
  Standing firmest = Standing::unknown;
  std::optional<model::Pattern> sharedByFirmest;
  std::vector<BriefReason> reasons; ///< by party
  std::vector<BriefLack> lacks;     ///< of those that would gain nothing by acting alone
  std::optional<Robustness> drops;  ///< leaves out each statement, judged by `judgedBy`
  model::Concept judgedBy = model::Concept::seq;
  /// Variants of `drops` in which the state no longer holds in this way, or holds after all; and how then.
  std::vector<std::pair<std::size_t, Standing>> turning;
  /// For a conflict of few states: the other variants in which it holds in another way, and that way.
  std::vector<std::pair<std::size_t, Standing>> shifting;
  /// Small conflicts where no single statement does: pairs left out, and the pairs that change the verdict.
  std::optional<Robustness> pairs;
  std::vector<std::size_t> turningPairs;
  std::vector<std::string> missing; ///< parts that were cut short, and why
};

/// Never throws LimitReached. `open` opens engines on changed copies, to find what bars a way.
Brief makeBrief(stability::Engine& engine, const BriefQuestion& question, const OpenEngine& open,
                const stability::Errand& errand);

inline constexpr unsigned long mostStatesOfPairs = 20'000;
inline constexpr std::size_t mostChangesOfPairs = 48;
/// How many parties, one of each family, have their reasons given at an outcome other than the one in
/// question.
inline constexpr std::size_t mostLeavers = 3;

} // namespace stasis::analysis
