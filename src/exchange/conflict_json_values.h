#pragma once

// Reads single values of a conflict's JSON: a text, a name, a condition or a state. Reports a value of the
// wrong shape, and writes a good one into the text of the modelling language.
//
// Linear. Tested with the reader (conflict_json_read_test.cpp).

#include "exchange/gmcr_file.h"
#include "exchange/mapped_text.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace stasis::exchange {

bool isWholeNumber(std::string_view word);
bool isDecimal(std::string_view word);

class ConflictJsonValues {
protected:
  using json = nlohmann::json;

  ConflictJsonValues(const JsonText& text, const language::SourceText& source)
      : source_(source), file_(text, problems_) {}

  const language::SourceText& source_;
  language::Problems problems_;
  GmcrFile file_;
  MappedText out_;

  template <class Visit>
  void each(const json& object, const char* key, Visit visit, std::string_view heading = {}) {
    const json& all = file_.list(object, key);
    if (!all.empty())
      out_.add(heading);
    for (const json& one : all)
      if (file_.isObject(one, "what stands in " + ticked(key))) {
        out_.at(file_.place(one));
        visit(one);
      }
  }

  template <class One> void joined(const json& list, std::string_view between, One one) {
    for (bool first = true; const json& value : list) {
      if (!first)
        out_.add(between);
      first = false;
      one(value);
    }
  }

  /// The text under a key; null, after a diagnostic, if there is none.
  const json* textAt(const json& object, const char* key);
  /// As `textAt`, for an optional key.
  const json* textIfAny(const json& object, const char* key);
  void words(const json& value);
  void marked(const json& value);
  /// Names, joined by `.` where `dotted`.
  void name(const json* value, bool dotted = false);
  void nameAndLabel(const json& object);
  void label(const json& object, const char* key);
  /// A condition or a query, as the language writes it.
  void condition(const json* value, bool asks = false);
  void state(const json& value);
  /// `0.7 `, the odds after `perhaps`; nothing for null.
  void odds(const json* value);
  static std::string said(const json& value);
  void states(const json& list, std::string_view between);
  /// ` because SOURCE "words"`, each on its own line or all on this one.
  void because(const json& object, bool onThisLine = false);
};

} // namespace stasis::exchange
