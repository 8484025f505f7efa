#include "evidence/reading/read_report.h"
#include "reading/table.h"

#include <gtest/gtest.h>

#include <iostream>

namespace stasis::evidence {
namespace {

class Table : public testing::TestWithParam<const char*> {};

/// A case counts only as a whole: every statement it asks for, and none beside.
TEST_P(Table, NinetyFiveCasesOfAHundredAreRight) {
  const auto cases = tableCases(std::string(STASIS_ROOT "/tests/reading/tables/") + GetParam() + ".table");
  ASSERT_GT(cases.size(), 40U);
  std::size_t right = 0;
  for (const TableCase& one : cases) {
    const std::string fault = faultOf(one, readReport(one.text, "case"));
    right += fault.empty();
    if (!fault.empty())
      std::cout << fault;
  }
  std::cout << right << " of " << cases.size() << '\n';
  EXPECT_GE(right * 100, cases.size() * 95);
}

INSTANTIATE_TEST_SUITE_P(Reading, Table, testing::Values("who_and_whether", "conditions_and_kinds"));

} // namespace
} // namespace stasis::evidence
