#include "model/lettered.h"
#include "report/solution/concept_columns.h"
#include "report/solution/equilibria_shown.h"
#include "report/solution/hypergame_text.h"
#include "report/solution/in_part.h"
#include "report/solution/next_command.h"
#include "report/solution/solution.h"
#include "report/solution/solution_table.h"
#include "report/telling/folded_line.h"
#include "report/telling/legend.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/outcome_name.h"
#include "report/telling/party_words.h"
#include "report/telling/printable.h"
#include "report/telling/repetition_words.h"
#include "report/telling/shell_word.h"
#include "report/telling/state_row.h"
#include "report/telling/state_words.h"
#include "report/telling/table.h"
#include "report/telling/who_is_who.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

using model::OptionId;
using model::PartyId;
using stability::Engine;

namespace {

// With more states than this, a table of all of them says less than the equilibria do.
constexpr std::size_t fewStates = 32;
constexpr std::size_t fewOptions = 16;
constexpr std::size_t fewTold = 8;
constexpr std::size_t mostWorthListing = 100'000;

std::string toldInWords(const model::Conflict& conflict, const model::Pattern& state, std::size_t indent,
                        const Look& look) {
  std::string out;
  const std::size_t room = look.width > indent + 30 ? look.width - indent : 40;
  const auto put = [&](const std::string& text, Tone tone) {
    std::size_t deeper = 0;
    for (const std::string& line : fold(text, room - 4)) {
      out.append(indent + deeper, ' ').append(look.paint(tone, printable(line))) += '\n';
      deeper = 4;
    }
  };
  const auto done = whatIsDone(conflict, state, Called::name);
  if (done.empty())
    put("nothing is done", Tone::plain);
  for (const std::string& line : done)
    put(line, Tone::plain);
  if (const auto held = whatHolds(conflict, state); !held.empty())
    put("holds: " + joined(held, ", "), Tone::accent);
  return out;
}

std::vector<std::string> conceptsHeld(const StateRow& r, const stability::Solution& solution) {
  std::vector<std::string> names;
  for (std::size_t c = 0; c < solution.concepts.size(); ++c)
    if (r.equilibrium[c].value_or(false))
      names.emplace_back(row(solution.concepts[c].id).name);
  if (r.mixedEquilibrium.value_or(false))
    names.emplace_back("the mixture");
  return names;
}

std::string equilibriumHeading(const model::Conflict& conflict, const StateRow& r,
                               const stability::Solution& solution, const Look& look) {
  std::string marks;
  const ConceptColumns concepts(solution);
  const auto columns = concepts.columns();
  const auto cells = concepts.cells(r.equilibrium, look.yes(), look);
  for (std::size_t c = 0; c < columns.size(); ++c)
    marks += look.paint(cells[c].tone, fmt::format("{} {}", cells[c].text, columns[c].title)) + "  ";
  if (solution.mixed) {
    const Cell cell = checkCell(r.mixedEquilibrium, look);
    marks += look.paint(cell.tone, fmt::format("{} mixed", cell.text));
  }
  const std::string which = r.number ? "state " + std::to_string(*r.number) : r.pattern.letters();
  const std::string title = nameByDifference(conflict, r.pattern);
  while (!marks.empty() && marks.back() == ' ')
    marks.pop_back();
  const std::string head =
      "  " + look.paint(Tone::strong, which) +
      (title.empty() ? ""
                     : "  " + look.paint(r.title.empty() ? Tone::plain : Tone::strong, printable(title)));
  const std::size_t begun = 2 + width(which) + (title.empty() ? 0 : 2 + width(title));
  const std::size_t needed = begun + 3 + 8 * (columns.size() + (solution.mixed ? 1 : 0));
  return needed <= look.width ? head + "   " + marks + '\n' : head + "\n      " + marks + '\n';
}

class Text {
public:
  Text(const SolutionView& view, const Look& look) : view_(view), engine_(view.engine), look_(look) {
    shown_ = view.where ? *view.where : engine_.feasible();
  }

  std::string text() {
    std::string out = headText(engine_, look_);
    if (view_.where)
      out += fmt::format("Only states where {}: {} of them.\n", printable(view_.whereText),
                         grouped(look_, engine_.count(shown_)));
    if (view_.inPart)
      if (const std::string words = inPartWords(engine_, *view_.inPart, look_); !words.empty())
        for (const std::string& line : fold(words, look_.width))
          out += line + '\n';
    out += '\n' + states() + namedStates() + mixed() + equilibria() + repetition() + statusQuo() +
           hypergameText(view_, look_) + stopped() + legend() + next();
    return out;
  }

private:
  bool tabled() const {
    const auto& conflict = engine_.conflict();
    return view_.all || (engine_.count(shown_) <= fewStates && conflict.options.size() <= fewOptions);
  }

  std::string states() {
    if (!tabled() || engine_.count(shown_) == 0)
      return {};
    const auto rows = stateRows(engine_, view_.solution, shown_, view_.list);
    std::string out = solutionTable(view_, rows, look_) + '\n';
    if (const stability::Count all = engine_.count(shown_); all > rows.size())
      out += fmt::format("{} more states are not shown; --list {} shows all of them.\n\n",
                         grouped(look_, all - rows.size()), all.get_str());
    return out;
  }

  // The mixture was asked for, so it comes before its parts.
  std::string mixed() {
    if (!view_.solution.mixed)
      return {};
    const auto& mixed = *view_.solution.mixed;
    std::string out = fmt::format("Mixed: {}.\n", printable(mixtureWords(engine_.conflict(), mixed.byParty)));
    if (!mixed.equilibria)
      return out + "Not finished.\n\n";
    const auto set = engine_.both(*mixed.equilibria, shown_);
    const stability::Count count = engine_.count(set);
    if (count == 0)
      return out + "No state is stable for every party so.\n\n";
    std::vector<std::string> marks;
    for (const auto& state : engine_.list(set, fewTold))
      marks.push_back(look_.paint(Tone::strong, printable(markAndTitle(engine_, state))));
    if (count > marks.size())
      marks.push_back(fmt::format("{} more", grouped(look_, count - marks.size())));
    return out + fmt::format("{}: {}.\n\n", counted(look_, count, "equilibrium", "equilibria"),
                             joined(marks, ", "));
  }

  // Whether all, some or no equilibria satisfy what was asked, with one state for it and one against.
  std::string satisfied() {
    std::string out = "Equilibria where " + printable(view_.whereText) + ":\n";
    for (std::size_t c = 0; c < view_.satisfied.size(); ++c) {
      const Verdict verdict =
          view_.satisfied[c] ? verdictOn(*view_.satisfied[c]) : Verdict{"?", Tone::warn, ""};
      auto lines = fold(verdict.word + verdict.rest, look_.width - 7);
      lines.front().replace(0, verdict.word.size(), look_.paint(verdict.tone, verdict.word));
      for (const std::string& line : lines)
        out += "  " + padRight(&line == &lines.front() ? row(view_.solution.concepts[c].id).name : "", 5) +
               line + '\n';
    }
    return out + "\n" + counterExample();
  }

  struct Verdict {
    std::string word;
    Tone tone = Tone::plain;
    std::string rest;
  };

  Verdict verdictOn(const analysis::Satisfaction& found) {
    const std::string of = ", " + grouped(look_, found.satisfying) + " of " + grouped(look_, found.of);
    if (found.of == 0)
      return {"none", Tone::faint, " at all"};
    const std::string such = found.example ? pointedAt(*found.example) : "";
    const std::string not_ = found.counterExample ? pointedAt(*found.counterExample) : "";
    const std::string examples = (such.empty() ? "" : "such as " + such) +
                                 (such.empty() || not_.empty() ? "" : ", but ") +
                                 (not_.empty() ? "" : "not " + not_);
    const bool inPart = found.inPart > 0;
    const std::string partly =
        inPart ? " wholly, " + grouped(look_, found.inPart) + " in part" : std::string();
    return {found.none()  ? (inPart ? "in part" : "no")
            : found.all() ? "all"
                          : "some",
            found.none() && !inPart ? Tone::bad
            : found.all()           ? Tone::good
                                    : Tone::warn,
            of + partly + (examples.empty() ? "" : ": " + examples)};
  }

  /// The state's number and title. Without a number, the state would take too many words for a line.
  std::string pointedAt(const model::Pattern& state) {
    return engine_.number(state) ? printable(markAndTitle(engine_, state)) : std::string();
  }

  // A state that does not satisfy it. If states have no numbers, those that satisfy it are shown further
  // down.
  std::string counterExample() {
    for (std::size_t c = 0; c < view_.satisfied.size(); ++c) {
      const auto& found = view_.satisfied[c];
      if (!found || !found->counterExample || engine_.number(*found->counterExample))
        continue;
      return fmt::format("An equilibrium under {} that does not satisfy it:\n",
                         row(view_.solution.concepts[c].id).name) +
             toldInWords(engine_.conflict(), *found->counterExample, 6, look_) + "\n";
    }
    return {};
  }

  std::string counts(stability::StateSet any) {
    if (view_.where)
      return satisfied();
    std::string out = "Equilibria:";
    std::vector<std::string> unknown;
    const std::size_t headWidth = out.size();
    std::size_t column = headWidth;
    std::optional<model::ConceptFamily> before;
    for (const auto& answer : view_.solution.concepts) {
      const model::ConceptFamily family = row(answer.id).family;
      const std::string n =
          answer.equilibria ? grouped(look_, engine_.count(engine_.both(*answer.equilibria, shown_))) : "?";
      const std::size_t needed = 3 + width(row(answer.id).name) + width(n);
      if ((before && before != family) || column + needed > look_.width) {
        out += "\n" + std::string(headWidth, ' ');
        column = headWidth;
      }
      before = family;
      column += needed;
      out += fmt::format("  {} {}", row(answer.id).name, look_.paint(Tone::strong, n));
      if (!answer.equilibria)
        unknown.emplace_back(row(answer.id).name);
    }
    out += "\n";
    if (!unknown.empty())
      out += look_.paint(Tone::warn, "Not finished: which states are equilibria under " +
                                         joined(unknown, ", ") + " is not known.") +
             "\n";
    else if (engine_.count(any) == 0)
      out += "No state is an equilibrium under any of these concepts.\n";
    return out + "\n";
  }

  std::string equilibria() {
    const auto any = engine_.both(anyEquilibrium(engine_, view_.solution), shown_);
    std::string out = counts(any);
    stability::Count told = 0;
    for (const StateRow& r : equilibriaShown(view_, any, view_.all ? view_.list : view_.told, !view_.all)) {
      out += equilibriumHeading(engine_.conflict(), r, view_.solution, look_) + wayThere(r) +
             toldInWords(engine_.conflict(), r.pattern, 6, look_);
      if (r.alike > 1)
        out += fmt::format("      and {} like it\n", grouped(look_, r.alike - 1));
      out += '\n';
      told += r.alike;
    }
    if (const stability::Count total = engine_.count(any); total > told)
      out += fmt::format("  and {} more; {}.\n\n", counted(look_, total - told, "equilibrium", "equilibria"),
                         total <= mostWorthListing
                             ? fmt::format("--format json or --list {} --all shows them", total.get_str())
                             : std::string("--where EXPRESSION asks of some"));
    return out;
  }

  /// Whether improvements lead from today to the state.
  std::string wayThere(const StateRow& r) {
    const auto& today = engine_.conflict().statusQuo;
    if (!view_.reached || !today || r.pattern.covers(*today))
      return {};
    return engine_.contains(*view_.reached, r.pattern)
               ? "      " + look_.paint(Tone::good, "improvements lead here from today") + '\n'
               : "      " + look_.paint(Tone::faint, "no improvements lead here from today") + '\n';
  }

  // The states that the model names, whether they hold, and who would leave them.
  std::string namedStates() {
    const auto& conflict = engine_.conflict();
    if (conflict.named.empty() || tabled())
      return {};
    const ConceptColumns concepts(view_.solution);
    Table table{{{"", {{"#", true, false}, {"named states", false, false}}},
                 {"equilibrium", concepts.columns()},
                 {"", {{"not stable for", false, false}}}},
                {}};
    for (const auto& named : conflict.named) {
      const auto found = engine_.list(engine_.both(engine_.matching({named.state}), shown_), 1);
      if (found.empty() || model::isLettered(named))
        continue;
      const StateRow r = stateRow(engine_, view_.solution, found.front());
      std::vector<Cell> cells{{numberText(r), Tone::plain}, {printable(r.title), Tone::strong}};
      for (Cell& cell : concepts.cells(r.equilibrium, look_.yes(), look_))
        cells.push_back(std::move(cell));
      cells.push_back({leftBy(r), Tone::plain});
      table.rows.push_back(std::move(cells));
    }
    return table.rows.empty() ? std::string() : table.text(look_) + '\n';
  }

  // `Russia (Nash, SEQ)`; without concepts if the state is stable for the party under none.
  std::string leftBy(const StateRow& r) const {
    std::vector<std::string> told;
    for (const auto& [parties, against] : leavers(r))
      told.push_back(joined(partiesWords(engine_.conflict(), parties, Called::name), ", ") +
                     (against.size() == r.stable.size() ? "" : " (" + joined(against, ", ") + ")"));
    return joined(told, ", ");
  }

  std::string statusQuo() {
    const auto& conflict = engine_.conflict();
    if (!conflict.statusQuo)
      return {};
    const auto found = engine_.list(engine_.matching({*conflict.statusQuo}), 1);
    if (found.empty())
      return look_.paint(Tone::warn, "The status quo is not a feasible state.") + "\n\n";
    const StateRow r = stateRow(engine_, view_.solution, found.front());
    const std::string which =
        r.number ? fmt::format("The status quo (state {})", *r.number) : "The status quo";
    std::string out = which + verdict(r) + '\n';
    if (!tabled())
      out += toldInWords(conflict, found.front(), 6, look_);
    for (const auto& [parties, against] : leavers(r)) {
      const std::string who = printable(joined(partiesWords(conflict, parties, Called::name), ", "));
      const auto line = [&](const std::string& name) {
        return fmt::format("Not stable for {} under {}.", name, joined(against, ", "));
      };
      out += width(line(who)) + 2 > look_.width ? foldedLine(line(who), look_.width, 2)
                                                : "  " + line(look_.paint(Tone::strong, who)) + '\n';
    }
    return out + '\n';
  }

  /// ` holds under Nash, GMR; under SEQ it is not known.`
  std::string verdict(const StateRow& r) const {
    const auto held = conceptsHeld(r, view_.solution);
    std::vector<std::string> unknown;
    for (std::size_t c = 0; c < r.equilibrium.size(); ++c)
      if (!r.equilibrium[c])
        unknown.emplace_back(row(view_.solution.concepts[c].id).name);
    if (unknown.empty())
      return held.empty() ? " does not hold under any of these concepts."
                          : " holds under " + joined(held, ", ") + ".";
    return (held.empty() ? ": whether it holds under "
                         : " holds under " + joined(held, ", ") + "; whether it does under ") +
           joined(unknown, ", ") + " is not known.";
  }

  /// The parties for which it is not stable, and under which concepts; members of a family together if they
  /// agree.
  std::vector<std::pair<std::vector<PartyId>, std::vector<std::string>>> leavers(const StateRow& r) const {
    auto groups = toldTogether(engine_.conflict(), [&](PartyId p) { return unstableUnder(r, p.index()); });
    std::erase_if(groups, [](const auto& group) { return group.second.empty(); });
    return groups;
  }

  std::vector<std::string> unstableUnder(const StateRow& r, std::size_t party) const {
    std::vector<std::string> names;
    for (std::size_t c = 0; c < r.stable.size(); ++c)
      if (!r.stable[c][party].value_or(true))
        names.emplace_back(row(view_.solution.concepts[c].id).name);
    return names;
  }

  std::string repetition() {
    std::string out;
    if (view_.repetition)
      for (const std::string& sentence : repetitionWords(engine_, *view_.repetition, look_))
        out += foldedLine(sentence, look_.width);
    return out.empty() ? out : out + '\n';
  }

  std::string stopped() const {
    if (!view_.solution.stopped)
      return {};
    return look_.paint(Tone::warn, "Not finished: " + view_.solution.stopped->message + ".") +
           " A ? marks what is not known.\n\n";
  }

  std::string legend() const {
    return look_.legend ? conceptLegend(view_.solution, look_) + '\n' : std::string();
  }

  std::string next() const {
    const std::string command = nextCommand(view_);
    return command.empty() ? ""
                           : look_.paint(Tone::faint, "Next:") + "  " +
                                 foldedCommand(printable(command), look_.width, 7) + "\n";
  }

  const SolutionView& view_;
  Engine& engine_;
  const Look& look_;
  stability::StateSet shown_;
};

} // namespace

std::string headText(Engine& engine, const Look& look) {
  const auto& conflict = engine.conflict();
  mpz_class all = 1;
  all <<= conflict.options.size();
  std::string facts = fmt::format("{1} {0} {2} {0} {3} of {4} states feasible", look.dot(),
                                  counted(look, conflict.parties.size(), "party", "parties"),
                                  counted(look, conflict.options.size(), "option"),
                                  grouped(look, engine.count(engine.feasible())), grouped(look, all));
  if (const auto traffic = engine.traffic())
    facts += fmt::format(" {} {}, {} of them improvements", look.dot(), counted(look, traffic->moves, "move"),
                         grouped(look, traffic->improvements));
  std::string out = look.paint(Tone::strong, printable(conflict.title)) + "\n";
  for (const std::string& about : conflict.about)
    for (const std::string& line : fold(about, look.width))
      out += look.paint(Tone::faint, printable(line)) + "\n";
  return out + whoIsWhoLines(conflict, look) + facts + "\n";
}

std::string solutionText(const SolutionView& view, const Look& look) { return Text(view, look).text(); }

} // namespace stasis::report
