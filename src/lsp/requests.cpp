#include "lsp/requests.h"

#include "lsp/layout.h"
#include "lsp/rename.h"
#include "lsp/wire.h"

#include <algorithm>
#include <array>

namespace stasis::lsp {

namespace {

const Reading& readingOf(const OpenText& text) { return *text.known.reading; }

Json completion(Session& session, OpenText& text, const Json& parameters) {
  const Positions& positions = text.document.positions();
  const std::size_t offset = offsetIn(parameters, positions);
  (void)session;
  return jsonOf(completions(text.document.text(), offset, readingOf(text).names(), text.folder), positions);
}

/// Passages are known only after the citations have been checked.
void awaitCitations(const OpenText& text, std::size_t offset) {
  if (readingOf(text).names().citationAt(offset) != nullptr && !text.isInspected())
    throw NotYet{};
}

Json hoverAnswer(Session& session, OpenText& text, const Json& parameters) {
  const std::size_t offset = offsetIn(parameters, readingOf(text).positions());
  awaitCitations(text, offset);
  const auto found = hover(text.known, offset, text.folder);
  if (!found)
    return nullptr;
  return {{"contents", {{"kind", session.markdown ? "markdown" : "plaintext"}, {"value", found->markdown}}},
          {"range", jsonOf(found->range, readingOf(text).positions())}};
}

Json definition(Session& session, OpenText& text, const Json& parameters) {
  const std::size_t offset = offsetIn(parameters, readingOf(text).positions());
  awaitCitations(text, offset);
  Json all = Json::array();
  for (const Target& target : definitions(text.known, offset, text.folder, session.encoding))
    all.push_back({{"uri", target.path.empty() ? text.document.uri() : uriOf(target.path)},
                   {"range", jsonOf(target.span)}});
  return all;
}

Json referencesAnswer(Session&, OpenText& text, const Json& parameters) {
  const Positions& positions = readingOf(text).positions();
  const std::size_t offset = offsetIn(parameters, positions);
  const Json context = parameters.value("context", Json::object());
  const bool declarations = !context.is_object() || context.value("includeDeclaration", Json(true)) != false;
  Json all = Json::array();
  for (const Mention& mention : references(readingOf(text), offset))
    if (declarations || !mention.declares)
      all.push_back({{"uri", text.document.uri()}, {"range", jsonOf(mention.range, positions)}});
  return all;
}

Json highlights(Session&, OpenText& text, const Json& parameters) {
  const Positions& positions = readingOf(text).positions();
  Json all = Json::array();
  for (const Mention& mention : references(readingOf(text), offsetIn(parameters, positions)))
    all.push_back({{"range", jsonOf(mention.range, positions)}, {"kind", mention.declares ? 3 : 2}});
  return all;
}

Json prepareRename(Session&, OpenText& text, const Json& parameters) {
  const Positions& positions = readingOf(text).positions();
  const auto range = renamable(readingOf(text), offsetIn(parameters, positions));
  if (!range)
    return nullptr;
  return {{"range", jsonOf(*range, positions)}, {"placeholder", readingOf(text).words(*range)}};
}

Json renameAnswer(Session& session, OpenText& text, const Json& parameters) {
  const std::size_t offset = offsetIn(parameters, readingOf(text).positions());
  const Renamed renamed = rename(readingOf(text), offset, textIn(parameters, "newName"));
  if (!renamed.problem.empty())
    throw Refused(rpc::Failure::requestFailed, renamed.problem);
  return workspaceEdit(renamed.edits, text, session);
}

Json documentSymbols(Session&, OpenText& text, const Json&) {
  return jsonOf(symbols(readingOf(text)), readingOf(text).positions());
}

Json foldingRanges(Session&, OpenText& text, const Json&) {
  Json all = Json::array();
  for (const Fold& fold : folds(readingOf(text)))
    all.push_back(
        {{"startLine", fold.first}, {"endLine", fold.last}, {"kind", fold.comment ? "comment" : "region"}});
  return all;
}

std::vector<language::Edit> layoutOf(const OpenText& text) {
  auto edits = layout(readingOf(text));
  if (!edits)
    throw Refused(rpc::Failure::requestFailed,
                  "some signs of the text cannot be read, so it is not laid out");
  return std::move(*edits);
}

Json formatting(Session&, OpenText& text, const Json&) {
  return jsonOf(layoutOf(text), readingOf(text).positions());
}

Json rangeFormatting(Session&, OpenText& text, const Json& parameters) {
  const Positions& positions = readingOf(text).positions();
  const model::Range range = rangeIn(member(parameters, "range"), positions);
  auto edits = layoutOf(text);
  std::erase_if(edits, [&](const auto& e) { return e.range.end < range.begin || e.range.begin > range.end; });
  return jsonOf(edits, positions);
}

bool isAsked(const Action& action, const Json& parameters) {
  const Json context = parameters.value("context", Json::object());
  if (!context.is_object() || !context.contains("only") || !context["only"].is_array())
    return true;
  const std::string_view kind = action.all ? "source.fixAll" : "quickfix";
  return std::ranges::any_of(context["only"], [&](const Json& only) {
    return only.is_string() &&
           (kind == only.get<std::string>() || kind.starts_with(only.get<std::string>() + "."));
  });
}

Json codeActions(Session& session, OpenText& text, const Json& parameters) {
  const model::Range range = rangeIn(member(parameters, "range"), readingOf(text).positions());
  Json all = Json::array();
  for (const Action& action : actions(readingOf(text), text.known.inspection->diagnostics, range))
    if (isAsked(action, parameters))
      all.push_back(jsonOf(action, text, session));
  return all;
}

Json codeLenses(Session&, OpenText& text, const Json&) {
  Json all = Json::array();
  for (const Lens& lens : lenses(text.known)) {
    Json command{{"title", lens.title}, {"command", lens.offersTables ? tablesCommand : ""}};
    if (lens.offersTables)
      command["arguments"] = {text.document.uri()};
    all.push_back(
        {{"range", jsonOf(lens.range, readingOf(text).positions())}, {"command", std::move(command)}});
  }
  return all;
}

Json tablesAnswer(Session& session, OpenText& text, const Json&) {
  if (!text.known.tables) {
    session.wantTables(text.document.uri());
    throw NotYet{};
  }
  const Tables& made = *text.known.tables;
  if (!made.problem.empty())
    throw Refused(rpc::Failure::requestFailed, made.problem);
  return {{"markdown", made.markdown}, {"solution", Json::parse(made.json)}};
}

Json inlayHints(Session&, OpenText& text, const Json& parameters) {
  const Positions& positions = readingOf(text).positions();
  Json all = Json::array();
  for (const Hint& hint : hints(text.known, rangeIn(member(parameters, "range"), positions))) {
    Json one{{"position", jsonOf(model::Range{hint.offset, hint.offset}, positions)["start"]},
             {"label", hint.label},
             {"paddingLeft", true}};
    if (!hint.tooltip.empty())
      one["tooltip"] = hint.tooltip;
    all.push_back(std::move(one));
  }
  return all;
}

Json tokensFull(Session&, OpenText& text, const Json&) {
  return jsonOf(semanticTokens(readingOf(text), {0, readingOf(text).text().size()}), readingOf(text));
}

Json tokensRange(Session&, OpenText& text, const Json& parameters) {
  const model::Range range = rangeIn(member(parameters, "range"), readingOf(text).positions());
  return jsonOf(semanticTokens(readingOf(text), range), readingOf(text));
}

Json documentLinks(Session&, OpenText& text, const Json&) {
  Json all = Json::array();
  for (const Link& link : links(text.known, text.folder))
    all.push_back(
        {{"range", jsonOf(link.range, readingOf(text).positions())},
         {"target", uriOf(link.path) + (link.line == 0 ? "" : "#L" + std::to_string(link.line))},
         {"tooltip", link.line == 0 ? std::string("open the source") : "line " + std::to_string(link.line)}});
  return all;
}

constexpr std::array<RequestRow, 19> rows{{
    {"textDocument/completion", Needs::names, completion},
    {"textDocument/hover", Needs::reading, hoverAnswer},
    {"textDocument/definition", Needs::reading, definition},
    {"textDocument/declaration", Needs::reading, definition},
    {"textDocument/references", Needs::reading, referencesAnswer},
    {"textDocument/documentHighlight", Needs::reading, highlights},
    {"textDocument/prepareRename", Needs::reading, prepareRename},
    {"textDocument/rename", Needs::reading, renameAnswer},
    {"textDocument/documentSymbol", Needs::reading, documentSymbols},
    {"textDocument/foldingRange", Needs::reading, foldingRanges},
    {"textDocument/formatting", Needs::reading, formatting},
    {"textDocument/rangeFormatting", Needs::reading, rangeFormatting},
    {"textDocument/codeAction", Needs::inspection, codeActions},
    {"textDocument/codeLens", Needs::judgement, codeLenses},
    {"workspace/executeCommand", Needs::judgement, tablesAnswer},
    {"textDocument/inlayHint", Needs::judgement, inlayHints},
    {"textDocument/semanticTokens/full", Needs::reading, tokensFull},
    {"textDocument/semanticTokens/range", Needs::reading, tokensRange},
    {"textDocument/documentLink", Needs::inspection, documentLinks},
}};

/// The member at a path such as `general/positionEncodings`; null where there is none.
Json at(const Json& json, std::string_view path) {
  Json here = json;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string name(path.substr(0, end));
    here = here.is_object() && here.contains(name) ? Json(here[name]) : Json();
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return here;
}

} // namespace

std::span<const RequestRow> requestRows() { return rows; }

Json agree(Session& session, const Json& parameters) {
  const Json client = at(parameters, "capabilities");
  for (const Json& encoding : at(client, "general/positionEncodings")) {
    if (encoding == "utf-8" || encoding == "utf-16") {
      session.encoding = encoding == "utf-8" ? Encoding::utf8 : Encoding::utf16;
      break;
    }
  }
  session.versionedEdits = at(client, "workspace/workspaceEdit/documentChanges") == true;
  const Json formats = at(client, "textDocument/hover/contentFormat");
  session.markdown = !formats.is_array() || std::ranges::find(formats, Json("markdown")) != formats.end();
  Json types = Json::array();
  for (const auto type : tokenTypes)
    types.push_back(type);
  Json can{{"positionEncoding", session.encoding == Encoding::utf8 ? "utf-8" : "utf-16"},
           {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", true}}},
           {"completionProvider", {{"triggerCharacters", {".", "\"", " "}}}},
           {"renameProvider", {{"prepareProvider", true}}},
           {"codeActionProvider", {{"codeActionKinds", {"quickfix", "source.fixAll"}}}},
           {"codeLensProvider", {{"resolveProvider", false}}},
           {"executeCommandProvider", {{"commands", {tablesCommand}}}},
           {"documentLinkProvider", {{"resolveProvider", false}}},
           {"semanticTokensProvider",
            {{"legend", {{"tokenTypes", types}, {"tokenModifiers", tokenModifiers}}},
             {"full", true},
             {"range", true}}}};
  for (const char* plain :
       {"hoverProvider", "definitionProvider", "declarationProvider", "referencesProvider",
        "documentHighlightProvider", "documentSymbolProvider", "foldingRangeProvider",
        "documentFormattingProvider", "documentRangeFormattingProvider", "inlayHintProvider"})
    can[plain] = true;
  return {{"capabilities", std::move(can)},
          {"serverInfo", {{"name", "stasis"}, {"version", session.version}}}};
}

} // namespace stasis::lsp
