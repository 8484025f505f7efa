#include "lsp/reading.h"

#include "language/lexing/lexer.h"

namespace stasis::lsp {

Reading::Reading(std::string name, std::string text, std::int64_t version, Encoding encoding)
    : version_(version), source_(std::move(name), std::move(text)), positions_(source_.text(), encoding),
      outline_(source_), tokens_(language::lex(source_).tokens), names_(outline_, source_.text()),
      parsed_(language::parse(source_)) {}

const model::Conflict* Reading::conflict() const {
  if (parsed_.conflict)
    return &*parsed_.conflict;
  return parsed_.soundPart ? &*parsed_.soundPart : nullptr;
}

} // namespace stasis::lsp
