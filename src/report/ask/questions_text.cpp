#include "report/ask/questions.h"
#include "report/telling/legend.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/path_words.h"
#include "report/telling/printable.h"
#include "report/telling/state_words.h"
#include "report/telling/table.h"
#include "report/telling/who_is_who.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

using analysis::AskedOutcome;
using analysis::PointWorth;

namespace {

class Text {
public:
  Text(const QuestionsView& view, const Look& look)
      : view_(view), answer_(view.answer), conflict_(answer_.conflict), words_(conflict_, &view.source),
        look_(look) {}

  std::string text() {
    std::string out = titleLines(conflict_, look_);
    for (const std::string& one : howSolved(view_, look_))
      out += lines(one + '.', 0);
    out += lines("Equilibria under " + std::string(row(view_.question.concept_).name) +
                     (view_.chosen ? ", the strictest concept under which anything holds as written." : "."),
                 0);
    if (!answer_.shares.empty())
      out += '\n' + table() + questions();
    if (answer_.stopped)
      out += '\n' + look_.paint(Tone::warn, "Not finished: " + answer_.stopped->message + ".") + '\n';
    return out;
  }

private:
  std::string table() {
    Table table{
        {{"", {{"outcome", false, false}}}, {"", {{"as written", false, true}, {"holds in", true, false}}}},
        {}};
    for (std::size_t o = 0; o < answer_.shares.size(); ++o) {
      const bool now = answer_.asWritten[o];
      table.rows.push_back({{printable(outcomeWords(view_, outcome(o)))},
                            {std::string(now ? look_.yes() : look_.no()), now ? Tone::good : Tone::plain},
                            {percent(shareOf(answer_.shares[o]))}});
    }
    return table.text(look_) + look_.paint(Tone::faint, "of the readings\n");
  }

  std::string questions() {
    if (answer_.ranking.empty())
      return '\n' + lines(nothingToAsk(view_), 0);
    std::string out = '\n' + look_.paint(Tone::strong, "What to find out first") + '\n';
    const std::size_t told = std::min(view_.limit, answer_.ranking.size());
    for (std::size_t k = 0; k < told; ++k) {
      out += question(k);
      if (k == 0)
        out += then();
    }
    if (answer_.ranking.size() > told)
      out += lines(fmt::format("{} more; --limit shows them.", answer_.ranking.size() - told), 2);
    const auto idle = static_cast<unsigned long>(answer_.points.size() - answer_.ranking.size());
    if (idle > 0)
      out += lines(
          counted(look_, idle, "open point") + (idle == 1 ? " decides" : " decide") + " nothing alone.", 2);
    return out;
  }

  std::string question(std::size_t k) {
    const PointWorth& worth = answer_.worth[answer_.ranking[k]];
    const auto& point = answer_.points[worth.point];
    const std::string place = words_.place(point);
    std::string out = lines(
        fmt::format("{}. {}{}", k + 1, words_.question(point), place.empty() ? "" : "   (" + place + ")"), 2,
        5);
    out += lines(fmt::format("It decides {} of what is open about {} ({:.3f} of {:.3f} bits).",
                             percent(worth.bits / answer_.open), about(worth), worth.bits, answer_.open),
                 5);
    out += shares(worth, 5);
    for (const std::string& words : words_.evidence(point))
      out += look_.paint(Tone::faint, lines(words, 5, 9));
    return out + look_.paint(Tone::faint,
                             lines("Who could say: " + enumerated(words_.whoCouldSay(point), "or") + '.', 5));
  }

  /// The outcomes of which it says something.
  std::string about(const PointWorth& worth) {
    std::vector<std::string> names;
    for (std::size_t o = 0; o < worth.bitsBy.size(); ++o)
      if (worth.bitsBy[o] > analysis::leastBits)
        names.push_back(outcomeWords(view_, outcome(o)));
    return names.size() > 3 ? counted(look_, static_cast<unsigned long>(names.size()), "outcome")
                            : enumerated(names);
  }

  std::string shares(const PointWorth& worth, std::size_t indent) {
    std::string out;
    const auto all = sharesIf(view_, worth);
    for (std::size_t k = 0; k < std::min(all.size(), view_.limit); ++k)
      out += lines(all[k], indent, indent + 4);
    return out;
  }

  std::string then() {
    std::string out;
    for (const auto& next : answer_.then) {
      const std::string when = next.after ? "If yes" : "If no";
      if (!next.best) {
        out += lines(when + ", no other answer says anything.", 5);
        continue;
      }
      out += lines(fmt::format("{}, ask next: {} ({:.3f} bits)", when,
                               words_.question(answer_.points[next.best->point]), next.best->bits),
                   5, 9);
      out += shares(*next.best, 9);
    }
    return out;
  }

  const AskedOutcome& outcome(std::size_t o) const { return view_.question.outcomes[o]; }

  std::string lines(std::string_view text, std::size_t indent) { return lines(text, indent, indent + 2); }
  std::string lines(std::string_view text, std::size_t indent, std::size_t further) {
    std::string out;
    for (const auto& line : fold(printable(text), look_.width - further))
      out += std::string(out.empty() ? indent : further, ' ') + line + '\n';
    return out;
  }

  const QuestionsView& view_;
  const analysis::Questions& answer_;
  const model::Conflict& conflict_;
  PointWords words_;
  const Look& look_;
};

} // namespace

std::string questionsText(const QuestionsView& view, const Look& look) {
  return Text(view, look).text() + conceptsBelow({view.question.concept_}, look);
}

} // namespace stasis::report
