#include "lsp/wire.h"

#include <algorithm>

namespace stasis::lsp {

namespace {

[[noreturn]] void wrong(const std::string& what) { throw Refused(rpc::Failure::invalidParameters, what); }

std::size_t numberIn(const Json& object, const char* name) {
  const Json& number = member(object, name);
  if (!number.is_number_unsigned() || number.get<std::uint64_t>() > 0x7FFFFFFFU)
    wrong(std::string("`") + name + "` is a whole number from 0");
  return number.get<std::size_t>();
}

Json jsonOf(Position position) { return {{"line", position.line}, {"character", position.character}}; }

} // namespace

// --- requests

const Json& member(const Json& object, const char* name) {
  if (!object.is_object() || !object.contains(name))
    wrong(std::string("`") + name + "` is missing");
  return object.at(name);
}

std::string textIn(const Json& object, const char* name) {
  const Json& text = member(object, name);
  if (!text.is_string())
    wrong(std::string("`") + name + "` is a text");
  return text.get<std::string>();
}

std::string uriIn(const Json& parameters) { return textIn(member(parameters, "textDocument"), "uri"); }

std::string uriOfCommand(const Json& parameters) {
  const std::string command = textIn(parameters, "command");
  if (command != tablesCommand)
    wrong("`" + command.substr(0, 200) + "` is no command here; `" + tablesCommand + "` is");
  const Json& arguments = member(parameters, "arguments");
  if (!arguments.is_array() || arguments.empty() || !arguments.front().is_string())
    wrong("the first argument of a command is the address of a text");
  return arguments.front().get<std::string>();
}

Position positionIn(const Json& position) {
  return {numberIn(position, "line"), numberIn(position, "character")};
}

Span spanIn(const Json& range) {
  return {positionIn(member(range, "start")), positionIn(member(range, "end"))};
}

namespace {

std::size_t offsetOf(Position position, const Positions& positions) {
  const auto offset = positions.offset(position);
  if (!offset)
    wrong("line " + std::to_string(position.line) + " is outside the text, which has " +
          std::to_string(positions.lineCount()) + " lines, counted from 0");
  return *offset;
}

} // namespace

std::size_t offsetIn(const Json& parameters, const Positions& positions) {
  return offsetOf(positionIn(member(parameters, "position")), positions);
}

model::Range rangeIn(const Json& range, const Positions& positions) {
  const Span span = spanIn(range);
  const std::size_t begin = offsetOf(span.start, positions);
  // The end may be the start of the line after the last one.
  const std::size_t end = span.end.line == positions.lineCount() && span.end.character == 0
                              ? positions.line(positions.lineCount() - 1).end
                              : offsetOf(span.end, positions);
  if (end < begin)
    wrong("the range ends before it starts");
  return {begin, end};
}

// --- answers

Json jsonOf(Span span) { return {{"start", jsonOf(span.start)}, {"end", jsonOf(span.end)}}; }

Json jsonOf(model::Range range, const Positions& positions) { return jsonOf(positions.span(range)); }

Json jsonOf(const std::vector<language::Edit>& edits, const Positions& positions) {
  Json all = Json::array();
  for (const auto& edit : edits)
    all.push_back({{"range", jsonOf(edit.range, positions)}, {"newText", edit.replacement}});
  return all;
}

Json workspaceEdit(const std::vector<language::Edit>& edits, const OpenText& text, const Session& session) {
  Json edit;
  Json changes = jsonOf(edits, text.known.reading->positions());
  const std::string& uri = text.document.uri();
  if (!session.versionedEdits)
    edit["changes"][uri] = std::move(changes);
  else
    edit["documentChanges"] = {{{"textDocument", {{"uri", uri}, {"version", text.document.version()}}},
                                {"edits", std::move(changes)}}};
  return edit;
}

namespace {

int kindOf(Completion::Kind kind) {
  using enum Completion::Kind;
  switch (kind) {
  case party: return 7;
  case family: return 13;
  case option: return 10;
  case define: return 6;
  case state: return 20;
  case solutionConcept: return 25;
  case source: return 9;
  case words: return 1;
  case word: return 14;
  case file: return 17;
  case code: return 21;
  }
  return 1;
}

int kindOf(Symbol::Kind kind) {
  using enum Symbol::Kind;
  switch (kind) {
  case conflict: return 3;
  case party: return 5;
  case family: return 10;
  case option: return 7;
  case define: return 13;
  case state: return 22;
  case preference: return 18;
  case moves: return 24;
  case source: return 1;
  }
  return 13;
}

} // namespace

Json jsonOf(const Completions& completions, const Positions& positions) {
  const Json range = jsonOf(completions.typed, positions);
  Json items = Json::array();
  for (std::size_t i = 0; i < completions.items.size(); ++i) {
    const Completion& one = completions.items[i];
    const std::string number = std::to_string(i);
    Json item{{"label", one.label},
              {"kind", kindOf(one.kind)},
              {"filterText", one.insert},
              {"sortText", std::string(5 - std::min<std::size_t>(number.size(), 5), '0') + number},
              {"textEdit", {{"range", range}, {"newText", one.insert}}}};
    if (!one.detail.empty())
      item["detail"] = one.detail;
    items.push_back(std::move(item));
  }
  return {{"isIncomplete", completions.more}, {"items", std::move(items)}};
}

Json jsonOf(const std::vector<Symbol>& symbols, const Positions& positions) {
  Json all = Json::array();
  for (const Symbol& symbol : symbols) {
    Json one{{"name", symbol.name},
             {"kind", kindOf(symbol.kind)},
             {"range", jsonOf(symbol.range, positions)},
             {"selectionRange", jsonOf(symbol.nameRange, positions)}};
    if (!symbol.detail.empty())
      one["detail"] = symbol.detail;
    if (!symbol.children.empty())
      one["children"] = jsonOf(symbol.children, positions);
    all.push_back(std::move(one));
  }
  return all;
}

Json jsonOf(const std::vector<SemanticToken>& tokens, const Reading& reading) {
  Json data = Json::array();
  Position before;
  for (const SemanticToken& token : tokens) {
    const Position at = reading.positions().position(token.range.begin);
    data.push_back(at.line - before.line);
    data.push_back(at.line == before.line ? at.character - before.character : at.character);
    data.push_back(reading.positions().width(reading.words(token.range)));
    data.push_back(token.type);
    data.push_back(token.declares ? 1 : 0);
    before = at;
  }
  return {{"data", std::move(data)}};
}

Json jsonOf(const language::Diagnostic& problem, const Reading& reading, const std::string& uri) {
  std::string message = problem.message;
  for (const auto& more : {problem.note, problem.help})
    if (!more.empty())
      message += "\n" + more;
  Json json{{"range", jsonOf(problem.range, reading.positions())},
            {"severity", problem.severity == language::Severity::error ? 1 : 2},
            {"source", "stasis"},
            {"message", message}};
  if (!problem.code.empty())
    json["code"] = problem.code;
  for (const auto& other : problem.related)
    json["relatedInformation"].push_back(
        {{"location", {{"uri", uri}, {"range", jsonOf(other.range, reading.positions())}}},
         {"message", other.message}});
  return json;
}

Json jsonOf(const Action& action, const OpenText& text, const Session& session) {
  Json json{{"title", action.title},
            {"kind", action.all ? "source.fixAll" : "quickfix"},
            {"edit", workspaceEdit(action.edits, text, session)}};
  if (action.safe && !action.all)
    json["isPreferred"] = true;
  if (action.mends != nullptr)
    json["diagnostics"] = Json::array({jsonOf(*action.mends, *text.known.reading, text.document.uri())});
  return json;
}

} // namespace stasis::lsp
