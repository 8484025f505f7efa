#include "report/explanation.h"
#include "report/move_words.h"
#include "report/numbers.h"
#include "report/state_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace stasis::report {

using analysis::Reply;
using analysis::Sequence;
using analysis::Stance;
using analysis::Step;
using analysis::ToldImprovement;
using model::Concept;
using model::Judgement;
using model::PartyId;
using model::Pattern;
using model::Sanctions;

namespace {

/// `GMR`, `GMR and SMR`, `GMR, SMR and SEQ`.
std::string listed(const std::vector<Concept>& concepts) {
  std::string out;
  for (std::size_t k = 0; k < concepts.size(); ++k) {
    if (k > 0)
      out += k + 1 == concepts.size() ? " and " : ", ";
    out += row(concepts[k]).name;
  }
  return out;
}

bool judgesHigh(Concept id) { return row(id).judgement == Judgement::high; }
bool wantsImprovements(Concept id) { return row(id).sanctions == Sanctions::improvements; }

class Teller {
public:
  Teller(const ExplanationView& view, const Look& look)
      : engine_(view.engine), conflict_(engine_.conflict()), told_(view.explanation), look_(look) {}

  Story story() {
    Story story;
    const bool one = told_.stances.size() == 1;
    if (!one)
      story.heading = stateHeading();
    story.state = whatIsDone(conflict_, told_.state);
    if (story.state.empty())
      story.state.emplace_back("nothing is done");
    for (std::size_t k = 0; k < told_.stances.size();) {
      const std::size_t end = alikeStances(k);
      story.stances.push_back(tell(k, end, one));
      k = end;
    }
    return story;
  }

private:
  // --- names -----------------------------------------------------------------------------------------------

  std::string name(PartyId party) const { return conflict_.labelOf(party); }
  /// Short where sentences get long: the name where the label is not.
  std::string brief(PartyId party) const {
    return name(party).size() <= 20 ? name(party) : conflict_.party(party).name;
  }

  std::string stateInFull() {
    const std::string mark = stateMark(engine_, told_.state);
    const std::string title = stateTitle(conflict_, told_.state);
    return "State " + mark + (title.empty() || title == mark || title == "s" + mark ? "" : ", " + title);
  }

  /// `GMR and SMR`, or that it is all of them.
  std::string under(const std::vector<Concept>& concepts) const {
    return "under " + (concepts.size() == model::conceptCount ? "every concept" : listed(concepts));
  }

  std::string stateHeading() {
    if (told_.stances.size() < conflict_.parties.size())
      return stateInFull() + ":";
    std::vector<Concept> holds;
    std::vector<Concept> fails;
    for (std::size_t c = 0; c < told_.concepts.size(); ++c)
      (std::ranges::all_of(told_.stances, [c](const Stance& s) { return s.stable[c]; }) ? holds : fails)
          .push_back(told_.concepts[c]);
    if (holds.empty())
      return stateInFull() + ": no equilibrium " +
             (fails.size() == model::conceptCount ? "under any concept" : under(fails)) + ".";
    return stateInFull() + ": an equilibrium " + under(holds) +
           (fails.empty() ? "." : "; none " + under(fails) + ".");
  }

  std::string arrow(const Pattern& from, const Pattern& to) {
    return stateMark(engine_, from) + " " + std::string(look_.arrow()) + " " + markAndTitle(engine_, to);
  }

  std::optional<std::uint64_t> place(PartyId party, const Pattern& state) {
    return engine_.place(party, state);
  }
  /// `3rd`, or nothing where the engine does not rank.
  std::string placed(PartyId party, const Pattern& state) {
    const auto at = place(party, state);
    return at ? ordinal(*at) : std::string();
  }
  std::string parenthesised(PartyId party, const Pattern& state) {
    const std::string at = placed(party, state);
    return at.empty() ? at : " (" + at + ")";
  }
  /// `4th → 2nd`.
  std::string change(PartyId party, const Pattern& from, const Pattern& to) {
    const std::string before = placed(party, from);
    return before.empty() ? before : before + " " + std::string(look_.arrow()) + " " + placed(party, to);
  }

  std::string others(PartyId party) const {
    if (conflict_.parties.size() != 2)
      return "the others";
    return brief(PartyId(1 - party.index()));
  }

  // --- a party ---------------------------------------------------------------------------------------------

  // Members of a family that have no improvement and stand alike are told together.
  std::size_t alikeStances(std::size_t first) const {
    const Stance& one = told_.stances[first];
    const auto family = conflict_.party(one.party).family;
    std::size_t end = first + 1;
    while (family && one.improvements == 0 && end < told_.stances.size() &&
           conflict_.party(told_.stances[end].party).family == family &&
           told_.stances[end].improvements == 0 && told_.stances[end].moves == one.moves)
      ++end;
    return end;
  }

  ToldStance tell(std::size_t first, std::size_t end, bool one) {
    const Stance& stance = told_.stances[first];
    std::vector<std::string> names;
    for (std::size_t k = first; k < end; ++k)
      names.push_back(name(told_.stances[k].party));
    ToldStance told;
    if (one)
      told.heading = stateInFull() + (stateInFull().find(',') == std::string::npos ? " and " : ", and ");
    told.heading += joined(names, ", ") + ": " + verdict(stance) + ".";
    told.moves = howManyMoves(stance, names.size() > 1 ? "each of them" : brief(stance.party));
    for (const ToldImprovement& improvement : stance.told)
      told.improvements.push_back(tell(stance.party, improvement));
    if (stance.told.size() < stance.improvements && asksForSanctions())
      told.untold = untold(stance);
    return told;
  }

  std::string verdict(const Stance& stance) const {
    std::vector<Concept> holds;
    std::vector<Concept> fails;
    for (std::size_t c = 0; c < told_.concepts.size(); ++c)
      (stance.stable[c] ? holds : fails).push_back(told_.concepts[c]);
    if (fails.empty())
      return "stable " + under(holds);
    if (holds.empty())
      return fails.size() == model::conceptCount ? "stable under no concept" : "not stable " + under(fails);
    return "stable " + under(holds) + "; not stable " + under(fails);
  }

  std::string howManyMoves(const Stance& stance, const std::string& who) const {
    if (stance.moves == 0)
      return (who == "each of them" ? "None of them" : who) + " has " + (who == "each of them" ? "a" : "no") +
             " move from here.";
    if (stance.improvements == 0)
      return stance.moves == 1
                 ? "The one move " + who + " has is no improvement."
                 : fmt::format("None of the {} moves {} has is an improvement.", grouped(stance.moves), who);
    return fmt::format("{} can improve by {}{}", who,
                       stance.improvements == 1 ? "one move" : grouped(stance.improvements) + " moves",
                       stance.told.empty() ? "." : ":");
  }

  bool asksForSanctions() const {
    return std::ranges::any_of(told_.concepts,
                               [](Concept id) { return row(id).sanctions != Sanctions::none; });
  }

  std::string untold(const Stance& stance) const {
    std::string out = counted(stance.improvements - stance.told.size(), "more improvement");
    for (std::size_t c = 0; c < told_.concepts.size(); ++c)
      if (row(told_.concepts[c]).sanctions != Sanctions::none)
        out += fmt::format("{} {} {}", c == 0 || out.find(':') == std::string::npos ? ": not deterred" : ",",
                           stance.undeterred[c] == 0 ? "none" : grouped(stance.undeterred[c]),
                           "under " + std::string(row(told_.concepts[c]).name));
    return out + (out.find(':') == std::string::npos ? "." : " of all " + grouped(stance.improvements) + ".");
  }

  // --- an improvement --------------------------------------------------------------------------------------

  ToldMove tell(PartyId party, const ToldImprovement& improvement) {
    ToldMove told;
    told.move = arrow(told_.state, improvement.to) +
                inParentheses(moveWords(conflict_, party, told_.state, improvement.to));
    if (const std::string places = change(party, told_.state, improvement.to); !places.empty())
      told.change = brief(party) + ": " + places;
    if (std::ranges::all_of(improvement.grounds,
                            [](const auto& g) { return row(g.id).sanctions == Sanctions::none; }))
      return told;
    if (!improvement.replies.empty())
      told.question =
          fmt::format("What could {} do then, and would it deter {}?", others(party), brief(party));
    tellReplies(party, improvement, told);
    if (improvement.told < improvement.answers)
      told.untold = fmt::format("{} by one move {} not told.",
                                counted(improvement.answers - improvement.told, "more answer"),
                                improvement.answers - improvement.told == 1 ? "is" : "are");
    conclude(party, improvement, told);
    return told;
  }

  static std::string inParentheses(const std::string& words) {
    return words.empty() ? words : "  (" + words + ")";
  }

  // --- a reply ---------------------------------------------------------------------------------------------

  // One move that several members of a family can make, with the same outcome whoever makes it, is told once.
  void tellReplies(PartyId party, const ToldImprovement& improvement, ToldMove& told) {
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
        alike.push_back(brief(reply.steps[0].mover) + " " + std::string(look_.arrow()) + " " +
                        stateMark(engine_, reply.end()));
        continue;
      }
      finish();
      told.replies.push_back(std::move(next));
      kept = &reply;
    }
    finish();
  }

  bool sameOfFamily(const Reply& a, const Reply& b) const {
    if (a.steps.size() != 1 || b.steps.size() != 1)
      return false;
    const auto family = conflict_.party(a.steps[0].mover).family;
    return family && family == conflict_.party(b.steps[0].mover).family &&
           stepWords(a.steps[0]) == stepWords(b.steps[0]);
  }

  std::string stepWords(const Step& step) const {
    return moveWords(conflict_, step.mover, step.from, step.to);
  }

  // The same words but for the mover's name; where the party could answer differs with the state.
  bool sameEffects(const ToldReply& a, const ToldReply& b, const Reply& first, const Reply& second) const {
    if (first.deters && first.best != first.end())
      return false;
    const auto nameless = [&](const Effect& effect, const Reply& reply) {
      const std::string who = "and " + brief(reply.steps[0].mover) + " ";
      return effect.text.starts_with(who) ? effect.text.substr(who.size()) : effect.text;
    };
    return std::ranges::equal(a.effects, b.effects, [&](const Effect& x, const Effect& y) {
      return x.decides == y.decides && nameless(x, first) == nameless(y, second);
    });
  }

  ToldReply tell(PartyId party, const Reply& reply) {
    ToldReply told;
    told.steps = steps(reply.steps);
    told.effects.push_back(outcome(party, reply));
    if (!reply.deters)
      return told;
    if (std::ranges::any_of(told_.concepts, judgesHigh))
      told.effects.push_back(counterMove(party, reply));
    told.effects.push_back(willingness(reply));
    return told;
  }

  // Members of a family that do the same one after the other are told together.
  std::vector<std::string> steps(const Sequence& sequence) {
    std::vector<std::string> lines;
    for (std::size_t k = 0; k < sequence.size();) {
      const std::string words = moveWords(conflict_, sequence[k].mover, sequence[k].from, sequence[k].to);
      const std::size_t end = alike(sequence, k, words);
      const Step& last = sequence[end - 1];
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

  std::size_t alike(const Sequence& sequence, std::size_t first, const std::string& words) const {
    const auto family = conflict_.party(sequence[first].mover).family;
    std::size_t end = first + 1;
    while (family && end < sequence.size() && conflict_.party(sequence[end].mover).family == family &&
           moveWords(conflict_, sequence[end].mover, sequence[end].from, sequence[end].to) == words)
      ++end;
    return end;
  }

  std::string movers(const Sequence& sequence, std::size_t first, std::size_t end) const {
    if (end - first == 1)
      return brief(sequence[first].mover);
    const auto& family = conflict_.families[conflict_.party(sequence[first].mover).family->index()];
    std::vector<std::string> names;
    for (std::size_t k = first; k < end; ++k)
      names.push_back(brief(sequence[k].mover));
    return fmt::format("{} of {} {}, {}", end - first, family.members.size(),
                       family.label.empty() ? family.name : family.label, joined(names, ", "));
  }

  Effect outcome(PartyId party, const Reply& reply) {
    const std::string now = placed(party, told_.state);
    const std::string end = placed(party, reply.end());
    const bool same = !now.empty() && now == end;
    std::string text = brief(party);
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
    return {text + (reply.deters ? ": deters" : ": does not deter"),
            counts.empty() ? std::string() : "counts for " + listed(counts),
            counts.empty() ? Tone::plain : Tone::good};
  }

  Effect counterMove(PartyId party, const Reply& reply) {
    const std::string who = brief(party);
    if (!reply.lasts) {
      std::vector<Concept> spoiled;
      std::ranges::copy_if(told_.concepts, std::back_inserter(spoiled), judgesHigh);
      return {fmt::format("but {} answers {}{}", who, arrow(reply.end(), reply.best),
                          parenthesised(party, reply.best)),
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

  std::string nowhereBetter(PartyId party) {
    const std::string now = placed(party, told_.state);
    return now.empty() ? "nowhere better" : "nowhere better than " + now;
  }

  Effect willingness(const Reply& reply) {
    if (!reply.unwilling)
      return {reply.steps.size() == 1
                  ? "and " + brief(reply.steps[0].mover) + " gains by it" + after(reply.steps[0])
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
    std::string text = "and " + brief(step.mover);
    if (before.empty())
      text += " gains nothing by ";
    else if (before == end)
      text += " gains nothing (" + end + ") by ";
    else
      text += " falls from " + before + " to " + end + " by ";
    text += reply.steps.size() == 1 ? "doing it"
                                    : "its step " + stateMark(engine_, step.from) + " " +
                                          std::string(look_.arrow()) + " " + stateMark(engine_, step.to);
    return {text, spoiled.empty() ? std::string() : "so not for " + listed(spoiled), Tone::warn};
  }

  std::string after(const Step& step) {
    const std::string places = change(step.mover, step.from, step.to);
    return places.empty() ? places : ": " + places;
  }

  // --- what follows ----------------------------------------------------------------------------------------

  void conclude(PartyId party, const ToldImprovement& improvement, ToldMove& told) {
    std::vector<Concept> deterred;
    std::vector<const ToldImprovement::Ground*> failing;
    for (const auto& ground : improvement.grounds) {
      if (row(ground.id).sanctions == Sanctions::none)
        continue;
      if (ground.deterred)
        deterred.push_back(ground.id);
      else
        failing.push_back(&ground);
    }
    if (!deterred.empty())
      told.conclusions.push_back({"Deterred under " + listed(deterred) + ".", {}, Tone::good});
    while (!failing.empty()) {
      const auto ground = *failing.front();
      std::vector<Concept> same;
      std::erase_if(failing, [&](const auto* other) {
        const bool follows = implies(ground.id, other->id, failing);
        if (follows)
          same.push_back(other->id);
        return follows;
      });
      told.conclusions.push_back(
          {"Not deterred under " + listed(same) + ": " + why(party, improvement, ground, !deterred.empty()),
           {},
           Tone::bad});
    }
  }

  // Whoever has no sanction under a concept has none under one that asks for more of it. SSEQ asks for more
  // than both SMR and SEQ; it is told with SEQ where that fails too.
  static bool implies(Concept told, Concept other,
                      const std::vector<const ToldImprovement::Ground*>& failing) {
    const auto& weak = row(told);
    const auto& strong = row(other);
    if ((judgesHigh(told) && !judgesHigh(other)) || (wantsImprovements(told) && !wantsImprovements(other)))
      return false;
    if (weak.sanctions == strong.sanctions)
      return true;
    return weak.judgement == Judgement::rank ||
           std::ranges::none_of(failing, [](const auto* g) { return g->id == Concept::seq; });
  }

  std::string why(PartyId party, const ToldImprovement& improvement, const ToldImprovement::Ground& ground,
                  bool someDeter) {
    const bool willing = wantsImprovements(ground.id);
    const bool high = judgesHigh(ground.id);
    const std::string whose = others(party) == "the others"
                                  ? "its mover's interest"
                                  : brief(PartyId(1 - party.index())) + "'s interest";
    if (!ground.reply)
      return willing && improvement.answers > 0
                 ? fmt::format("no answer is in {} at all.", whose)
                 : (conflict_.parties.size() == 1 ? "there is nobody to answer"
                                                  : others(party) + " cannot answer") +
                       ".";
    std::string reason;
    if (!someDeter && !high && !willing)
      reason = "no answer deters";
    else if (high && willing)
      reason = "no deterring answer is both lasting and in " + whose;
    else if (high)
      reason = "no deterring answer lasts";
    else
      reason = "no deterring answer is in " + whose;
    return reason + "; " + atWorst(party, improvement.replies[*ground.reply], ground, high) + ".";
  }

  std::string atWorst(PartyId party, const Reply& reply, const ToldImprovement::Ground& ground, bool high) {
    const std::string now = placed(party, told_.state);
    const Pattern& end = high ? reply.best : reply.end();
    std::string out = ground.exact ? "at worst " : "at worst, as far as was searched, ";
    out += brief(party);
    if (high && reply.best != reply.end())
      out += fmt::format(" still gets from {} to {}", stateMark(engine_, reply.end()),
                         markAndTitle(engine_, reply.best));
    else
      out += " ends in " + markAndTitle(engine_, end);
    if (now.empty())
      return out + ", better than before";
    return out + fmt::format(", {}, still better than {}", placed(party, end), now);
  }

  stability::Engine& engine_;
  const model::Conflict& conflict_;
  const analysis::Explanation& told_;
  const Look& look_;
};

} // namespace

Story story(const ExplanationView& view, const Look& look) { return Teller(view, look).story(); }

} // namespace stasis::report
