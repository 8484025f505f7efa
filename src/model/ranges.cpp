#include "model/ranges.h"

namespace stasis::model {

namespace {

class Ranges {
public:
  explicit Ranges(const std::function<void(Range&)>& visit) : visit_(visit) {}

  void of(Conflict& c) {
    all(c.sources);
    for (Party& party : c.parties) {
      visit_(party.range);
      cited(party.because);
      std::visit([&](auto& preference) { of(preference); }, party.preference);
      if (party.moves)
        for (Move& move : *party.moves) {
          visit_(move.from.range);
          visit_(move.to.range);
        }
      for (UnsurePair& pair : party.unsure) {
        visit_(pair.range);
        visit_(pair.one.range);
        visit_(pair.other.range);
      }
      all(party.attitudes);
    }
    for (Option& option : c.options) {
      visit_(option.range);
      cited(option.because);
    }
    constraints(c.constraints);
    all(c.families);
    all(c.defines);
    all(c.listed);
    all(c.named);
    visit_(c.statusQuoRange);
    for (Expectation& expectation : c.expectations)
      of(expectation);
  }

  void of(Expectation& expectation) {
    visit_(expectation.range);
    std::visit([&](auto& what) { of(what); }, expectation.what);
  }

  void of(View& view) {
    visit_(view.range);
    for (View::Wish& wish : view.wishes)
      std::visit([&](auto& preference) { of(preference); }, wish.preference);
    for (View::Regard& regard : view.regards)
      all(regard.attitudes);
    constraints(view.constraints);
    for (View::Unaware& unaware : view.unaware) {
      visit_(unaware.range);
      cited(unaware.because);
    }
    for (View::Blind& blind : view.blind) {
      visit_(blind.range);
      cited(blind.because);
      if (auto* state = std::get_if<StateRef>(&blind.what))
        visit_(state->range);
    }
  }

private:
  const std::function<void(Range&)>& visit_;

  template <class List> void all(List& list) {
    for (auto& one : list)
      visit_(one.range);
  }
  void cited(std::vector<Citation>& because) {
    for (Citation& citation : because) {
      visit_(citation.range);
      visit_(citation.wordsRange);
    }
  }

  void constraints(std::vector<Constraint>& list) {
    for (Constraint& constraint : list) {
      visit_(constraint.range);
      cited(constraint.because);
    }
  }

  void of(std::monostate&) {}
  void of(Prioritised& said) {
    visit_(said.range);
    for (auto& tier : said.tiers)
      for (Statement& statement : tier) {
        visit_(statement.range);
        cited(statement.because);
      }
  }
  void of(Ranking& ranking) {
    visit_(ranking.range);
    for (auto& tie : ranking.classes)
      all(tie);
  }
  void of(Weights& weights) {
    visit_(weights.range);
    for (Weight& weight : weights.weights)
      cited(weight.because);
  }
  void of(ExpectEquilibria& e) {
    visit_(e.concept_.range);
    all(e.states);
  }
  void of(ExpectState& e) {
    visit_(e.state.range);
    all(e.concepts);
  }
  void of(ExpectCount& e) { all(e.concepts); }
  void of(ExpectQuantity& e) { all(e.concepts); }
};

} // namespace

void forEachRange(Conflict& conflict, const std::function<void(Range&)>& visit) {
  Ranges(visit).of(conflict);
}

void forEachRange(Views& views, const std::function<void(Range&)>& visit) {
  for (View& view : views)
    Ranges(visit).of(view);
  for (ExpectInViews& expectation : views.expectations)
    Ranges(visit).of(expectation.expected);
}

} // namespace stasis::model
