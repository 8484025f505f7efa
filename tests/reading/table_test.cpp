#include "evidence/reading/read_report.h"
#include "reading/table.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <iostream>

namespace stasis::evidence {
namespace {

/// The least number of cases, of a hundred, that are right. Raise it as reading gets better; never lower it.
struct Held {
  const char* table;
  std::size_t ofHundred;
};

class Table : public testing::TestWithParam<Held> {};

/// A case counts only as a whole: every statement it asks for, and none beside.
TEST_P(Table, AsManyCasesAreRightAsBefore) {
  const Held held = GetParam();
  const auto cases =
      tableCases(std::string(support::root() + "/tests/reading/tables/") + held.table + ".table");
  ASSERT_GE(cases.size(), 30U);
  std::size_t right = 0;
  for (const TableCase& one : cases) {
    const std::string fault = faultOf(one, readReport(one.text, "case"));
    right += fault.empty();
    if (!fault.empty())
      std::cout << fault;
  }
  std::cout << right << " of " << cases.size() << '\n';
  EXPECT_GE(right * 100, cases.size() * held.ofHundred);
}

INSTANTIATE_TEST_SUITE_P(Reading, Table,
                         testing::Values(Held{"who_and_whether", 96}, Held{"conditions_and_kinds", 98},
                                         Held{"told_in_reports", 98}, Held{"told_by_structure", 98},
                                         Held{"told_by_frames", 98}, Held{"told_by_newspapers", 93},
                                         Held{"news_idiom", 89}, Held{"news_idiom_kept", 66}));

/// `we` outside quotations is the body that heads the text; without one it is nobody.
TEST(Issuer, IsTheBodyWhoseNameIsALineOfTheHead) {
  const std::string prose =
      "Halvard Council met on Monday. The Halvard Council heard the miners. The Halvard "
      "Council left in the evening.\n\nWe demand that the pits be closed.\n";
  const auto demand = [](const std::string& text) {
    for (const LedgerEntry& entry : readReport(text, "case").entries)
      if (entry.said().text == "the pits be closed")
        return entry;
    return LedgerEntry{};
  };
  const LedgerEntry headed = demand("Halvard Council\n\nCommuniqué No. 4\n\n" + prose);
  EXPECT_EQ(headed.how, "issuer");
  EXPECT_EQ(headed.speaker, "Halvard Council");
  EXPECT_NE(demand(prose).how, "issuer");
}

} // namespace
} // namespace stasis::evidence
