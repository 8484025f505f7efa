#pragma once

// Reads a conflict from any known file, recognised by its content and not by its name: text of the modelling
// language, JSON of this program, `.gmcr` of GMCR+, `.nfg` of Gambit, a table of states. The diagnostic for
// any other file, such as an answer of this program, says what the file is.
//
// Linear. Tested with every kind under every ending, and on junk.

#include "language/lexing/source_text.h"
#include "language/parse.h"

#include <cstdint>

namespace stasis::exchange {

enum class FileKind : std::uint8_t {
  conflict, ///< text of the modelling language, or meant as such
  json,     ///< an object: this program's JSON, or a `.gmcr` file
  game,     ///< `.nfg`
  tree,     ///< `.efg`, which is not read
  table,    ///< cells with `,`, `;` or tabs between them
  workbook, ///< a spreadsheet's own file, to be converted first
};

/// By its first bytes. The ending decides only where these leave it open, as with a table.
FileKind kindOf(const language::SourceText& source);

/// Never throws on any bytes.
language::Parsed readModel(const language::SourceText& source);

} // namespace stasis::exchange
