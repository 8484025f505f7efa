// A question about statements, shown by two states that differ in nothing else of what is asked about.
#include "report/elicit/elicitation.h"
#include "report/telling/move_words.h"
#include "report/telling/state_words.h"

namespace stasis::report {

using analysis::Place;
using analysis::Topics;

namespace {

/// A state of every kind, one with a name if there is one.
struct Shown {
  Place state = 0;
  bool named = false;
};

std::vector<Shown> statesByKind(const ElicitationView& view) {
  std::vector<Shown> shown(view.topics->kinds());
  std::vector<bool> found(shown.size(), false);
  for (Place state = 0; state < view.states.size(); ++state) {
    const Place kind = view.topics->kindOf()[state];
    const bool named = !stateName(view.engine.conflict(), view.states[state]).empty();
    if (found[kind] && (shown[kind].named || !named))
      continue;
    found[kind] = true;
    shown[kind] = {state, named};
  }
  return shown;
}

/// In the first the one literal holds, in the second the other, and all else is the same.
bool tellsApart(const Topics& topics, Place one, Place other, Place first, Place second) {
  const auto holds = [&](Place literal, Place kind) {
    return topics.holds(Topics::topicOf(literal), kind) == (literal % 2 == 0);
  };
  if (!holds(one, first) || holds(one, second) || !holds(other, second) || holds(other, first))
    return false;
  for (std::size_t topic = 0; topic < topics.size(); ++topic)
    if (topic != Topics::topicOf(one) && topic != Topics::topicOf(other) &&
        topics.holds(topic, first) != topics.holds(topic, second))
      return false;
  return true;
}

} // namespace

std::string exampleOf(const ElicitationView& view) {
  const auto shown = statesByKind(view);
  std::string best;
  int mostNamed = -1;
  for (Place first = 0; first < shown.size(); ++first)
    for (Place second = 0; second < shown.size(); ++second) {
      const int named = (shown[first].named ? 1 : 0) + (shown[second].named ? 1 : 0);
      if (named <= mostNamed || !tellsApart(*view.topics, view.next->one, view.next->other, first, second))
        continue;
      mostNamed = named;
      best = "such as " + markAndTitle(view.engine, view.states[shown[first].state]) + ", or " +
             markAndTitle(view.engine, view.states[shown[second].state]);
    }
  return best;
}

} // namespace stasis::report
