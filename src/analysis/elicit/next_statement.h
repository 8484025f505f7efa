#pragma once

// Which question about a party's list of statements to ask next: whether it wants a topic (topics.h), or
// which of two that it wants counts for more. Asked until every list with these answers has the same
// equilibria (list_equilibria.h), or with `complete` until the list is known. First what says most of the
// verdicts that are open, in bits, measured on lists drawn from those that fit; where the draws show no
// difference, whether topics are wanted comes before their order. The same answers always lead to the same
// questions. A question may be one too many, never one too few.
//
// Cost: for each draw the equilibria of a list. Tested against tests/oracle/ on random lists.

#include "analysis/elicit/draw_bits.h"
#include "analysis/elicit/list_equilibria.h"
#include "analysis/elicit/next_question.h"
#include "analysis/elicit/topics.h"

namespace stasis::analysis {

class NextStatement {
public:
  /// Both must outlive it. Without equilibria (of too many states) it asks until the list is known.
  NextStatement(const Topics& topics, const ListEquilibria* equilibria, bool complete,
                const stability::Errand& errand)
      : topics_(topics), equilibria_(equilibria), complete_(complete || equilibria == nullptr),
        errand_(errand) {}

  /// A verdict that some list with these answers has and another may not.
  struct Open {
    Place state = 0;
    model::Concept id;
  };
  struct Found {
    std::optional<PairQuestion> next; ///< of two literals: a topic and its opposite, or two that are wanted
    std::vector<Open> open;
  };
  /// `unknown`: pairs of literals that nobody can compare. Throws LimitReached.
  Found next(const KnownOrder& literals, const std::set<PlacePair>& unknown) const;

private:
  struct Candidate {
    PlacePair pair;
    DrawBits first; ///< by draw: the first of the two is above
    double bits = 0;
  };
  std::vector<Candidate> candidates(const KnownOrder& literals, const std::set<PlacePair>& unknown) const;
  void weigh(std::vector<Candidate>& candidates, const KnownOrder& literals,
             const std::vector<Open>& open) const;
  std::vector<Open> openVerdicts(const KnownOrder& literals) const;
  std::size_t draws() const;
  /// The most questions that can follow: topics that turn out to be wanted are compared with each other.
  std::size_t mostLeft(const KnownOrder& literals, const std::set<PlacePair>& unknown) const;

  const Topics& topics_;
  const ListEquilibria* equilibria_;
  bool complete_;
  const stability::Errand& errand_;
};

} // namespace stasis::analysis
