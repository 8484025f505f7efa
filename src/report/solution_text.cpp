#include "report/move_words.h"
#include "report/numbers.h"
#include "report/printable.h"
#include "report/solution.h"
#include "report/state_row.h"
#include "report/state_words.h"
#include "report/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

using model::OptionId;
using model::PartyId;
using stability::Engine;

namespace {

// Beyond these a table of every state says less than its equilibria do.
constexpr std::size_t fewStates = 32;
constexpr std::size_t fewOptions = 16;
constexpr std::size_t fewTold = 8;

Cell choiceCell(model::Choice choice, const Look& look) {
  if (choice == model::Choice::yes)
    return {std::string(look.taken()), Tone::plain};
  if (choice == model::Choice::no)
    return {std::string(look.notTaken()), Tone::faint};
  return {std::string(look.open()), Tone::faint};
}

Cell markCell(const std::optional<bool>& held, const Look& look) {
  if (!held)
    return {"?", Tone::warn};
  return *held ? Cell{std::string(look.taken()), Tone::good} : Cell{std::string(look.no()), Tone::faint};
}

Cell checkCell(const std::optional<bool>& held, const Look& look) {
  if (!held)
    return {"?", Tone::warn};
  return *held ? Cell{std::string(look.yes()), Tone::good} : Cell{std::string(look.no()), Tone::faint};
}

std::vector<Column> conceptColumns(const stability::Solution& solution) {
  std::vector<Column> columns;
  for (const auto& answer : solution.concepts)
    columns.push_back({std::string(row(answer.id).name), false, true});
  return columns;
}

std::string numberText(const StateRow& r) { return r.number ? std::to_string(*r.number) : std::string("-"); }

// Every state with what is taken, how each party likes it, and for whom it is stable.
class StateTable {
public:
  StateTable(const SolutionView& view, const Look& look)
      : conflict_(view.engine.conflict()), solution_(view.solution), look_(look) {}

  std::string text(const std::vector<StateRow>& rows) {
    const bool ranked = !rows.empty() &&
                        std::ranges::all_of(rows.front().places, [](const auto& p) { return p.has_value(); });
    table_.groups.push_back({"", {{"#", true, false}, {"state", false, false}}});
    optionGroups();
    if (ranked)
      partyGroup("liked by");
    table_.groups.push_back({"equilibrium", conceptColumns(solution_)});
    if (solution_.mixed)
      table_.groups.back().columns.push_back({"mixed", false, true});
    for (const auto& party : conflict_.parties)
      table_.groups.push_back(
          {"stable for " + (party.label.size() > 0 && party.label.size() <= 20 ? party.label : party.name),
           conceptColumns(solution_)});
    for (const StateRow& r : rows)
      table_.rows.push_back(cells(r, ranked));
    return table_.text(look_);
  }

private:
  void optionGroups() {
    for (const auto& party : conflict_.parties) {
      ColumnGroup group{party.name, {}};
      for (std::size_t k = 0; k < party.optionCount; ++k)
        group.columns.push_back({conflict_.options[party.firstOption + k].name, false, true});
      if (!group.columns.empty())
        table_.groups.push_back(std::move(group));
    }
  }

  void partyGroup(std::string title) {
    ColumnGroup group{std::move(title), {}};
    for (const auto& party : conflict_.parties)
      group.columns.push_back({party.name, true, false});
    table_.groups.push_back(std::move(group));
  }

  std::vector<Cell> cells(const StateRow& r, bool ranked) const {
    std::vector<Cell> out{{numberText(r), Tone::plain}, {r.title, Tone::strong}};
    for (std::size_t i = 0; i < conflict_.options.size(); ++i)
      out.push_back(choiceCell(r.pattern[OptionId(i)], look_));
    if (ranked)
      for (const auto& place : r.places)
        out.push_back({ordinal(*place), Tone::plain});
    for (const auto& held : r.equilibrium)
      out.push_back(checkCell(held, look_));
    if (solution_.mixed)
      out.push_back(checkCell(r.mixedEquilibrium, look_));
    for (std::size_t p = 0; p < conflict_.parties.size(); ++p)
      for (const auto& byParty : r.stable)
        out.push_back(markCell(byParty[p], look_));
    return out;
  }

  const model::Conflict& conflict_;
  const stability::Solution& solution_;
  const Look& look_;
  Table table_;
};

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
  const auto done = whatIsDone(conflict, state);
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

// Strongest first: more concepts before fewer, then those the model has a name for, then by number.
void strongestFirst(std::vector<StateRow>& rows) {
  std::ranges::stable_sort(rows, std::greater<>{}, [](const StateRow& r) {
    const auto held = std::ranges::count_if(r.equilibrium, [](const auto& h) { return h.value_or(false); });
    return std::pair(held, !r.title.empty());
  });
}

std::string equilibriumHeading(const StateRow& r, const stability::Solution& solution, const Look& look) {
  std::string marks;
  for (std::size_t c = 0; c < solution.concepts.size(); ++c) {
    const Cell cell = checkCell(r.equilibrium[c], look);
    marks += look.paint(cell.tone, fmt::format("{} {}", cell.text, row(solution.concepts[c].id).name)) + "  ";
  }
  if (solution.mixed) {
    const Cell cell = checkCell(r.mixedEquilibrium, look);
    marks += look.paint(cell.tone, fmt::format("{} mixed", cell.text));
  }
  const std::string which = r.number ? "state " + std::to_string(*r.number) : r.pattern.letters();
  const std::string title = r.title.empty() ? "" : "  " + look.paint(Tone::strong, printable(r.title));
  while (!marks.empty() && marks.back() == ' ')
    marks.pop_back();
  return fmt::format("  {}{}   {}\n", look.paint(Tone::strong, which), title, marks);
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
                         grouped(engine_.count(shown_)));
    out += '\n' + states() + namedStates() + mixed() + equilibria() + statusQuo() + stopped() + next();
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
    std::string out = StateTable(view_, look_).text(rows) + '\n';
    if (const stability::Count all = engine_.count(shown_); all > rows.size())
      out += fmt::format("{} more states are not shown; --list {} shows them all.\n\n",
                         grouped(all - rows.size()), all.get_str());
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
      marks.push_back(fmt::format("{} more", grouped(count - marks.size())));
    return out + fmt::format("{}: {}.\n\n", counted(count, "equilibrium", "equilibria"), joined(marks, ", "));
  }

  std::string counts(stability::StateSet any) {
    std::string out = "Equilibria:";
    for (const auto& answer : view_.solution.concepts) {
      const std::string n =
          answer.equilibria ? grouped(engine_.count(engine_.both(*answer.equilibria, shown_))) : "?";
      out += fmt::format("  {} {}", row(answer.id).name, look_.paint(Tone::strong, n));
    }
    const stability::Count total = engine_.count(any);
    if (total == 0)
      return out + (view_.where ? "\nNo such state is an equilibrium under any of these concepts.\n\n"
                                : "\nNo state is an equilibrium under any of these concepts.\n\n");
    return out + "\n\n";
  }

  std::string equilibria() {
    const auto any = engine_.both(anyEquilibrium(engine_, view_.solution), shown_);
    std::string out = counts(any);
    auto rows = strongest(any);
    for (const StateRow& r : rows)
      out += equilibriumHeading(r, view_.solution, look_) +
             toldInWords(engine_.conflict(), r.pattern, 6, look_) + '\n';
    if (const stability::Count total = engine_.count(any); total > rows.size())
      out += fmt::format("  and {} more; --format json or --list {} --all shows them.\n\n",
                         counted(total - rows.size(), "equilibrium", "equilibria"), total.get_str());
    return out;
  }

  // The strongest equilibria, found by set operations so that it costs the same among millions.
  std::vector<StateRow> strongest(stability::StateSet any) {
    const std::size_t limit = view_.all ? view_.list : fewTold;
    const stability::Count total = engine_.count(any);
    auto rows = stateRows(engine_, view_.solution, strongestSet(any), limit);
    if (total <= 4096)
      rows = stateRows(engine_, view_.solution, any, 4096);
    strongestFirst(rows);
    if (rows.size() > limit)
      rows.resize(limit);
    return rows;
  }

  stability::StateSet strongestSet(stability::StateSet any) {
    stability::StateSet set = any;
    for (const auto& answer : view_.solution.concepts) {
      if (!answer.equilibria)
        continue;
      const auto narrower = engine_.both(set, *answer.equilibria);
      if (engine_.count(narrower) > 0)
        set = narrower;
    }
    return set;
  }

  // The states the model has a name for, whether they hold, and who would leave them.
  std::string namedStates() {
    const auto& conflict = engine_.conflict();
    if (conflict.named.empty() || tabled())
      return {};
    Table table{{{"", {{"#", true, false}, {"named states", false, false}}},
                 {"equilibrium", conceptColumns(view_.solution)},
                 {"", {{"not stable for", false, false}}}},
                {}};
    for (const auto& named : conflict.named) {
      const auto found = engine_.list(engine_.both(engine_.matching({named.state}), shown_), 1);
      if (found.empty())
        continue;
      const StateRow r = stateRow(engine_, view_.solution, found.front());
      std::vector<Cell> cells{{numberText(r), Tone::plain}, {printable(r.title), Tone::strong}};
      for (const auto& held : r.equilibrium)
        cells.push_back(checkCell(held, look_));
      cells.push_back({leftBy(r), Tone::plain});
      table.rows.push_back(std::move(cells));
    }
    return table.rows.empty() ? std::string() : table.text(look_) + '\n';
  }

  // `Russia (Nash, SEQ)`; a party for whom it is stable under no concept without them.
  std::string leftBy(const StateRow& r) const {
    std::vector<std::string> parties;
    for (std::size_t p = 0; p < engine_.conflict().parties.size(); ++p) {
      const auto against = unstableUnder(r, p);
      if (!against.empty())
        parties.push_back(engine_.conflict().parties[p].name +
                          (against.size() == r.stable.size() ? "" : " (" + joined(against, ", ") + ")"));
    }
    return joined(parties, ", ");
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
    const auto held = conceptsHeld(r, view_.solution);
    std::string out = held.empty() ? which + " does not hold under any of these concepts.\n"
                                   : fmt::format("{} holds under {}.\n", which, joined(held, ", "));
    for (std::size_t p = 0; p < conflict.parties.size(); ++p)
      if (const auto against = unstableUnder(r, p); !against.empty())
        out += fmt::format("  Not stable for {} under {}.\n",
                           look_.paint(Tone::strong, printable(conflict.labelOf(PartyId(p)))),
                           joined(against, ", "));
    if (!tabled())
      out += toldInWords(conflict, found.front(), 6, look_);
    return out + '\n';
  }

  std::vector<std::string> unstableUnder(const StateRow& r, std::size_t party) const {
    std::vector<std::string> names;
    for (std::size_t c = 0; c < r.stable.size(); ++c)
      if (!r.stable[c][party].value_or(true))
        names.emplace_back(row(view_.solution.concepts[c].id).name);
    return names;
  }

  std::string stopped() const {
    if (!view_.solution.stopped)
      return {};
    return look_.paint(Tone::warn, "Not finished: " + view_.solution.stopped->message + ".") +
           " A ? marks what is not known.\n\n";
  }

  std::string next() const {
    if (view_.file.empty() || tabled())
      return {};
    return look_.paint(Tone::faint, "Next:") +
           fmt::format("  stasis states {} --where EXPRESSION\n", printable(view_.file));
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
                                  counted(conflict.parties.size(), "party", "parties"),
                                  counted(conflict.options.size(), "option"),
                                  grouped(engine.count(engine.feasible())), grouped(all));
  if (const auto traffic = engine.traffic())
    facts += fmt::format(" {} {}, {} of them improvements", look.dot(), counted(traffic->moves, "move"),
                         grouped(traffic->improvements));
  std::string out = look.paint(Tone::strong, printable(conflict.title)) + "\n";
  for (const std::string& about : conflict.about)
    for (const std::string& line : fold(about, look.width))
      out += look.paint(Tone::faint, printable(line)) + "\n";
  return out + facts + "\n";
}

std::string solutionText(const SolutionView& view, const Look& look) { return Text(view, look).text(); }

} // namespace stasis::report
