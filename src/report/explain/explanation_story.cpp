#include "report/explain/explanation.h"
#include "report/explain/explanation_conclusions.h"
#include "report/explain/explanation_names.h"
#include "report/explain/explanation_replies.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/party_words.h"
#include "report/telling/state_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

using analysis::Stance;
using analysis::ToldImprovement;
using model::Concept;
using model::PartyId;
using model::Sanctions;

namespace {

class Teller : private ExplanationNames {
public:
  Teller(const ExplanationView& view, const Look& look, Called called)
      : ExplanationNames(view, look, called), replies_(view, look, called), conclusions_(view, look, called) {
  }

  Story story() {
    Story story;
    const bool one = told_.stances.size() == 1 && told_.unfinished.empty();
    if (!one)
      story.heading = stateHeading();
    story.state = whatIsDone(conflict_, told_.state, called_);
    if (story.state.empty())
      story.state.emplace_back("nothing is done");
    for (std::size_t k = 0; k < told_.stances.size();) {
      const std::size_t end = alikeStances(k);
      story.stances.push_back(tell(k, end, one));
      k = end;
    }
    if (!told_.unfinished.empty())
      story.unfinished =
          "Not finished in time: the reasons of " + joined(names(told_.unfinished), ", ") + ".";
    return story;
  }

private:
  std::vector<std::string> names(const std::vector<PartyId>& parties) const {
    return partiesWords(conflict_, parties, called_);
  }

  std::string stateInFull() {
    const std::string title = stateTitle(conflict_, told_.state);
    if (called_ == Called::label)
      return title.empty() ? "This state" : title;
    const std::string mark = stateMark(engine_, told_.state);
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

  // --- a party

  // Members of a family without an improvement share a stance if they stand alike.
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
    ToldStance told;
    for (std::size_t k = first; k < end; ++k)
      told.parties.push_back(told_.stances[k].party);
    const auto names = this->names(told.parties);
    if (one)
      told.heading = stateInFull() + (stateInFull().find(',') == std::string::npos ? " and " : ", and ");
    told.heading += joined(names, ", ") + ": " + verdict(stance) + ".";
    told.moves = howManyMoves(stance, told.parties.size() > 1 ? "each of them" : name(stance.party));
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
    if (called_ == Called::label && who != "each of them")
      return ownMoves(stance);
    if (stance.moves == 0)
      return (who == "each of them" ? "None of them" : who) + " has " + (who == "each of them" ? "a" : "no") +
             " move from here.";
    if (stance.improvements == 0)
      return stance.moves == 1 ? "The one move " + who + " has is no improvement" + nameMoves(stance)
                               : fmt::format("None of the {} moves {} has is an improvement{}",
                                             grouped(stance.moves), who, nameMoves(stance));
    return fmt::format("{} can improve by {}{}", who,
                       stance.improvements == 1 ? "one move" : grouped(stance.improvements) + " moves",
                       stance.told.empty() ? "." : ":");
  }

  /// Below a heading that names the party.
  std::string ownMoves(const Stance& stance) const {
    if (stance.moves == 0)
      return "It has no move from here.";
    if (stance.improvements == 0)
      return (stance.moves == 1 ? "Its one move is no improvement"
                                : "None of its " + grouped(stance.moves) + " moves is an improvement") +
             nameMoves(stance);
    return "It can improve by " +
           (stance.improvements == 1 ? "one move" : grouped(stance.improvements) + " moves") +
           (stance.told.empty() ? "." : ":");
  }

  /// `: take modify; drop delay, and 3 more.`
  std::string nameMoves(const Stance& stance) const {
    std::vector<std::string> names;
    for (const auto& to : stance.named)
      if (std::string words = does({stance.party, told_.state, to}); !words.empty())
        names.push_back(std::move(words));
    if (names.empty())
      return ".";
    const std::size_t more = stance.moves - names.size();
    return ": " + joined(names, "; ") + (more == 0 ? "." : ", and " + grouped(more) + " more.");
  }

  bool asksForSanctions() const {
    return std::ranges::any_of(told_.concepts,
                               [](Concept id) { return row(id).sanctions() != Sanctions::none; });
  }

  std::string untold(const Stance& stance) const {
    std::string out = counted(stance.improvements - stance.told.size(), "more improvement");
    if (called_ == Called::label)
      return out + ".";
    for (std::size_t c = 0; c < told_.concepts.size(); ++c)
      if (row(told_.concepts[c]).sanctions() != Sanctions::none)
        out += fmt::format("{} {} {}", c == 0 || out.find(':') == std::string::npos ? ": not deterred" : ",",
                           stance.undeterred[c] == 0 ? "none" : grouped(stance.undeterred[c]),
                           "under " + std::string(row(told_.concepts[c]).name));
    return out + (out.find(':') == std::string::npos ? "." : " of all " + grouped(stance.improvements) + ".");
  }

  // --- an improvement

  ToldMove tell(PartyId party, const ToldImprovement& improvement) {
    ToldMove told;
    told.to = improvement.to;
    told.move =
        arrow(told_.state, improvement.to) + inParentheses(does({party, told_.state, improvement.to}));
    if (const std::string places = change(party, told_.state, improvement.to); !places.empty())
      told.change = called_ == Called::label ? places : calledBy(conflict_, party, called_) + ": " + places;
    if (std::ranges::all_of(improvement.grounds,
                            [](const auto& g) { return row(g.id).sanctions() == Sanctions::none; }))
      return told;
    if (!improvement.replies.empty())
      told.question =
          fmt::format("What could {} do then, and would it deter {}?", others(party), name(party));
    replies_.tell(party, improvement, told);
    if (improvement.told < improvement.answers)
      told.untold = fmt::format("{} by one move {} not shown.",
                                counted(improvement.answers - improvement.told, "more answer"),
                                improvement.answers - improvement.told == 1 ? "is" : "are");
    if (called_ == Called::name)
      conclusions_.tell(party, improvement, told);
    return told;
  }

  ReplyTeller replies_;
  ConclusionTeller conclusions_;
};

} // namespace

Story story(const ExplanationView& view, const Look& look, Called called) {
  return Teller(view, look, called).story();
}

} // namespace stasis::report
