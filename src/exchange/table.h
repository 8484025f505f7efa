#pragma once

// Tables of a conflict, as people keep them in spreadsheets: a row a state, a column a party.
//
//   ranking   the place of the state for the party, 1 its best, equal places for a tie
//   payoffs   a number for the state, larger is better; exact
//   scores    a row an option instead: the number it adds to a state in which it is taken (`weigh`)
//
// The first cell says which (`ranking`, `payoffs`, `scores`); under any other word the name of the file does.
// A column `PARTY.option` (with `irrevocable` or `unresumable` behind it) says with Y, N or `-` what is taken
// in each state, a column `status quo` marks one state. So a table is a conflict by itself, whose states are
// the listed ones; or it goes into a conflict that is there already, whose states it calls by name, number or
// letters.
//
// O(cells × log). Tested by writing random conflicts as tables and reading them back, and with damaged cells.

#include "exchange/state_table.h"
#include "exchange/written.h"
#include "language/lexing/source_text.h"
#include "language/parse.h"

#include <cstdint>

namespace stasis::exchange {

enum class TableKind : std::uint8_t { ranking, payoffs, scores };

/// True if the first line is a heading of such a table.
bool looksLikeTable(const language::SourceText& source);

/// A conflict by itself. Never throws on any bytes; ranges are places in the table.
language::Parsed readTable(const language::SourceText& source);

/// `model` with the table's preferences for each party that has a column in it.
language::Parsed readTableInto(const language::SourceText& source, const model::Conflict& model);

/// `states` has ranks, except for scores. Listed moves, and scores without `weigh`, are an error. Warnings
/// say what is lost.
Written writeTable(TableKind kind, const model::Conflict& conflict, const StateTable& states);

} // namespace stasis::exchange
