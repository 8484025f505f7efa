#pragma once

// Which pair of states to ask about next. Among the pairs that can still change an equilibrium (decisive.h)
// it is one whose answer settles most: over rankings drawn at random (completion.h), the bits that it gives
// about each open stake, summed. Of pairs nearly as good, first those whose states have names, then those
// that differ in fewer options, then the smaller places. So the same answers lead to the same questions.
//
// For a complete ranking every open pair is asked about, the most even first.
//
// Cost: rankings × stakes, and pairs × stakes × rankings / 64. Tested against tests/oracle/.

#include "analysis/elicit/decisive.h"

#include <set>

namespace stasis::analysis {

struct PairQuestion {
  Place one = 0;
  Place other = 0;
  std::size_t atMost = 0; ///< so many questions are left at most, this one among them
};

using PlacePair = std::pair<Place, Place>;

class NextQuestion {
public:
  /// `complete`: until nothing is open. Both must outlive it.
  NextQuestion(const Stakes& stakes, const model::Conflict& conflict, bool complete,
               const stability::Errand& errand);

  /// None where no answer can change an equilibrium. `unknown`: pairs that nobody can compare, smaller place
  /// first; neither they nor pairs of states that are the same as these are asked about. Throws LimitReached.
  std::optional<PairQuestion> next(const KnownOrder& order, const std::set<PlacePair>& unknown) const;
  /// The stakes that are still open: some ranking makes them an equilibrium, another does not.
  std::vector<std::size_t> open(const KnownOrder& order) const;

private:
  struct Candidate {
    PlacePair pair;
    double bits = 0;
    std::size_t nameless = 0;
    std::size_t differences = 0;
  };
  std::vector<Candidate> candidates(const KnownOrder& order, const std::set<PlacePair>& unknown,
                                    const std::vector<std::size_t>& open) const;
  void weigh(std::vector<Candidate>& candidates, const KnownOrder& order,
             const std::vector<std::size_t>& open) const;

  const Stakes& stakes_;
  bool complete_;
  const stability::Errand& errand_;
  std::vector<bool> named_; ///< by place
};

} // namespace stasis::analysis
