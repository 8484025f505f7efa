#pragma once

// The structures of the Language Server Protocol 3.17 as JSON: places, edits, answers; also the places in
// requests, checked. Linear. Tested by tests/lsp/server_test.cpp.

#include "lsp/actions.h"
#include "lsp/completion.h"
#include "lsp/folding.h"
#include "lsp/hover.h"
#include "lsp/lenses.h"
#include "lsp/links.h"
#include "lsp/navigation.h"
#include "lsp/semantic_tokens.h"
#include "lsp/session.h"
#include "lsp/symbols.h"

#include <nlohmann/json.hpp>

namespace stasis::lsp {

using rpc::Json;

// Values from requests. Each throws Refused if it is missing or has another type.
const Json& member(const Json& object, const char* name);
std::string textIn(const Json& object, const char* name);
std::string uriIn(const Json& parameters);
/// The text that a command is about: its first argument. Throws Refused if there is no such command.
std::string uriOfCommand(const Json& parameters);
Position positionIn(const Json& position);
Span spanIn(const Json& range);
/// The byte of `position` in the parameters. Throws Refused if there is no such line.
std::size_t offsetIn(const Json& parameters, const Positions& positions);
model::Range rangeIn(const Json& range, const Positions& positions);

Json jsonOf(Span span);
Json jsonOf(model::Range range, const Positions& positions);
Json jsonOf(const std::vector<language::Edit>& edits, const Positions& positions);
/// A change of one open text.
Json workspaceEdit(const std::vector<language::Edit>& edits, const OpenText& text, const Session& session);

Json jsonOf(const Completions& completions, const Positions& positions);
Json jsonOf(const std::vector<Symbol>& symbols, const Positions& positions);
Json jsonOf(const std::vector<SemanticToken>& tokens, const Reading& reading);
Json jsonOf(const language::Diagnostic& problem, const Reading& reading, const std::string& uri);
Json jsonOf(const Action& action, const OpenText& text, const Session& session);

} // namespace stasis::lsp
