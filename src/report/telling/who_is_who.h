#pragma once

// Who the names of parties in tables and lists are, said once at the head of an answer: `Firm: Tarry Foundry;
// Union: National Union of Moulders`.

#include "model/conflict.h"
#include "report/telling/look.h"

#include <string>

namespace stasis::report {

/// Parties and families whose labels say more than their names; empty if none does.
std::string whoIsWho(const model::Conflict& conflict);
/// The same as faint lines that fit the page, each with its line end.
std::string whoIsWhoLines(const model::Conflict& conflict, const Look& look);
/// The same as a paragraph of Markdown, with the empty line after it.
std::string whoIsWhoMarkdown(const model::Conflict& conflict);
/// The title as a heading of Markdown, and who is who.
std::string markdownTitle(const model::Conflict& conflict);
/// The title and the lines on who is who.
std::string titleLines(const model::Conflict& conflict, const Look& look);

} // namespace stasis::report
