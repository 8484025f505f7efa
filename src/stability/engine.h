#pragma once

// What an engine must answer, whichever way it computes. An engine is opened on one conflict, keeps what it
// has computed, and hands out sets of states as small handles; two engines given the same conflict give the
// same sets.
//
// Definitions: theory of the graph model as in Fang, Hipel & Kilgour (1993); `stable(c, i)` is the set of
// feasible states stable for party i under concept c (see model/concept.h), an equilibrium is stable for
// every party. Tested by one typed suite over all engines against tests/oracle/.

#include "model/conflict.h"
#include "stability/errand.h"

#include <gmpxx.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::stability {

/// Exact number of states; passes 2^64.
using Count = mpz_class;

/// A set of feasible states inside the engine that made it; valid as long as that engine.
struct StateSet {
  std::uint32_t handle = 0;
  friend bool operator==(StateSet, StateSet) = default;
};

/// A state's number among the feasible ones, from 1: in listed order, else ascending binary value.
using StateNumber = std::uint64_t;

/// A party and what it is judged by.
struct Judged {
  model::PartyId party;
  model::Concept concept_ = model::Concept::nash;
};

/// Pairs (state, state reached by one unilateral move), over all parties.
struct Traffic {
  Count moves;
  Count improvements;
};

class Engine {
public:
  virtual ~Engine() = default;

  virtual std::string_view name() const = 0;
  virtual const model::Conflict& conflict() const = 0;

  virtual StateSet feasible() = 0;
  /// Whether `stable` answers for concepts of this family; every engine does for the classical ones.
  virtual bool serves(model::ConceptFamily family) const { return family == model::ConceptFamily::classical; }
  /// Computed on first demand and kept. The family must be served. Throws LimitReached.
  virtual StateSet stable(model::Concept concept_, model::PartyId party) = 0;
  /// The states stable for each of these, each by its own concept; every feasible state where there are none.
  /// Throws LimitReached.
  virtual StateSet stableForEach(const std::vector<Judged>& judged);
  /// Feasible states in which the expression holds; in a merged state it must hold in every member.
  virtual StateSet where(const model::Expression& expression) = 0;
  /// The feasible states among these patterns; a merged state belongs if some member of it does.
  virtual StateSet matching(const std::vector<model::Pattern>& patterns) = 0;

  virtual StateSet both(StateSet a, StateSet b) = 0;
  virtual StateSet either(StateSet a, StateSet b) = 0;
  virtual StateSet without(StateSet a, StateSet b) = 0;

  /// The feasible states from which the party has one unilateral move into the target that leads where this
  /// relation says (always: any move; better: an improvement; no other): by its options, in graph form by its
  /// listed moves. Where all moves are transitive (no listed moves, no merged states) the states of the
  /// target itself may or may not belong: searches backwards have them already. Throws LimitReached.
  virtual StateSet canMoveInto(StateSet target, model::PartyId party, model::Relation along);
  /// The other way: the feasible states to which the party has one such move from some state of the source.
  /// Where all moves are transitive the states of the source itself may or may not belong. Throws
  /// LimitReached.
  virtual StateSet reachedFrom(StateSet source, model::PartyId party, model::Relation along);
  /// The feasible states q with q ≼ state for the party: not preferred to this feasible state.
  virtual StateSet notPreferredTo(model::PartyId party, const model::Pattern& state);
  /// Those with q ≺ state.
  virtual StateSet worseThan(model::PartyId party, const model::Pattern& state);
  /// The feasible states the party likes no better than `state` and from which no move of it leads to one it
  /// likes better: high(q) ≤ rank(state). Where it can be held to.
  StateSet heldTo(model::PartyId party, const model::Pattern& state);

  /// How far the engine has come in making sets; sets made since a mark can be let go of, but for those that
  /// `stable` has given. Engines that keep every set do nothing.
  virtual std::uint32_t mark() const { return 0; }
  virtual void forgetSince(std::uint32_t) {}

  virtual Count count(StateSet set) = 0;
  virtual bool contains(StateSet set, const model::Pattern& state) = 0;
  /// The first `limit` states of the set, in the order of their numbers. A merged state is its pattern.
  virtual std::vector<model::Pattern> list(StateSet set, std::size_t limit) = 0;

  /// States that differ only in who of several alike does what, told by the first of them.
  struct Alike {
    model::Pattern first;
    Count states = 1;
  };
  /// The first `limit` of those in the set, in the order of their first states. Of an engine that tells every
  /// state apart: the states.
  virtual std::vector<Alike> listAlike(StateSet set, std::size_t limit);

  /// Number of a feasible state and back; none where there is no such state or the engine does not number
  /// them.
  virtual std::optional<StateNumber> number(const model::Pattern& state) = 0;
  virtual std::optional<model::Pattern> state(StateNumber number) = 0;

  /// How a party likes a feasible state: 1 for its best class of states, 2 for the next, and so on; none
  /// where the engine does not rank states one by one.
  virtual std::optional<std::uint64_t> place(model::PartyId, const model::Pattern&) { return std::nullopt; }
  /// Unilateral moves and improvements of all parties together; none where they are not counted.
  virtual std::optional<Traffic> traffic() { return std::nullopt; }

  /// Intersection of `stable` over all parties (every feasible state where there are none).
  StateSet equilibria(model::Concept concept_);
};

/// Sets made while it lives are let go of at its end, for work that makes many and keeps none.
class Scratch {
public:
  explicit Scratch(Engine& engine) : engine_(engine), mark_(engine.mark()) {}
  ~Scratch() { engine_.forgetSince(mark_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

private:
  Engine& engine_;
  std::uint32_t mark_;
};

/// Which engine: by what the conflict needs, or the one named.
enum class EngineChoice : std::uint8_t { automatic, explicitly, symbolic, orbits };

/// What an engine is opened with.
struct EngineLimits {
  EngineChoice engine = EngineChoice::automatic; ///< for who chooses; an engine itself does not ask
  std::uint64_t maxStates = 0; ///< explicit engine: feasible states held; 0: by the machine's memory
  std::uint64_t maxMemory = 0; ///< bytes; 0: by the machine's memory
};

} // namespace stasis::stability
