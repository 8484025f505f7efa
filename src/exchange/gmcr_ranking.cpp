#include "exchange/gmcr_ranking.h"

#include <nlohmann/json.hpp>

#include <set>

namespace stasis::exchange {

using model::StateRef;
using nlohmann::json;

namespace {

class Ranked {
public:
  Ranked(std::uint64_t states, GmcrFile& file) : states_(states), file_(file) {}

  model::Ranking read(const json& list) {
    model::Ranking result{.range = file_.place(list)};
    for (const json& element : list) {
      std::vector<StateRef> tie;
      if (element.is_array())
        for (const json& tied : element)
          add(tied, tie);
      else
        add(element, tie);
      if (!tie.empty())
        result.classes.push_back(std::move(tie));
    }
    if (seen_.size() < states_)
      reportMissing(list);
    return result;
  }

private:
  std::uint64_t states_;
  GmcrFile& file_;
  std::set<std::uint64_t> seen_;

  void add(const json& written, std::vector<StateRef>& tie) {
    if (!written.is_number_integer())
      return file_.error("S0702", written,
                         "a ranking lists the numbers of states, ties in an inner list; here is " +
                             described(written));
    if (written < 1 || written > states_)
      return file_.error("S0705", written, "there is no state " + written.dump(), feasible());
    const auto number = written.get<std::uint64_t>();
    if (!seen_.insert(number).second)
      return file_.error("S0705", written, "state " + written.dump() + " is ranked twice");
    tie.push_back({StateRef::Kind::number, number, file_.place(written)});
  }

  std::string feasible() const {
    if (states_ == 0)
      return "no state is feasible";
    return "the feasible states are " + (states_ == 1 ? "1 alone" : "1 to " + std::to_string(states_));
  }

  void reportMissing(const json& list) {
    constexpr std::size_t mostNamed = 10;
    const std::size_t missing = states_ - seen_.size();
    std::string names;
    std::size_t named = 0;
    for (std::uint64_t number = 1; named < std::min(missing, mostNamed); ++number)
      if (!seen_.contains(number))
        names += (named++ > 0 ? ", " : "") + std::to_string(number);
    if (missing > mostNamed)
      names += " and " + std::to_string(missing - mostNamed) + " more";
    file_.error("S0705", list,
                (missing == 1 ? "state " + names + " is" : "states " + names + " are") +
                    " missing from this ranking",
                feasible() + ", and every one must be ranked");
  }
};

} // namespace

model::Ranking readRanking(const json& list, std::uint64_t states, GmcrFile& file) {
  return Ranked(states, file).read(list);
}

} // namespace stasis::exchange
