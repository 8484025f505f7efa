// The table of verbs.
#include "cli/verb.h"

#include <gtest/gtest.h>

namespace stasis::cli {
namespace {

TEST(Verbs, EachIsFoundByItsOwnName) {
  EXPECT_FALSE(verbs().empty());
  for (const Verb& verb : verbs()) {
    const Verb* const found = findVerb(verb.name);
    ASSERT_NE(found, nullptr) << verb.name;
    EXPECT_EQ(found->name, verb.name);
    EXPECT_EQ(found->options.size(), verb.options.size()) << verb.name;
    EXPECT_EQ(findVerb(verb.name), found) << "made once";
  }
  EXPECT_EQ(findVerb("solves"), nullptr);
}

} // namespace
} // namespace stasis::cli
