#include "report/explain/observed.h"

#include "language/words/expression_text.h"
#include "report/telling/folded_line.h"
#include "report/telling/markdown.h"
#include "report/telling/move_words.h"
#include "report/telling/party_words.h"
#include "report/telling/printable.h"
#include "report/telling/state_words.h"

#include <algorithm>

namespace stasis::report {

using analysis::Negated;
using analysis::PartyObserved;
using model::Concept;

namespace {

std::string names(const std::vector<Concept>& concepts) {
  std::vector<std::string> all;
  for (const Concept id : concepts)
    all.emplace_back(row(id).name);
  return joined(all, ", ");
}

/// What is said of one party: a line, and lines below it.
struct Lines {
  std::string head;
  std::vector<std::string> below;
};

class Words {
public:
  explicit Words(const ObservedView& view)
      : view_(view), engine_(view.engine), conflict_(engine_.conflict()) {}

  /// `Observed: 1 status quo → 3, where it rested.`
  std::string history(std::string_view arrow) const {
    std::vector<std::string> states;
    for (const auto& state : view_.observed.history)
      states.push_back(markAndTitle(engine_, state));
    return "Observed: " + joined(states, " " + std::string(arrow) + " ") +
           (states.size() == 1 ? ", where everybody stayed." : ", where everybody stayed at last.");
  }

  Lines party(const PartyObserved& seen) const {
    Lines lines{conflict_.party(seen.party).name + ": " + verdict(seen), {}};
    if (view_.observed.history.size() > 1)
      lines.below.push_back(did(seen));
    for (const auto& move : seen.moved)
      if (!move.to)
        lines.below.push_back("its part of the step from " + markAndTitle(engine_, move.from) + " to " +
                              markAndTitle(engine_, move.next) + " is no move of the model");
    if (!seen.explainedBy.empty())
      return lines;
    for (const Negated& one : seen.negated)
      lines.below.push_back("if " + conflict_.party(one.whose).name + " wanted the contrary of `" +
                            language::text(one.wanted, conflict_) + "`: " + names(one.under));
    if (seen.negated.empty())
      lines.below.push_back("no single statement the other way round explains it" +
                            std::string(view_.observed.allNegated ? "" : ", as far as was tried"));
    return lines;
  }

private:
  std::string verdict(const PartyObserved& seen) const {
    if (seen.explainedBy.empty())
      return "none of these concepts explains it.";
    std::vector<Concept> also;
    for (const Concept id : seen.explainedBy)
      if (std::ranges::find(seen.strictest, id) == seen.strictest.end())
        also.push_back(id);
    return names(seen.strictest) + (also.empty() ? "." : "; so also " + names(also) + ".");
  }

  std::string did(const PartyObserved& seen) const {
    std::vector<std::string> parts;
    for (const auto& move : seen.moved)
      parts.push_back("moved from " + markAndTitle(engine_, move.from) +
                      (move.to ? " (" + moveWords(conflict_, seen.party, move.from, *move.to) + ")" : ""));
    std::vector<std::string> stayed;
    for (const auto& state : seen.stayed)
      stayed.push_back(markAndTitle(engine_, state));
    parts.push_back("stayed at " + joined(stayed, ", "));
    return joined(parts, ", ");
  }

  const ObservedView& view_;
  stability::Engine& engine_;
  const model::Conflict& conflict_;
};

} // namespace

std::string observedText(const ObservedView& view, const Look& look) {
  const Words words(view);
  std::string out = look.paint(Tone::strong, printable(view.engine.conflict().title)) + '\n';
  out += foldedLine(printable(words.history(look.arrow())), look.width);
  out +=
      foldedLine("The strictest of " + names(view.concepts) + " under which each party would do as it did:",
                 look.width) +
      '\n';
  for (const PartyObserved& seen : view.observed.parties) {
    const Lines lines = words.party(seen);
    out += foldedLine(printable(lines.head), look.width, 2);
    for (const std::string& line : lines.below)
      out += foldedLine(printable(line), look.width, 6);
  }
  return out;
}

std::string observedMarkdown(const ObservedView& view) {
  const Words words(view);
  std::string out =
      "# " + markdownText(view.engine.conflict().title) + "\n\n" + markdownText(words.history("→")) + "\n\n";
  for (const PartyObserved& seen : view.observed.parties) {
    const Lines lines = words.party(seen);
    out += "- **" + markdownText(lines.head) + "**\n";
    for (const std::string& line : lines.below)
      out += "  - " + markdownText(line) + "\n";
  }
  return out;
}

} // namespace stasis::report
