#include "language/words/expression_text.h"
#include "report/elicit/elicitation.h"
#include "report/elicit/told_order.h"
#include "report/telling/folded_line.h"
#include "report/telling/move_words.h"
#include "report/telling/party_words.h"
#include "report/telling/printable.h"
#include "report/telling/state_words.h"

#include <algorithm>

namespace stasis::report {

using analysis::PairAnswer;
using analysis::Place;
using Kind = analysis::PairAnswer::Kind;
using model::Choice;
using model::Conflict;
using model::OptionId;
using model::PartyId;
using model::Pattern;

namespace {

constexpr std::size_t verdictsShown = 8;

const Pattern& stateAt(const ElicitationView& view, Place place) { return view.states[place]; }

const std::string& partyName(const ElicitationView& view) {
  return view.engine.conflict().labelOf(view.party);
}

/// `Iraq: attack; 12 of 26 Guarantors: ground`: what is taken in the state, of the options on which the two
/// states differ, or of those on which they agree.
std::string takenWhere(const Conflict& conflict, const Pattern& state, const Pattern& other, bool differ) {
  const auto taken = [&](PartyId id) {
    std::vector<std::string> labels;
    const auto& party = conflict.party(id);
    for (std::size_t i = party.firstOption; i < party.firstOption + party.optionCount; ++i) {
      const Choice choice = state[OptionId(i)];
      if ((choice != other[OptionId(i)]) == differ && choice != Choice::no)
        labels.push_back(conflict.labelOf(OptionId(i)) + (choice == Choice::either ? " or not" : ""));
    }
    return joined(labels, ", ");
  };
  std::vector<std::string> parts;
  for (const auto& [parties, what] : toldTogether(conflict, taken))
    if (!what.empty())
      parts.push_back(joined(partiesWords(conflict, parties), ", ") + ": " + what);
  return joined(parts, "; ");
}

std::string differenceWords(const Conflict& conflict, const Pattern& state, const Pattern& other) {
  const std::string taken = takenWhere(conflict, state, other, true);
  return taken.empty() ? "without " + takenWhere(conflict, other, state, true) : taken;
}

/// For people: a state with its number, a statement as it is written.
std::string placeTitle(const ElicitationView& view, Place place) {
  return view.topics != nullptr ? '`' + placeInModel(view, place) + '`'
                                : markAndTitle(view.engine, stateAt(view, place));
}

/// Words, and how far the lines after the first are indented.
using Lines = std::vector<std::pair<std::string, std::size_t>>;

Lines stateLines(const ElicitationView& view) {
  const Conflict& conflict = view.engine.conflict();
  const Pattern& one = stateAt(view, view.next->one);
  const Pattern& other = stateAt(view, view.next->other);
  Lines lines{{"1  " + placeTitle(view, view.next->one) + ": " + differenceWords(conflict, one, other), 2},
              {"2  " + placeTitle(view, view.next->other) + ": " + differenceWords(conflict, other, one), 2}};
  if (const std::string both = takenWhere(conflict, one, other, false); !both.empty())
    lines.emplace_back("in both: " + both, 5);
  return lines;
}

Lines statementLines(const ElicitationView& view) {
  const std::string one = placeTitle(view, view.next->one);
  const std::string other = placeTitle(view, view.next->other);
  const bool ofOneTopic = analysis::Topics::opposite(view.next->one) == view.next->other;
  const auto without = [&](const std::string& a, const std::string& b) {
    return ofOneTopic ? a : a + " without " + b;
  };
  Lines lines{{"1  " + without(one, other), 2}, {"2  " + without(other, one), 2}};
  if (const std::string example = exampleOf(view); !example.empty())
    lines.emplace_back(example, 5);
  if (ofOneTopic)
    lines.emplace_back("while nothing that it wants more is at stake; = if it does not matter", 5);
  return lines;
}

std::string conceptNames(const ElicitationView& view) {
  std::vector<std::string> names;
  for (const auto id : view.concepts)
    names.emplace_back(row(id).name);
  if (names.size() < 2)
    return joined(names, "");
  const std::string last = names.back();
  names.pop_back();
  return joined(names, ", ") + " and " + last;
}

std::string comment(const std::string& sentence) {
  std::string text = foldedLine("# " + sentence, 80);
  for (std::size_t at = text.find('\n'); at != std::string::npos && at + 1 < text.size();
       at = text.find('\n', at + 1))
    text.replace(at + 1, text.find_first_not_of(' ', at + 1) - at - 1, "# ");
  return text;
}

/// What the answers leave open, for people.
std::string openList(const ElicitationView& view) {
  std::vector<std::string> verdicts;
  for (std::size_t k = 0; k < std::min(view.open.size(), verdictsShown); ++k)
    verdicts.push_back(openWords(view, view.open[k]));
  return joined(verdicts, "; ") + (view.open.size() > verdictsShown
                                       ? " and " + std::to_string(view.open.size() - verdictsShown) + " more"
                                       : "");
}

enum class Verdicts { listed, counted };

std::string finding(const ElicitationView& view, bool inStatements, Verdicts verdicts) {
  const std::size_t count = view.answers.all().size();
  const std::string whose = "What " + partyName(view) + " wants, from " + std::to_string(count) +
                            (count == 1 ? " answer. " : " answers. ");
  if (view.next)
    return whose + "Not finished: at most " + std::to_string(view.next->atMost) +
           (view.next->atMost == 1 ? " question is left." : " questions are left.") +
           (view.open.empty() || verdicts == Verdicts::counted ? "" : " Still open: " + openList(view) + ".");
  if (view.complete && view.open.empty() && view.answers.unknown().empty())
    return whose +
           (view.topics != nullptr ? "They give the whole list." : "They give the order of all states.");
  if (!view.open.empty() && verdicts == Verdicts::counted)
    return whose + "What is unknown leaves " + std::to_string(view.open.size()) +
           (view.open.size() == 1 ? " verdict open." : " verdicts open.");
  if (!view.open.empty())
    return whose + "What is unknown leaves open whether these are equilibria: " + openList(view) + ".";
  const std::string every =
      verdicts == Verdicts::counted ? "Every" : "Under " + conceptNames(view) + " every";
  if (view.topics != nullptr)
    return whose + every +
           " list of the statements asked about, with these answers, has the same equilibria.";
  return whose + every + " ranking with these answers has the same equilibria; where no answer decides, " +
         (inStatements ? "these statements do." : "the order is that of the states.");
}

} // namespace

std::string placeInModel(const ElicitationView& view, Place place) {
  const Conflict& conflict = view.engine.conflict();
  if (view.topics != nullptr)
    return language::text(view.topics->wanted(place), conflict);
  const std::string name = stateName(conflict, stateAt(view, place));
  return name.empty() ? stateAt(view, place).letters() : name;
}

std::string openWords(const ElicitationView& view, const ElicitationView::Open& open) {
  return markAndTitle(view.engine, stateAt(view, open.state)) + " under " + std::string(row(open.id).name);
}

std::string questionText(const ElicitationView& view, const Look& look) {
  const std::size_t more = view.next->atMost - 1;
  std::string text = "\nQuestion " + std::to_string(view.answers.all().size() + 1) +
                     (more == 0 ? ", the last" : ", at most " + std::to_string(more) + " more") +
                     ". Which would " + printable(partyName(view)) + " rather have?\n";
  const auto lines = view.topics != nullptr ? statementLines(view) : stateLines(view);
  for (const auto& [words, indent] : lines)
    text += foldedLine(printable(words), look.width, indent);
  return text;
}

std::string answerLine(const ElicitationView& view, const PairAnswer& answer) {
  const std::string_view sign = answer.kind == Kind::rather ? " > "
                                : answer.kind == Kind::same ? " ~ "
                                                            : " ? ";
  return placeInModel(view, answer.one) + std::string(sign) + placeInModel(view, answer.other);
}

std::string answerWords(const ElicitationView& view, const PairAnswer& answer) {
  const std::string one = placeTitle(view, answer.one);
  const std::string other = placeTitle(view, answer.other);
  return answer.kind == Kind::rather ? one + " rather than " + other
         : answer.kind == Kind::same ? one + " and " + other + " alike"
                                     : one + " or " + other + ": not known";
}

std::string circleText(const ElicitationView& view, const std::vector<std::size_t>& circle,
                       const PairAnswer& last) {
  std::string text = "That goes round in a circle with " +
                     std::string(circle.size() == 1 ? "an earlier answer" : "earlier answers") + ":\n";
  const auto from = [](const PairAnswer& answer) {
    return answer.from.empty() ? std::string() : "  (" + answer.from + ')';
  };
  for (std::size_t k = 0; k < circle.size(); ++k) {
    const PairAnswer& answer = view.answers.all()[circle[k]];
    text += "  " + std::to_string(k + 1) + "  " + printable(answerWords(view, answer) + from(answer)) + '\n';
  }
  text += "  0  " + printable(answerWords(view, last) + from(last)) + "  (the new one)\n";
  return text + "Which of them is wrong?\n";
}

std::string transcript(const ElicitationView& view) {
  std::string text = "# " + printable(partyName(view)) + ": answers for stasis elicit --party " +
                     view.engine.conflict().party(view.party).name + '\n';
  for (const PairAnswer& answer : view.answers.all())
    text += answerLine(view, answer) + (answer.from.empty() ? "" : "  # " + printable(answer.from)) + '\n';
  return text;
}

namespace {

std::string lines(const ElicitationView& view, Verdicts verdicts) {
  const ToldOrder order = toldOrder(view);
  std::string text = comment(printable(finding(view, !order.statements.empty(), verdicts)));
  for (const PairAnswer& answer : view.answers.all())
    text += "#   " + answerLine(view, answer) +
            (answer.from.empty() ? "" : "   (" + printable(answer.from) + ')') + '\n';
  return text + order.lines;
}

} // namespace

std::string elicitedLines(const ElicitationView& view) { return lines(view, Verdicts::listed); }

std::string elicitedLinesInWords(const ElicitationView& view) { return lines(view, Verdicts::counted); }

} // namespace stasis::report
