#pragma once

// What a reader wants first, without the names of concepts: what can hold, why one state does or does not,
// which outcomes improvements reach from today and who must give way for the others, and which single
// statement turns the verdict, or which two where no single one does. Made of the questions of the other
// rooms, each of which may be cut short; what did not fit is said.
//
//   byItself   Nash: nobody has a move it would gain by
//   byAnswers  SEQ: whoever has one meets answers that others would gain by giving
//   byFear     GMR: answers that deter exist, but only such as cost those who give them
//   holdsNot   none of these
//
// Cost: Nash, SEQ and GMR solved, then reasons at one state, two searches for paths, one solution a
// statement, and one a pair of statements where the states are few (`mostStatesOfPairs`). Tested by
// tests/brief against the definitions in tests/oracle/.

#include "analysis/explain/deciding_statement.h"
#include "analysis/explain/explanation.h"
#include "analysis/paths/paths.h"
#include "analysis/robust/robustness.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::analysis {

enum class Standing : std::uint8_t { byItself, byAnswers, byFear, holdsNot, unknown };

struct BriefOutcome {
  model::Pattern state;
  Standing standing = Standing::unknown;
  std::optional<Ways> way;          ///< fewest concessions from today; none: no way, or not searched
  bool barred = false;              ///< there is no way at all
  std::vector<std::size_t> turning; ///< variants of `Brief::drops` in which it holds no longer as it does
};

/// Why a party stays at the state or would leave it.
struct BriefReason {
  model::PartyId party;
  Standing standing = Standing::unknown;
  bool canMove = false;
  std::optional<model::Pattern> leavesFor; ///< an improvement it has
  std::optional<Sequence> answer;          ///< what deters it from that
  /// The statement that decides that it likes it better; null where none does (rankings, weights).
  const model::Statement* wish = nullptr;
};

struct BriefQuestion {
  model::Pattern state; ///< whose reasons are told; feasible
  bool isToday = false;
  std::size_t outcomes = 6;
  stability::EngineLimits limits; ///< of the engines that variants open
  std::size_t threads = 1;
};

struct Brief {
  model::Pattern state;
  bool isToday = false;
  Standing standing = Standing::unknown;
  std::vector<BriefOutcome> outcomes;      ///< those told, the state itself not among them
  std::optional<stability::Count> holding; ///< how many states hold in some way; none: not finished
  std::vector<BriefReason> reasons;        ///< by party
  std::optional<Robustness> drops;         ///< each statement left out, judged by `judgedBy`
  model::Concept judgedBy = model::Concept::seq;
  std::vector<std::size_t> turning; ///< variants of `drops` that turn the verdict on the state
  /// Of a conflict of few states, the other variants in which it holds otherwise than it does, and how.
  std::vector<std::pair<std::size_t, Standing>> shifting;
  /// Where no single one does and the conflict is small: pairs left out, and those of them that turn it.
  std::optional<Robustness> pairs;
  std::vector<std::size_t> turningPairs;
  std::vector<std::string> missing; ///< parts that did not fit, and why
};

/// Never throws LimitReached. `open` opens engines on changed copies, for what bars a way.
Brief makeBrief(stability::Engine& engine, const BriefQuestion& question, const OpenEngine& open,
                const stability::Errand& errand);

inline constexpr unsigned long mostStatesOfPairs = 20'000;
inline constexpr std::size_t mostChangesOfPairs = 48;

} // namespace stasis::analysis
