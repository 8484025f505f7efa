// A conflict written as JSON and read again says the same and means what its text means. Errors in broken
// files are reported at the wrong value.

#include "exchange/conflict_json.h"
#include "exchange/read_model.h"
#include "language/parse.h"
#include "language/words/write.h"
#include "reading.h"
#include "support/root.h"
#include "support/worded_conflict.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace stasis::exchange {
namespace {

language::SourceText jsonOf(const model::Conflict& conflict) {
  return {"model.json", conflictJson(conflict)};
}

/// Each code once: JSON writes the line of a family for each member. How a condition is spelt (S0321) is of
/// the text alone.
std::set<std::string> codesOf(const language::Diagnostics& diagnostics) {
  std::set<std::string> codes;
  for (const auto& d : diagnostics)
    if (d.code != "S0321")
      codes.emplace(d.code);
  return codes;
}

/// Writes the conflict as JSON, reads it, and compares with what its text gives.
void expectSame(const model::Conflict& conflict) {
  const std::string text = language::write(conflict);
  const auto asText = language::parse({"model.conflict", text});
  ASSERT_TRUE(asText.conflict) << text;
  const auto source = jsonOf(*asText.conflict);
  const auto asJson = readModel(source);
  ASSERT_TRUE(asJson.conflict) << testing::PrintToString(lines(asJson.diagnostics, source)) << source.text();
  EXPECT_EQ(language::fieldsOf(*asJson.conflict), language::fieldsOf(*asText.conflict)) << text;
  EXPECT_EQ(language::write(*asJson.conflict), text);
  EXPECT_EQ(codesOf(asJson.diagnostics), codesOf(asText.diagnostics)) << text;
}

TEST(ConflictJsonRead, RandomWordedConflictsComeBack) {
  for (std::uint64_t seed = 0; seed < 300 && !HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    support::SeededDice dice(seed);
    expectSame(language::wordedConflict(dice));
  }
}

TEST(ConflictJsonRead, FamiliesAndPreferEachStayThemselves) {
  for (std::uint64_t seed = 0; seed < 300 && !HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    support::SeededDice dice(seed);
    expectSame(language::familyConflict(dice));
  }
  const auto parsed = language::parse({"x", R"(conflict "Pact"
parties Allies "The allies" of France, Britain "UK"
  option ground "Troops" irrevocable
  option sea
party Other
  option attack
prefer each Allies
  not any of self.* or attack
  self.ground iff at least 2 of Allies.ground | self.sea
prefer Other
  attack
)"});
  ASSERT_TRUE(parsed.conflict);
  const std::string text = language::write(*parsed.conflict);
  EXPECT_NE(text.find("prefer each Allies"), std::string::npos) << text;
  expectSame(*parsed.conflict);
}

TEST(ConflictJsonRead, TheGalleryComesBack) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(support::root() + "/conflicts"))
    if (entry.path().extension() == ".conflict") {
      std::ostringstream text;
      text << std::ifstream(entry.path()).rdbuf();
      const auto parsed = language::parse({entry.path().string(), text.str()});
      ASSERT_TRUE(parsed.conflict) << entry.path();
      expectSame(*parsed.conflict);
      ++files;
    }
  EXPECT_GE(files, 10U);
}

TEST(ConflictJsonRead, TheFirstVersionIsReadToo) {
  const auto parsed = readModel({"old.json", R"({"schema": "stasis/conflict-1", "conflict": "Old",
    "parties": [{"name": "A", "label": "", "options": [{"name": "x", "label": "", "direction": "both"}],
                 "preference": {"form": "prefer", "tiers": [[{"wanted": "x"}]]}}]})"});
  ASSERT_TRUE(parsed.conflict);
  EXPECT_EQ(language::write(*parsed.conflict), "conflict \"Old\"\n\nparty A\n  option x\n\nprefer A\n  x\n");
}

TEST(ConflictJsonRead, RangesArePlacesInTheJson) {
  const language::SourceText source("m.json", R"({"schema": "stasis/conflict-2", "conflict": "Old",
 "parties": [{"name": "A", "options": [{"name": "x"}], "preference": {"form": "prefer", "tiers": [[{"wanted": "not x"}]]}}]})");
  const auto parsed = readModel(source);
  ASSERT_TRUE(parsed.conflict);
  const auto at = [&](model::Range r) { return source.text().substr(r.begin, r.end - r.begin); };
  EXPECT_EQ(at(parsed.conflict->options[0].range), "x");
  const auto& said = std::get<model::Prioritised>(parsed.conflict->parties[0].preference);
  EXPECT_EQ(at(said.tiers[0][0].range), "not x");
}

std::vector<std::string> problemsOf(const std::string& text) {
  const language::SourceText source("test.json", text);
  return lines(readModel(source).diagnostics, source);
}

std::string model(const std::string& members) {
  return R"({"schema": "stasis/conflict-2", "conflict": "T",)" + std::string("\n") + members + "}";
}

TEST(ConflictJsonRead, WhatIsWrongIsToldAtItsValue) {
  const std::string party = R"("parties": [{"name": "A", "options": [{"name": "x"}, {"name": "y"}]}])";
  EXPECT_EQ(problemsOf(model(R"("parties": {})")),
            Words{"S0702 2:12 `parties` must be a list, here is an object"});
  EXPECT_EQ(problemsOf(model(party + ",\n\"constraints\": [{\"always\": \"x and atack\"}]"))[0],
            "S0203 3:35 unknown option `atack`");
  EXPECT_EQ(problemsOf(model(party + ",\n\"constraints\": [{\"always\": \"x) or (y\"}]")).size(), 1U);
  EXPECT_EQ(problemsOf(model(party + ",\n\"constraints\": [{\"always\": \"x # y\"}]")).size(), 1U);
  EXPECT_EQ(problemsOf(model(party + ",\n\"constraints\": [{\"always\": \"x\\noption z\"}]")).size(), 1U);
  EXPECT_EQ(problemsOf(model(party + ",\n\"statusQuo\": \"YYN\"")),
            Words{"S0702 3:14 `YYN` is no state: 2 letters are needed, a `Y` or `N` for each option"});
  EXPECT_EQ(problemsOf(model(R"("parties": [{"name": "two words", "options": []}])")),
            Words{"S0713 2:22 `two words` cannot be a name"});
  EXPECT_EQ(problemsOf(model(R"("parties": [{"name": "A", "options": [{"name": "x", "direction": "up"}]}])")),
            Words{"S0706 2:66 unknown direction"});
  EXPECT_EQ(problemsOf(R"({"schema": "stasis/solution-1"})"),
            Words{"S0714 1:12 this file is an answer of `stasis solve`, not a conflict"});
  EXPECT_EQ(problemsOf(R"({"schema": "stasis/conflict-9"})"),
            Words{"S0714 1:12 this file is `stasis/conflict-9`, not a conflict"});
}

TEST(ConflictJsonRead, MarksOutOfPlaceAreToldAtTheirValue) {
  const auto wants = [](const std::string& preference, const std::string& more = "") {
    return problemsOf(model(R"("parties": [{"name": "A", "options": [{"name": "x"}],
"preference": )" + preference +
                            "\n" + more + "}]"));
  };
  EXPECT_EQ(wants(R"({"form": "prefer", "tiers": [[{"wanted": "x", "mark": "strongly"}]]})"), Words{});
  EXPECT_EQ(wants(R"({"form": "prefer", "tiers": [[{"wanted": "x", "mark": "madly"}]]})"),
            Words{"S0702 3:69 there is no mark `madly`"});
  EXPECT_EQ(wants(R"({"form": "prefer", "tiers": [[{"wanted": "x", "mark": 1}]]})"),
            Words{"S0702 3:69 there is no mark 1"});
  EXPECT_EQ(wants(R"({"form": "prefer", "tiers": [[{"wanted": "x", "mark": "perhaps", "odds": "0.7"}]]})"),
            Words{});
  EXPECT_EQ(wants(R"({"form": "prefer", "tiers": [[{"wanted": "x", "mark": "perhaps", "odds": 0.7}]]})"),
            Words{"S0702 3:88 odds must be a decimal number as text, here is 0.7"});
  EXPECT_EQ(wants(R"({"form": "prefer", "tiers": [[{"wanted": "x", "odds": "0.7"}]]})"),
            Words{"S0702 3:69 only what is in doubt has `odds`"});
  EXPECT_EQ(
      wants(R"({"form": "prefer", "tiers": [[{"wanted": "x", "mark": "perhaps"}, {"wanted": "not x"}]]})"),
      Words{"S0702 3:81 the statements of a tier have one mark, and this one differs from the first"});
  EXPECT_EQ(wants(R"({"form": "prefer", "tiers": [[{"wanted": "perhaps x"}]]})").size(), 1U);
  EXPECT_EQ(wants(R"({"form": "rank", "classes": [["s1"], ["s2"]], "strongAfter": [1]})"), Words{});
  EXPECT_EQ(wants(R"({"form": "rank", "classes": [["s1"], ["s2"]], "strongAfter": [2]})"),
            Words{"S0702 3:77 `strongAfter` has numbers of classes, from 1 to the last but one, here is 2"});
  const std::string ranked = R"({"form": "rank", "classes": [["s1"], ["s2"]]})";
  EXPECT_EQ(
      wants(ranked, R"(,"unsure": [["s1", "s2"]], "attitudes": [{"towards": "A", "attitude": "against"}])"),
      Words{});
  EXPECT_EQ(wants(ranked, R"(,"unsure": [["s1"]])"),
            Words{"S0702 4:13 a pair in doubt must be a list of two states"});
  EXPECT_EQ(wants(ranked, R"(,"unsure": [["s1", "s1"]])").at(0).substr(0, 5), "S0423");
  EXPECT_EQ(wants(ranked, R"(,"attitudes": [{"towards": "A", "attitude": "fond"}])"),
            Words{"S0702 4:45 there is no attitude `fond`"});
  EXPECT_EQ(wants(ranked, R"(,"attitudes": [{"towards": "B", "attitude": "for"}])").at(0).substr(0, 5),
            "S0201");
}

TEST(ConflictJsonRead, NotesSpeakOfLinesOfTheJson) {
  const language::SourceText source("test.json",
                                    model("\"parties\": [{\"name\": \"A\", \"options\": "
                                          "[\n\n\n\n\n\n\n\n\n\n{\"name\": \"x\"},\n\n{\"name\": \"x\"}]}]"));
  const auto found = readModel(source).diagnostics;
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(source.place(found[0].range.begin).line, 14U);
  EXPECT_EQ(found[0].note, "the first is on line 12");
}

TEST(ConflictJsonRead, HelpComesWithTheProblem) {
  const language::SourceText source(
      "test.json",
      model(
          R"("parties": [{"name": "A", "options": [{"name": "pump"}], "preference": {"form": "prefer", "tiers": [[{"wanted": "pmp"}]]}}])"));
  const auto found = readModel(source).diagnostics;
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].help, "did you mean `pump`, an option of A?");
}

TEST(ConflictJsonRead, WordsWrittenOtherwiseHaveTheirOwnPlace) {
  EXPECT_EQ(problemsOf(model("\"parties\": [{\"name\": \"A\", \"options\": [{\"name\": \"x\"},\n{\"name\": "
                             "\"\\u0078\"}]}]")),
            (std::vector<std::string>{"S0204 3:10 there is an option `x` already"}));
}

TEST(ConflictJsonRead, OddsOfADirectionComeBack) {
  const std::string text = "conflict \"O\"\n\nparty A\n  option x perhaps 0.3 irrevocable\n"
                           "  option y perhaps unresumable\n\nprefer A\n  x\n  y\n";
  const auto parsed = language::parse({"odds.conflict", text});
  ASSERT_TRUE(parsed.conflict);
  const auto again = readModel(jsonOf(*parsed.conflict));
  ASSERT_TRUE(again.conflict);
  EXPECT_EQ(language::write(*again.conflict), text);
}

TEST(ConflictJsonRead, AnyCutOfAFileIsAnswered) {
  support::SeededDice dice(7);
  const std::string whole = conflictJson(language::wordedConflict(dice));
  // Behind the last bracket is the end of the line, which may be missing.
  for (std::size_t length = 0; length <= whole.rfind('}'); length += 1 + whole.size() / 300)
    EXPECT_FALSE(readModel({"cut.json", whole.substr(0, length)}).conflict) << length;
}

TEST(FileKind, IsToldByWhatTheFileIs) {
  for (const char* name : {"m.conflict", "m.json", "m.gmcr", "m.csv", "<stdin>"}) {
    EXPECT_EQ(kindOf({name, "{\"schema\": 1}"}), FileKind::json) << name;
    EXPECT_EQ(kindOf({name, "PK\x03\x04rest"}), FileKind::workbook) << name;
  }
  EXPECT_EQ(kindOf({"m.json", "conflict \"x\"\n"}), FileKind::conflict);
  EXPECT_EQ(kindOf({"m.gmcr", "conflict \"x\"\n"}), FileKind::conflict);
}

} // namespace
} // namespace stasis::exchange
