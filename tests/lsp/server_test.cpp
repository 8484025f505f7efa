// The server as an editor meets it: messages over pipes.
#include "editor.h"
#include "gallery.h"
#include "language/codes/fix.h"
#include "language/parse.h"
#include "language/words/format.h"
#include "lsp/document.h"

#include <gtest/gtest.h>

namespace stasis::test {
namespace {

const std::string uri = "file:///nowhere/model.conflict";

const std::string small = R"(conflict "Small"
party A "First 😀 party"
  option go "Go 😀" irrevocable # 😀
party B
  option stop
never go and stop
status quo none
state won "Won" = go
prefer A
  go
prefer B
  stop if not go
expect won is equilibrium under nash
expect 4 states
)";

Json change(std::size_t line, std::size_t from, std::size_t to, const std::string& with) {
  return {{"range",
           {{"start", {{"line", line}, {"character", from}}}, {"end", {{"line", line}, {"character", to}}}}},
          {"text", with}};
}

Json whole(const std::string& text) { return Json::array({{{"text", text}}}); }

Json everything(const std::string& where) {
  Json range = Editor::of(where);
  range["range"] = {{"start", {{"line", 0}, {"character", 0}}}, {"end", {{"line", 14}, {"character", 0}}}};
  return range;
}

/// The text with the edits of an answer made, positions in UTF-16.
std::string edited(const std::string& text, const Json& edits) {
  const lsp::Positions positions(text, lsp::Encoding::utf16);
  std::vector<language::Edit> all;
  for (const Json& edit : edits) {
    const auto place = [&](const char* name) {
      return *positions.offset({edit["range"][name]["line"], edit["range"][name]["character"]});
    };
    all.push_back({{place("start"), place("end")}, edit["newText"].get<std::string>()});
  }
  return language::edited(text, all);
}

TEST(Server, BeginsAndEndsAsTheProtocolSays) {
  Editor editor;
  EXPECT_EQ(editor.agreed()["capabilities"]["positionEncoding"], "utf-16");
  EXPECT_EQ(editor.agreed()["serverInfo"]["name"], "stasis");
  EXPECT_EQ(editor.errorOf("initialize", Json::object()), -32600);
  EXPECT_TRUE(editor.result("shutdown", nullptr).is_null());
  EXPECT_EQ(editor.errorOf("textDocument/hover", Editor::at(uri, 0, 0)), -32600);
  editor.notify("exit", nullptr);
  EXPECT_EQ(editor.leave(), 0);
}

TEST(Server, ExitWithoutShutdownAndAnEndOfBytesAreNotOrderly) {
  Editor abrupt;
  abrupt.notify("exit", nullptr);
  EXPECT_EQ(abrupt.leave(), 1);
  Editor dead;
  dead.open(uri, small);
  EXPECT_EQ(dead.leave(), 1);
}

TEST(Server, NothingIsAnsweredBeforeTheBeginning) {
  Editor editor(Json::object(), false);
  EXPECT_EQ(editor.errorOf("textDocument/hover", Editor::at(uri, 0, 0)), -32002);
  editor.open(uri, small);
  EXPECT_TRUE(editor.result("initialize", {{"capabilities", Json::object()}}).contains("capabilities"));
}

TEST(Server, BadInputIsAnErrorAndTheNextMessageIsAnswered) {
  Editor editor;
  editor.open(uri, small);
  EXPECT_EQ(editor.errorOf("textDocument/unheardOf", Editor::of(uri)), -32601);
  EXPECT_EQ(editor.errorOf("textDocument/hover", Editor::at("file:///other", 0, 0)), -32602);
  EXPECT_EQ(editor.errorOf("textDocument/hover", Editor::at(uri, 999, 0)), -32602);
  EXPECT_EQ(editor.errorOf("textDocument/hover", Editor::of(uri)), -32602);
  EXPECT_EQ(editor.errorOf("textDocument/hover", Json::array({1})), -32602);
  EXPECT_EQ(editor.errorOf("textDocument/hover", {{"textDocument", {{"uri", uri}}},
                                                  {"position", {{"line", -1}, {"character", "x"}}}}),
            -32602);
  EXPECT_EQ(editor.errorOf("textDocument/rename", Editor::at(uri, 1, 6)), -32602);
  editor.sendBytes("binary \x01\x02\xff\xfe\n\n");
  EXPECT_EQ(
      editor.await([](const Json& m) { return m.contains("id") && m["id"].is_null(); })["error"]["code"],
      -32700);
  editor.sendBytes("Content-Length: 3\r\n\r\n\xff\xfe{");
  EXPECT_EQ(
      editor.await([](const Json& m) { return m.contains("id") && m["id"].is_null(); })["error"]["code"],
      -32700);
  editor.notify("textDocument/didChange",
                {{"textDocument", {{"uri", uri}, {"version", 2}}}, {"contentChanges", 5}});
  editor.await([](const Json& m) { return m.value("method", "") == "window/logMessage"; });
  EXPECT_FALSE(editor.result("textDocument/hover", Editor::at(uri, 1, 6)).is_null());
  EXPECT_FALSE(editor.result("textDocument/hover", Editor::at(uri, 1, 7)).is_null());
}

TEST(Server, ProblemsHaveOtherPlacesAndFixes) {
  Editor editor;
  editor.open(uri, "conflict \"x\"\nparty A\n  option go\nparty A\nprefer A\n  goo\n", 4);
  const Json problems = editor.problems(uri, 4);
  const auto coded = [&](const std::string& code) {
    for (const Json& one : problems)
      if (one["code"] == code)
        return one;
    ADD_FAILURE() << "no " << code << " in " << problems;
    return Json();
  };
  const Json twice = coded("S0204");
  EXPECT_EQ(twice["range"]["start"], (Json{{"line", 3}, {"character", 6}}));
  EXPECT_EQ(twice["relatedInformation"][0]["location"]["range"]["start"]["line"], 1);
  EXPECT_EQ(twice["severity"], 1);
  Json asked = everything(uri);
  asked["range"]["end"] = {{"line", 6}, {"character", 0}};
  asked["context"] = {{"diagnostics", Json::array()}};
  bool mends = false;
  for (const Json& action : editor.result("textDocument/codeAction", asked))
    if (action["kind"] == "quickfix" && action["edit"]["changes"].contains(uri))
      for (const Json& edit : action["edit"]["changes"][uri])
        mends = mends || edit["newText"] == "go";
  EXPECT_TRUE(mends);
  editor.change(uri, 5, whole(small));
  for (const Json& one : editor.problems(uri, 5))
    EXPECT_NE(one["severity"], 1) << one;
  editor.notify("textDocument/didClose", Editor::of(uri));
  EXPECT_TRUE(editor
                  .await([](const Json& m) {
                    return m.value("method", "") == "textDocument/publishDiagnostics" &&
                           !m["params"].contains("version");
                  })["params"]["diagnostics"]
                  .empty());
}

TEST(Server, CharactersBeyondThePlaneInBothEncodings) {
  for (const bool bytes : {false, true}) {
    Editor editor(bytes ? Json{{"general", {{"positionEncodings", {"utf-32", "utf-8", "utf-16"}}}}}
                        : Json::object());
    EXPECT_EQ(editor.agreed()["capabilities"]["positionEncoding"], bytes ? "utf-8" : "utf-16");
    const std::string text = "conflict \"x\"\nparty A\n  option go \"😀😀\" irrevocable\nprefer A\n  go\n";
    editor.open(uri, text);
    // An insertion behind the label, then one character of it deleted.
    const std::size_t behind = bytes ? 22 : 18;
    const std::size_t one = bytes ? 4 : 2;
    editor.change(uri, 2, Json::array({change(2, behind - 1, behind - 1, "x"), change(2, 13, 13 + one, "")}));
    const Json found = editor.result("textDocument/semanticTokens/full", Editor::of(uri))["data"];
    std::vector<std::vector<int>> tokens;
    int line = 0;
    int start = 0;
    for (std::size_t i = 0; i + 4 < found.size(); i += 5) {
      start = found[i] == 0 ? start + found[i + 1].get<int>() : found[i + 1].get<int>();
      line += found[i].get<int>();
      if (line == 2)
        tokens.push_back({start, found[i + 2], found[i + 3]});
    }
    const int label = bytes ? 7 : 5; // "😀x"
    const std::vector<std::vector<int>> expected{{2, 6, 0}, {9, 2, 3}, {12, label, 8}, {13 + label, 11, 0}};
    EXPECT_EQ(tokens, expected);
  }
}

TEST(Server, EditsInOneMessageFollowEachOther) {
  Editor editor;
  editor.open(uri, small);
  const Json edits =
      Json::array({change(0, 10, 15, "Large"), change(0, 0, 0, "# above\n"), change(1, 10, 15, "Huge")});
  editor.change(uri, 2, edits);
  const Json symbols = editor.result("textDocument/documentSymbol", Editor::of(uri));
  EXPECT_EQ(symbols[0]["name"], "Huge");
  EXPECT_EQ(symbols[1]["name"], "A");
  EXPECT_EQ(symbols[1]["children"][0]["name"], "go");
  EXPECT_EQ(symbols[1]["range"]["start"]["line"], 2);
  // An older version is left out, and said.
  editor.change(uri, 2, whole("conflict \"old\"\n"));
  editor.await([](const Json& m) { return m.value("method", "") == "window/logMessage"; });
  EXPECT_EQ(editor.result("textDocument/documentSymbol", Editor::of(uri))[0]["name"], "Huge");
}

TEST(Server, HoverDefinitionReferences) {
  Editor editor;
  const auto path =
      std::filesystem::path(support::root()) / "conflicts/foreign-troops/foreign-troops.conflict";
  const std::string here = lsp::uriOf(path.string());
  const std::string text = textOf(path);
  const lsp::Positions positions(text, lsp::Encoding::utf16);
  const auto place = [&](const std::string& words) {
    const lsp::Position at = positions.position(text.find(words) + 3);
    return Editor::at(here, at.line, at.character);
  };
  editor.open(here, text);
  const std::string option = editor.result("textDocument/hover", place("target  "))["contents"]["value"];
  EXPECT_NE(option.find("Treat foreign troops as targets"), std::string::npos) << option;
  EXPECT_NE(option.find("option target"), std::string::npos);
  const std::string words =
      editor.result("textDocument/hover", place("legitimate targets for defeat"))["contents"]["value"];
  EXPECT_NE(words.find("legitimate targets"), std::string::npos) << words;
  EXPECT_NE(words.find("line "), std::string::npos) << words;
  const Json passage = editor.result("textDocument/definition", place("legitimate targets for defeat"));
  ASSERT_EQ(passage.size(), 1U);
  EXPECT_EQ(passage[0]["uri"], lsp::uriOf((path.parent_path() / "report.txt").string()));
  const std::string report = textOf(path.parent_path() / "report.txt");
  const lsp::Positions inReport(report, lsp::Encoding::utf16);
  const auto begin =
      inReport.offset({passage[0]["range"]["start"]["line"], passage[0]["range"]["start"]["character"]});
  EXPECT_TRUE(report.substr(*begin).starts_with("we assume")) << report.substr(*begin, 40);
  const Json links = editor.result("textDocument/documentLink", Editor::of(here));
  EXPECT_GT(links.size(), 5U);
  EXPECT_NE(links.dump().find("report.txt#L"), std::string::npos);
  EXPECT_NE(editor.result("textDocument/hover", place("option target"))["contents"]["value"]
                .get<std::string>()
                .size(),
            0U);
  Json asked = place("Russia\n");
  asked["context"] = {{"includeDeclaration", false}};
  const Json references = editor.result("textDocument/references", asked);
  asked["context"] = {{"includeDeclaration", true}};
  EXPECT_EQ(editor.result("textDocument/references", asked).size(), references.size() + 1);
  const Json declared = editor.result("textDocument/definition", place("Russia\n"));
  ASSERT_EQ(declared.size(), 1U);
  EXPECT_EQ(editor.result("textDocument/documentHighlight", place("Russia\n")).size(), references.size() + 1);
}

TEST(Server, RenameIsOneChangeOrAReason) {
  Editor editor(Json{{"workspace", {{"workspaceEdit", {{"documentChanges", true}}}}}});
  editor.open(uri, small, 3);
  EXPECT_EQ(editor.result("textDocument/prepareRename", Editor::at(uri, 5, 7))["placeholder"], "go");
  Json asked = Editor::at(uri, 5, 7);
  asked["newName"] = "leave";
  const Json changes = editor.result("textDocument/rename", asked)["documentChanges"][0];
  EXPECT_EQ(changes["textDocument"]["version"], 3);
  const std::string renamed = edited(small, changes["edits"]);
  EXPECT_EQ(renamed.find("go "), std::string::npos) << renamed;
  EXPECT_NE(renamed.find("never leave and stop"), std::string::npos);
  asked["newName"] = "stop";
  EXPECT_EQ(editor.errorOf("textDocument/rename", asked), -32803) << "the other party's option has the name";
  asked["newName"] = "won won";
  EXPECT_EQ(editor.errorOf("textDocument/rename", asked), -32803);
}

TEST(Server, FormattingGivesWhatFmtGives) {
  Editor editor;
  int version = 1;
  editor.open(uri, "", version);
  std::vector<std::string> texts{"party   A\n\n\n\noption go\n\n   prefer A\ngo", "x", "",
                                 "conflict \"a\"   \n\n\n"};
  for (const auto& path : galleryModels()) {
    std::string text = textOf(path);
    texts.push_back(text);
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 4)
      text.insert(at, at % 3 == 0 ? "  " : "\n\n");
    texts.push_back(text);
  }
  for (const auto& text : texts) {
    editor.change(uri, ++version, whole(text));
    const Json edits = editor.result("textDocument/formatting", Editor::of(uri));
    EXPECT_EQ(edited(text, edits), *language::format(language::SourceText("m", text)).text)
        << text.substr(0, 200);
  }
  editor.change(uri, ++version, whole("party A\noption \"x\n\x01"));
  EXPECT_EQ(editor.errorOf("textDocument/formatting", Editor::of(uri)), -32803);
}

TEST(Server, LensesAndHintsTellWhatSolveTells) {
  Editor editor;
  editor.open(uri, small);
  const Json lenses = editor.result("textDocument/codeLens", Editor::of(uri));
  ASSERT_EQ(lenses.size(), 3U) << lenses;
  const auto title = [&](std::size_t i) { return lenses[i]["command"]["title"].get<std::string>(); };
  EXPECT_TRUE(title(0).starts_with("3 states; equilibria: Nash 2")) << title(0);
  EXPECT_TRUE(title(1).starts_with("today: Nash –")) << title(1);
  EXPECT_TRUE(title(2).starts_with("Nash ✓  GMR ✓")) << title(2);
  const Json hints = editor.result("textDocument/inlayHint", everything(uri));
  ASSERT_EQ(hints.size(), 2U) << hints;
  EXPECT_EQ(hints[0]["label"], "✓");
  EXPECT_EQ(hints[1]["label"], "✗");
  EXPECT_NE(hints[1]["tooltip"].get<std::string>().find('3'), std::string::npos);
  EXPECT_EQ(hints[1]["position"], (Json{{"line", 13}, {"character", 15}}));
}

TEST(Server, AStateCalledByItsLettersIsToldAndHasNoLens) {
  Editor editor;
  editor.open(uri, small + "expect nash = YN, NY\n");
  EXPECT_EQ(editor.result("textDocument/codeLens", Editor::of(uri)).size(), 3U);
  const std::string said = editor.result("textDocument/hover", Editor::at(uri, 14, 19))["contents"]["value"];
  EXPECT_NE(said.find("Taken: stop"), std::string::npos) << said;
  EXPECT_NE(said.find("Nash ✓"), std::string::npos) << said;
}

TEST(Server, FoldingAndRangeFormatting) {
  Editor editor;
  editor.open(uri, "# a\n# b\nparty A\n  option go\n  # inside\n  option stay\n\nprefer A\n     go\n");
  const Json folds = editor.result("textDocument/foldingRange", Editor::of(uri));
  ASSERT_EQ(folds.size(), 3U) << folds;
  std::vector<std::pair<int, int>> lines;
  for (const Json& fold : folds)
    lines.emplace_back(fold["startLine"], fold["endLine"]);
  std::ranges::sort(lines);
  EXPECT_EQ(lines, (std::vector<std::pair<int, int>>{{0, 1}, {2, 5}, {7, 8}}));
  Json asked = Editor::of(uri);
  asked["range"] = {{"start", {{"line", 8}, {"character", 0}}}, {"end", {{"line", 9}, {"character", 0}}}};
  const Json edits = editor.result("textDocument/rangeFormatting", asked);
  ASSERT_EQ(edits.size(), 1U);
  EXPECT_EQ(edits[0]["newText"], "  go\n");
}

/// Thirty options and preferences on all of them: its states cannot be looked at in a moment.
std::string slowModel() {
  std::string text = "conflict \"Slow\"\n";
  std::string all;
  for (int party = 0; party < 3; ++party) {
    text += "party P" + std::to_string(party) + "\n";
    for (int option = 0; option < 14; ++option) {
      const std::string name = "o" + std::to_string(party) + "_" + std::to_string(option);
      text += "  option " + name + "\n";
      all += (all.empty() ? "" : ", ") + name;
    }
  }
  for (int party = 0; party < 3; ++party) {
    text += "weigh P" + std::to_string(party) + "\n";
    for (int i = 0; i < 42; ++i)
      text += "  o" + std::to_string(i / 14) + "_" + std::to_string(i % 14) + " " +
              std::to_string(1 + (i * 7919 + party * 104729) % 9973) + "\n";
  }
  return text + "status quo none\n";
}

TEST(Server, TheNextKeyStopsTheSearchAndAnswersWhoWaits) {
  Editor editor;
  editor.open(uri, slowModel());
  const int lens = editor.ask("textDocument/codeLens", Editor::of(uri));
  const int hints = editor.ask("textDocument/inlayHint", everything(uri));
  editor.result("textDocument/completion", Editor::at(uri, 0, 0)); // while it is solved, others are answered
  editor.notify("$/cancelRequest", {{"id", hints}});
  EXPECT_EQ(editor.answer(hints)["error"]["code"], -32800);
  editor.change(uri, 2, whole(small));
  EXPECT_EQ(editor.answer(lens)["error"]["code"], -32801);
  EXPECT_EQ(editor.result("textDocument/codeLens", Editor::of(uri)).size(), 3U)
      << "the search for the new text is not held up";
}

TEST(Server, ACancellationOvertakesARequestThatWaits) {
  Editor editor;
  editor.open(uri, small);
  std::string burst;
  const rpc::HeadFraming framing;
  for (int id = 100; id < 140; ++id)
    burst += framing.framed(
        Json{{"jsonrpc", "2.0"}, {"id", id}, {"method", "textDocument/rename"}, {"params", Editor::of(uri)}}
            .dump());
  for (int id = 100; id < 140; ++id)
    burst += framing.framed(
        Json{{"jsonrpc", "2.0"}, {"method", "$/cancelRequest"}, {"params", {{"id", id}}}}.dump());
  editor.sendBytes(burst);
  for (int id = 100; id < 140; ++id) {
    const int code = editor.answer(id)["error"]["code"];
    EXPECT_TRUE(code == -32800 || code == -32602) << code; // cancelled, or answered before
  }
}

TEST(Server, TenThousandLinesAndAKeyInThem) {
  std::string text = "conflict \"Long\"\nparty A\n  option go\n";
  for (int i = 0; i < 10000; ++i)
    text += "define d" + std::to_string(i) + " = go and not (go or go)\n";
  text += "prefer A\n  go\n";
  Editor editor;
  editor.open(uri, text);
  editor.result("textDocument/documentSymbol", Editor::of(uri));
  for (int key = 0; key < 20; ++key)
    editor.change(uri, key + 2, Json::array({change(5000, 0, 0, "#")}));
  const Json items = editor.result("textDocument/completion", Editor::at(uri, 10004, 3));
  EXPECT_GT(items["items"].size(), 5U);
  const Json tokens = editor.result(
      "textDocument/semanticTokens/range",
      {{"textDocument", {{"uri", uri}}},
       {"range",
        {{"start", {{"line", 5000}, {"character", 0}}}, {"end", {{"line", 5001}, {"character", 0}}}}}});
  EXPECT_EQ(tokens["data"].size(), 5U) << "a comment since the keys";
}

/// The completion is asked before the text that the key left has been read.
TEST(Server, AKeyInTwoMegabytesIsAnsweredFromWhatIsKnown) {
  std::string text = "conflict \"Large\"\nparty A\n  option go\n";
  for (int i = 0; text.size() < (std::size_t{2} << 20U); ++i)
    text +=
        "define d" + std::to_string(i) + " = go and not (go or go) # a comment that takes room in the text\n";
  text += "prefer A\n  go\n";
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  Editor editor;
  editor.open(uri, text);
  editor.result("textDocument/documentSymbol", Editor::of(uri));
  editor.change(uri, 2, Json::array({change(lines - 1, 2, 4, "g")}));
  const Json items = editor.result("textDocument/completion", Editor::at(uri, lines - 1, 3));
  bool offersIt = false;
  for (const Json& item : items["items"])
    offersIt = offersIt || item["label"] == "go";
  EXPECT_TRUE(offersIt);
}

TEST(Server, TenMegabytesOfAnything) {
  Editor editor;
  std::string model = "conflict \"x\"\nparty A\n  option go\n";
  while (model.size() < (std::size_t{10} << 20U))
    model += "never go and not go # " + std::string(1000, 'x') + "\n";
  editor.open(uri, model, 1);
  EXPECT_FALSE(editor.result("textDocument/hover", Editor::at(uri, 1, 6)).is_null());
  std::string noise;
  for (std::size_t i = 0; i < (std::size_t{1} << 16U); ++i)
    noise += static_cast<char>(1 + i * 31 % 127);
  editor.open(uri, noise, 2);
  editor.problems(uri, 2);
  EXPECT_TRUE(editor.result("textDocument/documentSymbol", Editor::of(uri)).is_array());
}

TEST(Server, EveryRequestOnEveryPlaceOfABrokenText) {
  Editor editor;
  const std::string broken =
      "conflict \"x\nparty\n option ,,\nprefer each self\n  self. and\nstate s = \nexpect all\n\xC3\xA9 \"";
  editor.open(uri, broken);
  const std::vector<std::string> at{"hover",         "definition", "references", "documentHighlight",
                                    "prepareRename", "completion"};
  for (std::size_t line = 0; line < 8; ++line)
    for (std::size_t character = 0; character < 16; character += 3)
      for (const auto& method : at)
        EXPECT_EQ(editor.errorOf("textDocument/" + method, Editor::at(uri, line, character)), 0) << method;
  for (const char* method :
       {"documentSymbol", "foldingRange", "codeLens", "documentLink", "semanticTokens/full"})
    EXPECT_EQ(editor.errorOf(std::string("textDocument/") + method, Editor::of(uri)), 0) << method;
}

} // namespace
} // namespace stasis::test
