#pragma once

// The JSON of a `.gmcr` file, asked for piece by piece: every piece that has another shape than it should is
// reported at its own place, and what can be read is read on. Kept by all parts of the reader.

#include "exchange/json_text.h"
#include "language/codes/problems.h"

#include <string>
#include <string_view>

namespace stasis::exchange {

class GmcrFile {
public:
  GmcrFile(const JsonText& text, language::Problems& problems) : text_(text), problems_(problems) {}

  const nlohmann::json& root() const { return text_.root(); }
  const JsonText& text() const { return text_; }
  model::Range place(const nlohmann::json& value) const { return text_.place(value); }

  void error(std::string_view code, const nlohmann::json& at, std::string message, std::string help = {});
  void warn(std::string_view code, const nlohmann::json& at, std::string message);
  language::Problems& problems() { return problems_; }

  /// Null where the object has no such key, or `null` there.
  static const nlohmann::json* find(const nlohmann::json& object, const char* key);
  /// The list under `key`; an empty one where there is none.
  const nlohmann::json& list(const nlohmann::json& object, const char* key, bool required = false);
  bool isObject(const nlohmann::json& value, std::string_view what);
  /// The text under `name`, which must be there.
  std::string name(const nlohmann::json& object, std::string_view what);
  /// The place of the name, or of the object where it has none.
  model::Range placeOfName(const nlohmann::json& object) const;

private:
  const JsonText& text_;
  language::Problems& problems_;
};

/// `a list`, `a number`, `1.5`: how a value is called in a diagnostic.
std::string described(const nlohmann::json& value);

/// In backquotes.
std::string ticked(std::string_view name);

} // namespace stasis::exchange
