#include "exchange/conflict_json.h"
#include "language/lexing/source_text.h"
#include "language/parse.h"
#include "support/property.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace stasis::exchange {
namespace {

using nlohmann::json;

const char* const text = R"(conflict "Water \"and\" war"
about    "a line"
source report "report.txt" "of the day"
party Up "Upstream"
  option dam "Build a dam" irrevocable
    because report "we shall build"
  option treaty
party Down
  option court
never dam and treaty
  because report "either the one or the other"
define calm "Nobody acts" = none of dam, court
state war "Open war" = dam, court
status quo treaty
prefer Up
  dam | not court
  treaty iff calm
    because report "we shall build"
weigh Down
  court 2.5
  dam -1
move Down s1 <-> s4
expect nash = war
expect s1 is not stable for Up under nash, seq
expect war is equilibrium under gmr
expect 6 states
)";

json written(const evidence::CheckedCitations* checked = nullptr) {
  const auto parsed = language::parse({"water.conflict", text});
  EXPECT_TRUE(parsed.conflict.has_value())
      << (parsed.diagnostics.empty() ? "" : parsed.diagnostics[0].message);
  return json::parse(conflictJson(parsed.conflict.value(), checked));
}

TEST(ConflictJson, SaysAllOfTheModel) {
  const json file = written();
  EXPECT_EQ(file["schema"], "stasis/conflict-2");
  EXPECT_EQ(file["conflict"], "Water \"and\" war");
  EXPECT_EQ(file["about"], json::array({"a line"}));
  EXPECT_EQ(file["sources"][0],
            json({{"name", "report"}, {"path", "report.txt"}, {"description", "of the day"}}));
  const json& up = file["parties"][0];
  EXPECT_EQ(up["label"], "Upstream");
  EXPECT_EQ(up["options"][0]["direction"], "irrevocable");
  EXPECT_EQ(up["options"][0]["because"][0], json({{"source", "report"}, {"words", "we shall build"}}));
  EXPECT_EQ(up["options"][1], json({{"name", "treaty"}, {"label", ""}, {"direction", "both"}}));
  EXPECT_EQ(up["preference"]["form"], "prefer");
  EXPECT_EQ(up["preference"]["tiers"][0], json::array({{{"wanted", "dam"}}, {{"wanted", "not court"}}}));
  EXPECT_EQ(up["preference"]["tiers"][1][0]["wanted"], "treaty iff calm");
  EXPECT_FALSE(up.contains("moves"));
  const json& down = file["parties"][1];
  EXPECT_EQ(down["preference"]["weights"],
            json::array({{{"option", "court"}, {"weight", "2.5"}}, {{"option", "dam"}, {"weight", "-1.0"}}}));
  EXPECT_EQ(down["moves"], json::array({{"s1", "s4"}, {"s4", "s1"}}));
  EXPECT_EQ(file["constraints"][0]["always"], "not (dam and treaty)");
  EXPECT_EQ(file["defines"][0]["meaning"], "none of dam, court");
  EXPECT_EQ(file["named"][0]["options"], "YNY");
  EXPECT_EQ(file["statusQuo"], "NYN");
  const json expected =
      json::array({{{"kind", "equilibria"}, {"concept", "nash"}, {"states", {"war"}}},
                   {{"kind", "stable"},
                    {"state", "s1"},
                    {"holds", false},
                    {"party", "Up"},
                    {"concepts", {"nash", "seq"}}},
                   {{"kind", "equilibrium"}, {"state", "war"}, {"holds", true}, {"concepts", {"gmr"}}},
                   {{"kind", "count"}, {"states", "6"}}});
  EXPECT_EQ(file["expectations"], expected);
}

TEST(ConflictJson, CitationsCarryTheirPassage) {
  const auto parsed = language::parse({"water.conflict", text});
  const auto checked = evidence::checkCitations(parsed.conflict.value(), "", [](const std::string&) {
    return evidence::SourceContent{"Said: we shall build. Then:\neither the one or the other", {}};
  });
  ASSERT_EQ(checked.found.size(), 3U);
  const json file = written(&checked);
  EXPECT_EQ(file["parties"][0]["options"][0]["because"][0]["passage"], json::array({6, 20}));
  EXPECT_EQ(file["constraints"][0]["because"][0]["passage"], json::array({28, 55}));
}

TEST(ConflictJson, IsAlwaysJson) {
  EXPECT_TRUE(support::holdsFor(100, support::Kind::anything(), [](const model::Conflict& conflict) {
    const json file = json::parse(conflictJson(conflict));
    RC_ASSERT(file["parties"].size() == conflict.parties.size());
    RC_ASSERT(file["states"].size() == conflict.listed.size());
  }));
  model::Conflict odd;
  odd.title = "not UTF-8: \xff";
  EXPECT_TRUE(json::accept(conflictJson(odd)));
}

} // namespace
} // namespace stasis::exchange
