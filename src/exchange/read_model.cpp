#include "exchange/read_model.h"

#include "exchange/conflict_json.h"
#include "exchange/gmcr.h"
#include "exchange/gmcr_file.h"
#include "exchange/json_text.h"
#include "exchange/nfg.h"
#include "exchange/table.h"

#include <nlohmann/json.hpp>

namespace stasis::exchange {

using nlohmann::json;

namespace {

language::Parsed refused(const language::SourceText& source, model::Range place, std::string message,
                         std::string help) {
  language::Problems problems;
  problems.error("S0714", place, std::move(message)).help = std::move(help);
  const std::size_t end = source.text().size();
  return {std::nullopt, std::nullopt, std::move(problems).finish({end, end}), {}};
}

/// `solve` for `stasis/solution-1`: the verb that prints this schema.
std::string_view verbOf(std::string_view schema) {
  constexpr std::pair<std::string_view, std::string_view> verbs[] = {
      {"solution", "solve"},        {"states", "states"},     {"check", "check"},
      {"ledger", "read"},           {"test", "test"},         {"outline", "outline"},
      {"certificate", "explain"},   {"paths", "paths"},       {"verification", "verify"},
      {"coalitions", "coalitions"}, {"robustness", "robust"}, {"footing", "robust"},
      {"inversion", "invert"},      {"moves", "moves"},       {"diff", "diff"},
      {"questions", "ask"},         {"elicited", "elicit"},
  };
  for (const auto& [name, verb] : verbs)
    if (schema.substr(0, schema.rfind('-')) == name)
      return verb;
  return {};
}

language::Parsed readJson(const language::SourceText& source) {
  language::Problems problems;
  const auto text = JsonText::read(source, problems);
  const std::size_t end = source.text().size();
  if (!text)
    return {std::nullopt, std::nullopt, std::move(problems).finish({end, end}), {}};
  const json& root = text->root();
  const json* schema = root.is_object() ? GmcrFile::find(root, "schema") : nullptr;
  constexpr std::string_view ours = "stasis/";
  if (schema == nullptr || !schema->is_string() || !schema->get_ref<const std::string&>().starts_with(ours))
    return readGmcr(source);
  const std::string name = schema->get<std::string>().substr(ours.size());
  if (name == "conflict-1" || name == "conflict-2")
    return readConflictJson(*text, source);
  const auto verb = verbOf(name);
  return refused(source, text->place(*schema),
                 "this file is " +
                     (verb.empty() ? ticked(std::string(ours) + name)
                                   : "an answer of `stasis " + std::string(verb) + "`") +
                     ", not a conflict",
                 "`stasis export FILE --format json` writes a conflict as JSON that can be read again");
}

/// The first characters after a byte order mark and white space.
std::string_view beginning(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

bool beginsWithWord(std::string_view text, std::string_view word) {
  return text.starts_with(word) &&
         (text.size() == word.size() || text[word.size()] == ' ' || text[word.size()] == '\t' ||
          text[word.size()] == '\n' || text[word.size()] == '\r');
}

/// The start of a Python `pickle`: from protocol 2 on a byte with the protocol; before that, text that opens
/// with a dictionary, a list or a class.
bool isPickle(std::string_view text) {
  if (text.size() > 1 && text[0] == '\x80')
    return text[1] >= 2 && text[1] <= 5;
  for (const char* start :
       {"(dp", "(lp", "(i__main__\n", "ccopy_reg\n", "ccopyreg\n", "c__main__\n", "}q", "]q"})
    if (text.starts_with(start))
      return true;
  return false;
}

language::Parsed refusedPickle(const language::SourceText& source) {
  return refused(
      source, {0, 1},
      "this is an older .gmcr file, saved with Python's pickle, which is not read: reading it would "
      "run what it says",
      "a later GMCR+ opens it; saved again, it is JSON");
}

} // namespace

FileKind kindOf(const language::SourceText& source) {
  if (isPickle(source.text()))
    return FileKind::json;
  if (source.text().starts_with("PK\x03\x04") || source.text().starts_with("\xD0\xCF\x11\xE0"))
    return FileKind::workbook;
  const std::string_view text = beginning(source.text());
  if (beginsWithWord(text, "NFG"))
    return FileKind::game;
  if (beginsWithWord(text, "EFG"))
    return FileKind::tree;
  if (text.starts_with('{') || source.name().ends_with(".gmcr") || source.name().ends_with(".json"))
    if (!beginsWithWord(text, "conflict"))
      return FileKind::json;
  if (looksLikeTable(source))
    return FileKind::table;
  for (const char* ending : {".csv", ".tsv", ".xlsx", ".xls", ".ods"})
    if (source.name().ends_with(ending) && !beginsWithWord(text, "conflict"))
      return FileKind::table;
  return FileKind::conflict;
}

language::Parsed readModel(const language::SourceText& source) {
  switch (kindOf(source)) {
  case FileKind::json: return isPickle(source.text()) ? refusedPickle(source) : readJson(source);
  case FileKind::game: return readNfg(source);
  case FileKind::tree:
    return refused(source, {0, std::min<std::size_t>(3, source.text().size())},
                   "this is a game in extensive form (`.efg`), which is not read",
                   "Gambit writes its strategic form: `gambit-convert`, or `Save as` a `.nfg` file");
  case FileKind::table: return readTable(source);
  case FileKind::workbook:
    return refused(source, {0, 1}, "this is a spreadsheet's own file", "save the sheet as CSV (UTF-8)");
  default: return language::parse(source);
  }
}

} // namespace stasis::exchange
