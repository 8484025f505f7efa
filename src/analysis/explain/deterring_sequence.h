#pragma once

// What deters one party's improvements from one state s. For an improvement s1: a legal sequence of moves, or
// of improvements, of the others to a state s2. The party likes s2 no better than s (rank), or it also has no
// move from s2 to a state better than s (high); see model/concept.h. If there is no such sequence: the worst
// that the others can do.
//
// States are walked forward first. If that exceeds the given number of visits, the engine's sets are searched
// backwards (group_search.h). Both give the same answers. Both are tested against tests/oracle/.

#include "analysis/paths/exploration.h"
#include "analysis/paths/group_search.h"

#include <array>
#include <memory>

namespace stasis::analysis {

/// How far to walk forward before sets are searched, and how many rounds may look for a worse case.
struct Effort {
  std::size_t visits = 500;
  std::size_t improvements = 32; ///< with more, sets give their verdicts
  std::size_t rounds = 100;
};

/// The worst the others can do after an improvement, by rank or by high.
struct Worst {
  Sequence steps;
  bool exact = true; ///< false: the rounds ran out; a worse one may exist (better than s for the party)
};

class Deterrence {
public:
  Deterrence(stability::Engine& engine, Exploration& exploration, model::PartyId party,
             const model::Pattern& state, const Effort& effort, const stability::Errand& errand);

  model::PartyId party() const { return party_; }
  /// R+_i(s), in the order of state numbers.
  const std::vector<model::Pattern>& improvements() const { return improvements_; }

  /// Whether some sanction that the concept admits deters this improvement. Nash: never. `many` searches sets
  /// at once, which is cheap for many improvements.
  bool deterred(const model::Pattern& improvement, model::Concept concept_, bool many = false);
  /// A shortest sanction, the first of equals.
  std::optional<Sequence> sanction(const model::Pattern& improvement, model::Concept concept_);
  /// None if the others cannot move.
  std::optional<Worst> worst(const model::Pattern& improvement, model::Concept concept_);

  /// The party likes this state no better than s.
  bool deters(const model::Pattern& end);
  /// The best the party can then reach by one move; the state itself if no move is an improvement.
  model::Pattern best(const model::Pattern& end);
  /// …and that is no better than s either.
  bool lasts(const model::Pattern& end) { return deters(best(end)); }

private:
  using Place = Exploration::Place;
  bool admits(const model::ConceptRow& concept_, Place end);
  std::shared_ptr<const Exploration::Reach> reach(const model::Pattern& improvement,
                                                  const model::ConceptRow& concept_);
  std::optional<std::size_t> firstAdmitted(const Exploration::Reach& reach,
                                           const model::ConceptRow& concept_);
  GroupSearch& search(const model::ConceptRow& concept_);
  GroupSearch searchFor(const model::ConceptRow& concept_, stability::StateSet target);
  const Worth& judged(const model::ConceptRow& concept_, Place place);
  std::optional<std::size_t> worstVisit(const Exploration::Reach& reach, const model::ConceptRow& concept_);
  stability::StateSet judgedWorseThan(const model::ConceptRow& concept_, Place place);
  stability::StateSet judgedNoBetterThan(const model::ConceptRow& concept_, Place place);
  stability::StateSet setWithout(stability::StateSet set, const model::Pattern& state);

  stability::Engine& engine_;
  Exploration& exploration_;
  model::PartyId party_;
  Place state_;
  Effort effort_;
  const stability::Errand& errand_;
  std::vector<model::Pattern> improvements_;
  std::array<std::unique_ptr<GroupSearch>, model::conceptCount> searches_;
};

} // namespace stasis::analysis
