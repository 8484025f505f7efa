#include "cli/verb_gate.h"

#include "cli/command_line.h"
#include "cli/quantity.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace stasis::cli {

namespace {

constexpr std::array<std::string_view, 19> allowed{
    "check",  "brief",  "solve", "states", "moves",  "explain", "paths", "coalitions", "robust", "ask",
    "invert", "elicit", "fmt",   "import", "export", "read",    "draft", "outline",    "report"};

const OptionRow* rowOf(const Verb& verb, std::string_view name) {
  const auto found = std::ranges::find(verb.options, name, &OptionRow::name);
  return found == verb.options.end() ? nullptr : &*found;
}

Barred notAllowed(const std::string& what) {
  return {what + " cannot be used here", "run it on the command line", true};
}

void addWhereKnown(std::vector<std::string>& words, const Verb& verb, const Arguments& given,
                   std::string_view option, const std::string& value) {
  if (!value.empty() && rowOf(verb, option) != nullptr && !given.has(option)) {
    words.emplace_back(option);
    words.push_back(value);
  }
}

/// Reads a quantity (quantity.h).
using Amount = std::optional<std::uint64_t> (*)(std::string_view);

/// The limit is the most that the option may say.
void limitWhereKnown(std::vector<std::string>& words, const Verb& verb, const Arguments& given,
                     std::string_view option, const std::string& limit, Amount amountOf) {
  if (!limit.empty() && given.has(option) && amountOf(given.value(option)) > amountOf(limit)) {
    const auto isIt = [&](const std::string& word) {
      return word == option || word.starts_with(std::string(option) + "=");
    };
    const auto at = std::ranges::find_if(words, isIt);
    words.erase(at, at + (*at == option ? 2 : 1));
    words.emplace_back(option);
    words.push_back(limit);
  }
  addWhereKnown(words, verb, given, option, limit);
}

std::vector<std::string> withAnswer(const Verb& verb, std::vector<std::string> words, const Arguments& given,
                                    const RunLimits& limits) {
  words.insert(words.begin(), std::string(verb.name));
  const OptionRow* format = rowOf(verb, "--format");
  const bool tellsJson =
      format != nullptr && std::ranges::find(format->choices, "json") != format->choices.end();
  addWhereKnown(words, verb, given, "--format", tellsJson ? "json" : "");
  limitWhereKnown(words, verb, given, "--max-memory", limits.memory, &bytesOf);
  limitWhereKnown(words, verb, given, "--timeout", limits.timeout, &durationOf);
  return words;
}

} // namespace

std::vector<std::string> verbsForOthers() {
  std::vector<std::string> names;
  for (const Verb& verb : verbs())
    if (std::ranges::find(allowed, verb.name) != allowed.end())
      names.emplace_back(verb.name);
  return names;
}

bool touchesFiles(const OptionRow& row) {
  static constexpr std::array<std::string_view, 4> values{"FILE", "PATH", "FOLDER", "MODEL"};
  static constexpr std::array<std::string_view, 9> names{
      "--fix", "--write", "--force", "--save", "--accept", "--reject", "--speaker", "--kind", "--keep"};
  return std::ranges::find(values, row.value) != values.end() ||
         std::ranges::find(names, row.name) != names.end();
}

std::variant<std::vector<std::string>, Barred>
wordsForOthers(const std::string& name, const std::vector<std::string>& arguments, const RunLimits& limits) {
  const Verb* verb = findVerb(name);
  if (verb == nullptr || std::ranges::find(allowed, verb->name) == allowed.end())
    return Barred{"`" + name + "` is no verb that can be run here", "GET /api/session lists them"};
  std::vector<std::string> words{"-"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  const auto read = readArguments(*verb, words);
  if (const auto* usage = std::get_if<Usage>(&read))
    return Barred{usage->message, usage->help};
  const auto& given = std::get<Arguments>(read);
  if (given.operands != std::vector<std::string>{"-"})
    return notAllowed("a file");
  for (const OptionRow& row : verb->options)
    if (touchesFiles(row) && given.has(row.name))
      return notAllowed(std::string(row.name));
  return withAnswer(*verb, std::move(words), given, limits);
}

std::variant<std::vector<std::string>, Barred> wordsOnReports(const std::string& name,
                                                              const std::vector<std::string>& reports,
                                                              const std::vector<std::string>& arguments,
                                                              const RunLimits& limits) {
  static constexpr std::array<std::string_view, 4> ofDraft{"--reject", "--speaker", "--kind", "--options"};
  if (name != "read" && name != "draft")
    return Barred{"`" + name + "` is not asked of reports", "`read` and `draft` are"};
  const Verb& verb = *findVerb(name);
  std::vector<std::string> words = reports;
  words.insert(words.end(), arguments.begin(), arguments.end());
  const auto read = readArguments(verb, words);
  if (const auto* usage = std::get_if<Usage>(&read))
    return Barred{usage->message, usage->help};
  const auto& given = std::get<Arguments>(read);
  if (given.operands != reports)
    return notAllowed("another file");
  for (const OptionRow& row : verb.options) {
    const bool fits = name == "draft" && (std::ranges::find(ofDraft, row.name) != ofDraft.end() ||
                                          (row.name == "--keep" && given.value(row.name) == "-"));
    if (given.has(row.name) && !fits)
      return notAllowed(std::string(row.name));
  }
  return withAnswer(verb, std::move(words), given, limits);
}

} // namespace stasis::cli
