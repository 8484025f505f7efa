#include "oracle/oracle_engine.h"
#include "report/telling/move_words.h"
#include "support/published.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

using model::PartyId;
using model::Pattern;

Pattern state(std::string_view letters) { return *Pattern::parse(letters); }

TEST(MoveWords, SayWhatIsTakenAndDropped) {
  const auto conflict = support::syriaIraq();
  EXPECT_EQ(moveWords(conflict, PartyId(0), state("NNN"), state("YNN")), "take release");
  EXPECT_EQ(moveWords(conflict, PartyId(0), state("YNN"), state("NYN")), "drop release, take escalate");
  EXPECT_EQ(moveWords(conflict, PartyId(0), state("YYN"), state("NNN")), "drop release and escalate");
  EXPECT_EQ(moveWords(conflict, PartyId(0), state("NNN"), state("YYY")), "take release, escalate and attack");
  EXPECT_EQ(moveWords(conflict, PartyId(0), state("Y-N"), state("YYN")), "take escalate");
  EXPECT_EQ(moveWords(conflict, PartyId(0), state("YYN"), state("Y-N")), "");
}

TEST(MoveWords, AStateIsMarkedByItsNumber) {
  const auto conflict = support::elmira();
  oracle::OracleEngine engine(conflict);
  EXPECT_EQ(stateMark(engine, conflict.listed[8].pattern), "9");
  EXPECT_EQ(markAndTitle(engine, conflict.listed[7].pattern), "8");
}

} // namespace
} // namespace stasis::report
