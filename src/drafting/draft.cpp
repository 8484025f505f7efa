#include "drafting/draft.h"

#include "drafting/draft_text.h"
#include "drafting/short_name.h"
#include "language/lexing/token.h"
#include "language/words/format.h"

#include <set>

namespace stasis::drafting {

namespace {

constexpr std::string_view head =
    "# A first draft, made from what the reports say and from nothing else. Read it against them: join what "
    "is one thing,\n"
    "# drop what is beside the point, put the preferences in order (the most important first), and say what "
    "cannot be\n"
    "# together with `never`. `stasis check` finds every cited word in its report.\n\n";

class Text {
public:
  Text(const std::vector<DraftReport>& reports, const Sketch& sketch)
      : reports_(reports), s_(sketch), citations_(reports, given_) {
    for (const SketchOption& option : s_.options)
      names_.push_back(option.name);
  }

  std::string run() {
    const std::string declared = parties();
    const std::string bars = barred();
    const std::string body = declared + bars + statusQuo() + wishes();
    const std::string sources = citations_.sources();
    return std::string(head) + title() + sources + (sources.empty() ? "" : "\n") + body +
           leftOutText(s_, reports_, citations_);
  }

private:
  const std::vector<DraftReport>& reports_;
  const Sketch& s_;
  exchange::GivenNames given_;
  CitationLines citations_;
  std::vector<std::string> names_;

  std::string title() const {
    std::string out = "conflict " + language::quoted(fromWhere()) + '\n';
    for (const DraftReport& report : reports_)
      if (report.ledger.date && reports_.size() == 1)
        out += "about " + language::quoted("As reported on " + labelOf(*report.ledger.date)) + '\n';
    return out + '\n';
  }
  std::string fromWhere() const {
    if (reports_.size() > 1)
      return "Draft from " + std::to_string(reports_.size()) + " reports";
    const std::string& path = reports_.front().path;
    return path.empty() ? "Draft from a report" : "Draft from " + labelOf(path);
  }

  std::string parties() {
    std::string out;
    for (std::size_t i = 0; i < s_.parties.size(); ++i)
      out += party(i);
    if (s_.parties.empty())
      out = "# No statement says who could do what: name the parties and their options here.\n"
            "party Somebody\n  option act\n";
    return out + '\n';
  }
  std::string party(std::size_t i) {
    const SketchParty& one = s_.parties[i];
    std::string out = "party " + one.name;
    if (const std::string label = labelOf(one.label); !label.empty() && label != one.name)
      out += ' ' + language::quoted(label);
    if (one.isEvents)
      out += "  # conditions of others: give each to the party that decides it";
    out += '\n';
    bool any = false;
    for (const SketchOption& option : s_.options)
      if (option.party == i) {
        any = true;
        out += "  option " + option.name + ' ' + language::quoted(labelOf(option.deed.label)) + '\n' +
               citations_.because(option.because, "    ");
      }
    return any ? out : out + "  # what it can do is not said\n";
  }

  std::string barred() {
    std::string out;
    for (const Bar& bar : s_.bars) {
      std::string line = "never ";
      for (const WishCondition& part : bar.together)
        line += (&part == bar.together.data() ? "" : " and ") + std::string(part.negated ? "not " : "") +
                names_[part.option];
      if (out.find(line + '\n') == std::string::npos)
        out += line + '\n' + citations_.because(bar.because, "  ");
    }
    return out.empty() ? out : out + '\n';
  }

  std::string statusQuo() const {
    std::string today;
    for (const SketchOption& option : s_.options)
      if (option.today)
        today += (today.empty() ? "" : ", ") + option.name;
    if (!today.empty())
      return "# Going on already, as the reports say; nothing else is taken to be done yet.\nstatus quo " +
             today + "\n\n";
    return "# Nothing of this is taken to be done yet: name here what is.\nstatus quo none\n\n";
  }

  std::string wishes() {
    std::string out;
    for (const SketchParty& party : s_.parties) {
      if (party.wishes.empty())
        continue;
      out += "prefer " + party.name + '\n';
      std::set<std::string> seen;
      for (const Wish& wish : party.wishes) {
        const std::string said = wishText(wish, names_);
        const std::string cites = citations_.because(wish.because, "    ");
        const std::string remark = wish.remark.empty() ? "" : "  # " + wish.remark;
        if (seen.insert(said).second)
          out.append("  ").append(said).append(remark).append("\n");
        out += cites;
      }
    }
    return out;
  }
};

} // namespace

Sketch sketchOf(const std::vector<DraftReport>& reports, std::size_t mostOptions) {
  std::vector<SketchReport> texts;
  for (const DraftReport& report : reports)
    texts.push_back({report.text, &report.ledger});
  return sketch(texts, mostOptions);
}

Drafted draft(const std::vector<DraftReport>& reports, std::size_t mostOptions) {
  const Sketch made = sketchOf(reports, mostOptions);
  Drafted result;
  result.text = Text(reports, made).run();
  if (auto formatted = language::format(language::SourceText("draft", result.text)); formatted.text)
    result.text = std::move(*formatted.text);
  result.parties = made.parties.size();
  result.options = made.options.size();
  result.unused = made.leftOut.size();
  for (const SketchParty& party : made.parties)
    result.wishes += party.wishes.size();
  return result;
}

} // namespace stasis::drafting
