#include "drafting/draft.h"

#include "drafting/short_name.h"
#include "drafting/sketch.h"
#include "evidence/passage.h"
#include "exchange/identifier.h"
#include "language/lexing/source_text.h"
#include "language/lexing/token.h"
#include "language/words/format.h"
#include "language/words/statement_number.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

namespace stasis::drafting {

using evidence::LedgerEntry;

namespace {

constexpr std::size_t mostComments = 40; // statements listed below the model
constexpr std::size_t mostCited = 5;     // wordings below one line
constexpr std::size_t wholeText = static_cast<std::size_t>(-1);

constexpr std::string_view head =
    "# A first draft, made from what the reports say and from nothing else. Read it against them: join what "
    "is one thing,\n"
    "# drop what is beside the point, put the preferences in order (the most important first), and say what "
    "cannot be\n"
    "# together with `never`. `stasis check` finds every cited word in its report.\n\n";

class Text {
public:
  Text(const std::vector<DraftReport>& reports, const Sketch& sketch) : reports_(reports), s_(sketch) {
    for (const DraftReport& report : reports_) {
      normal_.push_back(std::make_unique<evidence::NormalText>(report.text));
      lines_.emplace_back(report.path, std::string(report.text));
      const std::string stem = std::filesystem::path(report.path).stem().string();
      sources_.push_back(names_.give(exchange::identifierFrom(stem, "report")));
    }
    cited_.resize(reports_.size(), false);
  }

  std::string run() {
    const std::string body = parties() + statusQuo() + wishes();
    return std::string(head) + title() + sources() + body + comments();
  }

private:
  const std::vector<DraftReport>& reports_;
  const Sketch& s_;
  std::vector<std::unique_ptr<evidence::NormalText>> normal_;
  std::vector<language::SourceText> lines_;
  exchange::GivenNames names_;
  std::vector<std::string> sources_;
  std::vector<bool> cited_;

  std::string title() const {
    std::string out = "conflict " + language::quoted(fromWhere()) + '\n';
    for (const DraftReport& report : reports_)
      if (report.ledger.date && reports_.size() == 1)
        out += "about " + language::quoted("As reported on " + labelOf(*report.ledger.date)) + '\n';
    return out + '\n';
  }

  std::string fromWhere() const {
    const std::string& path = reports_.front().path;
    return path.empty() ? "Draft from a report" : "Draft from " + labelOf(path);
  }

  std::string sources() const {
    std::string out;
    for (std::size_t i = 0; i < reports_.size(); ++i)
      if (cited_[i])
        out += "source " + sources_[i] + ' ' + language::quoted(reports_[i].path) + '\n';
    return out.empty() ? out : out + '\n';
  }

  // --- citations

  /// Only words that are really found, so that the draft checks; markup within them does not read well, but
  /// is what the file has.
  std::string because(const std::vector<Cite>& cites, std::string_view indent) {
    std::string out;
    std::set<std::string> seen;
    for (const Cite& cite : cites) {
      const std::string words = labelOf(cite.words, wholeText);
      if (seen.size() == mostCited)
        break;
      if (seen.contains(words) || !found(words, cite.report))
        continue;
      seen.insert(words);
      cited_[cite.report] = true;
      out += std::string(indent) + "because " + sources_[cite.report] + ' ' + language::quoted(words) + '\n';
    }
    return out;
  }

  bool found(const std::string& words, std::size_t report) const {
    const evidence::Quotation quotation(words);
    if (reports_[report].path.empty())
      return false;
    if (language::statementNumber(words)) // `#4` would be read as a statement of a ledger
      return false;
    return !quotation.pieces().empty() && evidence::find(quotation, *normal_[report]).found;
  }

  // --- blocks

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
               because(option.because, "    ");
      }
    return any ? out : out + "  # what it can do is not said\n";
  }

  static std::string statusQuo() {
    return "# Nothing of this is taken to be done yet: name here what is.\nstatus quo none\n\n";
  }

  std::string wishes() {
    std::string out;
    for (const SketchParty& party : s_.parties) {
      if (party.wishes.empty())
        continue;
      out += "prefer " + party.name + '\n';
      std::set<std::string> seen;
      for (const Wish& wish : party.wishes)
        out += line(wish, seen);
    }
    return out;
  }

  std::string line(const Wish& wish, std::set<std::string>& seen) {
    std::string said = (wish.negated ? "not " : "") + s_.options[wish.option].name;
    for (const WishCondition& condition : wish.conditions)
      said += (&condition == wish.conditions.data() ? " if "
               : wish.either                        ? " or "
                                                    : " and ") +
              std::string(condition.negated ? "not " : "") + s_.options[condition.option].name;
    const std::string cites = because(wish.because, "    ");
    const std::string remark = wish.remark.empty() ? "" : "  # " + wish.remark;
    if (!seen.insert(said).second)
      return cites; // said before: one more citation
    return "  " + said + remark + '\n' + cites;
  }

  // --- what is not in the model

  std::string comments() const {
    if (s_.leftOut.empty())
      return {};
    std::string out = "\n# Said, but not in the model, and why:\n";
    for (std::size_t i = 0; i < s_.leftOut.size() && i < mostComments; ++i)
      out += comment(s_.leftOut[i]);
    if (s_.leftOut.size() > mostComments)
      out += "#   … and " + std::to_string(s_.leftOut.size() - mostComments) +
             " more, which `stasis read` lists\n";
    return out;
  }

  std::string comment(const LeftOut& one) const {
    const LedgerEntry& entry = *one.entry;
    const auto place = lines_[one.report].place(entry.said().range.begin);
    const std::string who = entry.speaker ? labelOf(*entry.speaker) : "nobody named";
    return "#   " + sources_[one.report] + ", line " + std::to_string(place.line) + ", " + who + ", " +
           one.why + ": " + labelOf(one.words, 140) + '\n';
  }
};

} // namespace

Drafted draft(const std::vector<DraftReport>& reports, std::size_t mostOptions) {
  std::vector<SketchReport> texts;
  for (const DraftReport& report : reports)
    texts.push_back({report.text, &report.ledger});
  const Sketch made = sketch(texts, mostOptions);
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
