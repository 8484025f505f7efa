#include "exchange/ledger_json.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace stasis::exchange {

using evidence::Correction;
using evidence::LedgerEntry;
using evidence::Passage;
using evidence::SpeakerName;
using model::Range;
using Json = nlohmann::ordered_json;

namespace {

Json spanJson(Range range) { return Json::array({range.begin, range.end}); }

Json passageJson(const std::optional<Passage>& passage) {
  if (!passage)
    return nullptr;
  Json out{{"text", passage->text}, {"span", spanJson(passage->range)}};
  if (!passage->words.empty())
    out["words"] = passage->words;
  return out;
}

Json textJson(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

Json conditionJson(const LedgerEntry& entry) {
  if (!entry.condition)
    return nullptr;
  Json out{{"marker", entry.condition->marker}};
  out.update(passageJson(entry.condition->clause));
  return out;
}

Json speakersJson(const std::vector<SpeakerName>& speakers) {
  Json all = Json::array();
  for (const SpeakerName& one : speakers)
    all.push_back(
        {{"name", one.name}, {"mention", passageJson(one.mention)}, {"principal", textJson(one.principal)}});
  return all;
}

Json entryJson(const LedgerEntry& entry) {
  Json out{{"id", entry.id == 0 ? Json(nullptr) : Json(entry.id)}, {"source", entry.source}};
  out["sentence"] = spanJson(entry.sentence);
  out["speaker"] = textJson(entry.speaker);
  out["mention"] = passageJson(entry.mention);
  out["speakers"] = speakersJson(entry.speakers);
  out["how"] = entry.how;
  out["principal"] = textJson(entry.principal);
  out["addressee"] = textJson(entry.addressee);
  out["verb"] = entry.verb;
  out["kind"] = evidence::word(entry.kind);
  out["decided_by"] = entry.decidedBy;
  out["quote"] = passageJson(entry.quote);
  if (entry.content)
    out["content"] = passageJson(entry.content);
  out["condition"] = conditionJson(entry);
  out["consequence"] = passageJson(entry.consequence);
  out["polarity"] = evidence::word(entry.polarity);
  out["reality"] = evidence::word(entry.reality);
  out["confidence"] = evidence::word(entry.confidence);
  out["rule"] = entry.rule;
  if (!entry.path.empty())
    out["path"] = entry.path;
  if (!entry.review.empty())
    out["review"] = entry.review;
  return out;
}

Range spanOf(const Json& json) {
  const Range range{json.at(0).get<std::size_t>(), json.at(1).get<std::size_t>()};
  if (range.begin > range.end)
    throw std::runtime_error("a span ends before it begins");
  return range;
}

std::optional<Passage> passageOf(const Json& entry, const char* key) {
  const auto found = entry.find(key);
  if (found == entry.end() || found->is_null())
    return std::nullopt;
  return Passage{found->at("text").get<std::string>(), spanOf(found->at("span")), found->value("words", "")};
}

std::optional<std::string> textOf(const Json& entry, const char* key) {
  const auto found = entry.find(key);
  return found == entry.end() || found->is_null() ? std::nullopt : std::optional(found->get<std::string>());
}

/// Older ledgers have no such key: the one speaker is the only one.
std::vector<SpeakerName> speakersOf(const Json& json, const LedgerEntry& entry) {
  std::vector<SpeakerName> all;
  if (const auto list = json.find("speakers"); list != json.end() && list->is_array())
    for (const Json& one : *list)
      all.push_back({one.at("name").get<std::string>(), passageOf(one, "mention"), textOf(one, "principal")});
  else if (entry.speaker)
    all.push_back({*entry.speaker, entry.mention, entry.principal});
  return all;
}

evidence::SpeechAct kindNamed(const std::string& name) {
  const auto kind = evidence::speechActNamed(name);
  if (!kind)
    throw std::runtime_error("`" + name + "` is no kind of statement");
  return *kind;
}

LedgerEntry entryOf(const Json& json) {
  LedgerEntry entry;
  entry.id = json.at("id").get<std::size_t>();
  entry.source = textOf(json, "source").value_or("");
  entry.sentence = spanOf(json.at("sentence"));
  entry.speaker = textOf(json, "speaker");
  entry.mention = passageOf(json, "mention");
  entry.how = textOf(json, "how").value_or("");
  entry.principal = textOf(json, "principal");
  entry.addressee = textOf(json, "addressee");
  entry.speakers = speakersOf(json, entry);
  entry.verb = textOf(json, "verb").value_or("");
  entry.kind = kindNamed(json.at("kind").get<std::string>());
  entry.decidedBy = textOf(json, "decided_by").value_or("");
  entry.quote = passageOf(json, "quote");
  entry.content = passageOf(json, "content");
  if (!entry.quote && !entry.content)
    throw std::runtime_error("it has neither `quote` nor `content`");
  if (auto condition = passageOf(json, "condition"))
    entry.condition = {json.at("condition").at("marker").get<std::string>(), std::move(*condition)};
  entry.consequence = passageOf(json, "consequence");
  entry.polarity =
      evidence::polarityNamed(textOf(json, "polarity").value_or("")).value_or(evidence::Polarity::positive);
  entry.reality =
      evidence::realityNamed(textOf(json, "reality").value_or("")).value_or(evidence::Reality::asserted);
  entry.confidence =
      evidence::confidenceNamed(textOf(json, "confidence").value_or("")).value_or(evidence::Confidence::low);
  entry.rule = textOf(json, "rule").value_or("");
  entry.path = textOf(json, "path").value_or("");
  entry.review = textOf(json, "review").value_or("");
  return entry;
}

} // namespace

namespace {

/// Inserts the statements into the text of a ledger one at a time: all at once take much memory.
std::string withStatements(std::string text, const std::vector<LedgerEntry>& entries) {
  constexpr std::string_view end = "]\n}";
  if (!entries.empty())
    text.resize(text.size() - end.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    text += i == 0 ? "\n    " : ",\n    ";
    for (const char c : entryJson(entries[i]).dump(2, ' ', false, Json::error_handler_t::replace)) {
      text += c;
      if (c == '\n') // indented as an item of the list
        text += "    ";
    }
  }
  return text + (entries.empty() ? "\n" : "\n  ]\n}\n");
}

void tellFacts(const LedgerSource& report, Json& out) {
  out["date"] = textJson(report.date);
  out["language"] = report.language;
  out["encoding"] = report.encoding;
}

} // namespace

std::string writeLedger(const std::vector<LedgerEntry>& entries, const std::vector<LedgerSource>& reports) {
  Json out{{"schema", "stasis/ledger-1"}};
  if (reports.size() == 1)
    tellFacts(reports.front(), out);
  for (const LedgerSource& report : reports) {
    Json one{{"source", report.source}};
    tellFacts(report, one);
    out["reports"].push_back(std::move(one));
  }
  out["statements"] = Json::array();
  return withStatements(out.dump(2, ' ', false, Json::error_handler_t::replace), entries);
}

std::string ledgerLines(const std::vector<LedgerEntry>& entries, const LedgerSource& report) {
  std::string out;
  for (const LedgerEntry& entry : entries) {
    Json line{{"schema", "stasis/statement-1"}};
    tellFacts(report, line);
    line.update(entryJson(entry));
    out += line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return out;
}

namespace {

/// The list under a key of a file of this schema; null, with the reason, if there is none.
Json listIn(std::string_view json, std::string_view schema, const char* key, std::string& problem) {
  Json parsed = Json::parse(json, nullptr, false);
  if (parsed.is_discarded())
    problem = "it is no JSON";
  else if (!parsed.is_object() || parsed.value("schema", Json()) != schema || !parsed.contains(key))
    problem = "its `schema` is not `" + std::string(schema) + '`';
  return problem.empty() ? std::move(parsed[key]) : Json();
}

/// Reads each item. The first unreadable item sets the problem, and the result is empty.
template <class Item>
std::vector<Item> items(const Json& list, Item (*read)(const Json&), std::string& problem) {
  std::vector<Item> all;
  try {
    for (const Json& item : list)
      all.push_back(read(item));
  } catch (const std::exception& failure) {
    problem = "its statement number " + std::to_string(all.size() + 1) + " cannot be read: " + failure.what();
    all.clear();
  }
  return all;
}

Json correctionJson(const Correction& one) {
  Json out{{"span", spanJson(one.span)}, {"words", one.words}};
  if (one.verdict != Correction::Verdict::none)
    out["verdict"] = one.verdict == Correction::Verdict::accepted ? "accepted" : "rejected";
  if (one.speaker)
    out["speaker"] = *one.speaker;
  if (one.kind)
    out["kind"] = evidence::word(*one.kind);
  if (one.id)
    out["id"] = *one.id;
  return out;
}

Correction correctionOf(const Json& json) {
  Correction one{spanOf(json.at("span")), json.at("words").get<std::string>(), Correction::Verdict::none,
                 textOf(json, "speaker"), std::nullopt};
  if (const auto kind = textOf(json, "kind"))
    one.kind = kindNamed(*kind);
  const std::string verdict = textOf(json, "verdict").value_or("");
  if (verdict == "accepted")
    one.verdict = Correction::Verdict::accepted;
  else if (verdict == "rejected")
    one.verdict = Correction::Verdict::rejected;
  else if (!verdict.empty())
    throw std::runtime_error("`" + verdict + "` is no verdict: it is accepted or rejected");
  if (json.contains("id"))
    one.id = json.at("id").get<std::size_t>();
  return one;
}

} // namespace

ReadLedger readLedger(std::string_view json) {
  ReadLedger result;
  const Json list = listIn(json, "stasis/ledger-1", "statements", result.problem);
  result.entries = items<LedgerEntry>(list, entryOf, result.problem);
  return result;
}

std::string writeCorrections(const std::vector<Correction>& corrections) {
  Json out{{"schema", "stasis/corrections-1"}, {"corrections", Json::array()}};
  for (const Correction& one : corrections)
    out["corrections"].push_back(correctionJson(one));
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

ReadCorrections readCorrections(std::string_view json) {
  ReadCorrections result;
  const Json list = listIn(json, "stasis/corrections-1", "corrections", result.problem);
  result.corrections = items<Correction>(list, correctionOf, result.problem);
  return result;
}

} // namespace stasis::exchange
