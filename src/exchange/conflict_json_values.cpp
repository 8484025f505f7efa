#include "exchange/conflict_json_values.h"

#include "language/lexing/any_script.h"
#include "language/lexing/token.h"

#include <algorithm>

namespace stasis::exchange {

using language::isName;
using nlohmann::json;

bool isWholeNumber(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool isDecimal(std::string_view word) {
  word.remove_prefix(word.starts_with('-') ? 1 : 0);
  const auto point = word.find('.');
  return isWholeNumber(word.substr(0, point)) &&
         (point == std::string_view::npos || isWholeNumber(word.substr(point + 1)));
}

const json* ConflictJsonValues::textAt(const json& object, const char* key) {
  const json* found = GmcrFile::find(object, key);
  if (found == nullptr)
    file_.error("S0702", object, "there is no " + ticked(key) + " here");
  else if (!found->is_string())
    file_.error("S0702", *found, ticked(key) + " must be a text, here is " + described(*found));
  else
    return found;
  return nullptr;
}

const json* ConflictJsonValues::textIfAny(const json& object, const char* key) {
  return GmcrFile::find(object, key) == nullptr ? nullptr : textAt(object, key);
}

void ConflictJsonValues::words(const json& value) {
  out_.addWords(value.get_ref<const std::string&>(), file_.place(value), source_);
}

void ConflictJsonValues::marked(const json& value) {
  out_.at(file_.place(value));
  out_.add(language::quoted(value.get_ref<const std::string&>()));
}

void ConflictJsonValues::name(const json* value, bool dotted) {
  if (value == nullptr)
    return;
  const std::string_view text = value->get_ref<const std::string&>();
  const auto dot = dotted ? text.find('.') : std::string_view::npos;
  if (!isName(text.substr(0, dot)) || (dot != std::string_view::npos && !isName(text.substr(dot + 1))))
    file_.error("S0713", *value, ticked(text) + " cannot be a name",
                "names are letters, digits and `_`, and begin with none of the digits; what is shown to "
                "readers is the `label`");
  else
    words(*value);
}

void ConflictJsonValues::nameAndLabel(const json& object) {
  name(textAt(object, "name"));
  label(object, "label");
}

void ConflictJsonValues::label(const json& object, const char* key) {
  if (const json* text = textIfAny(object, key);
      text != nullptr && !text->get_ref<const std::string&>().empty()) {
    out_.add(" ");
    marked(*text);
  }
}

void ConflictJsonValues::condition(const json* value, bool asks) {
  if (value == nullptr)
    return;
  std::string text = value->get<std::string>();
  auto found = language::checkForm({source_.name(), text}, asks);
  MappedText place;
  place.addWords(text, file_.place(*value), source_);
  for (auto& d : found)
    problems_.error(d.code, place.placeOf(d.range), std::move(d.message)).help = std::move(d.help);
  std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  out_.addWords(text, file_.place(*value), source_);
}

void ConflictJsonValues::state(const json& value) {
  if (value.is_string() &&
      (isName(value.get_ref<const std::string&>()) || isWholeNumber(value.get_ref<const std::string&>())))
    return words(value);
  file_.error("S0702", value, "a state must be a name or a number such as `s7`, here is " + said(value));
}

std::string ConflictJsonValues::said(const json& value) {
  return value.is_string() ? ticked(value.get_ref<const std::string&>()) : described(value);
}

void ConflictJsonValues::states(const json& list, std::string_view between) {
  joined(list, between, [&](const json& value) { state(value); });
}

void ConflictJsonValues::because(const json& object, bool onThisLine) {
  each(object, "because", [&](const json& citation) {
    out_.add(onThisLine ? " because " : "  because ");
    name(textAt(citation, "source"));
    out_.add(" ");
    if (const json* text = textAt(citation, "words"))
      marked(*text);
    out_.add(onThisLine ? "" : "\n");
  });
}

void ConflictJsonValues::odds(const json* value) {
  if (value == nullptr)
    return;
  if (!value->is_string() || !isDecimal(value->get_ref<const std::string&>()))
    return file_.error("S0702", *value,
                       "odds must be a decimal number as text, here is " + described(*value));
  words(*value);
  out_.add(" ");
}

} // namespace stasis::exchange
