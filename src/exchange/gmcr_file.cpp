#include "exchange/gmcr_file.h"

#include <nlohmann/json.hpp>

namespace stasis::exchange {

using nlohmann::json;

std::string ticked(std::string_view name) { return '`' + std::string(name) + '`'; }

std::string described(const json& value) {
  switch (value.type()) {
  case json::value_t::array: return "a list";
  case json::value_t::object: return "an object";
  case json::value_t::string: return "a text";
  case json::value_t::boolean: return "true or false";
  case json::value_t::null: return "null";
  default: return value.dump();
  }
}

void GmcrFile::error(std::string_view code, const json& at, std::string message, std::string help) {
  problems_.error(code, place(at), std::move(message)).help = std::move(help);
}

void GmcrFile::warn(std::string_view code, const json& at, std::string message) {
  problems_.warning(code, place(at), std::move(message));
}

const json* GmcrFile::find(const json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

const json& GmcrFile::list(const json& object, const char* key, bool required) {
  static const json nothing = json::array();
  const json* found = find(object, key);
  if (found == nullptr) {
    if (required)
      error("S0702", object, "there is no list " + ticked(key) + " here");
    return nothing;
  }
  if (found->is_array())
    return *found;
  error("S0702", *found, ticked(key) + " must be a list, here is " + described(*found));
  return nothing;
}

bool GmcrFile::isObject(const json& value, std::string_view what) {
  if (!value.is_object())
    error("S0702", value, std::string(what) + " must be an object, here is " + described(value));
  return value.is_object();
}

std::string GmcrFile::name(const json& object, std::string_view what) {
  const json* found = find(object, "name");
  if (found == nullptr)
    error("S0702", object, std::string(what) + " has no " + ticked("name"));
  else if (!found->is_string())
    error("S0702", *found,
          "the name of " + std::string(what) + " must be a text, here is " + described(*found));
  else
    return found->get<std::string>();
  return {};
}

model::Range GmcrFile::placeOfName(const json& object) const {
  const json* found = find(object, "name");
  return place(found != nullptr ? *found : object);
}

} // namespace stasis::exchange
