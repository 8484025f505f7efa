#pragma once

// Access to the JSON of a `.gmcr` file, value by value. A value of the wrong shape is reported at its own
// place, and reading goes on. All parts of the reader share it.

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

  /// Null if the object has no such key, or `null` under it.
  static const nlohmann::json* find(const nlohmann::json& object, const char* key);
  /// The list under `key`; an empty one if there is none.
  const nlohmann::json& list(const nlohmann::json& object, const char* key, bool required = false);
  bool isObject(const nlohmann::json& value, std::string_view what);
  /// The text under `name`, which must be there.
  std::string name(const nlohmann::json& object, std::string_view what);
  /// The place of the name, or of the object if it has no name.
  model::Range placeOfName(const nlohmann::json& object) const;

private:
  const JsonText& text_;
  language::Problems& problems_;
};

/// `a list`, `a number`, `1.5`: what a diagnostic calls a value.
std::string described(const nlohmann::json& value);

/// In backquotes.
std::string ticked(std::string_view name);

} // namespace stasis::exchange
