#include "report/model/ledger.h"

#include "report/telling/csv.h"
#include "report/telling/markdown.h"
#include "report/telling/numbers.h"
#include "report/telling/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace stasis::report {

using evidence::LedgerEntry;
using evidence::Passage;

namespace {

std::string oneLine(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space)
      out += c;
    else if (!out.ends_with(' '))
      out += ' ';
  }
  return printable(out);
}

/// The words of an entry; a quotation stands between marks.
std::string words(const LedgerEntry& entry, const Look& look) {
  std::string text = oneLine(entry.said().read());
  if (!entry.quote)
    return text;
  return look.ascii ? '"' + text + '"' : "“" + text + "”";
}

std::string condition(const LedgerEntry& entry) {
  return entry.condition ? entry.condition->marker + ' ' + oneLine(entry.condition->clause.read())
                         : std::string();
}

std::string speaker(const LedgerEntry& entry) {
  if (!entry.speaker)
    return "(not named)";
  std::string all =
      printable(*entry.speaker) + (entry.principal ? " for " + printable(*entry.principal) : "");
  for (std::size_t i = 1; i < entry.speakers.size(); ++i)
    all += " and " + printable(entry.speakers[i].name);
  return all;
}

/// True of a statement that nobody made: such an entry has no number.
bool isUnreal(const LedgerEntry& entry) { return entry.id == 0; }

std::string number(const LedgerEntry& entry) { return isUnreal(entry) ? "-" : std::to_string(entry.id); }

/// `report.txt#4` if there are several reports, otherwise the number.
std::string reference(const LedgerEntry& entry, bool several) {
  return several ? printable(entry.source) + '#' + number(entry) : number(entry);
}

/// `threat`; for a statement that nobody made, `threat (denied)`.
std::string kindWords(const LedgerEntry& entry) {
  const std::string kind(evidence::word(entry.kind));
  return isUnreal(entry) ? kind + " (" + std::string(evidence::word(entry.reality)) + ')' : kind;
}

// Makes rows of the table with folded cells.
class FoldedRows {
public:
  explicit FoldedRows(std::vector<std::size_t> widths) : widths_(std::move(widths)) {}

  std::string row(const std::vector<std::string>& cells, const std::vector<Tone>& tones,
                  const Look& look) const {
    std::vector<std::vector<std::string>> folded;
    std::size_t height = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      folded.push_back(fold(cells[i], widths_[i]));
      height = std::max(height, folded.back().size());
    }
    std::string out;
    for (std::size_t line = 0; line < height; ++line)
      out += lineOf(folded, line, tones, look) + '\n';
    return out;
  }

private:
  std::vector<std::size_t> widths_;

  std::string lineOf(const std::vector<std::vector<std::string>>& folded, std::size_t line,
                     const std::vector<Tone>& tones, const Look& look) const {
    std::string out;
    std::size_t owed = 0; // spaces, written only if something follows
    for (std::size_t i = 0; i < folded.size(); ++i) {
      const std::string text = line < folded[i].size() ? folded[i][line] : std::string();
      const std::string padded = i == 0 ? padLeft(text, widths_[0]) : text;
      if (!padded.empty() && padded.find_first_not_of(' ') != std::string::npos) {
        out += std::string(owed, ' ') + look.paint(tones[i], padded);
        owed = 0;
      } else {
        owed += width(padded);
      }
      owed += widths_[i] - std::min(widths_[i], width(padded)) + 2;
    }
    return out;
  }
};

FoldedRows layout(const std::vector<LedgerEntry>& entries, const Look& look) {
  std::size_t id = 1;
  std::size_t who = 7;
  std::size_t kind = 10;
  for (const LedgerEntry& entry : entries) {
    id = std::max(id, number(entry).size());
    who = std::max(who, width(speaker(entry)));
    if (isUnreal(entry)) // kind and reality take a line each
      kind = std::max(kind, evidence::word(entry.reality).size() + 2);
  }
  who = std::min<std::size_t>(who, 24);
  const std::size_t fixed = id + who + kind + 8;
  const std::size_t rest = std::max<std::size_t>(look.width > fixed ? look.width - fixed : 0, 40);
  return FoldedRows({id, who, kind, rest * 3 / 5, rest - rest * 3 / 5});
}

std::string summary(const std::vector<const LedgerEntry*>& entries, const Look& look) {
  std::set<std::string> speakers;
  std::size_t conditions = 0;
  std::size_t unreal = 0;
  for (const LedgerEntry* entry : entries) {
    unreal += isUnreal(*entry) ? 1 : 0;
    if (entry->speaker && !isUnreal(*entry))
      speakers.insert(*entry->speaker);
    conditions += entry->condition && !isUnreal(*entry) ? 1 : 0;
  }
  return fmt::format("{}      {} {} {} {} {}{}\n",
                     look.paint(Tone::strong, printable(entries.front()->source)),
                     counted(entries.size() - unreal, "statement"), look.dot(),
                     counted(speakers.size(), "speaker"), look.dot(), counted(conditions, "condition"),
                     unreal == 0 ? "" : fmt::format(" {} {} that nobody made", look.dot(), unreal));
}

std::string tableOf(const std::vector<const LedgerEntry*>& entries, const FoldedRows& rows,
                    const Look& look) {
  std::string out = summary(entries, look) + '\n';
  out += rows.row({"#", "speaker", "kind", "words", "condition"}, std::vector(5, Tone::faint), look);
  for (const LedgerEntry* entry : entries) {
    const Tone sure = entry->confidence == evidence::Confidence::low ? Tone::warn : Tone::strong;
    out += rows.row(
        {number(*entry), speaker(*entry), kindWords(*entry), words(*entry, look), condition(*entry)},
        {Tone::plain, entry->speaker ? sure : Tone::warn, Tone::accent, Tone::plain, Tone::plain}, look);
  }
  return out;
}

/// Consecutive entries of one report.
std::vector<std::vector<const LedgerEntry*>> bySource(const std::vector<LedgerEntry>& entries) {
  std::vector<std::vector<const LedgerEntry*>> groups;
  for (const LedgerEntry& entry : entries) {
    if (groups.empty() || groups.back().front()->source != entry.source)
      groups.emplace_back();
    groups.back().push_back(&entry);
  }
  return groups;
}

constexpr std::array titles{"id",    "source", "kind",     "speaker",   "principal",   "addressee",
                            "words", "direct", "marker",   "condition", "consequence", "confidence",
                            "begin", "end",    "polarity", "reality"};

std::vector<std::string> fields(const LedgerEntry& entry) {
  return {isUnreal(entry) ? "" : std::to_string(entry.id),
          entry.source,
          std::string(evidence::word(entry.kind)),
          entry.speaker.value_or(""),
          entry.principal.value_or(""),
          entry.addressee.value_or(""),
          entry.said().read(),
          csvFlag(entry.quote.has_value()),
          entry.condition ? entry.condition->marker : "",
          entry.condition ? entry.condition->clause.read() : "",
          entry.consequence ? entry.consequence->read() : "",
          std::string(evidence::word(entry.confidence)),
          std::to_string(entry.said().range.begin),
          std::to_string(entry.said().range.end),
          std::string(evidence::word(entry.polarity)),
          std::string(evidence::word(entry.reality))};
}

void tell(std::string& out, std::string_view name, const std::string& value) {
  if (!value.empty())
    out += fmt::format("  {:<12}{}\n", name, value);
}

std::string decidedBy(const LedgerEntry& entry) {
  if (entry.decidedBy.empty())
    return "nothing showed another";
  return entry.decidedBy == evidence::byAnalyst && !entry.review.empty()
             ? "decided by an analyst"
             : "decided by “" + oneLine(entry.decidedBy) + "”";
}

std::string at(const Passage& passage) {
  return fmt::format("{}  [{}, {})", oneLine(passage.read()), passage.range.begin, passage.range.end);
}

/// The sentence, folded; below each line, marks under the passage.
std::string underlined(std::string_view sentence, model::Range passage, const Look& look) {
  std::string out;
  std::size_t from = 0;
  for (const std::string& line : fold(sentence, look.width - 4)) {
    const auto begin = sentence.find(line, from);
    out += "  " + line + '\n';
    if (begin == std::string_view::npos)
      continue;
    from = begin + line.size();
    const std::size_t a = std::clamp(passage.begin, begin, from);
    const std::size_t b = std::clamp(passage.end, begin, from);
    if (a < b)
      out += "  " + std::string(width(sentence.substr(begin, a - begin)), ' ') +
             look.paint(Tone::accent, std::string(width(sentence.substr(a, b - a)), '^')) + '\n';
  }
  return out;
}

} // namespace

std::string ledgerText(const std::vector<LedgerEntry>& entries, const Look& look) {
  if (entries.empty())
    return "No statement was found.\n";
  const FoldedRows rows = layout(entries, look);
  std::string out;
  for (const auto& group : bySource(entries))
    out += (out.empty() ? "" : "\n") + tableOf(group, rows, look);
  return out;
}

std::string ledgerCsv(const std::vector<LedgerEntry>& entries) {
  std::string out = csvLine({titles.begin(), titles.end()});
  for (const LedgerEntry& entry : entries)
    out += csvLine(fields(entry));
  return out;
}

std::string ledgerMarkdown(const std::vector<LedgerEntry>& entries) {
  const bool several = bySource(entries).size() > 1;
  std::string out = markdownHead({"#", "speaker", "kind", "words", "condition"});
  for (const LedgerEntry& entry : entries)
    out += markdownRow({markdownText(reference(entry, several)), markdownText(speaker(entry)),
                        kindWords(entry), markdownText(words(entry, {})), markdownText(condition(entry))});
  return out;
}

std::string entryExplained(const LedgerEntry& entry, std::string_view text, const Look& look) {
  const Passage& said = entry.said();
  std::string out = fmt::format(
      "{}\n\n", look.paint(Tone::strong, printable(entry.source) + '#' + std::to_string(entry.id)));
  const auto begin = std::min(entry.sentence.begin, said.range.begin);
  const auto end = std::min(text.size(), std::max(entry.sentence.end, said.range.end));
  std::string sentence(text.substr(std::min(begin, end), end - std::min(begin, end)));
  std::ranges::replace_if(sentence, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  out += underlined(sentence, {said.range.begin - begin, said.range.end - begin}, look) + '\n';
  tell(out, "speaker", entry.speaker ? printable(*entry.speaker) : "(not named)");
  if (entry.mention)
    tell(out, "told by", at(*entry.mention) + (entry.how.empty() ? "" : ", resolved by " + entry.how));
  for (std::size_t i = 1; i < entry.speakers.size(); ++i)
    tell(out, "and", printable(entry.speakers[i].name));
  tell(out, "for", printable(entry.principal.value_or("")));
  tell(out, "to", printable(entry.addressee.value_or("")));
  tell(out, "kind", fmt::format("{}, {}", evidence::word(entry.kind), decidedBy(entry)));
  if (entry.condition)
    tell(out, "condition", entry.condition->marker + ": " + at(entry.condition->clause));
  if (entry.consequence)
    tell(out, "consequence", at(*entry.consequence));
  if (entry.polarity == evidence::Polarity::negative)
    tell(out, "polarity", "negative");
  tell(out, "rule", entry.rule);
  tell(out, "tree", printable(entry.path));
  tell(out, "confidence", std::string(evidence::word(entry.confidence)));
  return out;
}

} // namespace stasis::report
