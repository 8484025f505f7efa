#pragma once

// An engine on the picture of a view. Its states have the numbers that they have in the conflict, so an
// answer in a view speaks of the same states as the answer beside it. All else is done by an engine opened on
// the picture.
//
// Cost: that of both engines. Tested against tests/oracle/views.h in tests/views, over all engines.

#include "language/codes/diagnostic.h"
#include "model/view.h"
#include "stability/engine.h"
#include "stability/repetition.h"

#include <memory>
#include <utility>

namespace stasis::analysis {

class ViewEngine : public stability::Engine, public stability::TellsRepetition {
public:
  using Engine = stability::Engine;
  using StateSet = stability::StateSet;

  /// `whole` is an engine on the conflict itself and must outlive this one.
  ViewEngine(Engine& whole, std::unique_ptr<const model::Conflict> picture, std::unique_ptr<Engine> inner)
      : whole_(whole), picture_(std::move(picture)), inner_(std::move(inner)), all_(inner_->feasible()) {}

  std::string_view name() const override { return inner_->name(); }
  const model::Conflict& conflict() const override { return *picture_; }
  StateSet feasible() override { return all_; }
  bool serves(model::ConceptFamily family) const override { return inner_->serves(family); }
  StateSet stable(model::Concept concept_, model::PartyId party) override {
    return inner_->stable(concept_, party);
  }
  StateSet stableForEach(const std::vector<stability::Judged>& judged) override {
    return inner_->stableForEach(judged);
  }
  StateSet where(const model::Expression& expression) override { return inner_->where(expression); }
  StateSet matching(const std::vector<model::Pattern>& patterns) override {
    return inner_->matching(patterns);
  }
  StateSet both(StateSet a, StateSet b) override { return inner_->both(a, b); }
  StateSet either(StateSet a, StateSet b) override { return inner_->either(a, b); }
  StateSet without(StateSet a, StateSet b) override { return inner_->without(a, b); }
  StateSet canMoveInto(StateSet target, model::PartyId party, model::Relation along) override {
    return inner_->canMoveInto(target, party, along);
  }
  StateSet reachedFrom(StateSet source, model::PartyId party, model::Relation along) override {
    return inner_->reachedFrom(source, party, along);
  }
  StateSet notPreferredTo(model::PartyId party, const model::Pattern& state) override {
    return inner_->notPreferredTo(party, state);
  }
  StateSet worseThan(model::PartyId party, const model::Pattern& state) override {
    return inner_->worseThan(party, state);
  }
  std::uint32_t mark() const override { return inner_->mark(); }
  void forgetSince(std::uint32_t mark) override { inner_->forgetSince(mark); }
  stability::Count count(StateSet set) override { return inner_->count(set); }
  bool contains(StateSet set, const model::Pattern& state) override { return inner_->contains(set, state); }
  std::vector<model::Pattern> list(StateSet set, std::size_t limit) override {
    return inner_->list(set, limit);
  }
  std::vector<Alike> listAlike(StateSet set, std::size_t limit) override {
    return inner_->listAlike(set, limit);
  }
  /// Whether the state is there in this picture.
  bool sees(const model::Pattern& state) { return contains(all_, state); }
  /// The number in the conflict.
  std::optional<stability::StateNumber> number(const model::Pattern& state) override;
  std::optional<model::Pattern> state(stability::StateNumber number) override;
  std::optional<std::uint64_t> place(model::PartyId party, const model::Pattern& state) override {
    return inner_->place(party, state);
  }
  std::optional<stability::Traffic> traffic() override { return inner_->traffic(); }
  std::optional<stability::Repetition> repetition() override { return stability::repetitionOf(*inner_); }

private:
  Engine& whole_;
  std::unique_ptr<const model::Conflict> picture_;
  std::unique_ptr<Engine> inner_;
  StateSet all_;
};

struct OpenedView {
  std::unique_ptr<ViewEngine> engine; ///< none if there are errors
  language::Diagnostics diagnostics;  ///< errors alone, which say in whose view
};

/// Opens an engine on a view of the conflict of `whole`, laid over what `below` stands for: the conflict, or
/// another picture of it. With `everyFamily`, one that serves every family of concepts if possible. Throws
/// LimitReached.
OpenedView openView(stability::Engine& whole, stability::Engine& below, const model::View& view,
                    const stability::EngineLimits& limits, const stability::Errand& errand, bool everyFamily);

} // namespace stasis::analysis
