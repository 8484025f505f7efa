#include "exchange/conflict_json_wants.h"

#include "model/mark_words.h"

namespace stasis::exchange {

using nlohmann::json;

void ConflictJsonWants::wants(const json& party) {
  const json* preference = GmcrFile::find(party, "preference");
  if (preference != nullptr && file_.isObject(*preference, "a preference"))
    this->preference(party, *preference);
  unsure(party);
  attitudes(party);
  const json* moves = GmcrFile::find(party, "moves");
  if (moves == nullptr)
    return;
  const json& list = file_.list(party, "moves");
  out_.at(file_.place(*moves));
  out_.add("move ");
  name(textAt(party, "name"));
  out_.add(list.empty() ? " none" : " ");
  joined(list, ", ", [&](const json& pair) { move(pair); });
  out_.add("\n");
}

void ConflictJsonWants::move(const json& pair) {
  if (!pair.is_array() || pair.size() != 2)
    return file_.error("S0702", pair, "a move must be a list of two states");
  state(pair[0]);
  out_.add(" -> ");
  state(pair[1]);
}

const json* ConflictJsonWants::begun(const json& party, const char* key, const char* statement) {
  const json* list = GmcrFile::find(party, key);
  if (list == nullptr || file_.list(party, key).empty())
    return nullptr;
  out_.at(file_.place(*list));
  out_.add(statement);
  name(textAt(party, "name"));
  out_.add(" ");
  return list;
}

void ConflictJsonWants::unsure(const json& party) {
  const json* pairs = begun(party, "unsure", "unsure ");
  if (pairs == nullptr)
    return;
  joined(*pairs, ", ", [&](const json& pair) {
    if (!pair.is_array() || pair.size() != 2)
      return file_.error("S0702", pair, "a pair in doubt must be a list of two states");
    states(pair, " ? ");
  });
  out_.add("\n");
}

void ConflictJsonWants::attitudes(const json& party) {
  const json* rows = begun(party, "attitudes", "attitude ");
  if (rows == nullptr)
    return;
  joined(*rows, ", ", [&](const json& row) {
    if (!file_.isObject(row, "an attitude"))
      return;
    const json* attitude = textAt(row, "attitude");
    if (attitude == nullptr)
      return;
    if (!model::attitudeOfWord(attitude->get_ref<const std::string&>()))
      return file_.error("S0702", *attitude, "there is no attitude " + said(*attitude),
                         "it is `for`, `against` or `neutral`");
    words(*attitude);
    out_.add(" ");
    name(textAt(row, "towards"));
  });
  out_.add("\n");
}

void ConflictJsonWants::preference(const json& party, const json& preference) {
  const json* form = textAt(preference, "form");
  if (form == nullptr)
    return;
  out_.at(file_.place(preference));
  if (*form == "prefer")
    prefer(party, file_.list(preference, "tiers", true));
  else if (*form == "rank")
    rank(party, preference);
  else if (*form == "weigh")
    weigh(party, preference);
  else
    file_.error("S0702", *form, "there is no preference of the form " + said(*form),
                "it is `prefer`, `rank` or `weigh`");
}

void ConflictJsonWants::begin(std::string_view form, const json& party) {
  out_.add(form);
  name(textAt(party, "name"));
  out_.add("\n");
}

void ConflictJsonWants::prefer(const json& party, const json& tiers) {
  begin("prefer ", party);
  for (const json& tier : tiers) {
    if (!tier.is_array() || tier.empty()) {
      file_.error("S0702", tier, "a tier must be a list of statements, here is " + described(tier));
      continue;
    }
    out_.add("  ");
    mark(tier);
    joined(tier, " | ", [&](const json& statement) {
      if (!file_.isObject(statement, "a statement"))
        return;
      condition(textAt(statement, "wanted"));
      if (&statement != &tier.back()) // what cites the last stands below
        because(statement, true);
    });
    out_.add("\n");
    if (tier.back().is_object())
      because(tier.back());
  }
}

/// Each statement of a tier carries the tier's mark.
void ConflictJsonWants::mark(const json& tier) {
  const auto markOf = [](const json& statement) {
    return statement.is_object() ? GmcrFile::find(statement, "mark") : nullptr;
  };
  const json* first = markOf(tier.front());
  const json* firstOdds = tier.front().is_object() ? GmcrFile::find(tier.front(), "odds") : nullptr;
  for (const json& statement : tier) {
    const json* own = markOf(statement);
    if ((own == nullptr) != (first == nullptr) || (own != nullptr && *own != *first))
      return file_.error("S0702", own != nullptr ? *own : statement,
                         "the statements of a tier have one mark, and this one differs from the first");
    const json* odds = statement.is_object() ? GmcrFile::find(statement, "odds") : nullptr;
    if ((odds == nullptr) != (firstOdds == nullptr) || (odds != nullptr && *odds != *firstOdds))
      return file_.error("S0702", odds != nullptr ? *odds : statement,
                         "the statements of a tier have the same odds, and this one differs from the first");
    if (odds != nullptr && first == nullptr)
      return file_.error("S0702", *odds, "only what is in doubt has " + ticked("odds"));
  }
  if (first == nullptr)
    return;
  if (!first->is_string() || model::markOfWord(first->get_ref<const std::string&>()) == model::Mark::none)
    return file_.error("S0702", *first,
                       "there is no mark " + (first->is_string() ? said(*first) : described(*first)),
                       "it is `strongly` or `perhaps`");
  words(*first);
  out_.add(" ");
  odds(firstOdds);
}

void ConflictJsonWants::rank(const json& party, const json& preference) {
  begin("rank ", party);
  out_.add("  ");
  const json& classes = file_.list(preference, "classes", true);
  const std::set<std::size_t> strong = strongAfter(preference, classes.size());
  for (std::size_t k = 0; k < classes.size(); ++k) {
    if (k > 0)
      out_.add(strong.contains(k) ? " >> " : " > ");
    if (classes[k].is_array() && !classes[k].empty())
      states(classes[k], " ~ ");
    else
      file_.error("S0702", classes[k], "a class must be a list of states, here is " + described(classes[k]));
  }
  out_.add("\n");
}

/// The numbers, from 1, of the classes that are followed by `>>`.
std::set<std::size_t> ConflictJsonWants::strongAfter(const json& preference, std::size_t classes) {
  std::set<std::size_t> strong;
  for (const json& number : file_.list(preference, "strongAfter"))
    if (number.is_number_unsigned() && number >= 1 && number < classes)
      strong.insert(number.get<std::size_t>());
    else
      file_.error("S0702", number,
                  ticked("strongAfter") + " has numbers of classes, from 1 to the last but one, here is " +
                      described(number));
  return strong;
}

void ConflictJsonWants::weigh(const json& party, const json& preference) {
  begin("weigh ", party);
  each(preference, "weights", [&](const json& weight) {
    out_.add("  ");
    if (weight.is_object() && weight.contains("wanted"))
      condition(textAt(weight, "wanted"));
    else
      name(textAt(weight, "option"), true);
    out_.add(" ");
    if (const json* value = textAt(weight, "weight")) {
      if (isDecimal(value->get_ref<const std::string&>()))
        words(*value);
      else
        file_.error("S0702", *value, "a weight must be a decimal number as text, here is " + said(*value));
    }
    out_.add("\n");
    because(weight);
  });
}

void ConflictJsonWants::expectation(const json& e) {
  const json* kind = textAt(e, "kind");
  if (kind == nullptr)
    return;
  out_.add("expect ");
  if (const json* in = GmcrFile::find(e, "in"))
    picture(*in);
  if (*kind == "equilibria")
    expectEquilibria(e);
  else if (*kind == "equilibrium" || *kind == "stable")
    expectState(e, *kind == "stable");
  else if (*kind == "count")
    expectCount(e);
  else if (*kind == "quantity")
    expectQuantity(e);
  else
    file_.error("S0702", *kind, "there is no expectation of the kind " + said(*kind));
  out_.add("\n");
}

void ConflictJsonWants::picture(const json& in) {
  if (in == "hypergame")
    return out_.add("in hypergame ");
  if (!in.is_object())
    return file_.error("S0702", in,
                       ticked("in") + " must be `hypergame` or say whose view, here is " + described(in));
  out_.add("in view ");
  if (GmcrFile::find(in, "by") != nullptr) {
    name(textAt(in, "by"));
    out_.add(" of ");
  }
  name(textAt(in, "of"));
  out_.add(" ");
}

void ConflictJsonWants::expectEquilibria(const json& e) {
  name(textAt(e, "concept"));
  const json& list = file_.list(e, "states", true);
  out_.add(list.empty() ? " = none" : " = ");
  states(list, ", ");
}

void ConflictJsonWants::expectState(const json& e, bool stable) {
  if (const json* which = textAt(e, "state"))
    state(*which);
  const json* holds = GmcrFile::find(e, "holds");
  if (holds != nullptr && !holds->is_boolean())
    file_.error("S0702", *holds, ticked("holds") + " must be true or false, here is " + described(*holds));
  out_.add(holds != nullptr && *holds == false ? " is not " : " is ");
  if (stable) {
    out_.add("stable for ");
    name(textAt(e, "party"));
  } else {
    out_.add("equilibrium");
  }
  out_.add(" under ");
  concepts(file_.list(e, "concepts", true));
}

void ConflictJsonWants::concepts(const json& list) {
  joined(list, ", ", [&](const json& value) {
    if (value.is_string())
      name(&value);
    else
      file_.error("S0702", value, "a concept must be a text, here is " + described(value));
  });
}

void ConflictJsonWants::setSpokenOf(const json& e, bool one) {
  const json& list = file_.list(e, "concepts");
  if (list.empty())
    return out_.add(one ? "state" : "states");
  out_.add(one ? "equilibrium under " : "equilibria under ");
  concepts(list);
}

void ConflictJsonWants::expectCount(const json& e) {
  const json* count = textAt(e, "states");
  if (count == nullptr)
    return;
  if (!isWholeNumber(count->get_ref<const std::string&>()))
    return file_.error("S0702", *count, "a count must be a whole number as text, here is " + said(*count));
  words(*count);
  out_.add(" ");
  setSpokenOf(e, *count == "1");
  if (const json* where = textIfAny(e, "where")) {
    out_.add(" where ");
    condition(where, true);
  }
}

void ConflictJsonWants::expectQuantity(const json& e) {
  const json* quantity = textAt(e, "quantity");
  if (quantity == nullptr)
    return;
  if (*quantity != "all" && *quantity != "some" && *quantity != "no")
    return file_.error("S0702", *quantity, "a quantity is `all`, `some` or `no`, here is " + said(*quantity));
  const bool all = *quantity == "all";
  words(*quantity);
  out_.add(" ");
  setSpokenOf(e, !all);
  out_.add(all ? " satisfy " : " satisfies ");
  condition(textAt(e, "satisfied"), true);
}

} // namespace stasis::exchange
