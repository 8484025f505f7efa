// stasis/explanation-1: the reasons as data agree with the explanation, and their sentences are true.
#include "analysis/explain/explanation.h"
#include "language/parse.h"
#include "oracle/oracle_engine.h"
#include "report/explain/explanation.h"
#include "stability/solution.h"
#include "support/property.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace stasis::report {
namespace {

using Json = nlohmann::json;
using model::PartyId;

std::unique_ptr<const model::Conflict> conflictOf(const std::string& text) {
  auto parsed = language::parse(language::SourceText("test", text));
  EXPECT_TRUE(parsed.conflict);
  return std::make_unique<const model::Conflict>(std::move(*parsed.conflict));
}

Json reasons(const model::Conflict& conflict, const std::vector<model::Pattern>& states) {
  oracle::OracleEngine engine(conflict);
  std::vector<PartyId> parties;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    parties.emplace_back(i);
  std::vector<analysis::Explanation> all;
  for (const auto& state : states)
    all.push_back(analysis::explain(engine, state, parties, stability::everyConcept(), {}, {}));
  return Json::parse(reasonsJson(engine, all, 0));
}

const std::string game = "conflict \"C\"\n"
                         "party A \"The first\"\n  option a \"Move\"\n"
                         "party B \"The second\"\n  option b \"Answer\"\n"
                         "status quo none\n"
                         "prefer A\n  not b\n  a\n";

TEST(Reasons, SayOfAnAnswerWhatItCostsWhoGivesIt) {
  const auto sentence = [](const std::string& wish) {
    const auto conflict = conflictOf(game + wish);
    return reasons(*conflict, {*conflict->statusQuo})["states"][0]["parties"][0]["told"][0]["deterrence"]
        .get<std::string>();
  };
  // B wants to answer: nobody needs to be afraid of it being done without interest.
  EXPECT_NE(sentence("prefer B\n  b if a\n  not b\n").find("in their own interest"), std::string::npos);
  // B does not care: it gains nothing, and loses nothing.
  EXPECT_NE(sentence("").find("the second would gain nothing by it"), std::string::npos);
  // B would rather not.
  EXPECT_NE(sentence("prefer B\n  not b\n").find("the second would lose by it"), std::string::npos);
}

TEST(Reasons, AreThoseOfTheExplanation) {
  const auto conflict = conflictOf(game + "prefer B\n  not b\n");
  const Json told = reasons(*conflict, {*conflict->statusQuo});
  EXPECT_EQ(told["schema"], "stasis/explanation-1");
  const Json& state = told["states"][0];
  EXPECT_EQ(state["today"], true);
  EXPECT_EQ(state["holds"], "fear");
  EXPECT_EQ(state["equilibrium"], Json({"gmr", "smr"}));
  EXPECT_EQ(state["parties"][0]["stays"], "fear");
  EXPECT_EQ(state["parties"][1]["stays"], "itself");
  EXPECT_EQ(state["leaving"][0]["does"], "might choose “Move”");
  EXPECT_EQ(state["leaving"][0]["acts"], true);
  const Json& move = state["parties"][0]["told"][0];
  EXPECT_EQ(move["to"]["options"], "YN");
  EXPECT_EQ(move["takes"], Json({"a"}));
  EXPECT_EQ(move["act"], "choose “Move”");
  EXPECT_EQ(move["wish"]["words"], "a");
  EXPECT_EQ(move["replies"][0]["willing"], false);
  EXPECT_EQ(move["replies"][0]["steps"][0]["effect"], "worse");
  const Json& story = state["story"]["stances"][0]["improvements"][0];
  EXPECT_EQ(story["to"], "YN");
  EXPECT_EQ(story["replies"][0]["path"], Json({"YN", "YY"}));
}

TEST(Reasons, AreSaidByLabelsToo) {
  const auto conflict = conflictOf(game + "state both \"Both act\" = a, b\nprefer B\n  not b\n");
  const Json told = reasons(*conflict, {*conflict->statusQuo})["states"][0]["inWords"]["stances"];
  EXPECT_EQ(told[0]["heading"].get<std::string>().substr(0, 10), "The first:");
  EXPECT_EQ(told[0]["moves"], "It can improve by one move:");
  const Json& move = told[0]["improvements"][0];
  EXPECT_EQ(move["change"], "2nd → 1st");
  EXPECT_EQ(move["question"], "What could the second do then, and would it deter the first?");
  EXPECT_EQ(move["replies"][0]["steps"], Json({"The second could choose “Answer”: “Both act”"}));
  EXPECT_EQ(move["replies"][0]["effects"][0]["text"], "The first ends 3rd, worse than 2nd: deters");
  EXPECT_EQ(move["conclusions"], Json::array());
  EXPECT_EQ(told[1]["moves"], "Its one move is no improvement: choose “Answer”.");
  // No name of the file, and no number of a state, stands anywhere in it.
  EXPECT_EQ(told.dump().find("take "), std::string::npos) << told.dump(1);
  EXPECT_EQ(told[0]["improvements"].dump().find(" 1 "), std::string::npos) << told.dump(1);
}

TEST(Reasons, CountWhatTheyLeaveOutAndNameConceptsToThoseWhoReadThem) {
  const auto conflict = conflictOf("conflict \"C\"\nparty A \"The first\"\n  option a\n  option c\n"
                                   "party B\n  option b\nstatus quo none\nprefer A\n  a\n  c\n");
  oracle::OracleEngine engine(*conflict);
  analysis::ExplainLimits limits;
  limits.improvements = 1;
  const auto told =
      analysis::explain(engine, *conflict->statusQuo, {PartyId(0)}, stability::everyConcept(), limits, {});
  const Json state = Json::parse(reasonsJson(engine, {told}, 0))["states"][0];
  EXPECT_EQ(state["inWords"]["stances"][0]["untold"], "2 more improvements.");
  EXPECT_EQ(state["story"]["stances"][0]["untold"].get<std::string>().substr(0, 20), "2 more improvements:");
}

void agreesWithDefinitions(const model::Conflict& conflict) {
  oracle::OracleEngine engine(conflict);
  const auto solution = stability::solve(engine, stability::everyConcept());
  const auto states = engine.list(engine.feasible(), 6);
  const Json told = reasons(conflict, states);
  for (std::size_t s = 0; s < states.size(); ++s) {
    const Json& state = told["states"][s];
    for (const auto& answer : solution.concepts) {
      const std::string key(row(answer.id).key);
      const auto has = [&](const Json& list) {
        return std::find(list.begin(), list.end(), Json(key)) != list.end();
      };
      RC_ASSERT(has(state["equilibrium"]) == engine.contains(*answer.equilibria, states[s]));
      for (std::size_t i = 0; i < conflict.parties.size(); ++i)
        RC_ASSERT(has(state["parties"][i]["stable"]) == engine.contains(*answer.stable[i], states[s]));
    }
    for (const Json& party : state["parties"])
      RC_ASSERT((party["stays"] == "itself") == (party["improvements"] == "0"));
  }
}

TEST(Reasons, AgreeWithTheDefinitions) {
  EXPECT_TRUE(support::holdsFor(60, support::Kind::anything(), agreesWithDefinitions));
  EXPECT_TRUE(support::holdsFor(30, support::Kind::mergedStates(), agreesWithDefinitions));
}

} // namespace
} // namespace stasis::report
