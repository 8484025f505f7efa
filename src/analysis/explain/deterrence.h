#pragma once

// What stands against one party's improvements from one state s: for an improvement s1, a legal sequence of
// the others (moves, or improvements) to a state s2 that the party likes no better than s (rank), or from
// which none of its own moves leads to a better one either (high), see model/concept.h; where there is none,
// the worst the others can do.
//
// States are walked forward first; where that does not end within a stated number of visits, the engine's
// sets are searched backwards (group_search.h). Both give the same answers. Tested against tests/oracle/ both
// ways.

#include "analysis/paths/exploration.h"
#include "analysis/paths/group_search.h"

#include <array>
#include <memory>

namespace stasis::analysis {

/// How far to walk forward before sets are searched, and how often a worst case is improved upon.
struct Effort {
  std::size_t visits = 500;
  std::size_t improvements = 32; ///< with more, their verdicts are looked up in sets
  std::size_t rounds = 100;
};

/// The worst the others can do after an improvement, by rank or by high.
struct Worst {
  Sequence steps;
  bool exact = true; ///< false: the rounds ran out, worse is possible (yet better than s for the party)
};

class Deterrence {
public:
  Deterrence(stability::Engine& engine, Exploration& exploration, model::PartyId party,
             const model::Pattern& state, const Effort& effort, const stability::Errand& errand);

  model::PartyId party() const { return party_; }
  /// R+_i(s), in the order of their numbers.
  const std::vector<model::Pattern>& improvements() const { return improvements_; }

  /// Whether some sanction the concept admits deters this improvement. Nash: never. Cheap for many
  /// improvements when `many` is said: sets are searched at once.
  bool deterred(const model::Pattern& improvement, model::Concept concept_, bool many = false);
  /// A shortest sanction, the first of equals.
  std::optional<Sequence> sanction(const model::Pattern& improvement, model::Concept concept_);
  /// None where the others cannot move.
  std::optional<Worst> worst(const model::Pattern& improvement, model::Concept concept_);

  /// The party likes this state no better than s.
  bool deters(const model::Pattern& end);
  /// The best the party can then have by a move of its own; the state itself if no move betters it.
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
