#include "report/solution/hypergame_text.h"

#include "report/solution/concept_columns.h"
#include "report/telling/folded_line.h"
#include "report/telling/markdown.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/party_words.h"
#include "report/telling/printable.h"
#include "report/telling/state_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace stasis::report {

using analysis::Surprise;
using model::Concept;
using model::PartyId;

namespace {

constexpr std::size_t mostSurprises = 12;

std::string names(const std::vector<Concept>& concepts) {
  std::vector<std::string> all;
  for (const Concept id : concepts)
    all.emplace_back(row(id).name);
  return joined(all, ", ");
}

std::string withConcepts(const std::vector<Concept>& concepts) {
  return concepts.empty() ? "" : " (" + names(concepts) + ")";
}

/// Who sees the conflict otherwise: `Ukraine; Russia; what Russia thinks Ukraine sees`.
std::string whoseViews(const model::Conflict& conflict, const model::Views& views) {
  std::vector<std::string> all;
  for (const auto& view : views)
    all.push_back(view.by ? "what " + conflict.party(*view.by).name + " thinks " +
                                conflict.party(view.of).name + " sees"
                          : conflict.party(view.of).name);
  return joined(all, "; ");
}

} // namespace

std::string whosePicture(const model::Conflict& conflict, const analysis::StateByPictures& state) {
  struct Words {
    std::vector<Concept> stays, leaves;
    bool unseen = false;
  };
  std::map<std::size_t, Words> byParty;
  for (const auto& one : state.under) {
    for (const PartyId party : one.stayBySight)
      byParty[party.index()].stays.push_back(one.id);
    for (const PartyId party : one.leaveBySight)
      byParty[party.index()].leaves.push_back(one.id);
    for (const PartyId party : one.unseenBy)
      byParty[party.index()].unseen = true;
  }
  std::vector<std::string> parts;
  for (const auto& [party, words] : byParty) {
    const std::string& name = conflict.parties[party].name;
    if (words.unseen)
      parts.push_back(name + " does not see it");
    if (!words.stays.empty())
      parts.push_back(name + " stays" + withConcepts(words.stays));
    if (!words.leaves.empty())
      parts.push_back(name + " leaves" + withConcepts(words.leaves));
  }
  return joined(parts, "; ");
}

std::string surpriseWords(stability::Engine& whole, const Surprise& surprise) {
  const auto& conflict = whole.conflict();
  const std::string& who = conflict.party(surprise.who).name;
  const std::string at = markAndTitle(whole, surprise.state);
  const std::string mover = surprise.mover ? conflict.party(*surprise.mover).name : "";
  switch (surprise.kind) {
  case Surprise::Kind::impossible:
    return fmt::format("{} at {}: it does not see that this can be, and all who do would stay{}", who, at,
                       withConcepts(surprise.under));
  case Surprise::Kind::notStable:
    return fmt::format("{} at {}: it expects everybody to stay, and {} leaves{}", who, at, mover,
                       withConcepts(surprise.under));
  case Surprise::Kind::unknownMove: break;
  }
  const std::string what = moveWords(conflict, *surprise.mover, surprise.state, *surprise.to);
  return fmt::format("{} at {}: {} can move to {}{}, and {} does not know that move", who, at, mover,
                     markAndTitle(whole, *surprise.to), what.empty() ? "" : " (" + what + ")", who);
}

namespace {

class Text {
public:
  Text(const SolutionView& view, const Look& look)
      : answer_(*view.hypergame), whole_(view.engine), conflict_(whole_.conflict()),
        list_(view.all ? view.list : view.told), look_(look), concepts_(asSolution()) {}

  std::string text() {
    std::string out = foldedLine(
        printable("As each sees it (hypergame). Views: " + whoseViews(conflict_, answer_.game.views()) +
                  ". Everybody else sees the conflict as it is."),
        look_.width);
    return out + states() + surprised() + unfinished() + '\n';
  }

private:
  /// Only the concepts, for the columns.
  stability::Solution asSolution() const {
    stability::Solution solution;
    for (const Concept id : answer_.concepts)
      solution.concepts.push_back({id, {}, {}});
    return solution;
  }

  std::string states() {
    auto all = answer_.states.states; // those with a name first
    std::ranges::stable_partition(all,
                                  [&](const auto& one) { return !stateTitle(conflict_, one.state).empty(); });
    if (all.empty())
      return "  No state is an equilibrium, of the hypergame or of the conflict.\n";
    Table table{{{"", {{"#", true, false}, {"state", false, false}}},
                 {"hypergame equilibrium", concepts_.columns()},
                 {"", {{"whose picture", false, false}}}},
                {}};
    for (std::size_t k = 0; k < std::min(list_, all.size()); ++k)
      table.rows.push_back(cells(all[k]));
    std::string out = table.text(look_);
    if (const stability::Count more = answer_.states.more + (all.size() - table.rows.size()); more > 0)
      out += fmt::format("  and {} more; --format json or --all shows them\n", counted(look_, more, "state"));
    return out;
  }

  std::vector<Cell> cells(const analysis::StateByPictures& state) {
    std::vector<std::optional<bool>> held;
    for (std::size_t c = 0; c < answer_.concepts.size(); ++c)
      held.push_back(answer_.equilibria[c]
                         ? std::optional(whole_.contains(*answer_.equilibria[c], state.state))
                         : std::nullopt);
    const auto number = whole_.number(state.state);
    std::vector<Cell> row{{number ? std::to_string(*number) : state.state.letters(), Tone::plain},
                          {printable(stateTitle(conflict_, state.state)), Tone::strong}};
    for (Cell& cell : concepts_.cells(held, look_.yes(), look_))
      row.push_back(std::move(cell));
    row.push_back({printable(whosePicture(conflict_, state)), Tone::plain});
    return row;
  }

  std::string surprised() {
    const auto& all = answer_.surprises.all;
    if (all.empty())
      return {};
    std::string out = "Surprised would be:\n";
    for (std::size_t k = 0; k < std::min(mostSurprises, all.size()); ++k)
      out += foldedLine(printable(surpriseWords(whole_, all[k])), look_.width, 2);
    if (all.size() > mostSurprises)
      out += fmt::format("  and {} more; --format json shows them\n", all.size() - mostSurprises);
    return out;
  }

  std::string unfinished() const {
    if (answer_.stopped)
      return look_.paint(Tone::warn, "Not finished: " + answer_.stopped->message + ".") + '\n';
    for (const auto& set : answer_.equilibria)
      if (!set)
        return look_.paint(Tone::warn,
                           "There are too many states to compare the pictures under each concept.") +
               '\n';
    return answer_.surprises.complete ? "" : "More surprises may be there: not every state was looked at.\n";
  }

  const analysis::HypergameAnswer& answer_;
  stability::Engine& whole_;
  const model::Conflict& conflict_;
  std::size_t list_;
  const Look& look_;
  ConceptColumns concepts_;
};

} // namespace

std::string hypergameText(const SolutionView& view, const Look& look) {
  return view.hypergame == nullptr ? std::string() : Text(view, look).text();
}

std::string hypergameMarkdown(const SolutionView& view) {
  if (view.hypergame == nullptr)
    return {};
  const auto& answer = *view.hypergame;
  const auto& conflict = view.engine.conflict();
  std::string out =
      "\n## As each sees it\n\nViews: " + markdownText(whoseViews(conflict, answer.game.views())) +
      ". Everybody else sees the conflict as it is.\n\n";
  std::vector<std::string> head{"state"};
  for (const Concept id : answer.concepts)
    head.emplace_back(row(id).name);
  head.emplace_back("whose picture");
  out += markdownHead(head);
  for (const auto& state : answer.states.states) {
    std::vector<std::string> cells{markdownText(markAndTitle(view.engine, state.state))};
    for (const auto& set : answer.equilibria)
      cells.emplace_back(!set ? "?" : view.engine.contains(*set, state.state) ? "✓" : "");
    cells.push_back(markdownText(whosePicture(conflict, state)));
    out += markdownRow(cells);
  }
  for (const Surprise& surprise : answer.surprises.all)
    out += (&surprise == &answer.surprises.all.front() ? "\nSurprised would be:\n\n- " : "- ") +
           markdownText(surpriseWords(view.engine, surprise)) + "\n";
  return out;
}

} // namespace stasis::report
