#include "report/robust/change_lines.h"
#include "report/robust/footing.h"
#include "report/telling/legend.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/printable.h"
#include "report/telling/state_words.h"
#include "report/telling/table.h"
#include "report/telling/who_is_who.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

using analysis::Beliefs;
using analysis::Footing;
using analysis::FootingAnswer;
using stability::Count;

analysis::Change dropping(const analysis::Belief& belief) {
  return {analysis::ChangeKind::drop, belief.preference, {belief.position}, {}};
}

std::string beliefText(const ChangeWords& words, const analysis::Belief& belief) {
  return words.whose(dropping(belief)) + ": " + marked(words.said(belief.preference, {belief.position}));
}

std::string percentage(const Count& part, const Count& whole) {
  const Count scaled = part * 10000;
  Count hundredths = (scaled * 2 + whole) / (whole * 2); // to the nearest
  if (part > 0 && hundredths == 0)
    return "<0.01%";
  if (part < whole && hundredths == 10000)
    return ">99.99%";
  std::string digits = hundredths.get_str();
  digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
  std::string fraction = digits.substr(digits.size() - 2);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return digits.substr(0, digits.size() - 2) + (fraction.empty() ? "" : "." + fraction) + "%";
}

namespace {

/// Concepts under which a state has the same footing.
struct Ground {
  std::vector<std::size_t> concepts;
  const Footing* footing;
};

bool alike(const Footing& a, const Footing& b) {
  return a.asWritten == b.asWritten && a.held == b.held && a.restsOn == b.restsOn &&
         a.turnedBy == b.turnedBy && a.restsOnMore == b.restsOnMore && a.turnedByMore == b.turnedByMore;
}

class Text {
public:
  Text(const FootingView& view, const Look& look)
      : view_(view), answer_(view.answer), conflict_(view.engine.conflict()),
        words_(conflict_, answer_.preferences, &view.source), look_(look), lines_(conflict_, words_, look_) {}

  std::string text() {
    std::string out = titleLines(conflict_, look_);
    out += lines(fmt::format("{}, each held or not: {}, all of them solved at once ({} engine).",
                             counted(look_, answer_.beliefs.size(), "statement"),
                             counted(look_, answer_.subsets, "subset"), view_.solver),
                 0);
    out += '\n' + table();
    for (std::size_t s = 0; s < answer_.states.size(); ++s)
      out += state(s);
    if (answer_.stopped)
      out += '\n' + look_.paint(Tone::warn, "Not finished: " + answer_.stopped->message + ".") + '\n';
    return out;
  }

private:
  std::string table() {
    Table table{{{"", {{"#", true, false}, {"state", false, false}}}, {"an equilibrium in", {}}}, {}};
    for (const auto id : answer_.concepts)
      table.groups[1].columns.push_back({std::string(row(id).name), true, false});
    for (std::size_t s = 0; s < answer_.states.size(); ++s) {
      std::vector<Cell> cells{{printable(stateMark(view_.engine, answer_.states[s]))},
                              {printable(stateTitle(conflict_, answer_.states[s]))}};
      for (const auto& footing : answer_.footing[s])
        cells.push_back(!footing ? Cell{std::string(look_.ellipsis()), Tone::faint}
                                 : Cell{(footing->asWritten ? std::string(look_.yes()) + " " : "") +
                                            percentage(footing->held, answer_.subsets),
                                        footing->asWritten ? Tone::good : Tone::plain});
      table.rows.push_back(std::move(cells));
    }
    return table.text(look_) +
           look_.paint(Tone::faint,
                       fmt::format("of the subsets; {} when every statement is held\n", look_.yes()));
  }

  std::vector<Ground> grounds(std::size_t s) {
    std::vector<Ground> all;
    for (std::size_t c = 0; c < answer_.concepts.size(); ++c) {
      if (!answer_.footing[s][c])
        continue;
      const Footing& footing = *answer_.footing[s][c];
      const auto same =
          std::ranges::find_if(all, [&](const Ground& other) { return alike(*other.footing, footing); });
      if (same == all.end())
        all.push_back({{c}, &footing});
      else
        same->concepts.push_back(c);
    }
    return all;
  }

  std::string state(std::size_t s) {
    std::string out =
        '\n' + look_.paint(Tone::strong, printable(markAndTitle(view_.engine, answer_.states[s]))) + '\n';
    if (stateTitle(conflict_, answer_.states[s]).empty())
      out += look_.paint(Tone::faint, lines(inWords(conflict_, answer_.states[s], Called::name), 4));
    for (const Ground& ground : grounds(s))
      out += told(ground);
    return out;
  }

  std::string told(const Ground& ground) {
    const Footing& footing = *ground.footing;
    std::string out =
        lines("Under " + underWords(answer_.concepts, ground.concepts) + ' ' + share(footing) + '.', 2);
    if (footing.asWritten)
      out += restsOn(footing);
    if (!footing.turnedBy.empty())
      out += sets(footing.asWritten ? "It falls without" : "It would hold without", footing.turnedBy,
                  footing.turnedByMore);
    else if (footing.held > 0 && !footing.asWritten)
      out += lines(fmt::format("It would take more than {} statements dropped.", analysis::mostDropped), 4);
    return out;
  }

  std::string share(const Footing& footing) {
    if (footing.held == 0)
      return "in no subset";
    if (footing.held == answer_.subsets)
      return "in every subset: whatever is believed";
    return fmt::format("in {} of {} ({}){}", grouped(look_, footing.held),
                       counted(look_, answer_.subsets, "subset"), percentage(footing.held, answer_.subsets),
                       footing.asWritten ? "" : ", not when every statement is held");
  }

  std::string restsOn(const Footing& footing) {
    if (footing.held == answer_.subsets)
      return {};
    return sets(footing.restsOn.size() == 1 && !footing.restsOnMore
                    ? "It rests on this, whatever else is believed"
                    : "It rests on any one of these, whatever else is believed",
                footing.restsOn, footing.restsOnMore);
  }

  std::string sets(std::string_view head, const std::vector<Beliefs>& sets, bool more) {
    std::string out = lines(std::string(head) + ":", 4);
    for (const Beliefs& set : sets)
      for (std::size_t k = 0; k < set.size(); ++k) {
        const analysis::Belief& belief = answer_.beliefs[set[k]];
        out += lines_.change((k == 0 ? "" : "and ") + beliefText(words_, belief), dropping(belief),
                             k == 0 ? 6 : 8, 12, 12);
      }
    return more ? out + lines(std::string(look_.ellipsis()) + " and others; --limit shows more", 6) : out;
  }

  std::string lines(std::string_view text, std::size_t indent) const { return lines_.lines(text, indent); }

  const FootingView& view_;
  const FootingAnswer& answer_;
  const model::Conflict& conflict_;
  ChangeWords words_;
  const Look& look_;
  ChangeLines lines_;
};

} // namespace

std::string footingText(const FootingView& view, const Look& look) {
  return Text(view, look).text() + conceptsBelow(view.answer.concepts, look);
}

} // namespace stasis::report
