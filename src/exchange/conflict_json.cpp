#include "exchange/conflict_json.h"

#include "language/lexing/decimal.h"
#include "language/words/expression_text.h"
#include "language/words/families_written.h"
#include "model/lettered.h"
#include "model/mark_words.h"

#include <nlohmann/json.hpp>

#include <array>
#include <map>
#include <set>
#include <utility>

namespace stasis::exchange {

namespace {

using Json = nlohmann::ordered_json;

std::string_view word(model::Direction direction) {
  switch (direction) {
  case model::Direction::both: return "both";
  case model::Direction::irrevocable: return "irrevocable";
  case model::Direction::unresumable: return "unresumable";
  }
  return "";
}

class ConflictJson {
public:
  ConflictJson(const model::Conflict& conflict, const model::Views& views,
               const evidence::CheckedCitations* checked)
      : conflict_(conflict), views_(views), names_(conflict) {
    for (const auto& state : conflict.listed)
      stateNames_.insert(state.name);
    for (const auto& state : conflict.named)
      stateNames_.insert(state.name);
    for (const auto& family : conflict.families)
      if (family.members.size() > 1 &&
          language::familyOpenedBy(family.members.front(), conflict) != nullptr &&
          language::wantsEach(family, conflict, names_))
        wantEach_.insert(family.name);
    if (checked != nullptr)
      for (const auto& found : checked->found)
        passages_.try_emplace({found.citation.begin, found.citation.end}, found.passage);
  }

  Json json() const {
    Json out{{"schema", "stasis/conflict-2"}, {"conflict", conflict_.title}, {"about", conflict_.about}};
    add(out, "sources", conflict_.sources, [&](const auto& s) {
      return Json{{"name", s.name}, {"path", s.path}, {"description", s.description}};
    });
    add(out, "parties", conflict_.parties, [&](const auto& p) { return party(p); });
    add(out, "families", conflict_.families, [&](const auto& f) { return family(f); });
    add(out, "defines", conflict_.defines, [&](const auto& d) {
      return Json{{"name", d.name}, {"label", d.label}, {"meaning", text(d.meaning)}};
    });
    add(out, "constraints", conflict_.constraints, [&](const auto& c) { return constraint(c); });
    add(out, "states", conflict_.listed, [&](const auto& s) {
      return Json{{"name", s.name}, {"label", s.label}, {"options", s.pattern.letters()}};
    });
    std::vector<model::NamedState> named = conflict_.named;
    std::erase_if(named, model::isLettered);
    add(out, "named", named, [&](const auto& s) {
      return Json{{"name", s.name}, {"label", s.label}, {"options", s.state.letters()}};
    });
    out["statusQuo"] = conflict_.statusQuo ? Json(conflict_.statusQuo->letters()) : Json(nullptr);
    add(out, "expectations", conflict_.expectations, [&](const auto& e) { return expectation(e); });
    for (const model::ExpectInViews& one : views_.expectations) {
      Json expected = expectation(one.expected);
      expected["in"] = one.of ? pictureOf(one) : Json("hypergame");
      out["expectations"].push_back(std::move(expected));
    }
    if (!views_.empty())
      add(out, "views", views_, [&](const auto& v) { return view(v); });
    return out;
  }

private:
  template <class List, class ToJson>
  static void add(Json& out, const char* key, const List& list, ToJson toJson) {
    Json array = Json::array();
    for (const auto& item : list)
      array.push_back(toJson(item));
    out[key] = std::move(array);
  }

  std::string text(const model::Expression& expression) const {
    return language::text(expression, conflict_);
  }

  Json cited(Json out, const std::vector<model::Citation>& because) const {
    if (!because.empty())
      add(out, "because", because, [&](const auto& c) {
        Json one{{"source", conflict_.source(c.source).name}, {"words", c.words}};
        if (const auto found = passages_.find({c.range.begin, c.range.end}); found != passages_.end())
          one["passage"] = {found->second.begin, found->second.end};
        return one;
      });
    return out;
  }

  Json party(const model::Party& p) const {
    Json out{{"name", p.name}, {"label", p.label}};
    if (p.family)
      out["family"] = conflict_.families[p.family->index()].name;
    Json options = Json::array();
    for (std::size_t i = p.firstOption; i < p.firstOption + p.optionCount; ++i) {
      const auto& o = conflict_.options[i];
      Json one{{"name", o.name}, {"label", o.label}, {"direction", word(o.direction)}};
      if (o.doubt) {
        one["perhaps"] = word(o.doubt->direction);
        addOdds(one, o.doubt->odds);
      }
      options.push_back(cited(std::move(one), o.because));
    }
    out["options"] = std::move(options);
    out["preference"] = std::visit([&](const auto& preference) { return written(preference); }, p.preference);
    if (p.family && wantEach_.contains(conflict_.families[p.family->index()].name))
      out["preference"]["each"] = conflict_.families[p.family->index()].name;
    if (p.moves)
      add(out, "moves", *p.moves,
          [&](const auto& m) { return Json::array({reference(m.from), reference(m.to)}); });
    if (!p.unsure.empty())
      add(out, "unsure", p.unsure,
          [&](const auto& pair) { return Json::array({reference(pair.one), reference(pair.other)}); });
    if (!p.attitudes.empty())
      addAttitudes(out, p.attitudes);
    return cited(std::move(out), p.because);
  }

  void addAttitudes(Json& out, const std::vector<model::AttitudeTowards>& attitudes) const {
    add(out, "attitudes", attitudes, [&](const auto& one) {
      return Json{{"towards", conflict_.party(one.towards).name},
                  {"attitude", model::attitudeWord(one.attitude)}};
    });
  }

  Json constraint(const model::Constraint& c) const {
    return cited(Json{{"always", text(c.holds)}}, c.because);
  }

  Json view(const model::View& v) const {
    Json out{{"of", conflict_.party(v.of).name}};
    if (v.by)
      out["by"] = conflict_.party(*v.by).name;
    add(out, "wants", v.wishes, [&](const auto& wish) {
      return Json{{"name", conflict_.party(wish.party).name},
                  {"preference",
                   std::visit([&](const auto& preference) { return written(preference); }, wish.preference)}};
    });
    for (const auto& regard : v.regards) {
      Json one{{"name", conflict_.party(regard.party).name}};
      addAttitudes(one, regard.attitudes);
      out["wants"].push_back(std::move(one));
    }
    add(out, "constraints", v.constraints, [&](const auto& c) { return constraint(c); });
    add(out, "unaware", v.unaware,
        [&](const auto& one) { return cited(Json{{"option", names_.of(one.option)}}, one.because); });
    add(out, "blind", v.blind, [&](const auto& one) {
      const auto* state = std::get_if<model::StateRef>(&one.what);
      return cited(state != nullptr ? Json{{"state", reference(*state)}}
                                    : Json{{"where", text(std::get<model::Expression>(one.what))}},
                   one.because);
    });
    return out;
  }

  static void addOdds(Json& out, std::optional<model::Odds> odds) {
    if (odds)
      out["odds"] = model::oddsText(*odds);
  }

  static Json written(const std::monostate&) { return nullptr; }

  Json written(const model::Prioritised& prioritised) const {
    Json out{{"form", "prefer"}};
    add(out, "tiers", prioritised.tiers, [&](const auto& tier) {
      Json statements = Json::array();
      for (const auto& statement : tier) {
        Json one{{"wanted", text(statement.wanted)}};
        if (statement.mark != model::Mark::none)
          one["mark"] = model::markWord(statement.mark);
        addOdds(one, statement.odds);
        statements.push_back(cited(std::move(one), statement.because));
      }
      return statements;
    });
    return out;
  }

  Json written(const model::Ranking& ranking) const {
    Json out{{"form", "rank"}};
    add(out, "classes", ranking.classes, [&](const auto& tied) {
      Json states = Json::array();
      for (const auto& state : tied)
        states.push_back(reference(state));
      return states;
    });
    if (!ranking.strongAfter.empty())
      add(out, "strongAfter", ranking.strongAfter, [](std::size_t k) { return k + 1; });
    return out;
  }

  Json written(const model::Weights& weights) const {
    Json out{{"form", "weigh"}};
    add(out, "weights", weights.weights, [&](const auto& w) {
      const auto option = w.option();
      Json one = option ? Json{{"option", names_.of(*option)}}
                        : Json{{"wanted", language::text(w.wanted, conflict_)}};
      one["weight"] = language::decimalText(w.units, weights.decimals);
      return cited(std::move(one), w.because);
    });
    return out;
  }

  Json expectation(const model::Expectation& expectation) const {
    return std::visit([&](const auto& what) { return written(what); }, expectation.what);
  }

  Json pictureOf(const model::ExpectInViews& one) const {
    Json out{{"of", conflict_.party(*one.of).name}};
    if (one.by)
      out["by"] = conflict_.party(*one.by).name;
    return out;
  }

  Json written(const model::ExpectEquilibria& expected) const {
    Json out{{"kind", "equilibria"}, {"concept", model::row(expected.concept_.id).key}};
    add(out, "states", expected.states, [&](const auto& state) { return reference(state); });
    return out;
  }

  Json written(const model::ExpectState& expected) const {
    Json out{{"kind", expected.stableFor ? "stable" : "equilibrium"},
             {"state", reference(expected.state)},
             {"holds", !expected.negated}};
    if (expected.stableFor)
      out["party"] = conflict_.party(*expected.stableFor).name;
    add(out, "concepts", expected.concepts, [](const auto& named) { return model::row(named.id).key; });
    return out;
  }

  Json written(const model::ExpectCount& expected) const {
    Json out{{"kind", "count"}, {"states", expected.count}};
    if (!expected.concepts.empty())
      add(out, "concepts", expected.concepts, [](const auto& named) { return model::row(named.id).key; });
    if (expected.where)
      out["where"] = language::text(*expected.where, conflict_);
    return out;
  }

  Json written(const model::ExpectQuantity& expected) const {
    constexpr std::array<std::string_view, 3> quantities{"all", "some", "no"};
    Json out{{"kind", "quantity"}, {"quantity", quantities[static_cast<std::size_t>(expected.quantity)]}};
    if (!expected.concepts.empty())
      add(out, "concepts", expected.concepts, [](const auto& named) { return model::row(named.id).key; });
    out["satisfied"] = language::text(expected.satisfied, conflict_);
    return out;
  }

  Json family(const model::Family& f) const {
    Json members = Json::array();
    for (const auto member : f.members)
      members.push_back(conflict_.party(member).name);
    return {{"name", f.name}, {"label", f.label}, {"members", std::move(members)}};
  }

  std::string reference(const model::StateRef& state) const {
    using Kind = model::StateRef::Kind;
    if (state.kind == Kind::named)
      return conflict_.named[state.value].name;
    if (state.kind == Kind::listed)
      return conflict_.listed[state.value].name;
    const std::string number = std::to_string(state.value);
    return stateNames_.contains("s" + number) ? number : "s" + number;
  }

  const model::Conflict& conflict_;
  const model::Views& views_;
  const language::OptionNames names_;
  std::set<std::string> stateNames_; ///< a number is not written as one of these
  std::set<std::string> wantEach_;   ///< families whose members share their statements
  std::map<std::pair<std::size_t, std::size_t>, model::Range>
      passages_; ///< by the citation's place in the model
};

} // namespace

std::string conflictJson(const model::Conflict& conflict, const evidence::CheckedCitations* checked,
                         const model::Views& views) {
  return ConflictJson(conflict, views, checked).json().dump(2, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

} // namespace stasis::exchange
