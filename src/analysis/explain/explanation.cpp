#include "analysis/explain/explanation.h"

#include <algorithm>

namespace stasis::analysis {

using model::Concept;
using model::PartyId;
using model::Pattern;
using model::Sanctions;

bool Reply::counts(Concept id) const {
  const auto& concept_ = row(id);
  if (concept_.sanctions() == Sanctions::none ||
      (concept_.sanctions() == Sanctions::improvements && unwilling))
    return false;
  return concept_.judgement() == model::Judgement::high ? deters && lasts : deters;
}

namespace {

class Explainer {
public:
  Explainer(stability::Engine& engine, const Pattern& state, const std::vector<Concept>& concepts,
            const ExplainLimits& limits, const stability::Errand& errand)
      : engine_(engine), state_(state), concepts_(concepts), limits_(limits), errand_(errand), rules_(engine),
        exploration_(rules_) {}

  Stance stance(PartyId party) {
    const stability::Scratch scratch(engine_);
    Deterrence deterrence(engine_, exploration_, party, state_, limits_.effort, errand_);
    const auto& improvements = deterrence.improvements();
    Stance stance;
    stance.party = party;
    const auto& moves = exploration_.moves(party, exploration_.at(state_));
    stance.moves = moves.size();
    for (std::size_t k = 0; k < std::min(moves.size(), namedMoves); ++k)
      stance.named.push_back(exploration_.state(moves[k]));
    stance.improvements = improvements.size();
    const auto held = deterredUnder(deterrence);
    for (std::size_t c = 0; c < concepts_.size(); ++c) {
      stance.undeterred.push_back(static_cast<std::size_t>(
          std::ranges::count_if(held, [c](const auto& deterred) { return !deterred[c]; })));
      stance.stable.push_back(stance.undeterred.back() == 0);
    }
    for (const std::size_t k : toTell(held))
      stance.told.push_back(tell(deterrence, improvements[k], held[k]));
    return stance;
  }

  ConceptReasons reasons(PartyId party, Concept id) {
    if (!relational_)
      relational_.emplace(engine_, exploration_, limits_.visits, errand_);
    return relational_->reasons(state_, party, id);
  }

private:
  using Held = std::vector<bool>; ///< by concept: deterred

  std::vector<Held> deterredUnder(Deterrence& deterrence) {
    const bool many = deterrence.improvements().size() > limits_.effort.improvements;
    std::vector<Held> held;
    for (const Pattern& improvement : deterrence.improvements()) {
      Held under;
      for (const Concept id : concepts_)
        under.push_back(deterrence.deterred(improvement, id, many));
      held.push_back(std::move(under));
    }
    return held;
  }

  std::vector<std::size_t> toTell(const std::vector<Held>& held) const {
    std::vector<std::size_t> order(held.size());
    for (std::size_t k = 0; k < order.size(); ++k)
      order[k] = k;
    if (order.size() <= limits_.improvements)
      return order;
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return std::ranges::count(held[k], true); });
    order.resize(limits_.improvements);
    return order;
  }

  ToldImprovement tell(Deterrence& deterrence, const Pattern& improvement, const Held& held) {
    ToldImprovement told;
    told.to = improvement;
    std::vector<Sequence> chosen = answers(deterrence, improvement, told);
    std::vector<std::optional<Sequence>> grounds;
    for (std::size_t c = 0; c < concepts_.size(); ++c) {
      ToldImprovement::Ground ground{concepts_[c], held[c], {}, true, false};
      auto& steps = grounds.emplace_back();
      if (held[c]) {
        steps = deterrence.sanction(improvement, concepts_[c]);
      } else if (const auto worst = deterrence.worst(improvement, concepts_[c])) {
        steps = worst->steps;
        ground.exact = worst->exact;
        ground.unansweredIsWorse = unansweredIsWorse(deterrence, improvement, *worst, concepts_[c]);
      }
      if (steps)
        chosen.push_back(*steps);
      told.grounds.push_back(ground);
    }
    order(chosen);
    for (const Sequence& steps : chosen)
      told.replies.push_back(assess(deterrence, steps));
    for (std::size_t c = 0; c < concepts_.size(); ++c)
      if (grounds[c])
        told.grounds[c].reply =
            static_cast<std::size_t>(std::ranges::find(chosen, *grounds[c]) - chosen.begin());
    told.told = static_cast<std::size_t>(
        std::ranges::count_if(chosen, [](const Sequence& steps) { return steps.size() == 1; }));
    return told;
  }

  bool unansweredIsWorse(Deterrence& deterrence, const Pattern& improvement, const Worst& worst, Concept id) {
    const Pattern& end = worst.steps.back().to;
    const bool high = row(id).judgement() == model::Judgement::high;
    const Pattern left = high ? deterrence.best(end) : end;
    return exploration_.prefers(deterrence.party(), exploration_.at(left), exploration_.at(improvement));
  }

  // Every answer of one move, if they are few.
  std::vector<Sequence> answers(Deterrence& deterrence, const Pattern& improvement, ToldImprovement& told) {
    std::vector<Sequence> all;
    const auto from = exploration_.at(improvement);
    for (const PartyId mover : everybodyBut(rules_.conflict(), deterrence.party()))
      for (const auto to : exploration_.moves(mover, from)) {
        ++told.answers;
        if (all.size() <= limits_.answers)
          all.push_back({Step{mover, improvement, exploration_.state(to)}});
      }
    if (told.answers > limits_.answers)
      all.clear();
    return all;
  }

  void order(std::vector<Sequence>& sequences) const {
    std::ranges::sort(sequences, [this](const Sequence& a, const Sequence& b) {
      if (a.size() != b.size())
        return a.size() < b.size();
      for (std::size_t k = 0; k < a.size(); ++k) {
        if (a[k].mover != b[k].mover)
          return a[k].mover < b[k].mover;
        if (a[k].to != b[k].to)
          return rules_.before(a[k].to, b[k].to);
      }
      return false;
    });
    const auto rest = std::ranges::unique(sequences);
    sequences.erase(rest.begin(), rest.end());
  }

  Reply assess(Deterrence& deterrence, const Sequence& steps) {
    Reply reply;
    reply.steps = steps;
    reply.deters = deterrence.deters(reply.end());
    reply.best = deterrence.best(reply.end());
    reply.lasts = deterrence.lasts(reply.end());
    reply.counterMoves = exploration_.moves(deterrence.party(), exploration_.at(reply.end())).size();
    for (std::size_t k = 0; k < steps.size() && !reply.unwilling; ++k)
      if (!exploration_.prefers(steps[k].mover, exploration_.at(steps[k].to), exploration_.at(steps[k].from)))
        reply.unwilling = k;
    return reply;
  }

  stability::Engine& engine_;
  const Pattern& state_;
  const std::vector<Concept>& concepts_;
  const ExplainLimits& limits_;
  const stability::Errand& errand_;
  Rules rules_;
  Exploration exploration_;
  std::optional<RelationalReasons> relational_; ///< made on first use
};

} // namespace

Explanation explain(stability::Engine& engine, const Pattern& state, const std::vector<PartyId>& parties,
                    const std::vector<Concept>& concepts, const ExplainLimits& limits,
                    const stability::Errand& errand) {
  std::vector<Concept> classical;
  std::vector<Concept> beyond;
  for (const Concept id : concepts)
    (row(id).family == model::ConceptFamily::classical ? classical : beyond).push_back(id);
  Explainer explainer(engine, state, classical, limits, errand);
  Explanation explanation{state, classical, {}, {}, {}, {}};
  std::size_t done = 0;
  for (const PartyId party : parties) {
    errand.tell({"why: " + engine.conflict().party(party).name, done++, parties.size()});
    if (limits.beforeEach)
      limits.beforeEach();
    try {
      if (!classical.empty())
        explanation.stances.push_back(explainer.stance(party));
      for (const Concept id : beyond)
        explanation.beyond.push_back(explainer.reasons(party, id));
    } catch (const stability::LimitReached& reached) {
      if (!limits.tellsUnfinished || reached.limit() == stability::Limit::interrupted)
        throw;
      explanation.unfinished.push_back(party);
      explanation.stopped = {reached.limit(), reached.what()};
    }
  }
  return explanation;
}

} // namespace stasis::analysis
