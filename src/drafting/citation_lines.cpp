#include "drafting/citation_lines.h"

#include "drafting/short_name.h"
#include "evidence/cut_words.h"
#include "language/lexing/token.h"
#include "language/words/statement_number.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

namespace stasis::drafting {

namespace {

constexpr std::size_t mostCited = 5; // citations below one line
constexpr std::size_t wholeText = static_cast<std::size_t>(-1);

std::optional<model::Range> placeOf(const std::string& words, const evidence::CitableText& text) {
  const evidence::Quotation quotation(words);
  if (quotation.pieces().empty() || language::statementNumber(words)) // `#4`: of a ledger
    return std::nullopt;
  return text.find(quotation).found;
}

} // namespace

CitationLines::CitationLines(const std::vector<DraftReport>& reports, exchange::GivenNames& given,
                             const std::vector<std::pair<std::string, std::string>>& known)
    : reports_(reports), cited_(reports.size(), false), known_(reports.size(), false) {
  for (std::size_t i = 0; i < reports.size(); ++i) {
    texts_.push_back(std::make_unique<evidence::CitableText>(reports[i].text));
    const auto at = std::ranges::find(known, reports[i].path, &std::pair<std::string, std::string>::first);
    known_[i] = at != known.end();
    const std::string stem = std::filesystem::path(reports[i].path).stem().string();
    names_.push_back(known_[i] ? at->second : given.give(exchange::identifierFrom(stem, "report")));
  }
}

/// The words, or their whole sentence if they are cut off from a word that changes their meaning; empty if
/// not found.
std::string CitationLines::citable(const Cite& cite) const {
  const DraftReport& report = reports_[cite.report];
  if (report.path.empty())
    return {};
  const std::string words = labelOf(cite.words, wholeText);
  const auto place = placeOf(words, *texts_[cite.report]);
  if (place && !evidence::cutAt(report.text, *place))
    return words;
  const std::string sentence = labelOf(cite.sentence, wholeText);
  if (!sentence.empty() && placeOf(sentence, *texts_[cite.report]))
    return sentence;
  return place ? words : std::string();
}

std::string CitationLines::because(const std::vector<Cite>& cites, std::string_view indent) {
  std::string out;
  std::set<std::string> seen;
  for (const Cite& cite : cites) {
    if (seen.size() == mostCited)
      break;
    const std::string words = citable(cite);
    if (words.empty() || !seen.insert(words).second)
      continue;
    cited_[cite.report] = true;
    out += std::string(indent) + "because " + names_[cite.report] + ' ' + language::quoted(words) + '\n';
  }
  return out;
}

std::string CitationLines::sources() const {
  std::string out;
  for (std::size_t i = 0; i < reports_.size(); ++i)
    if (cited_[i] && !known_[i])
      out += "source " + names_[i] + ' ' + language::quoted(reports_[i].path) + '\n';
  return out;
}

} // namespace stasis::drafting
