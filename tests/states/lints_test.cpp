// Lints against enumeration: a constraint is idle exactly if leaving it out changes no state; an option is
// fixed if all states agree on it; a statement is decided if the states that all statements above leave equal
// agree on it.

#include "analysis/states/lints.h"
#include "analysis/states/open_engine.h"
#include "language/parse.h"
#include "support/property.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace stasis::analysis {
namespace {

using model::OptionId;
using model::Pattern;

std::vector<Pattern> allStates(const model::Conflict& conflict, const std::set<std::size_t>& without) {
  std::vector<Pattern> states;
  for (std::uint64_t code = 0; code < (std::uint64_t{1} << conflict.options.size()); ++code) {
    model::State state(conflict.options.size(), model::Choice::no);
    for (std::size_t i = 0; i < conflict.options.size(); ++i)
      if ((code >> i & 1U) != 0)
        state.set(OptionId(i), model::Choice::yes);
    bool feasible = true;
    for (std::size_t k = 0; k < conflict.constraints.size(); ++k)
      feasible =
          feasible && (without.contains(k) || model::holds(conflict.constraints[k].holds, conflict, state));
    if (feasible)
      states.push_back(state);
  }
  return states;
}

std::string lintsOf(const std::string& text) {
  const auto parsed = language::parse(language::SourceText("t", text));
  EXPECT_TRUE(parsed.conflict) << text;
  const auto opened = openEngine(*parsed.conflict, {}, {});
  std::string out;
  const language::SourceText source("t", text);
  for (const auto& d : lints(*opened.engine, {})) {
    out += std::to_string(source.place(d.range.begin).line) + " " + std::string(d.code);
    for (const auto& other : d.related)
      out += " < " + std::to_string(source.place(other.range.begin).line);
    out += "; ";
  }
  return out;
}

const std::string head = "conflict \"t\"\nparty A\n  option x\n  option y\nparty B\n  option z\n";

TEST(Lints, FindConstraintsThatSayNothing) {
  EXPECT_EQ(lintsOf(head + "always x or not x\nnever y and not y\n"), "7 S0608; 8 S0608; ");
  EXPECT_EQ(lintsOf(head + "never x and y\nnever x and y\n"), "7 S0609 < 8; ");
  EXPECT_EQ(lintsOf(head + "never x and y\nnever x and y and z\n"), "8 S0609 < 7; ");
  EXPECT_EQ(lintsOf(head + "always x or y\nalways x or not y or z\nalways x or z\n"), "8 S0609 < 9; ");
  EXPECT_EQ(lintsOf(head + "never x and y\nnever y and z\n"), "");
}

TEST(Lints, FindConstraintsWrittenTwiceAmongHoweverMany) {
  for (const int repeated : {3, 1200}) {
    std::string text = head + "never x and z\n";
    for (int i = 0; i < repeated; ++i)
      text += "never x and y\n";
    const std::string found = lintsOf(text);
    std::size_t warnings = 0;
    for (std::size_t at = 0; (at = found.find("S0609", at)) != std::string::npos; ++at)
      ++warnings;
    EXPECT_EQ(warnings, static_cast<std::size_t>(repeated - 1));
  }
}

TEST(Lints, FindOptionsThatAreFixed) {
  EXPECT_EQ(lintsOf(head + "always z\n"), "6 S0610; ");
  EXPECT_EQ(lintsOf(head + "never x\n"), "3 S0610; ");
  EXPECT_EQ(lintsOf(head + "define both = x and z\nalways both\n"), "3 S0610; 6 S0610; ");
  EXPECT_EQ(lintsOf(head + "never x and y\n"), "");
}

TEST(Lints, FindStatementsDecidedAbove) {
  EXPECT_EQ(lintsOf(head + "prefer A\n  x\n  x\n  not x\n  y\n"), "9 S0418 < 8; 10 S0418 < 8; ");
  EXPECT_EQ(lintsOf(head + "prefer A\n  x\n  y\n  x or y\n"), "10 S0418; ");
  EXPECT_EQ(lintsOf(head + "prefer A\n  x\n  y if x\n  x and y\n"), "10 S0418; ");
  EXPECT_EQ(lintsOf(head + "prefer A\n  x and y\n  x\n  z\n"), "");
}

TEST(Lints, LeaveTheOnlyStatementThatMentionsAnOption) {
  // Deleting `z`, S0414 would ask for it again.
  EXPECT_EQ(lintsOf(head + "never x and z\nalways x or z\nprefer A\n  x\n  z\n  y\n"), "");
  EXPECT_EQ(lintsOf(head + "never x and z\nalways x or z\nprefer A\n  x\n  z\n  y\nprefer B\n  z\n"),
            "11 S0418 < 10; ");
}

/// Ranges by which what is said can be told apart: option i at 100 + i, constraint k at 1000 + k.
model::Conflict placed(model::Conflict conflict) {
  for (std::size_t i = 0; i < conflict.options.size(); ++i)
    conflict.options[i].range = {100 + i, 101 + i};
  for (std::size_t k = 0; k < conflict.constraints.size(); ++k)
    conflict.constraints[k].range = {1000 + k, 1001 + k};
  return conflict;
}

TEST(Lints, AreTrueOfAnyConflict) {
  EXPECT_TRUE(support::holdsFor(150, support::Kind::optionForm(), [](const model::Conflict& random) {
    const auto conflict = placed(random);
    const auto opened = openEngine(conflict, {}, {});
    RC_PRE(opened.engine != nullptr);
    const auto states = allStates(conflict, {});
    std::set<std::size_t> fixed;
    std::set<std::size_t> idle;
    for (const auto& d : lints(*opened.engine, {}))
      if (d.code == "S0610")
        fixed.insert(d.range.begin - 100);
      else if (d.code == "S0608" || d.code == "S0609")
        idle.insert(d.range.begin - 1000);
    for (std::size_t i = 0; i < conflict.options.size(); ++i) {
      const auto taken = static_cast<std::size_t>(
          std::ranges::count_if(states, [&](const Pattern& s) { return s.taken(OptionId(i)); }));
      RC_ASSERT(fixed.contains(i) == (states.size() > 1 && (taken == 0 || taken == states.size())));
    }
    // None is called idle where each changes something; and all that are so called can go together.
    std::size_t needed = 0;
    for (std::size_t k = 0; k < conflict.constraints.size(); ++k)
      needed += allStates(conflict, {k}).size() != states.size() ? 1 : 0;
    RC_ASSERT(idle.empty() == (needed == conflict.constraints.size()));
    RC_ASSERT(allStates(conflict, idle).size() == states.size());
  }));
}

} // namespace
} // namespace stasis::analysis
