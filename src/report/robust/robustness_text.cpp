#include "report/robust/change_lines.h"
#include "report/robust/robustness.h"
#include "report/telling/legend.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/printable.h"
#include "report/telling/state_words.h"
#include "report/telling/table.h"
#include "report/telling/who_is_who.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace stasis::report {

using analysis::Change;
using analysis::ChangeKind;
using analysis::Outcome;
using analysis::Robustness;
using analysis::Variant;

std::string variantText(const ChangeWords& words, const Variant& variant) {
  std::vector<std::string> parts;
  for (const Change& change : variant)
    parts.push_back(words.text(change));
  return joined(parts, "; and ");
}

std::vector<std::size_t> leastChanges(const Robustness& answer, const std::vector<std::size_t>& turned) {
  std::set<Change> alone;
  for (const std::size_t v : turned)
    if (answer.variants[v].size() == 1)
      alone.insert(answer.variants[v].front());
  std::vector<std::size_t> least;
  for (const std::size_t v : turned)
    if (answer.variants[v].size() == 1 ||
        std::ranges::none_of(answer.variants[v], [&](const Change& c) { return alone.contains(c); }))
      least.push_back(v);
  return least;
}

std::vector<Fate> fates(const Robustness& answer, std::size_t state) {
  std::vector<Fate> all;
  for (std::size_t c = 0; c < answer.concepts.size(); ++c) {
    Fate fate{{c}, answer.asWritten.under[c].states[state], answer.turnedIn(state, c)};
    const auto same = std::ranges::find_if(all, [&](const Fate& other) {
      return other.asWritten == fate.asWritten && other.turned == fate.turned;
    });
    if (same == all.end())
      all.push_back(std::move(fate));
    else
      same->concepts.push_back(c);
  }
  return all;
}

namespace {

class Text {
public:
  Text(const RobustnessView& view, const Look& look)
      : view_(view), answer_(view.answer), conflict_(view.engine.conflict()),
        words_(conflict_, answer_.preferences, &view.source), look_(look), lines_(conflict_, words_, look_) {}

  std::string text() {
    std::string out = heading() + '\n' + table();
    for (std::size_t s = 0; s < answer_.states.size(); ++s)
      out += '\n' + state(s);
    if (view_.overall)
      out += appearing() + pivotal() + idle();
    return out + unsolved() + stopped();
  }

private:
  // --- the answer first

  std::string heading() {
    std::map<ChangeKind, std::size_t> kinds;
    std::size_t pairs = 0;
    for (const Variant& variant : answer_.variants)
      if (variant.size() == 1)
        ++kinds[variant.front().kind];
      else
        ++pairs;
    std::vector<std::string> parts;
    for (const auto& [kind, count] : kinds)
      parts.push_back(counted(look_, count, one(kind), several(kind)));
    if (pairs > 0)
      parts.push_back(counted(look_, pairs, "pair of changes", "pairs of changes"));
    std::string out = titleLines(conflict_, look_);
    out += lines(fmt::format("{}: {}.",
                             (answer_.isAll() ? "" : fmt::format("{} of ", answer_.variants.size())) +
                                 counted(look_, answer_.variantsInAll, "variant"),
                             parts.empty() ? "none" : joined(parts, ", ")),
                 0);
    return out;
  }

  static std::string_view one(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::drop: return "statement dropped";
    case ChangeKind::swap: return "pair of neighbours exchanged";
    case ChangeKind::free: return "option made free to change back";
    case ChangeKind::bind: return "option made irrevocable";
    case ChangeKind::allow: return "constraint left out";
    }
    return "";
  }
  static std::string_view several(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::drop: return "statements dropped";
    case ChangeKind::swap: return "pairs of neighbours exchanged";
    case ChangeKind::free: return "options made free to change back";
    case ChangeKind::bind: return "options made irrevocable";
    case ChangeKind::allow: return "constraints left out";
    }
    return "";
  }

  std::string table() {
    if (answer_.states.empty())
      return view_.overall
                 ? "There is no state to ask about: nothing is an equilibrium, and no state is named.\n"
                 : "There is no such state.\n";
    Table table{{{"", {{"#", true, false}, {"state", false, false}}}, {"holds in", {}}}, {}};
    for (const auto id : answer_.concepts)
      table.groups[1].columns.push_back({std::string(row(id).name), true, false});
    for (std::size_t s = 0; s < answer_.states.size(); ++s) {
      std::vector<Cell> cells{{printable(stateMark(view_.engine, answer_.states[s]))}, {title(s)}};
      for (std::size_t c = 0; c < answer_.concepts.size(); ++c)
        cells.push_back({share(s, c), answer_.asWritten.under[c].states[s] ? Tone::good : Tone::plain});
      table.rows.push_back(std::move(cells));
    }
    return table.text(look_) +
           look_.paint(Tone::faint, fmt::format("of {}; {} as written\n",
                                                counted(look_, answer_.solved(), "variant"), look_.yes()));
  }

  std::string title(std::size_t s) { return printable(stateTitle(conflict_, answer_.states[s])); }

  std::string share(std::size_t s, std::size_t c) {
    return fmt::format("{}{}", answer_.asWritten.under[c].states[s] ? std::string(look_.yes()) + " " : "",
                       grouped(look_, answer_.heldIn(s, c)));
  }

  // --- each state

  std::string state(std::size_t s) {
    std::string out =
        look_.paint(Tone::strong, printable(markAndTitle(view_.engine, answer_.states[s]))) + '\n';
    if (title(s).empty())
      out += look_.paint(Tone::faint, lines(inWords(conflict_, answer_.states[s], Called::name), 4));
    for (const Fate& fate : fates(answer_, s))
      out += told(s, fate);
    return out;
  }

  std::string told(std::size_t s, const Fate& fate) {
    const std::string held = grouped(look_, answer_.heldIn(s, fate.concepts.front()));
    const std::string under = underWords(answer_.concepts, fate.concepts);
    const std::string all = grouped(look_, answer_.solved());
    if (fate.turned.empty())
      return lines(
          fmt::format("Under {} it {}.", under, fate.asWritten ? "holds in every variant" : "holds in none"),
          2);
    std::string out = lines(
        fate.asWritten ? fmt::format("Under {} it holds in {} of {} variants; falls when:", under, held, all)
                       : fmt::format("Under {} it does not hold; in {} of {} variants it would, when:", under,
                                     held, all),
        2);
    const auto least = leastChanges(answer_, fate.turned);
    for (std::size_t k = 0; k < std::min(view_.limit, least.size()); ++k)
      out += variant(answer_.variants[least[k]], 6);
    return out + more(least.size(), "way", 6) + implied(fate.turned.size() - least.size());
  }

  std::string implied(std::size_t pairs) {
    return pairs == 0 ? ""
                      : lines(fmt::format("and in {} with a change that is enough alone",
                                          counted(look_, pairs, "pair", "pairs")),
                              6);
  }

  std::string more(std::size_t all, std::string_view thing, std::size_t indent) {
    return all <= view_.limit
               ? ""
               : lines(fmt::format("{} and {}; --limit shows more", look_.ellipsis(),
                                   counted(look_, all - view_.limit, "more " + std::string(thing))),
                       indent);
  }

  std::string variant(const Variant& variant, std::size_t indent) {
    std::string out;
    for (std::size_t k = 0; k < variant.size(); ++k) {
      const std::size_t in = k == 0 ? indent : indent + 2;
      out +=
          lines_.change((k == 0 ? "" : "and ") + words_.text(variant[k]), variant[k], in, in + 2, indent + 4);
    }
    return out;
  }

  // --- what else

  /// States not shown above that become equilibria.
  std::string appearing() {
    auto newcomers = answer_.newcomers();
    std::erase_if(newcomers, [&](const analysis::Newcomer& one) {
      return std::ranges::find(answer_.states, one.state) != answer_.states.end();
    });
    if (newcomers.empty())
      return {};
    std::string out =
        fmt::format("\nOther equilibria that appear: {}\n", counted(look_, newcomers.size(), "state"));
    for (std::size_t k = 0; k < std::min(view_.limit, newcomers.size()); ++k)
      out += appearing(newcomers[k]);
    return out + more(newcomers.size(), "state", 2);
  }

  std::string appearing(const analysis::Newcomer& newcomer) {
    std::vector<std::string> parts;
    std::set<std::size_t> variants;
    for (std::size_t c = 0; c < answer_.concepts.size(); ++c) {
      variants.insert(newcomer.variants[c].begin(), newcomer.variants[c].end());
      if (!newcomer.variants[c].empty())
        parts.push_back(
            fmt::format("under {} in {}", row(answer_.concepts[c]).name, newcomer.variants[c].size()));
    }
    const Variant& first = answer_.variants[*variants.begin()];
    return lines(fmt::format("{}: {}", name(newcomer.state), joined(parts, ", ")), 2) +
           lines((variants.size() == 1 ? "when " : "such as when ") + variantText(words_, first), 6);
  }

  /// The name of a state that may only be feasible in a variant.
  std::string name(const model::Pattern& state) {
    return printable(view_.engine.number(state)
                         ? markAndTitle(view_.engine, state)
                         : "infeasible as written: " + inWords(conflict_, state, Called::name));
  }

  std::string pivotal() {
    std::vector<std::size_t> order;
    for (std::size_t v = 0; v < answer_.outcomes.size(); ++v)
      if (answer_.variants[v].size() == 1 && answer_.outcomes[v].changesEquilibria())
        order.push_back(v);
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t v) { return turnedBy(v); });
    if (order.empty())
      return "\nNo single change alters any equilibrium.\n";
    std::string out =
        "\nPivotal, those first that turn most verdicts on the states above (equilibria lost and gained):\n";
    for (std::size_t k = 0; k < std::min(view_.limit, order.size()); ++k) {
      out += variant(answer_.variants[order[k]], 2);
      out += lines(lostAndGained(answer_.outcomes[order[k]]), 6);
    }
    return out + more(order.size(), "change", 2);
  }

  std::size_t turnedBy(std::size_t v) {
    std::size_t count = 0;
    for (std::size_t c = 0; c < answer_.concepts.size(); ++c)
      for (std::size_t s = 0; s < answer_.states.size(); ++s)
        count += answer_.outcomes[v].under[c].states[s] != answer_.asWritten.under[c].states[s] ? 1 : 0;
    return count;
  }

  std::string lostAndGained(const Outcome& outcome) {
    std::vector<std::string> parts;
    for (std::size_t c = 0; c < answer_.concepts.size(); ++c)
      if (const auto& held = outcome.under[c]; held.lost.value_or(0) != 0 || held.appeared.value_or(0) != 0)
        parts.push_back(fmt::format("{} {}{} +{}", row(answer_.concepts[c]).name, look_.ascii ? "-" : "−",
                                    grouped(look_, *held.lost), grouped(look_, *held.appeared)));
    return joined(parts, ", ");
  }

  /// The statements on which nothing depends, by party.
  std::string idle() {
    std::vector<std::pair<std::string, std::vector<std::string>>> byParty;
    for (std::size_t v = 0; v < answer_.outcomes.size(); ++v) {
      const Change& first = answer_.variants[v].front();
      if (answer_.variants[v].size() != 1 || first.kind != ChangeKind::drop ||
          !answer_.outcomes[v].solved() || answer_.outcomes[v].changesEquilibria())
        continue;
      if (byParty.empty() || byParty.back().first != words_.whose(first))
        byParty.emplace_back(words_.whose(first), std::vector<std::string>());
      byParty.back().second.push_back(marked(words_.said(first.where, first.first)));
    }
    std::string out;
    for (const auto& [party, statements] : byParty)
      out += lines(party + ": " + joined(statements, ", "), 2);
    return out.empty() ? "" : "\nAny one of these can be dropped, and no equilibrium changes:\n" + out;
  }

  std::string unsolved() {
    std::string out;
    for (std::size_t v = 0; v < answer_.outcomes.size(); ++v)
      if (!answer_.outcomes[v].problem.empty() && answer_.variants[v].size() == 1)
        out += lines(variantText(words_, answer_.variants[v]) + ": " + answer_.outcomes[v].problem, 2);
    return out.empty() ? "" : "\nNot to be solved:\n" + out;
  }

  std::string stopped() {
    if (!answer_.stopped)
      return {};
    return '\n' +
           look_.paint(Tone::warn,
                       fmt::format("Not finished: {} of {} variants are solved; {}.", answer_.solved(),
                                   answer_.variants.size(), answer_.stopped->message)) +
           '\n';
  }

  std::string lines(std::string_view text, std::size_t indent) const { return lines_.lines(text, indent); }

  const RobustnessView& view_;
  const Robustness& answer_;
  const model::Conflict& conflict_;
  ChangeWords words_;
  const Look& look_;
  ChangeLines lines_;
};

} // namespace

std::string robustnessText(const RobustnessView& view, const Look& look) {
  return Text(view, look).text() + conceptsBelow(view.answer.concepts, look);
}

} // namespace stasis::report
