#include "report/telling/csv.h"
#include "report/telling/numbers.h"
#include "report/telling/table.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

Table twoGroups() {
  Table table;
  table.groups = {{"", {{"#", true, false}, {"state", false, false}}},
                  {"Iraq", {{"attack", false, true}}},
                  {"stable for Iraq", {{"Nash", false, true}, {"GMR", false, true}}}};
  table.rows = {
      {{"1", Tone::plain},
       {"peace", Tone::plain},
       {"–", Tone::plain},
       {"·", Tone::plain},
       {"●", Tone::plain}},
      {{"12", Tone::plain}, {"", Tone::plain}, {"●", Tone::plain}, {"●", Tone::plain}, {"●", Tone::plain}}};
  return table;
}

TEST(Table, ColumnsAreAligned) {
  EXPECT_EQ(twoGroups().text(Look{}), "             Iraq      stable for Iraq\n"
                                      " #  state    attack    Nash  GMR\n"
                                      " 1  peace      –        ·     ●\n"
                                      "12             ●        ●     ●\n");
}

TEST(Table, AWideTableFoldsBetweenGroups) {
  Look narrow;
  narrow.width = 24;
  EXPECT_EQ(twoGroups().text(narrow), "             Iraq\n"
                                      " #  state    attack\n"
                                      " 1  peace      –\n"
                                      "12             ●\n"
                                      "\n"
                                      "             stable for Iraq\n"
                                      " #  state    Nash  GMR\n"
                                      " 1  peace     ·     ●\n"
                                      "12            ●     ●\n");
}

TEST(Table, OneGroupIsATableToo) {
  Table table{{{"", {{"#", true, false}}}}, {{{"1", Tone::plain}}}};
  EXPECT_EQ(table.text(Look{}), "#\n1\n");
  EXPECT_EQ(Table{}.text(Look{}), "");
}

TEST(Numbers, ReadAsPeopleReadThem) {
  EXPECT_EQ(grouped(mpz_class(0)), "0");
  EXPECT_EQ(grouped(mpz_class(138240)), "138,240");
  EXPECT_EQ(grouped(mpz_class("20282409603651670423947251286016")),
            "20,282,409,603,651,670,423,947,251,286,016");
  EXPECT_EQ(ordinal(1), "1st");
  EXPECT_EQ(ordinal(12), "12th");
  EXPECT_EQ(ordinal(23), "23rd");
  EXPECT_EQ(ordinal(111), "111th");
  EXPECT_EQ(counted(1, "party", "parties"), "1 party");
  EXPECT_EQ(counted(0, "state"), "0 states");
}

TEST(Csv, QuotesWhatMustBe) {
  EXPECT_EQ(csvLine({"a", "b,c", "say \"x\"", ""}), "a,\"b,c\",\"say \"\"x\"\"\",\n");
}

} // namespace
} // namespace stasis::report
