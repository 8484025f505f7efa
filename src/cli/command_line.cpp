#include "cli/command_line.h"

#include "cli/quantity.h"
#include "language/codes/nearest.h"
#include "model/lower_case.h"
#include "report/telling/printable.h"

#include <CLI/CLI.hpp>

namespace stasis::cli {

namespace {

// `--format,-f` as CLI11 names an option.
std::string optionName(const OptionRow& row) {
  std::string name(row.name);
  if (!row.alias.empty())
    name += "," + std::string(row.alias);
  return name;
}

void addOption(CLI::App& app, const OptionRow& row, Arguments& into) {
  const std::string key(row.name);
  if (!row.fallback.empty())
    into.fallbacks[key] = row.fallback;
  if (row.value.empty()) {
    app.add_flag_callback(optionName(row), [&into, key] { into.options[key]; });
    return;
  }
  auto* option = app.add_option(optionName(row), [&into, key](const CLI::results_t& values) {
    into.options[key] = values;
    return true;
  });
  option->type_size(1)->expected(1)->allow_extra_args(false);
  option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

std::vector<OptionRow> optionsOf(const Verb& verb) {
  std::vector<OptionRow> all = verb.options;
  all.insert(all.end(), commonOptions().begin(), commonOptions().end());
  return all;
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string out;
  for (const auto word : words)
    out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

std::optional<Usage> wrongValue(const OptionRow& row, const std::string& value) {
  if (!row.choices.empty() && std::ranges::find(row.choices, value) == row.choices.end()) {
    const auto meant = language::nearest(value, row.choices);
    return Usage{"`" + value + "` is not a value of " + std::string(row.name),
                 meant ? "did you mean `" + std::string(*meant) + "`? It takes " + listed(row.choices)
                       : "it takes " + listed(row.choices)};
  }
  using Kind = OptionRow::Kind;
  const bool digits =
      !value.empty() && value.size() < 19 && value.find_first_not_of("0123456789") == std::string::npos;
  if (row.kind == Kind::number && !digits)
    return Usage{std::string(row.name) + " takes a whole number, not `" + value + "`", {}};
  if (row.kind == Kind::duration && !durationOf(value))
    return Usage{std::string(row.name) + " takes a time such as 90s, 250ms or 2min, not `" + value + "`", {}};
  if (row.kind == Kind::bytes && !bytesOf(value))
    return Usage{std::string(row.name) + " takes an amount of memory such as 512M or 4G, not `" + value + "`",
                 {}};
  const bool amount = row.kind == Kind::bytes || row.name == "--max-states" || row.name == "--threads";
  if (amount &&
      (row.kind == Kind::bytes ? bytesOf(value) == 0U : value.find_first_not_of('0') == std::string::npos))
    return Usage{std::string(row.name) + " takes " +
                     (row.kind == Kind::bytes ? "an amount above" : "a number above") + " 0, not `" + value +
                     "`",
                 "leave it out, and what the machine has decides"};
  return std::nullopt;
}

Usage unknownOption(const Verb& verb, const std::string& word) {
  std::vector<std::string_view> names;
  for (const OptionRow& row : optionsOf(verb))
    names.push_back(row.name);
  const std::string name = word.substr(0, word.find('='));
  const std::string has = "`stasis " + std::string(verb.name) + "` has no option `" + name + "`";
  const bool asksWhere = std::ranges::find(names, "--where") != names.end();
  if (name == "--state" && asksWhere)
    return {has, "`--where CONDITION` asks of some states, `stasis explain FILE --state STATE` of one"};
  for (const OptionRow& row : optionsOf(verb)) // `--json` for `--format json`
    for (const auto choice : row.choices)
      if (name == "--" + std::string(choice))
        return {has, "did you mean `" + std::string(row.name) + ' ' + std::string(choice) + "`?"};
  const auto meant = language::nearest(name, names);
  return {has, meant ? "did you mean `" + std::string(*meant) + "`?"
                     : "`stasis " + std::string(verb.name) + " --help` lists its options"};
}

std::optional<Usage> wrongOperands(const Verb& verb, const Arguments& arguments) {
  const auto required =
      static_cast<std::size_t>(std::ranges::count(verb.operands, true, &OperandRow::required));
  if (arguments.operands.size() < required)
    return Usage{"`stasis " + std::string(verb.name) + "` needs " +
                     std::string(verb.operands[arguments.operands.size()].name),
                 usageLine(verb)};
  const bool open = !verb.operands.empty() && verb.operands.back().repeated;
  if (!open && arguments.operands.size() > verb.operands.size())
    return Usage{"`" + arguments.operands[verb.operands.size()] + "` is one word too many for `stasis " +
                     std::string(verb.name) + "`",
                 usageLine(verb)};
  return std::nullopt;
}

// Words that CLI11 could not place: an unknown option, or operands.
std::optional<Usage> takeRest(const Verb& verb, const std::vector<std::string>& rest, Arguments& arguments) {
  bool optionsOver = false;
  for (const std::string& word : rest) {
    if (!optionsOver && word == "--")
      optionsOver = true;
    else if (!optionsOver && word.size() > 1 && word.front() == '-')
      return unknownOption(verb, word);
    else
      arguments.operands.push_back(word);
  }
  return std::nullopt;
}

/// One value for an option given several times, or none if the values cannot be joined.
std::optional<std::string> joined(std::string_view option, const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values)
    if (option == "--concept")
      out += (out.empty() ? "" : ",") + value;
    else if (option == "--where")
      out += (out.empty() ? "(" : " and (") + value + ")";
    else
      return std::nullopt;
  return out;
}

std::optional<Usage> gatherRepeated(const Verb& verb, Arguments& arguments) {
  for (const OptionRow& row : optionsOf(verb)) {
    const auto given = arguments.options.find(row.name);
    if (given == arguments.options.end() || row.repeated || given->second.size() < 2)
      continue;
    const auto one = joined(row.name, given->second);
    if (!one)
      return Usage{std::string(row.name) + " is given " + std::to_string(given->second.size()) + " times",
                   "give it once; of these only one can hold"};
    given->second = {*one};
  }
  return std::nullopt;
}

/// The format that a file's ending stands for; empty if there is none.
std::string_view formatOfEnding(std::string_view ending) {
  constexpr std::pair<std::string_view, std::string_view> known[] = {
      {"txt", "text"},    {"text", "text"},       {"json", "json"},   {"jsonl", "jsonl"}, {"csv", "csv"},
      {"md", "md"},       {"html", "html"},       {"markdown", "md"}, {"dot", "dot"},     {"gv", "dot"},
      {"mmd", "mermaid"}, {"mermaid", "mermaid"}, {"tex", "latex"}};
  for (const auto& [word, format] : known)
    if (word == ending)
      return format;
  return {};
}

/// The only ending of what a verb writes, if --format does not choose the format of its answer; else empty.
std::string_view onlyEnding(std::string_view verb) {
  const bool writesModel = verb == "new" || verb == "draft" || verb == "import" || verb == "fmt";
  return verb == "report" ? "html" : writesModel ? "conflict" : "";
}

/// `report -o case.pdf`: the verb writes one format, and the ending stands for another.
std::optional<Usage> endingOtherThan(const Verb& verb, const std::string& ending) {
  const std::string right(onlyEnding(verb.name));
  if (ending == right || (right == "html" && ending == "htm"))
    return std::nullopt;
  std::string help = "give the file the ending `." + right + '`';
  if (ending == "pdf" && right == "html")
    help += "; a browser prints it to PDF";
  return Usage{"`stasis " + std::string(verb.name) + "` writes no `." + ending + "`", help};
}

/// `-o answer.json` asks for JSON, unless --format says otherwise.
std::optional<Usage> takeFormatOfOutput(const Verb& verb, Arguments& arguments) {
  const auto format = std::ranges::find(verb.options, std::string_view("--format"), &OptionRow::name);
  const std::string path = arguments.value("--output");
  const std::string file = path.substr(path.find_last_of('/') + 1);
  const std::size_t dot = file.find_last_of('.');
  if (dot == std::string::npos || dot == 0)
    return std::nullopt;
  const std::string ending = model::lowerCase(file.substr(dot + 1)); // `.JSON` is `.json`
  if (!onlyEnding(verb.name).empty())
    return endingOtherThan(verb, ending);
  if (format == verb.options.end() || format->fallback.empty() || arguments.has("--format"))
    return std::nullopt;
  const std::string_view meant = formatOfEnding(ending);
  if (!meant.empty() && std::ranges::find(format->choices, meant) != format->choices.end()) {
    arguments.options["--format"] = {std::string(meant)};
    return std::nullopt;
  }
  return Usage{"`stasis " + std::string(verb.name) + "` writes no `" + file.substr(dot) + "`",
               "it writes " + listed(format->choices) + "; --format says which, whatever the ending"};
}

std::string optionHead(const OptionRow& row) {
  std::string head = row.alias.empty() ? "" : std::string(row.alias) + ", ";
  head += row.name;
  if (!row.value.empty())
    head += " " + std::string(row.value);
  return head;
}

std::string optionHelp(const OptionRow& row) {
  std::string help(row.help);
  if (!row.choices.empty())
    help += ": " + listed(row.choices);
  if (!row.fallback.empty())
    help += " (" + std::string(row.fallback) + ")";
  return help;
}

std::string described(const std::vector<std::pair<std::string, std::string>>& rows, std::size_t columns) {
  std::size_t heads = 0;
  for (const auto& [head, help] : rows)
    heads = std::max(heads, report::width(head));
  const std::size_t room = std::max<std::size_t>(columns, heads + 25) - heads - 5;
  std::string out;
  for (const auto& [head, help] : rows) {
    const auto lines = report::fold(help, room);
    for (std::size_t i = 0; i < std::max<std::size_t>(lines.size(), 1); ++i)
      out +=
          "  " + report::padRight(i == 0 ? head : "", heads) + (lines.empty() ? "" : "   " + lines[i]) + "\n";
  }
  return out;
}

} // namespace

std::string Arguments::value(std::string_view name) const {
  if (const auto given = options.find(name); given != options.end() && !given->second.empty())
    return given->second.back();
  const auto fallback = fallbacks.find(name);
  return fallback == fallbacks.end() ? std::string() : fallback->second;
}

std::vector<std::string> Arguments::values(std::string_view name) const {
  const auto given = options.find(name);
  return given == options.end() ? std::vector<std::string>() : given->second;
}

std::optional<std::uint64_t> Arguments::number(std::string_view name) const {
  const std::string text = value(name);
  return text.empty() ? std::nullopt : std::optional<std::uint64_t>(std::stoull(text));
}

// A clock that counts nanoseconds goes on for 292 years.
std::optional<std::uint64_t> Arguments::milliseconds(std::string_view name) const {
  constexpr std::uint64_t hundredYears = std::uint64_t{36525} * 24 * 3600 * 1000;
  const std::string text = value(name);
  const auto duration = text.empty() ? std::nullopt : durationOf(text);
  return duration ? std::optional(std::min(*duration, hundredYears)) : std::nullopt;
}

std::optional<std::uint64_t> Arguments::bytes(std::string_view name) const {
  const std::string text = value(name);
  return text.empty() ? std::nullopt : bytesOf(text);
}

std::variant<Arguments, Usage> readArguments(const Verb& verb, const std::vector<std::string>& words) {
  Arguments arguments;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  for (const OptionRow& row : optionsOf(verb))
    addOption(app, row, arguments);
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::ParseError& problem) {
    return Usage{problem.what(), usageLine(verb)};
  }
  if (auto usage = takeRest(verb, app.remaining(), arguments))
    return *usage;
  for (const OptionRow& row : optionsOf(verb))
    if (const auto given = arguments.options.find(row.name); given != arguments.options.end())
      for (const std::string& value : given->second)
        if (auto usage = wrongValue(row, value))
          return *usage;
  if (auto usage = gatherRepeated(verb, arguments))
    return *usage;
  if (auto usage = takeFormatOfOutput(verb, arguments))
    return *usage;
  if (!arguments.has("--help"))
    if (auto usage = wrongOperands(verb, arguments))
      return *usage;
  return arguments;
}

std::string& programName() {
  static std::string name = "stasis";
  return name;
}

std::string paragraphs(std::string_view text, std::size_t columns) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    std::string one(text.substr(begin, end - begin));
    while (one.ends_with('\n'))
      one.pop_back();
    out += begin == 0 ? "" : "\n";
    begin = end + 2;
    if (one.starts_with(' ')) {
      out += one + '\n';
      continue;
    }
    std::ranges::replace(one, '\n', ' ');
    for (const std::string& line : report::fold(one, columns))
      out += line + '\n';
  }
  return out;
}

std::string usageLine(const Verb& verb) {
  std::string line = "usage: stasis " + std::string(verb.name);
  for (const OperandRow& row : verb.operands) {
    const std::string name = std::string(row.name) + (row.repeated ? "…" : "");
    line += row.required ? " " + name : " [" + name + "]";
  }
  return line + " [options]";
}

std::string verbHelp(const Verb& verb, std::size_t columns) {
  std::string out = "stasis " + std::string(verb.name) + " — " + std::string(verb.summary) + "\n\n" +
                    usageLine(verb) + "\n\n";
  out += paragraphs(verb.about, columns);
  std::vector<std::pair<std::string, std::string>> rows;
  for (const OperandRow& row : verb.operands)
    rows.emplace_back(row.name, row.help);
  if (!rows.empty())
    out += "\n" + described(rows, columns);
  rows.clear();
  for (const OptionRow& row : optionsOf(verb))
    rows.emplace_back(optionHead(row), optionHelp(row));
  out += "\nOptions\n" + described(rows, columns);
  if (!verb.examples.empty())
    out += "\nExamples\n";
  for (const auto example : verb.examples)
    out += "  " + std::string(example) + "\n";
  return out;
}

std::string programHelp(std::size_t columns) {
  std::string out =
      paragraphs("Stasis computes what can hold in a conflict: which states are stable for whom, under "
                 "five solution concepts of the graph model for conflict resolution.",
                 columns) +
      "\nusage: stasis VERB FILE [options]\n\n";
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Verb& verb : verbs())
    rows.emplace_back(verb.name, verb.summary);
  out += described(rows, columns);
  return out + '\n' +
         paragraphs("`stasis VERB --help` says more about each, `stasis --version` which this is. FILE is a "
                    "`.conflict` "
                    "file, a `.gmcr` file of GMCR+, or `-` for standard input.\n\n"
                    "Exit status: 0 done, 1 the input is wrong or an expectation failed, 2 wrong usage, 3 a "
                    "limit was "
                    "reached, 70 a defect of the program, 130 interrupted.",
                    columns);
}

} // namespace stasis::cli
