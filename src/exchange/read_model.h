#pragma once

// Any file a conflict can be read from, recognised by what it is and not by its name: text of the modelling
// language, JSON of this program, `.gmcr` of GMCR+, `.nfg` of Gambit, a table of states. What is none of
// these, as an answer of this program, is told by what it is.
//
// Linear. Tested with every kind under every ending, and on junk.

#include "language/lexing/source_text.h"
#include "language/parse.h"

#include <cstdint>
#include <string_view>

namespace stasis::exchange {

enum class FileKind : std::uint8_t {
  conflict, ///< text of the modelling language, or what should be
  json,     ///< an object: of this program, or a `.gmcr` file
  game,     ///< `.nfg`
  tree,     ///< `.efg`, which is not read
  table,    ///< cells with `,`, `;` or tabs between them
  workbook, ///< a spreadsheet's own file, to be converted first
};

/// By its first bytes; only where these leave it open, as with a table, by its ending.
FileKind kindOf(const language::SourceText& source);

/// Never throws on any bytes.
language::Parsed readModel(const language::SourceText& source);

} // namespace stasis::exchange
