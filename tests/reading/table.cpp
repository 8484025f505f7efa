#include "reading/table.h"

#include "reading/gold.h"

#include <algorithm>
#include <sstream>

namespace stasis::evidence {

namespace {

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? std::string()
                                    : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

std::vector<std::string> parted(const std::string& text, const std::string& at) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t to = 0; (to = text.find(at, from)) != std::string::npos; from = to + at.size())
    parts.push_back(trimmed(text.substr(from, to - from)));
  parts.push_back(trimmed(text.substr(from)));
  return parts;
}

Expected expectedOf(const std::string& line) {
  const auto fields = parted(line.substr(1), " : ");
  Expected one;
  one.required = line[0] == '=';
  if (fields[0] != "*") {
    const auto ways = parted(fields[0], " | ");
    one.speakers = parted(ways[0], " & ");
    one.others.assign(ways.begin() + 1, ways.end());
  }
  if (fields.size() > 1 && fields[1] != "*")
    one.kinds = parted(fields[1], "|");
  if (fields.size() > 2 && fields[2] != "*")
    one.words = fields[2];
  if (fields.size() > 3)
    one.condition = fields[3];
  if (fields.size() > 4)
    one.consequence = fields[4];
  return one;
}

bool sameNames(const std::vector<std::string>& wanted, const LedgerEntry& entry) {
  if (wanted.empty())
    return true;
  if (wanted[0] == "-")
    return !entry.speaker;
  std::vector<std::string> names;
  for (const SpeakerName& one : entry.speakers)
    names.push_back(bareName(one.name));
  if (names.empty() && entry.speaker)
    names.push_back(bareName(*entry.speaker));
  return std::ranges::equal(wanted, names,
                            [](const std::string& a, const std::string& b) { return bareName(a) == b; });
}

bool fits(const std::optional<std::string>& wanted, const std::string& found) {
  if (!wanted || *wanted == "*")
    return true;
  return wanted->starts_with('~') ? found.find(wanted->substr(1)) != std::string::npos : *wanted == found;
}

bool fits(const Expected& wanted, const LedgerEntry& entry) {
  if (!sameNames(wanted.speakers, entry) &&
      !(entry.speaker && std::ranges::find(wanted.others, *entry.speaker) != wanted.others.end()))
    return false;
  if (!wanted.kinds.empty() &&
      std::ranges::find(wanted.kinds, std::string(word(entry.kind))) == wanted.kinds.end())
    return false;
  if (wanted.condition && !entry.condition)
    return false;
  return entry.said().text.find(wanted.words) != std::string::npos &&
         fits(wanted.condition, entry.condition ? entry.condition->clause.text : "") &&
         fits(wanted.consequence, entry.consequence ? entry.consequence->text : "");
}

std::string told(const LedgerEntry& entry) {
  std::string who = entry.speaker.value_or("-");
  for (std::size_t i = 1; i < entry.speakers.size(); ++i)
    who += " & " + entry.speakers[i].name;
  return who + " : " + std::string(word(entry.kind)) + " : " + entry.said().text + " : " +
         (entry.condition ? entry.condition->marker + ": " + entry.condition->clause.text : "-") + " : " +
         (entry.consequence ? entry.consequence->text : "-") + " (" + entry.rule + ")";
}

} // namespace

std::vector<TableCase> tableCases(const std::filesystem::path& table) {
  std::vector<TableCase> cases;
  std::istringstream lines(fileText(table));
  bool fresh = true;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') {
      fresh = true;
    } else if (line[0] == '=' || line[0] == '?') {
      cases.back().expected.push_back(expectedOf(line));
    } else {
      if (fresh)
        cases.emplace_back();
      cases.back().text += line + "\n\n";
      fresh = false;
    }
  }
  return cases;
}

std::string faultOf(const TableCase& one, const Ledger& ledger) {
  std::string fault;
  std::vector<bool> known(ledger.entries.size());
  for (const Expected& wanted : one.expected) {
    bool met = false;
    for (std::size_t i = 0; i < ledger.entries.size(); ++i)
      if (fits(wanted, ledger.entries[i]))
        met = known[i] = true;
    if (!met && wanted.required)
      fault += "  missing: " + (wanted.speakers.empty() ? "*" : wanted.speakers[0]) + " : " + wanted.words +
               (wanted.condition ? " : " + *wanted.condition : "") + '\n';
  }
  for (std::size_t i = 0; i < known.size(); ++i)
    if (!known[i])
      fault += "  wrong:   " + told(ledger.entries[i]) + '\n';
  return fault.empty() ? fault : one.text + fault;
}

} // namespace stasis::evidence
