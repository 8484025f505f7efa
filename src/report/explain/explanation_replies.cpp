#include "report/explain/explanation_replies.h"

#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/state_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace stasis::report {

using analysis::Reply;
using analysis::Sequence;
using analysis::Step;
using analysis::ToldImprovement;
using model::Concept;
using model::PartyId;

// A move that several members of a family can make with the same outcome is described once.
void ReplyTeller::tell(PartyId party, const ToldImprovement& improvement, ToldMove& told) const {
  const Reply* kept = nullptr;
  std::vector<std::string> alike;
  const auto finish = [&] {
    if (!alike.empty())
      told.replies.back().steps.push_back("the same: " + joined(alike, ", "));
    alike.clear();
  };
  for (const Reply& reply : improvement.replies) {
    ToldReply next = tell(party, reply);
    if (kept != nullptr && sameOfFamily(*kept, reply) &&
        sameEffects(told.replies.back(), next, *kept, reply)) {
      alike.push_back(name(reply.steps[0].mover) +
                      (called_ == Called::label
                           ? std::string()
                           : " " + std::string(look_.arrow()) + " " + stateMark(engine_, reply.end())));
      continue;
    }
    finish();
    told.replies.push_back(std::move(next));
    kept = &reply;
  }
  finish();
}

bool ReplyTeller::sameOfFamily(const Reply& a, const Reply& b) const {
  if (a.steps.size() != 1 || b.steps.size() != 1)
    return false;
  const auto family = conflict_.party(a.steps[0].mover).family;
  return family && family == conflict_.party(b.steps[0].mover).family && does(a.steps[0]) == does(b.steps[0]);
}

// Whether the words are the same but for the mover's name. Where the party could answer, they differ with the
// state.
bool ReplyTeller::sameEffects(const ToldReply& a, const ToldReply& b, const Reply& first,
                              const Reply& second) const {
  if (first.deters && first.best != first.end())
    return false;
  const auto nameless = [&](const Effect& effect, const Reply& reply) {
    const std::string who = "and " + name(reply.steps[0].mover) + " ";
    return effect.text.starts_with(who) ? effect.text.substr(who.size()) : effect.text;
  };
  return std::ranges::equal(a.effects, b.effects, [&](const Effect& x, const Effect& y) {
    return x.decides == y.decides && nameless(x, first) == nameless(y, second);
  });
}

ToldReply ReplyTeller::tell(PartyId party, const Reply& reply) const {
  ToldReply told;
  told.path.push_back(reply.steps.front().from);
  for (const Step& step : reply.steps)
    told.path.push_back(step.to);
  told.steps = steps(reply.steps);
  told.effects.push_back(outcome(party, reply));
  if (!reply.deters)
    return told;
  if (std::ranges::any_of(told_.concepts, judgesHigh))
    told.effects.push_back(counterMove(party, reply));
  told.effects.push_back(willingness(reply));
  return told;
}

// Consecutive steps of family members that do the same are described together.
std::vector<std::string> ReplyTeller::steps(const Sequence& sequence) const {
  std::vector<std::string> lines;
  for (std::size_t k = 0; k < sequence.size();) {
    const std::string words = does(sequence[k]);
    const std::size_t end = alike(sequence, k, words);
    const Step& last = sequence[end - 1];
    if (called_ == Called::label) {
      const std::string title = stateTitle(conflict_, last.to);
      lines.push_back(beginning(movers(sequence, k, end)) + " could " + words +
                      (title.empty() ? "" : ": “" + title + "”"));
      k = end;
      continue;
    }
    const std::string path = k == 0 ? arrow(sequence[k].from, last.to)
                                    : std::string(look_.arrow()) + " " + markAndTitle(engine_, last.to);
    std::string who = conflict_.parties.size() == 2 ? std::string() : movers(sequence, k, end);
    if (!who.empty() && !words.empty())
      who += ": ";
    lines.push_back(path + inParentheses(who + words));
    k = end;
  }
  return lines;
}

std::size_t ReplyTeller::alike(const Sequence& sequence, std::size_t first, const std::string& words) const {
  const auto family = conflict_.party(sequence[first].mover).family;
  std::size_t end = first + 1;
  while (family && end < sequence.size() && conflict_.party(sequence[end].mover).family == family &&
         does(sequence[end]) == words)
    ++end;
  return end;
}

std::string ReplyTeller::movers(const Sequence& sequence, std::size_t first, std::size_t end) const {
  if (end - first == 1)
    return name(sequence[first].mover);
  const auto& family = conflict_.families[conflict_.party(sequence[first].mover).family->index()];
  std::vector<std::string> names;
  for (std::size_t k = first; k < end; ++k)
    names.push_back(name(sequence[k].mover));
  const std::string& whose = called_ == Called::name || family.label.empty() ? family.name : family.label;
  return fmt::format("{} of {} {}, {}", end - first, family.members.size(), whose, joined(names, ", "));
}

Effect ReplyTeller::outcome(PartyId party, const Reply& reply) const {
  const std::string now = placed(party, told_.state);
  const std::string end = placed(party, reply.end());
  const bool same = !now.empty() && now == end;
  std::string text = name(party);
  if (!reply.deters)
    text += now.empty() ? " is better off than before" : " ends " + end + ", better than " + now;
  else if (now.empty())
    text += " is no better off than before";
  else
    text += " ends " + end + (same ? ", as before" : ", worse than " + now);
  std::vector<Concept> counts;
  for (const Concept id : told_.concepts)
    if (reply.counts(id))
      counts.push_back(id);
  return {beginning(std::move(text)) + (reply.deters ? ": deters" : ": does not deter"),
          counts.empty() ? std::string() : "counts for " + listed(counts),
          counts.empty() ? Tone::plain : Tone::good};
}

Effect ReplyTeller::counterMove(PartyId party, const Reply& reply) const {
  const std::string who = name(party);
  if (!reply.lasts) {
    std::vector<Concept> spoiled;
    std::ranges::copy_if(told_.concepts, std::back_inserter(spoiled), judgesHigh);
    const std::string answer = called_ == Called::name
                                   ? "answers " + arrow(reply.end(), reply.best)
                                   : "could then " + does({party, reply.end(), reply.best});
    return {fmt::format("but {} {}{}", who, answer, parenthesised(party, reply.best)),
            "so not for " + listed(spoiled), Tone::warn};
  }
  if (reply.counterMoves == 0)
    return {"and " + who + " has no move from there", {}, Tone::plain};
  const bool betters = reply.best != reply.end();
  const std::string moves =
      reply.counterMoves == 1 ? "the one move" : fmt::format("the {} moves", grouped(reply.counterMoves));
  const std::string best = placed(party, reply.best);
  return {fmt::format("and {} {} has from there {} {}", moves, who,
                      reply.counterMoves == 1 ? "leads" : "lead",
                      betters && !best.empty() ? "no higher than " + best : nowhereBetter(party)),
          {},
          Tone::plain};
}

std::string ReplyTeller::nowhereBetter(PartyId party) const {
  const std::string now = placed(party, told_.state);
  return now.empty() ? "nowhere better" : "nowhere better than " + now;
}

Effect ReplyTeller::willingness(const Reply& reply) const {
  if (!reply.unwilling)
    return {reply.steps.size() == 1
                ? "and " + name(reply.steps[0].mover) + " gains by it" + after(reply.steps[0])
                : "and every step is an improvement for its mover",
            {},
            Tone::plain};
  const Step& step = reply.steps[*reply.unwilling];
  std::vector<Concept> spoiled;
  for (const Concept id : told_.concepts)
    if (wantsImprovements(id) && (!judgesHigh(id) || reply.lasts))
      spoiled.push_back(id);
  const std::string before = placed(step.mover, step.from);
  const std::string end = placed(step.mover, step.to);
  std::string text = "and " + name(step.mover);
  if (before.empty())
    text += " gains nothing by ";
  else if (before == end)
    text += " gains nothing (" + end + ") by ";
  else
    text += " falls from " + before + " to " + end + " by ";
  text += reply.steps.size() == 1    ? "doing it"
          : called_ == Called::label ? "its step"
                                     : "its step " + stateMark(engine_, step.from) + " " +
                                           std::string(look_.arrow()) + " " + stateMark(engine_, step.to);
  return {text, spoiled.empty() ? std::string() : "so not for " + listed(spoiled), Tone::warn};
}

std::string ReplyTeller::after(const Step& step) const {
  const std::string places = change(step.mover, step.from, step.to);
  return places.empty() ? places : ": " + places;
}

} // namespace stasis::report
