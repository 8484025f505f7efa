#include "exchange/disjunctive_form.h"
#include "exchange/feasible_states.h"
#include "exchange/gmcr.h"
#include "exchange/states_as_conditions.h"
#include "model/lettered.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>

namespace stasis::exchange {

using language::Severity;
using model::Direction;
using model::Expression;
using model::OptionId;
using model::Party;
using model::PartyId;
using model::Range;
using json = nlohmann::ordered_json;
using Op = Expression::Op;

namespace {

constexpr std::size_t mostConditions = 20'000;
constexpr std::uint64_t mostSteps = std::uint64_t{1} << 22U;

std::string_view directionWord(Direction direction) {
  switch (direction) {
  case Direction::irrevocable: return "fwd";
  case Direction::unresumable: return "back";
  default: return "both";
  }
}

/// A party without preferences that never moves: its options belong to nobody.
bool isNobody(const Party& party) {
  return party.optionCount > 0 && party.moves && party.moves->empty() &&
         std::holds_alternative<std::monostate>(party.preference);
}

std::string compact(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

/// Writes on one line what fits on one, so that conditions, options and short rankings are easy to read.
std::string laidOut(const json& value, const std::string& indent) {
  constexpr std::size_t width = 100;
  std::string line = compact(value);
  if (!value.is_structured() || value.empty() || indent.size() + line.size() <= width)
    return line;
  const std::string inner = indent + "  ";
  std::string text = value.is_object() ? "{" : "[";
  for (const auto& [key, item] : value.items()) {
    text += (text.size() > 1 ? ",\n" : "\n") + inner;
    text += (value.is_object() ? compact(key) + ": " : "") + laidOut(item, inner);
  }
  return text + '\n' + indent + (value.is_object() ? '}' : ']');
}

class Writer {
public:
  Writer(const model::Conflict& conflict, const StateTable* states)
      : c_(conflict), states_(states), form_(conflict) {}

  Written run() && {
    arrange();
    if (!canBeSaid())
      return {std::nullopt, std::move(problems_)};
    json infeasible = infeasibles();
    json file{{"program", "gmcr-py"}, {"version", "0.4.1"}}; // these tell GMCR+ which layout follows
    file["title"] = c_.title; // here and below: keys that GMCR+ ignores and this program reads
    file["options"] = options();
    file["decisionMakers"] = decisionMakers();
    file["infeasibles"] = std::move(infeasible);
    if (c_.statusQuo)
      file["statusQuo"] = statusQuo();
    file["useManualPreferenceRanking"] = byHand_;
    file["coalitions"] = json::array();
    for (std::size_t i = 0; i < parties_.size(); ++i)
      file["coalitions"].push_back(i);
    file["coalitionsFull"] = file["coalitions"];
    warnOfTheRest();
    if (language::hasErrors(problems_))
      return {std::nullopt, std::move(problems_)};
    return {laidOut(file, "") + '\n', std::move(problems_)};
  }

private:
  const model::Conflict& c_;
  const StateTable* states_;
  DisjunctiveForm form_;
  language::Diagnostics problems_;
  std::vector<PartyId> parties_;      ///< the decision makers of the file
  std::vector<OptionId> options_;     ///< in the file's order
  std::vector<std::size_t> position_; ///< of an option in that order
  std::vector<json> statements_;      ///< by decision maker
  bool byHand_ = false;

  void error(std::string_view code, Range range, std::string message, std::string help = {}) {
    problems_.push_back({Severity::error, code, range, std::move(message), {}, std::move(help)});
  }
  void warn(Range range, std::string message, std::string note = {}) {
    problems_.push_back({Severity::warning, "S0712", range, std::move(message), std::move(note), {}});
  }

  // --- order and names

  void arrange() {
    for (const bool nobody : {false, true})
      for (std::size_t i = 0; i < c_.parties.size(); ++i)
        if (isNobody(c_.parties[i]) == nobody) {
          if (!nobody)
            parties_.emplace_back(i);
          for (std::size_t o = 0; o < c_.parties[i].optionCount; ++o)
            options_.emplace_back(c_.parties[i].firstOption + o);
        }
    position_.resize(options_.size());
    for (std::size_t i = 0; i < options_.size(); ++i)
      position_[options_[i].index()] = i;
  }

  json options() const {
    json list = json::array();
    for (const OptionId id : options_) {
      json one{{"name", c_.labelOf(id)}, {"permittedDirection", directionWord(c_.option(id).direction)}};
      addName(one, c_.option(id).name, true);
      list.push_back(std::move(one));
    }
    return list;
  }

  /// Adds this language's name beside the shown one where a reader would derive a different name: a reader
  /// writes options in lower case.
  static void addName(json& thing, const std::string& name, bool isOption) {
    const bool capitals = std::ranges::any_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (thing["name"] != name || (isOption && capitals))
      thing["id"] = name;
  }

  std::string statusQuo() const {
    std::string letters;
    for (const OptionId id : options_)
      letters += c_.statusQuo->taken(id) ? 'Y' : 'N';
    return letters;
  }

  // --- what the format cannot say at all

  bool canBeSaid() {
    for (const auto& listed : c_.listed)
      if (!listed.pattern.isState())
        error("S0711", listed.range, "merged states cannot be written in this format",
              "list every state for itself, and rank those that count as one alike");
    for (const Party& party : c_.parties)
      if (party.moves && !isNobody(party))
        error("S0711", party.range,
              "the moves of `" + party.name + "` are listed; in this format only options can give them",
              "without `move` lines its options give its moves");
    return !language::hasErrors(problems_);
  }

  void warnOfTheRest() {
    std::string lost;
    const auto add = [&](bool present, std::string_view what) {
      if (present)
        lost.append(lost.empty() ? "" : ", ").append(what);
    };
    add(!c_.about.empty(), "the lines about the conflict");
    add(!c_.sources.empty(), "sources and citations");
    add(!c_.families.empty(), "families (their members are written out)");
    add(c_.speaksOfStrength(), "marks of strength (`strongly`, `>>`)");
    add(c_.speaksOfDoubt() || c_.doubtsDirections(), "marks of doubt (`perhaps`, `unsure`)");
    add(c_.speaksOfAttitudes(), "attitudes");
    add(!std::ranges::all_of(c_.named, model::isLettered) ||
            std::ranges::any_of(c_.listed, [](const auto& s) { return !s.name.empty(); }),
        "names of states");
    add(!c_.defines.empty(), "names of defines (their meaning is written out)");
    add(!c_.expectations.empty(), "expectations");
    if (!lost.empty())
      warn({}, "this format has no place for: " + lost);
  }

  // --- conditions

  json conditionOf(const Cube& cube) const {
    json list = json::array();
    for (const Literal literal : cube)
      list.push_back({position_[literal.option.index()], literal.taken ? "Y" : "N"});
    return list;
  }

  json conditionOf(const Cubes& cubes) const {
    if (cubes.size() == 1)
      return conditionOf(cubes[0]);
    json members = json::array();
    for (const Cube& cube : cubes)
      members.push_back(conditionOf(cube));
    return {{"compound", true}, {"members", std::move(members)}};
  }

  json infeasibles() {
    const auto outside = infeasibleCubes();
    json list = json::array();
    if (std::ranges::any_of(outside, &Cube::empty)) { // no state is feasible: an option must say so
      for (const bool taken : {true, false})
        if (!options_.empty())
          list.push_back(conditionOf(Cube{{options_[0], taken}}));
      return list;
    }
    for (const Cube& cube : outside)
      list.push_back(conditionOf(cube));
    return list;
  }

  Cubes infeasibleCubes() {
    Cubes all;
    bool complete = true;
    for (const auto& constraint : c_.constraints) {
      const auto cubes = form_.of(constraint.holds, false);
      if (cubes && all.size() + cubes->size() <= mostConditions) {
        all.insert(all.end(), cubes->begin(), cubes->end());
        continue;
      }
      complete = false;
      if (c_.listed.empty())
        error("S0709", constraint.range,
              "this constraint takes more than " + std::to_string(DisjunctiveForm::mostCubes) +
                  " conditions in a format that joins options by `and` only");
    }
    if (c_.listed.empty())
      return all;
    return complete && allowsOnlyListed(all) ? all : cubesBesideListed();
  }

  /// Whether the constraints alone leave the listed states and no others.
  bool allowsOnlyListed(const Cubes& infeasible) const {
    std::size_t count = 0;
    const bool visitedAll =
        forEachStateOutside(infeasible, c_.options.size(), mostSteps, [&](const model::State&) {
          ++count;
          return count <= c_.listed.size();
        });
    return visitedAll && count == c_.listed.size();
  }

  Cubes cubesBesideListed() {
    std::vector<model::State> listed;
    for (const auto& state : c_.listed)
      listed.push_back(state.pattern);
    if (auto cubes = cubesOfOtherStates(std::move(listed), mostConditions))
      return std::move(*cubes);
    error("S0709", c_.listed[0].range,
          "ruling out the states that are not listed takes more than " + std::to_string(mostConditions) +
              " conditions");
    return {};
  }

  // --- preferences

  json decisionMakers() {
    for (const PartyId id : parties_)
      statements_.push_back(statements(c_.party(id)));
    json list = json::array();
    for (std::size_t i = 0; i < parties_.size(); ++i) {
      const Party& party = c_.party(parties_[i]);
      json one{
          {"name", c_.labelOf(parties_[i])}, {"options", json::array()}, {"preferences", statements_[i]}};
      addName(one, party.name, false);
      for (std::size_t o = 0; o < party.optionCount; ++o)
        one["options"].push_back(position_[party.firstOption + o]);
      if (byHand_ && states_ != nullptr)
        one["preferenceRanking"] = ranking(parties_[i]);
      list.push_back(std::move(one));
    }
    if (byHand_)
      warnOfNumbers();
    return list;
  }

  /// The party's statements as conditions. If they cannot be written so, an empty list, and all parties get
  /// manual rankings.
  json statements(const Party& party) {
    json list = json::array();
    if (const auto* said = std::get_if<model::Prioritised>(&party.preference)) {
      for (const auto& tier : said->tiers)
        if (!addTier(tier, list)) {
          needRanking(tier.front().range,
                      "a statement of `" + party.name + "` has too many cases for this format");
          return json::array();
        }
    } else if (const auto* ranked = std::get_if<model::Ranking>(&party.preference)) {
      needRanking(ranked->range, "`" + party.name + "` ranks states");
    } else if (const auto* weighed = std::get_if<model::Weights>(&party.preference)) {
      needRanking(weighed->range, "`" + party.name + "` weighs options or conditions");
    }
    return list;
  }

  /// A tier is worth the number of its statements that hold. "All of them", "all but one", … in this order
  /// say the same.
  bool addTier(const std::vector<model::Statement>& tier, json& list) {
    std::vector<Expression> wanted;
    for (const auto& statement : tier)
      wanted.push_back(statement.wanted);
    for (std::size_t k = tier.size(); k >= 1; --k) {
      const auto cubes =
          form_.of(Expression::count(Op::atLeast, static_cast<std::uint32_t>(k), wanted), true);
      if (!cubes)
        return false;
      const bool everywhere = std::ranges::any_of(*cubes, &Cube::empty);
      if (!cubes->empty() && !everywhere) // a condition that always or never holds separates no states
        list.push_back(conditionOf(*cubes));
    }
    return true;
  }

  void needRanking(Range range, const std::string& why) {
    byHand_ = true;
    if (states_ == nullptr)
      error("S0709", range,
            why + ", which is written as a ranking of every feasible state, and there are too many",
            "preference statements (`prefer`) need no list of states");
  }

  /// Numbers of the states, best first, in the format's order.
  json ranking(PartyId id) const {
    const auto& ranks = states_->ranks[id.index()];
    const auto numbers = numbersInFile();
    std::vector<std::size_t> order(ranks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
      return ranks[a] != ranks[b] ? ranks[a] > ranks[b] : numbers[a] < numbers[b];
    });
    json list = json::array();
    for (std::size_t i = 0; i < order.size();) {
      json tie = json::array();
      const auto rank = ranks[order[i]];
      for (; i < order.size() && ranks[order[i]] == rank; ++i)
        tie.push_back(numbers[order[i]]);
      list.push_back(tie.size() == 1 ? tie[0] : tie);
    }
    return list;
  }

  /// By position in the table: the number in ascending binary value of the file's order of options, from 1.
  std::vector<std::size_t> numbersInFile() const {
    std::vector<std::string> bits; // last option first, so that text order is the order of the values
    for (const auto& state : states_->states) {
      auto& value = bits.emplace_back();
      for (auto option = options_.rbegin(); option != options_.rend(); ++option)
        value += state.taken(*option) ? '1' : '0';
    }
    std::vector<std::size_t> order(bits.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) -> const std::string& { return bits[i]; });
    std::vector<std::size_t> numbers(bits.size());
    for (std::size_t n = 0; n < order.size(); ++n)
      numbers[order[n]] = n + 1;
    return numbers;
  }

  void warnOfNumbers() {
    if (states_ == nullptr)
      return;
    const auto numbers = numbersInFile();
    if (!std::ranges::is_sorted(numbers))
      warn({}, "states are numbered anew, in ascending binary value", "this format knows no other order");
  }
};

} // namespace

Written writeGmcr(const model::Conflict& conflict, const StateTable* states) {
  return Writer(conflict, states).run();
}

} // namespace stasis::exchange
