#include "report/invert/preference_words.h"

#include "analysis/states/state_reference.h"
#include "language/lexing/decimal.h"
#include "language/words/expression_text.h"
#include "model/mark_words.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <fmt/format.h>

#include <algorithm>

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
      const std::string_view mark = model::markWord(statements_[k]->mark);
      return (mark.empty() ? "" : std::string(mark) + ' ') +
             language::text(negated ? analysis::opposite(wanted) : wanted, conflict_);
    }
    if (const auto* ranking = std::get_if<model::Ranking>(&preference_)) {
      std::vector<std::string> names;
      for (const auto& reference : ranking->classes[k])
        if (const auto state = analysis::patternOf(engine_, reference))
          names.push_back(stateMark(engine_, *state));
      return joined(names, " ~ ");
    }
    return language::text(std::get<model::Weights>(preference_).weights[k].wanted, conflict_);
  }

  ToldChange change(const PreferenceChange& change) const { return alternatives({change}); }

  /// One text for changes that all concern the same statement or weight.
  ToldChange alternatives(const std::vector<PreferenceChange>& changes) const {
    std::vector<std::string> all;
    std::vector<std::string> above;
    std::vector<const model::Citation*> because;
    for (const PreferenceChange& change : changes) {
      for (const auto* citation : against(change))
        if (std::ranges::find(because, citation) == because.end())
          because.push_back(citation);
      if (change.kind == Kind::move && change.other)
        above.push_back("`" + item(*change.other, change.otherNegated) + "`");
      else
        all.push_back(ending(change));
      if (change.kind != Kind::move)
        all.back() =
            (change.kind == Kind::drop ? "drop " : "turn ") + named(change, all.size() == 1) + all.back();
    }
    if (const std::string moves = moved(changes.back(), above, all); !moves.empty())
      all.push_back(moves);
    return {enumerated(all, "or"), std::move(because), true};
  }

private:
  std::string named(const PreferenceChange& change, bool first) const {
    if (!first)
      return "it";
    const auto* weights = std::get_if<model::Weights>(&preference_);
    if (weights != nullptr)
      return fmt::format("the weight of `{}` ({})", item(change.item, false),
                         language::decimalText(weights->weights[change.item].units, weights->decimals));
    return fmt::format("`{}` ({} of {})", item(change.item, change.kind == Kind::move && change.negated),
                       ordinal(change.item + 1), statements_.size());
  }

  /// The places where it may be put. Takes `last` out of what is still to be shown.
  std::string moved(const PreferenceChange& change, std::vector<std::string> above,
                    std::vector<std::string>& all) const {
    const bool last = std::erase(all, "last") > 0;
    if (above.empty() && !last)
      return {};
    std::string places = above.empty() ? "last" : "above " + enumerated(above, "or");
    if (last && !above.empty())
      places += " or last";
    return "put " + named(change, all.empty()) + " " + places;
  }

  std::string ending(const PreferenceChange& change) const {
    if (change.kind == Kind::move)
      return "last";
    if (change.kind != Kind::negate)
      return {};
    if (const auto* weights = std::get_if<model::Weights>(&preference_))
      return " into " + language::decimalText(-weights->weights[change.item].units, weights->decimals);
    return fmt::format(" into `{}`", item(change.item, true));
  }

  std::vector<const model::Citation*> against(const PreferenceChange& change) const {
    std::vector<const model::Citation*> citations;
    const auto add = [&](const std::vector<model::Citation>& because) {
      for (const auto& citation : because)
        citations.push_back(&citation);
    };
    if (const auto* weights = std::get_if<model::Weights>(&preference_))
      add(weights->weights[change.item].because);
    else if (change.kind == Kind::move && change.other && *change.other < change.item)
      for (std::size_t k = *change.other; k < change.item; ++k)
        add(statements_[k]->because);
    else
      add(statements_[change.item]->because);
    return citations;
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
    told.push_back({fmt::format("rank {} above {}", words.item(item, false), enumerated(below)), {}, false});
  }
  return told;
}

ToldChange alternativesInWords(stability::Engine& engine, PartyId party,
                               const std::vector<PreferenceChange>& changes) {
  return Words(engine, party).alternatives(changes);
}

std::string citedWords(const Conflict& conflict, const model::Citation& citation) {
  return fmt::format("{}: \"{}\"", conflict.source(citation.source).name, citation.words);
}

} // namespace stasis::report
