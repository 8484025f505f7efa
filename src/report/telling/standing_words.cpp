#include "report/telling/standing_words.h"

#include <algorithm>

namespace stasis::report {

using stability::Standing;

const std::array<StandingWords, 4>& standingTable() {
  static constexpr std::array<StandingWords, 4> table{{
      {Standing::byItself, "itself", "●", "holds", "holds by itself", "nobody would gain by acting alone",
       "Nash"},
      {Standing::byAnswers, "answers", "◕", "holds by answers", "holds by answers",
       "somebody would gain by acting alone, but others have an answer that takes the gain away, and gain by "
       "giving it",
       "SEQ, not Nash"},
      {Standing::byFear, "fear", "◔", "holds by fear", "holds by fear",
       "somebody would gain by acting alone, and others have an answer that takes the gain away, but not all "
       "who give it would gain by that, so it may not come",
       "GMR, not SEQ"},
      {Standing::holdsNot, "not", "○", "falls", "does not hold",
       "somebody would gain by acting alone, and no answer of the others takes that gain away",
       "not even GMR"},
  }};
  return table;
}

const StandingWords& wordsOf(Standing standing) {
  static constexpr StandingWords unknown{
      Standing::unknown, "unknown",         "?",
      "not known",       "may hold or not", "the work ended before that was known",
      "not solved"};
  const auto& table = standingTable();
  const auto found = std::ranges::find(table, standing, &StandingWords::standing);
  return found == table.end() ? unknown : *found;
}

} // namespace stasis::report
