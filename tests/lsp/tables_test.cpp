// The tables that an editor gets are those that the program prints.
#include "editor.h"
#include "gallery.h"
#include "lsp/document.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>

namespace stasis::test {
namespace {

std::string printed(const std::filesystem::path& model, const std::string& how) {
  const std::string command = STASIS_PROGRAM " solve " + how + " '" + model.string() + "' 2>/dev/null";
  FILE* const pipe = ::popen(command.c_str(), "r");
  std::string out;
  char block[4096];
  for (std::size_t n = 0; (n = std::fread(block, 1, sizeof block, pipe)) > 0;)
    out.append(block, n);
  ::pclose(pipe);
  return out;
}

Json asked(const std::string& uri) {
  return {{"command", "stasis.tables"}, {"arguments", Json::array({uri})}};
}

TEST(Tables, OfEveryModelOfTheGalleryAreThoseThatSolvePrints) {
  Editor editor;
  for (const auto& model : galleryModels()) {
    const std::string uri = lsp::uriOf(model.string());
    editor.open(uri, textOf(model));
    const Json tables = editor.result("workspace/executeCommand", asked(uri));
    EXPECT_EQ(tables["markdown"], printed(model, "--all --format md")) << model;
    EXPECT_EQ(tables["solution"], Json::parse(printed(model, "--format json"))) << model;
    editor.notify("textDocument/didClose", Editor::of(uri));
  }
}

TEST(Tables, AreOfTheTextAsItStands) {
  Editor editor;
  const std::string uri = "file:///nowhere/model.conflict";
  editor.open(uri, "conflict \"x\"\nparty A\n  option go\nprefer A\n  go\n");
  const Json first = editor.result("workspace/executeCommand", asked(uri));
  EXPECT_EQ(editor.result("workspace/executeCommand", asked(uri)), first) << "asked twice";
  EXPECT_EQ(first["solution"]["equilibria"]["nash"].size(), 1U) << first;
  editor.change(uri, 2, Json::array({{{"text", "conflict \"x\"\nparty A\n  option go\n"}}}));
  EXPECT_EQ(editor.result("workspace/executeCommand", asked(uri))["solution"]["equilibria"]["nash"].size(),
            2U);
}

TEST(Tables, ThatCannotBeHadAreRefusedWithTheReason) {
  Editor editor;
  const std::string uri = "file:///nowhere/model.conflict";
  editor.open(uri, "conflict \"x\"\nparty A\n  option go\nprefer A\n  goo\n");
  EXPECT_EQ(editor.errorOf("workspace/executeCommand", asked(uri)), -32803);
  EXPECT_EQ(editor.errorOf("workspace/executeCommand", asked("file:///other")), -32602);
  EXPECT_EQ(editor.errorOf("workspace/executeCommand", {{"command", "other"}, {"arguments", {uri}}}), -32602);
  EXPECT_EQ(editor.errorOf("workspace/executeCommand", {{"command", "stasis.tables"}}), -32602);
  EXPECT_EQ(editor.errorOf("workspace/executeCommand", {{"command", "stasis.tables"}, {"arguments", {1}}}),
            -32602);
}

} // namespace
} // namespace stasis::test
