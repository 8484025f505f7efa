#include "analysis/states/states_named.h"
#include "oracle/oracle_engine.h"
#include "support/published.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

using oracle::OracleEngine;

/// Numbers of the states named, or what is wrong.
std::string named(OracleEngine& engine, std::string_view text) {
  const auto states = statesNamed(engine, text);
  if (!states.diagnostics.empty())
    return "diagnostics: " + states.diagnostics.front().message;
  if (!states.set)
    return states.problem + (states.help.empty() ? "" : " | " + states.help);
  std::string numbers;
  for (const oracle::Place s : engine.places(*states.set))
    numbers += (numbers.empty() ? "" : " ") + std::to_string(s + 1);
  return numbers;
}

// Syria and Iraq: 1 nothing, 2 release, 3 escalate, 4 attack, 5 release and attack, 6 escalate and attack.
TEST(StatesNamed, ByEveryKindOfName) {
  auto conflict = support::syriaIraq();
  conflict.statusQuo = model::Pattern::parse("NNN");
  conflict.named = {{.name = "war", .label = "Open war", .state = *model::Pattern::parse("NYY")}};
  OracleEngine engine(conflict);
  EXPECT_EQ(named(engine, "4"), "4");
  EXPECT_EQ(named(engine, " s4 "), "4");
  EXPECT_EQ(named(engine, "status-quo"), "1");
  EXPECT_EQ(named(engine, "Status Quo"), "1");
  EXPECT_EQ(named(engine, "war"), "6");
  EXPECT_EQ(named(engine, "open war"), "6");
  EXPECT_EQ(named(engine, "\"Open war\""), "6");
  EXPECT_EQ(named(engine, "YNN"), "2");
  EXPECT_EQ(named(engine, "NN-"), "1 4");
  EXPECT_EQ(named(engine, "attack"), "4 5 6");
  EXPECT_EQ(named(engine, "attack and not release"), "4 6");
  EXPECT_EQ(named(engine, "at least 1 of attack, escalate"), "3 4 5 6");
}

TEST(StatesNamed, WhatNamesNothingIsAnswered) {
  auto conflict = support::syriaIraq();
  conflict.statusQuo.reset();
  conflict.named = {{.name = "war", .label = "Open war", .state = *model::Pattern::parse("NYY")}};
  OracleEngine engine(conflict);
  EXPECT_EQ(named(engine, "7"), "there is no state 7 | the feasible states are numbered from 1 to 6");
  EXPECT_EQ(named(engine, "99999999999999999999999"),
            "there is no state 99999999999999999999999 | the feasible "
            "states are numbered from 1 to 6");
  EXPECT_EQ(named(engine, "1, s4"),
            "`1, s4` is more than one state | give one; where a question takes several "
            "states, the option is repeated");
  EXPECT_EQ(named(engine, "1 4").substr(0, 11), "diagnostics");
  EXPECT_EQ(named(engine, "wra"), "no state and no option is called `wra` | did you mean `war`?");
  EXPECT_EQ(named(engine, "YYN"), "no feasible state is of the form `YYN`");
  EXPECT_EQ(named(engine, "release and escalate"), "`release and escalate` holds in no feasible state");
  EXPECT_NE(named(engine, "status quo").find("names no status quo"), std::string::npos);
  EXPECT_NE(named(engine, "").find("no state is named"), std::string::npos);
  EXPECT_EQ(named(engine, "attack and (").substr(0, 11), "diagnostics");
  EXPECT_NE(named(engine, std::string(100000, '(')).size(), 0U);
}

} // namespace
} // namespace stasis::analysis
