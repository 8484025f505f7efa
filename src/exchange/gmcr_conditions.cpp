#include "exchange/gmcr_conditions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace stasis::exchange {

using nlohmann::json;

std::optional<std::size_t> optionIndex(const json& value, std::size_t count, GmcrFile& file) {
  if (!value.is_number_integer()) {
    file.error("S0702", value,
               "an option is meant by its position, a whole number from 0; here is " + described(value));
    return std::nullopt;
  }
  if (value < 0 || value >= count) {
    file.error("S0703", value, "there is no option " + value.dump(),
               count == 0 ? "the file lists no options"
                          : "the file lists " + std::to_string(count) +
                                (count == 1 ? " option" : " options") + ", counted from 0");
    return std::nullopt;
  }
  return value.get<std::size_t>();
}

std::vector<GmcrCondition> GmcrConditions::under(const json& object, const char* key) {
  std::vector<GmcrCondition> result;
  std::set<Cubes> seen;
  for (const json& written : file_.list(object, key)) {
    auto one = read(written);
    if (!one || one->cubes.empty())
      continue;
    Cubes sorted = one->cubes;
    std::ranges::sort(sorted);
    if (seen.insert(std::move(sorted)).second)
      result.push_back(std::move(*one));
  }
  return result;
}

std::optional<GmcrCondition> GmcrConditions::read(const json& written) {
  GmcrCondition result{{}, file_.place(written)};
  std::vector<const json*> open{&written};
  while (!open.empty()) {
    const json& next = *open.back();
    open.pop_back();
    if (next.is_array()) {
      if (!addCube(next, result.cubes))
        return std::nullopt;
    } else if (next.is_object() && next.contains("members") && next["members"].is_array()) {
      const json& members = next["members"];
      for (auto member = members.rbegin(); member != members.rend(); ++member)
        open.push_back(&*member);
    } else {
      file_.error("S0702", next, "a condition is a list of choices, or an object with " + ticked("members"));
      return std::nullopt;
    }
  }
  return result;
}

/// A list of choices becomes a cube, unless it asks for both choices of one option; false if it is malformed.
bool GmcrConditions::addCube(const json& written, Cubes& cubes) {
  std::vector<Literal> literals;
  for (const json& choice : written) {
    const auto one = literal(choice);
    if (!one)
      return false;
    literals.push_back(*one);
  }
  if (literals.empty()) {
    file_.warn("S0708", written, "an empty condition says nothing; it is passed over");
    return true;
  }
  if (auto cube = cubeOf(std::move(literals)))
    cubes.push_back(std::move(*cube));
  else
    file_.warn("S0708", written, "no state meets this condition: it asks for Y and N of one option");
  return true;
}

std::optional<Literal> GmcrConditions::literal(const json& written) {
  if (!written.is_array() || written.size() != 2) {
    file_.error("S0702", written, "one choice of a condition is written [option, \"Y\"] or [option, \"N\"]");
    return std::nullopt;
  }
  const auto index = optionIndex(written[0], ids_.size(), file_);
  if (written[1] != "Y" && written[1] != "N") {
    file_.error("S0702", written[1], "a choice is \"Y\" or \"N\"");
    return std::nullopt;
  }
  if (!index)
    return std::nullopt;
  return Literal{ids_[*index], written[1] == "Y"};
}

} // namespace stasis::exchange
