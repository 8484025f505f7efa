#include "analysis/robust/footing.h"

#include <algorithm>

namespace stasis::analysis {

using model::OptionId;
using model::Pattern;
using stability::Count;
using stability::Engine;
using stability::Errand;
using stability::LimitReached;
using stability::StateSet;

namespace {

bool isWithin(const Beliefs& part, const Beliefs& whole) { return std::ranges::includes(whole, part); }

/// The smallest sets of beliefs that are not contained in any failing subset.
class Foundations {
public:
  Foundations(Engine& engine, const std::vector<StateSet>& held, StateSet failing, std::size_t limit,
              const Errand& errand)
      : engine_(engine), held_(held), failing_(failing), limit_(limit), errand_(errand) {}

  void find() {
    for (size_ = 0; size_ <= held_.size() && found_.size() <= limit_; ++size_)
      extend({}, Beliefs());
  }

  /// One more than the limit if there are more.
  std::vector<Beliefs> take() { return std::move(found_); }

private:
  /// Every set of `size_` beliefs that hits all known complements, grown from `chosen` without `barred`.
  void extend(const Beliefs& chosen, Beliefs barred) {
    errand_.check();
    if (found_.size() > limit_ ||
        std::ranges::any_of(found_, [&](const Beliefs& known) { return isWithin(known, chosen); }))
      return;
    const Beliefs* unhit = firstUnhit(chosen);
    while (unhit == nullptr) {
      if (!learn(chosen)) {
        found_.push_back(chosen);
        return;
      }
      unhit = firstUnhit(chosen);
    }
    if (chosen.size() == size_)
      return;
    for (const std::size_t belief : Beliefs(*unhit)) { // a copy: the search adds complements
      if (std::ranges::binary_search(barred, belief))
        continue;
      Beliefs more = chosen;
      more.insert(std::ranges::upper_bound(more, belief), belief);
      extend(more, barred);
      barred.insert(std::ranges::upper_bound(barred, belief), belief);
    }
  }

  const Beliefs* firstUnhit(const Beliefs& chosen) const {
    const auto unhit = std::ranges::find_if(complements_, [&](const Beliefs& complement) {
      return std::ranges::none_of(chosen,
                                  [&](std::size_t b) { return std::ranges::binary_search(complement, b); });
    });
    return unhit == complements_.end() ? nullptr : &*unhit;
  }

  /// Learns what a largest failing subset with these beliefs lacks; false if there is no such subset.
  bool learn(const Beliefs& chosen) {
    const stability::Scratch scratch(engine_);
    StateSet left = failing_;
    for (const std::size_t belief : chosen)
      left = engine_.both(left, held_[belief]);
    if (isEmpty(left))
      return false;
    Beliefs lacking;
    for (std::size_t belief = 0; belief < held_.size(); ++belief)
      if (const StateSet with = engine_.both(left, held_[belief]); isEmpty(with))
        lacking.push_back(belief);
      else
        left = with;
    complements_.push_back(std::move(lacking));
    return true;
  }

  bool isEmpty(StateSet set) { return engine_.list(set, 1).empty(); }

  Engine& engine_;
  const std::vector<StateSet>& held_;
  StateSet failing_;
  std::size_t limit_;
  const Errand& errand_;
  std::size_t size_ = 0;
  std::vector<Beliefs> complements_;
  std::vector<Beliefs> found_;
};

class Answering {
public:
  Answering(Engine& engine, const Switched& switched, const FootingQuestion& question, const Errand& errand)
      : engine_(engine), switched_(switched), question_(question), errand_(errand) {
    for (std::size_t j = 0; j < switched.beliefs.size(); ++j)
      held_.push_back(engine.where(model::Expression::option(switched.switchOf(j))));
  }

  Footing footing(const Pattern& state, model::Concept concept_) {
    const StateSet equilibria = engine_.equilibria(concept_);
    const StateSet anySetting = engine_.matching({switched_.withAnySwitches(state)});
    const StateSet holding = engine_.both(anySetting, equilibria);
    Footing footing;
    footing.held = engine_.count(holding);
    footing.asWritten = engine_.contains(holding, without(state, {}));
    if (footing.asWritten) {
      Foundations foundations(engine_, held_, engine_.without(anySetting, holding), question_.limit, errand_);
      foundations.find();
      footing.restsOn = foundations.take();
      footing.restsOnMore = cut(footing.restsOn);
    }
    footing.turnedBy = turning(state, holding, footing.asWritten);
    footing.turnedByMore = cut(footing.turnedBy);
    return footing;
  }

private:
  bool cut(std::vector<Beliefs>& sets) const {
    const bool more = sets.size() > question_.limit;
    sets.resize(std::min(sets.size(), question_.limit));
    return more;
  }

  /// The state with every switch on except these.
  Pattern without(const Pattern& state, const Beliefs& dropped) const {
    Pattern one = switched_.withAnySwitches(state);
    for (std::size_t j = 0; j < switched_.beliefs.size(); ++j)
      one.set(switched_.switchOf(j), model::Choice::yes);
    for (const std::size_t j : dropped)
      one.set(switched_.switchOf(j), model::Choice::no);
    return one;
  }

  std::vector<Beliefs> turning(const Pattern& state, StateSet holding, bool asWritten) {
    std::vector<Beliefs> found;
    for (std::size_t size = 1; size <= std::min(mostDropped, held_.size()); ++size) {
      Beliefs dropped(size);
      for (std::size_t k = 0; k < size; ++k)
        dropped[k] = k;
      do {
        errand_.check();
        const bool known =
            std::ranges::any_of(found, [&](const Beliefs& less) { return isWithin(less, dropped); });
        if (!known && engine_.contains(holding, without(state, dropped)) != asWritten)
          found.push_back(dropped);
      } while (found.size() <= question_.limit && next(dropped));
    }
    return found;
  }

  /// The next set of the same size, in lexicographic order.
  bool next(Beliefs& set) const {
    for (std::size_t k = set.size(); k-- > 0;)
      if (set[k] + (set.size() - k) < held_.size()) {
        ++set[k];
        for (std::size_t m = k + 1; m < set.size(); ++m)
          set[m] = set[m - 1] + 1;
        return true;
      }
    return false;
  }

  Engine& engine_;
  const Switched& switched_;
  const FootingQuestion& question_;
  const Errand& errand_;
  std::vector<StateSet> held_;
};

} // namespace

FootingAnswer footing(Engine& engine, const Switched& switched,
                      const std::vector<WrittenPreference>& preferences, const FootingQuestion& question,
                      const Errand& errand) {
  FootingAnswer answer{question.concepts, question.states, preferences, switched.beliefs, 1, {}, {}};
  answer.subsets <<= switched.beliefs.size();
  answer.footing.assign(question.states.size(),
                        std::vector<std::optional<Footing>>(question.concepts.size()));
  try {
    Answering answering(engine, switched, question, errand);
    const std::size_t verdicts = question.states.size() * question.concepts.size();
    for (std::size_t c = 0; c < question.concepts.size(); ++c)
      for (std::size_t s = 0; s < question.states.size(); ++s) {
        errand.tell({"what verdicts rest on", c * question.states.size() + s, verdicts});
        answer.footing[s][c] = answering.footing(question.states[s], question.concepts[c]);
      }
  } catch (const LimitReached& reached) {
    answer.stopped = {reached.limit(), reached.what()};
  }
  return answer;
}

} // namespace stasis::analysis
