#pragma once

// The interface of an engine, whichever way it computes. An engine is opened on one conflict, keeps what it
// has computed, and returns sets of states as small handles. Two engines on the same conflict return the same
// sets.
//
// Definitions: the graph model as in Fang, Hipel & Kilgour (1993). `stable(c, i)` is the set of feasible
// states stable for party i under concept c (see model/concept.h); an equilibrium is stable for every party.
// Tested by one typed suite over all engines against tests/oracle/.

#include "model/conflict.h"
#include "stability/errand.h"

#include <gmpxx.h>

#include <optional>
#include <string_view>
#include <vector>

namespace stasis::stability {

/// Exact number of states; may exceed 2^64.
using Count = mpz_class;

/// A set of feasible states inside the engine that made it; valid as long as that engine exists.
struct StateSet {
  std::uint32_t handle = 0;
  friend bool operator==(StateSet, StateSet) = default;
};

/// A state's number among the feasible ones, from 1: in listed order, else ascending binary value.
using StateNumber = std::uint64_t;

/// A party and the concept that judges it.
struct Judged {
  model::PartyId party;
  model::Concept concept_ = model::Concept::nash;
};

/// Pairs (state, state reached by one unilateral move), summed over all parties.
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
  /// Whether `stable` supports the concepts of this family; every engine supports the classical ones.
  virtual bool serves(model::ConceptFamily family) const { return family == model::ConceptFamily::classical; }
  /// Computed on first use and kept. The engine must serve the family. Throws LimitReached.
  virtual StateSet stable(model::Concept concept_, model::PartyId party) = 0;
  /// The states stable for each of these, each by its own concept; every feasible state if there are none.
  /// Throws LimitReached.
  virtual StateSet stableForEach(const std::vector<Judged>& judged);
  /// Feasible states in which the expression holds; in a merged state it must hold in every member.
  virtual StateSet where(const model::Expression& expression) = 0;
  /// The feasible states among these patterns; a merged state belongs if some member belongs.
  virtual StateSet matching(const std::vector<model::Pattern>& patterns) = 0;

  virtual StateSet both(StateSet a, StateSet b) = 0;
  virtual StateSet either(StateSet a, StateSet b) = 0;
  virtual StateSet without(StateSet a, StateSet b) = 0;

  /// The feasible states from which the party has one unilateral move into the target along this relation
  /// (always: any move; better: an improvement; no other). Moves come from its options, in graph form from
  /// its list. If all moves are transitive (no listed moves, no merged states), states of the target itself
  /// may or may not belong: backward searches have them already. Throws LimitReached.
  virtual StateSet canMoveInto(StateSet target, model::PartyId party, model::Relation along);
  /// The reverse: the feasible states to which the party has one such move from some state of the source. If
  /// all moves are transitive, states of the source itself may or may not belong. Throws LimitReached.
  virtual StateSet reachedFrom(StateSet source, model::PartyId party, model::Relation along);
  /// The feasible states q with q ≼ state for the party: those it does not prefer to this feasible state.
  virtual StateSet notPreferredTo(model::PartyId party, const model::Pattern& state);
  /// The feasible states q with q ≺ state.
  virtual StateSet worseThan(model::PartyId party, const model::Pattern& state);
  /// The feasible states the party likes no better than `state`, and from which it has no move to one it
  /// likes better: high(q) ≤ rank(state). The party can be held there.
  StateSet heldTo(model::PartyId party, const model::Pattern& state);

  /// A mark in the sequence of sets made so far. `forgetSince` frees the sets made after it, except those
  /// that `stable` returned. Engines that keep every set do nothing.
  virtual std::uint32_t mark() const { return 0; }
  virtual void forgetSince(std::uint32_t) {}

  virtual Count count(StateSet set) = 0;
  virtual bool contains(StateSet set, const model::Pattern& state) = 0;
  /// The first `limit` states of the set by number. A merged state is given as its pattern.
  virtual std::vector<model::Pattern> list(StateSet set, std::size_t limit) = 0;

  /// States that differ only in which of several parties alike does what, represented by the first of them.
  struct Alike {
    model::Pattern first;
    Count states = 1;
  };
  /// The first `limit` of these in the set, in the order of their first states. Engines that distinguish
  /// every state return single states.
  virtual std::vector<Alike> listAlike(StateSet set, std::size_t limit);

  /// The number of a feasible state, and the state of a number; none if there is no such state or the engine
  /// does not number states.
  virtual std::optional<StateNumber> number(const model::Pattern& state) = 0;
  virtual std::optional<model::Pattern> state(StateNumber number) = 0;

  /// The place of a feasible state for a party: 1 for its best class of states, 2 for the next, and so on;
  /// none if the engine does not rank states one by one.
  virtual std::optional<std::uint64_t> place(model::PartyId, const model::Pattern&) { return std::nullopt; }
  /// Unilateral moves and improvements of all parties together; none if the engine does not count them.
  virtual std::optional<Traffic> traffic() { return std::nullopt; }

  /// The intersection of `stable` over all parties (every feasible state if there are none).
  StateSet equilibria(model::Concept concept_);
};

/// Frees, at its end, the sets made during its life; for work that makes many sets and keeps none.
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

/// Which engine: chosen by what the conflict needs, or named.
enum class EngineChoice : std::uint8_t { automatic, explicitly, symbolic, orbits };

/// The settings with which an engine is opened.
struct EngineLimits {
  EngineChoice engine = EngineChoice::automatic; ///< for code that chooses an engine; engines ignore it
  std::uint64_t maxStates = 0; ///< explicit engine: most feasible states; 0: by the machine's memory
  std::uint64_t maxMemory = 0; ///< bytes; 0: by the machine's memory
};

} // namespace stasis::stability
