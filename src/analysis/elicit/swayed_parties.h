#pragma once

// Whether the other parties would stay at a state, as far as that depends on what one party wants. It depends
// on that under SEQ and SSEQ only, where the party's improvements are among the sanctions. More improvements
// sanction more, so a partly known ranking gives two answers: who stays with the improvements that are known,
// and who stays with all that are possible.
//
// Legal sequences are searched over (state, last mover), nobody twice in a row. Cost of an answer: for each
// improvement of a party from the state, states × parties × moves. Tested against tests/oracle/.

#include "analysis/elicit/known_order.h"
#include "analysis/paths/rules.h"

namespace stasis::analysis {

/// How what is open in a ranking is taken.
enum class Taken : std::uint8_t {
  asNo,  ///< the party improves only where that is known
  asYes, ///< it improves wherever that is possible
};

class SwayedParties {
public:
  /// `states`: all feasible states. Throws LimitReached.
  SwayedParties(const Rules& rules, model::PartyId asked, const std::vector<model::Pattern>& states,
                const stability::Errand& errand);

  /// Whether every other party is stable there under a concept that sanctions by improvements.
  bool stay(model::Concept id, Place state, const KnownOrder& order, Taken taken) const;
  /// The moves of the party that is asked: each pair once, in order.
  const std::vector<std::pair<Place, Place>>& movesAsked() const { return movesAsked_; }

private:
  bool stays(model::Judgement by, std::size_t party, Place state, const KnownOrder& order, Taken taken) const;
  bool deterred(model::Judgement by, std::size_t party, Place state, Place improvement,
                const KnownOrder& order, Taken taken) const;
  bool deters(model::Judgement by, std::size_t party, Place state, Place end) const;
  bool improves(std::size_t party, Place from, Place to, const KnownOrder& order, Taken taken) const;

  std::size_t asked_;
  std::size_t states_ = 0;
  std::vector<std::vector<std::vector<Place>>> moves_; ///< by party, by state
  std::vector<std::vector<Worth>> worths_;             ///< by party, by state
  std::vector<std::pair<Place, Place>> movesAsked_;
};

} // namespace stasis::analysis
