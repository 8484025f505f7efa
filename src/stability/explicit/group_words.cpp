#include "stability/explicit/group_words.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace stasis::stability {

namespace {

/// Labels travel backwards along the steps of each member.
class BySteps : public GroupWords {
public:
  BySteps(std::size_t states, std::vector<const Arcs*> steps) : states_(states), steps_(std::move(steps)) {}

  Words into(const Words& targets, const Errand& errand) const override {
    Search search(*this, targets);
    while (search.sweep(errand)) {
    }
    return search.found();
  }

  bool exact() const override { return false; }

  bool reachesAnother(std::uint32_t start, unsigned k, const Words& targets) const override {
    const std::size_t members = steps_.size();
    seen_.resize(states_ * members, 0);
    if (++searches_ == 0) { // the numbers of searches begin anew
      std::ranges::fill(seen_, 0U);
      searches_ = 1;
    }
    std::vector<std::pair<std::uint32_t, std::size_t>> open{{start, members}}; // nearest first
    for (std::size_t next = 0; next < open.size(); ++next) {
      const auto [at, last] = open[next];
      for (std::size_t j = 0; j < members; ++j)
        if (j != last)
          for (const std::uint32_t to : steps_[j]->from(at)) {
            if (to != start && (targets[to] >> k & 1) != 0)
              return true;
            if (std::exchange(seen_[to * members + j], searches_) != searches_)
              open.emplace_back(to, j);
          }
    }
    return false;
  }

  Words oneStepInto(const Words& targets) const override {
    Words found(states_, 0);
    for (const Arcs* steps : steps_)
      for (std::uint32_t s = 0; s < states_; ++s)
        for (const std::uint32_t to : steps->from(s))
          found[s] |= targets[to];
    return found;
  }

private:
  /// For each member: the targets that some sequence beginning with that member's step reaches from each
  /// state.
  class Search {
  public:
    Search(const BySteps& group, const Words& targets)
        : group_(group), targets_(targets), begun_(group.steps_.size(), Words(group.states_, 0)),
          told_(begun_), waiting_((group.states_ + 63) / 64, 0) {
      for (std::uint32_t s = 0; s < group.states_; ++s)
        if (targets[s] != 0)
          queue(s);
    }

    /// Looks once at each state that waits, in ascending order. False if none did.
    bool sweep(const Errand& errand) {
      bool any = false;
      for (std::size_t w = 0; w < waiting_.size(); ++w) {
        if (w % 64 == 0)
          errand.check();
        while (waiting_[w] != 0) {
          const auto bit = static_cast<unsigned>(std::countr_zero(waiting_[w]));
          waiting_[w] &= waiting_[w] - 1;
          spread(static_cast<std::uint32_t>(64 * w + bit));
          any = true;
        }
      }
      return any;
    }

    Words found() const {
      Words all(group_.states_, 0);
      for (const Words& begun : begun_)
        for (std::size_t s = 0; s < all.size(); ++s)
          all[s] |= begun[s];
      return all;
    }

  private:
    /// Whoever steps into the state can bring about the state itself and all that the others make of it.
    void spread(std::uint32_t state) {
      for (std::size_t j = 0; j < begun_.size(); ++j) {
        Word after = targets_[state];
        for (std::size_t k = 0; k < begun_.size(); ++k)
          after |= k == j ? 0 : begun_[k][state];
        after &= ~std::exchange(told_[j][state], after);
        if (after == 0)
          continue;
        for (const std::uint32_t from : group_.steps_[j]->into(state))
          if ((after & ~begun_[j][from]) != 0) {
            begun_[j][from] |= after;
            queue(from);
          }
      }
    }

    void queue(std::uint32_t state) { waiting_[state / 64] |= Word{1} << state % 64; }

    const BySteps& group_;
    const Words& targets_;
    std::vector<Words> begun_;
    std::vector<Words> told_;   ///< what was already handed on to those who step into a state
    std::vector<Word> waiting_; ///< a bit a state
  };

  std::size_t states_;
  std::vector<const Arcs*> steps_;
  mutable std::vector<std::uint32_t> seen_; ///< by state and who moved into it: the last search that came by
  mutable std::uint32_t searches_ = 0;
};

class InComponents : public GroupWords {
public:
  InComponents(std::size_t states, const std::vector<const Arcs*>& steps) : component_(states) {
    std::iota(component_.begin(), component_.end(), 0U);
    for (const Arcs* arcs : steps)
      for (std::uint32_t s = 0; s < states; ++s)
        for (const std::uint32_t to : arcs->from(s))
          component_[root(s)] = root(to);
    for (std::uint32_t s = 0; s < states; ++s)
      component_[s] = root(s);
  }

  Words into(const Words& targets, const Errand&) const override {
    Words once(component_.size(), 0);
    Words twice(component_.size(), 0);
    for (std::size_t s = 0; s < targets.size(); ++s) {
      twice[component_[s]] |= once[component_[s]] & targets[s];
      once[component_[s]] |= targets[s];
    }
    Words found(component_.size());
    for (std::size_t s = 0; s < targets.size(); ++s)
      found[s] = twice[component_[s]] | (once[component_[s]] & ~targets[s]);
    return found;
  }

  bool exact() const override { return true; }
  bool reachesAnother(std::uint32_t, unsigned, const Words&) const override { return true; }
  Words oneStepInto(const Words& targets) const override { return Words(targets.size(), 0); }

private:
  std::uint32_t root(std::uint32_t s) {
    while (component_[s] != s)
      s = component_[s] = component_[component_[s]];
    return s;
  }

  std::vector<std::uint32_t> component_; ///< by state: a state that stands for its component
};

} // namespace

std::unique_ptr<GroupWords> groupBySteps(std::size_t states, std::vector<const Arcs*> steps) {
  return std::make_unique<BySteps>(states, std::move(steps));
}

std::unique_ptr<GroupWords> groupInComponents(std::size_t states, std::vector<const Arcs*> steps) {
  return std::make_unique<InComponents>(states, steps);
}

} // namespace stasis::stability
