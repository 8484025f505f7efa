#include "report/preference_words.h"

#include "analysis/state_reference.h"
#include "language/decimal.h"
#include "language/expression_text.h"
#include "report/move_words.h"
#include "report/numbers.h"
#include "report/path_words.h"
#include "report/state_words.h"

#include <fmt/format.h>

namespace stasis::report {

using analysis::PreferenceChange;
using model::Conflict;
using model::PartyId;
using Kind = PreferenceChange::Kind;

namespace {

class Words {
public:
  Words(stability::Engine& engine, PartyId party)
      : engine_(engine), conflict_(engine.conflict()), preference_(conflict_.party(party).preference) {
    if (const auto* prioritised = std::get_if<model::Prioritised>(&preference_))
      statements_ = analysis::statementsOf(*prioritised);
  }

  std::string item(std::size_t k, bool negated) const {
    if (!statements_.empty()) {
      const auto& wanted = statements_[k]->wanted;
      return language::text(negated ? analysis::opposite(wanted) : wanted, conflict_);
    }
    if (const auto* ranking = std::get_if<model::Ranking>(&preference_)) {
      std::vector<std::string> names;
      for (const auto& reference : ranking->classes[k])
        if (const auto state = analysis::patternOf(engine_, reference))
          names.push_back(stateMark(engine_, *state));
      return joined(names, " ~ ");
    }
    return conflict_.nameOf(std::get<model::Weights>(preference_).weights[k].option);
  }

  ToldChange change(const PreferenceChange& change) const {
    if (const auto* weights = std::get_if<model::Weights>(&preference_))
      return {weightChange(change, *weights), change.kind == Kind::drop ? "drop it" : "turn its sign",
              &weights->weights[change.item].because};
    const std::string named = fmt::format("`{}` ({} of {})", item(change.item, change.negated),
                                          ordinal(change.item + 1), statements_.size());
    const auto* because = &statements_[change.item]->because;
    const std::string end = ending(change);
    if (change.kind == Kind::move)
      return {"put " + named + end, "put it" + end, because};
    const std::string_view verb = change.kind == Kind::drop ? "drop " : "turn ";
    return {std::string(verb) + named + end, std::string(verb) + "it" + end, because};
  }

private:
  std::string ending(const PreferenceChange& change) const {
    if (change.kind == Kind::negate)
      return fmt::format(" into `{}`", item(change.item, true));
    if (change.kind == Kind::move)
      return change.other ? fmt::format(" above `{}`", item(*change.other, change.otherNegated)) : " last";
    return {};
  }

  std::string weightChange(const PreferenceChange& change, const model::Weights& weights) const {
    const auto& weight = weights.weights[change.item];
    const std::string units = language::decimalText(weight.units, weights.decimals);
    if (change.kind == Kind::drop)
      return fmt::format("drop the weight of `{}` ({})", item(change.item, false), units);
    return fmt::format("turn the weight of `{}` from {} to {}", item(change.item, false), units,
                       language::decimalText(-weight.units, weights.decimals));
  }

  stability::Engine& engine_;
  const Conflict& conflict_;
  const model::Preference& preference_;
  std::vector<const model::Statement*> statements_;
};

} // namespace

std::string itemWords(stability::Engine& engine, PartyId party, std::size_t item, bool negated) {
  return Words(engine, party).item(item, negated);
}

std::vector<ToldChange> changeWords(stability::Engine& engine, PartyId party,
                                    const std::vector<PreferenceChange>& changes) {
  const Words words(engine, party);
  std::vector<ToldChange> told;
  for (std::size_t k = 0; k < changes.size();) {
    if (changes[k].kind != Kind::exchange) {
      told.push_back(words.change(changes[k++]));
      continue;
    }
    std::vector<std::string> below;
    const std::size_t item = changes[k].item;
    for (; k < changes.size() && changes[k].kind == Kind::exchange && changes[k].item == item; ++k)
      below.push_back(words.item(*changes[k].other, false));
    told.push_back(
        {fmt::format("rank {} above {}", words.item(item, false), enumerated(below)), {}, nullptr});
  }
  return told;
}

std::string citedWords(const Conflict& conflict, const model::Citation& citation) {
  return fmt::format("{}: \"{}\"", conflict.source(citation.source).name, citation.words);
}

} // namespace stasis::report
