#include "model/mark_words.h"
#include "report/model/outline.h"

#include <nlohmann/json.hpp>

#include <map>

namespace stasis::report {

namespace {

using Json = nlohmann::ordered_json;
using language::syntax::Words;
namespace syntax = language::syntax;

std::string_view word(model::Direction direction) {
  switch (direction) {
  case model::Direction::both: return "both";
  case model::Direction::irrevocable: return "irrevocable";
  case model::Direction::unresumable: return "unresumable";
  }
  return "";
}

std::string_view word(syntax::Preference::Form form) {
  switch (form) {
  case syntax::Preference::Form::prefer: return "prefer";
  case syntax::Preference::Form::rank: return "rank";
  case syntax::Preference::Form::weigh: return "weigh";
  }
  return "";
}

class OutlineJson {
public:
  explicit OutlineJson(const OutlineView& view)
      : view_(view), outline_(view.outline), file_(view.outline.file()) {
    if (view.citations != nullptr)
      for (const auto& found : view.citations->found)
        passages_.emplace(found.citation.begin, &found);
    for (const auto& p : file_.preferences)
      preferences_.emplace(p.party, &p);
  }

  Json json() const {
    Json out{{"schema", "stasis/outline-1"}, {"sound", view_.conflict != nullptr}};
    out["title"] = file_.title ? Json{{"text", *file_.title},
                                      {"range", range(file_.titleWords)},
                                      {"lineRange", line(file_.titleWords)}}
                               : Json(nullptr);
    out["about"] = Json::array();
    for (std::size_t i = 0; i < file_.about.size(); ++i)
      out["about"].push_back(placed({{"text", file_.about[i]}}, file_.aboutWords[i]));
    out["sources"] = each(file_.sources, [&](const auto& s) { return source(s); });
    out["parties"] = Json::array();
    for (const auto& p : file_.parties)
      parties(p, out["parties"]);
    out["families"] = Json::array();
    for (const auto& p : file_.parties)
      if (p.isFamily)
        out["families"].push_back(family(p));
    out["defines"] = each(file_.defines, [&](const auto& d) {
      Json one = named(d, d.words);
      one["meaning"] = d.meaning.words;
      one["meaningRange"] = range(d.meaning.words);
      return one;
    });
    out["constraints"] = each(file_.constraints, [&](const auto& c) { return constraint(c); });
    out["statusQuo"] = file_.statusQuo.empty() ? Json(nullptr) : statusQuo(file_.statusQuo.front());
    out["states"] = states();
    if (!file_.unsure.empty())
      out["unsure"] = each(file_.unsure, [&](const auto& u) { return unsure(u); });
    if (!file_.attitudes.empty())
      out["attitudes"] = each(file_.attitudes, [&](const auto& a) { return attitudes(a); });
    out["moves"] = each(file_.moves, [&](const auto& m) {
      Json one = placed({{"party", m.party}}, m.header);
      const Words last = m.arcs.empty() ? m.header : m.arcs.back().to.words;
      one["blockRange"] = pair(outline_.block(m.header, last));
      return one;
    });
    out["expectations"] =
        each(file_.expectations, [&](const auto& e) { return placed({{"text", e.words}}, e.words); });
    if (!file_.views.empty())
      out["views"] = each(file_.views, [&](const auto& v) { return view(v); });
    return out;
  }

private:
  template <class List, class ToJson> static Json each(const List& list, ToJson toJson) {
    Json array = Json::array();
    for (const auto& item : list)
      array.push_back(toJson(item));
    return array;
  }

  static Json pair(model::Range r) { return Json::array({r.begin, r.end}); }
  Json range(Words words) const { return pair(outline_.range(words)); }
  Json line(Words words) const { return pair(outline_.line(words)); }
  Json optionalRange(Words words) const { return words.empty() ? Json(nullptr) : range(words); }

  Json placed(Json one, Words words) const {
    one["range"] = range(words);
    one["lineRange"] = line(words);
    return one;
  }

  template <class Thing> Json named(const Thing& thing, Words words) const {
    Json one{{"name", thing.name}, {"label", thing.label}};
    one["nameRange"] = range(thing.name);
    one["labelRange"] = optionalRange(thing.labelWords);
    return placed(std::move(one), words.empty() ? thing.name : words);
  }

  Json because(const syntax::Citations& citations) const {
    return each(citations, [&](const syntax::Citation& c) {
      Json one{{"source", c.source},
               {"words", c.text},
               {"range", range(c.words)},
               {"wordsRange", range(c.textWords)},
               {"passage", nullptr}};
      const auto found = passages_.find(outline_.range(c.words).begin);
      if (found != passages_.end())
        one["passage"] = {{"path", view_.conflict->source(found->second->source).path},
                          {"range", pair(found->second->passage)},
                          {"line", found->second->line}};
      return one;
    });
  }

  Json source(const syntax::Source& s) const {
    Json one{
        {"name", s.name}, {"path", s.path}, {"description", s.description}, {"nameRange", range(s.name)}};
    return placed(std::move(one), s.words);
  }

  // --- parties

  void parties(const syntax::Party& declared, Json& out) const {
    if (!declared.isFamily)
      out.push_back(party(declared, declared, nullptr));
    for (const auto& member : declared.members)
      out.push_back(party(declared, member, declared.name));
  }

  /// A party, or a member of a family under the member's own name with what the family shares.
  template <class Own> Json party(const syntax::Party& declared, const Own& own, Json family) const {
    Json one = named(own, declared.words);
    one["family"] = std::move(family);
    one["blockRange"] = pair(block(declared));
    one["options"] = each(declared.options, [&](const syntax::Option& o) { return option(o); });
    one["preference"] = preferenceOf(own.name, declared);
    one["because"] = because(declared.because);
    return one;
  }

  model::Range block(const syntax::Party& declared) const {
    const Words last = declared.options.empty() ? Words() : declared.options.back().name;
    return outline_.block(declared.words.empty() ? declared.name : declared.words, last);
  }

  static void addOdds(Json& out, Words odds) {
    if (!odds.empty())
      out["odds"] = odds;
  }

  Json option(const syntax::Option& o) const {
    Json one = named(o, o.name);
    model::Range whole = outline_.range(o.name);
    for (const Words words : {o.labelWords, o.directionWords})
      whole = words.empty() ? whole : model::cover(whole, outline_.range(words));
    one["range"] = pair(whole);
    one["direction"] = word(o.doubted ? model::Direction::both : o.direction);
    if (o.doubted) {
      one["perhaps"] = word(o.direction);
      addOdds(one, o.odds);
    }
    one["directionRange"] = optionalRange(o.directionWords);
    one["because"] = because(o.because);
    return one;
  }

  Json family(const syntax::Party& f) const {
    Json one = named(f, f.words);
    one["members"] = each(f.members, [&](const syntax::Member& m) { return named(m, m.name); });
    one["blockRange"] = pair(block(f));
    return one;
  }

  // --- preferences

  Json preferenceOf(Words party, const syntax::Party& declared) const {
    auto found = preferences_.find(party);
    if (found == preferences_.end() && declared.isFamily)
      found = preferences_.find(declared.name);
    return found == preferences_.end() ? Json(nullptr) : preference(*found->second);
  }

  Json preference(const syntax::Preference& p) const {
    Json one = placed({{"form", word(p.form)}, {"each", p.each}}, p.header);
    Words last;
    if (p.form == syntax::Preference::Form::prefer) {
      one["statements"] = statements(p, last);
    } else if (p.form == syntax::Preference::Form::rank) {
      one["classes"] = each(p.classes, [&](const auto& tied) {
        return each(tied, [&](const syntax::StateName& s) {
          last = s.words;
          return Json{{"state", s.words}, {"range", range(s.words)}};
        });
      });
      if (!p.strongAfter.empty())
        one["strongAfter"] = each(p.strongAfter, [](std::size_t k) { return k + 1; });
    } else {
      one["weights"] = each(p.weights, [&](const syntax::Weight& w) {
        last = w.words;
        return weight(w);
      });
    }
    one["blockRange"] = pair(outline_.block(p.header, last));
    return one;
  }

  Json statements(const syntax::Preference& p, Words& last) const {
    Json all = Json::array();
    for (std::size_t tier = 0; tier < p.tiers.size(); ++tier)
      for (const auto& s : p.tiers[tier]) {
        const Words words = s.wanted.words;
        if (!words.empty())
          last = words;
        Json one = placed({{"text", words}, {"tier", tier + 1}}, words);
        if (s.mark != model::Mark::none) {
          one["mark"] = model::markWord(s.mark);
          one["markRange"] = range(p.tiers[tier].front().markWords);
          addOdds(one, s.odds);
        }
        one["because"] = because(s.because);
        all.push_back(std::move(one));
      }
    return all;
  }

  Json weight(const syntax::Weight& w) const {
    Json one{{"option", w.wanted.words}, {"weight", (w.negative ? "-" : "") + std::string(w.number)}};
    one = placed(std::move(one), w.words);
    one["because"] = because(w.because);
    return one;
  }

  // --- doubt and attitudes

  Json unsure(const syntax::Unsure& u) const {
    Json one = placed({{"party", u.party}}, u.header);
    one["pairs"] = each(u.pairs, [&](const syntax::Doubt& d) {
      return Json{{"one", d.one.words}, {"other", d.other.words}, {"range", range(d.words)}};
    });
    one["blockRange"] = pair(outline_.block(u.header, u.pairs.empty() ? u.header : u.pairs.back().words));
    return one;
  }

  Json attitudes(const syntax::Attitudes& a) const {
    Json one = placed({{"party", a.party}, {"each", a.each}}, a.header);
    one["towards"] = each(a.items, [&](const syntax::AttitudeTowards& item) {
      return Json{{"party", item.towards},
                  {"attitude", model::attitudeWord(item.attitude)},
                  {"range", range(item.words)}};
    });
    one["blockRange"] = pair(outline_.block(a.header, a.items.empty() ? a.header : a.items.back().words));
    return one;
  }

  // --- views

  Json view(const syntax::View& v) const {
    Json one = placed({{"of", v.secondLevel ? v.seen : v.party}}, v.header);
    if (v.secondLevel)
      one["by"] = v.party;
    one["preferences"] = each(v.preferences, [&](const syntax::Preference& p) {
      Json wish = preference(p);
      wish["party"] = p.party;
      return wish;
    });
    one["attitudes"] = each(v.attitudes, [&](const auto& a) { return attitudes(a); });
    one["constraints"] = each(v.constraints, [&](const auto& c) { return constraint(c); });
    one["unaware"] = Json::array();
    for (const auto& u : v.unaware)
      for (const auto& option : u.options)
        one["unaware"].push_back(
            placed({{"option", option.words}, {"because", because(u.because)}}, option.words));
    one["blind"] = Json::array();
    for (const auto& b : v.blind) {
      for (const auto& state : b.states)
        one["blind"].push_back(placed({{"text", state.words}, {"because", because(b.because)}}, state.words));
      if (b.states.empty())
        one["blind"].push_back(
            placed({{"text", b.condition.words}, {"because", because(b.because)}}, b.condition.words));
    }
    one["blockRange"] = pair(outline_.block(v.header, v.last));
    return one;
  }

  // --- states and what must hold

  Json constraint(const syntax::Constraint& c) const {
    Json one = placed({{"text", c.words}, {"never", c.negated}, {"condition", c.condition.words}}, c.words);
    one["conditionRange"] = range(c.condition.words);
    one["because"] = because(c.because);
    return one;
  }

  Json taken(const syntax::OptionList& list) const {
    return each(list.taken, [&](const syntax::Reference& r) {
      return Json{{"option", r.words}, {"range", range(r.words)}};
    });
  }

  Json statusQuo(const syntax::StatusQuo& s) const {
    Json one = placed({{"options", taken(s.options)}}, s.words);
    if (view_.conflict != nullptr && view_.conflict->statusQuo)
      one["letters"] = view_.conflict->statusQuo->letters();
    return one;
  }

  Json states() const {
    Json all = Json::array();
    for (const auto& s : file_.listed) {
      Json one = named(s, s.name);
      one["kind"] = "listed";
      one["letters"] = s.letters;
      all.push_back(std::move(one));
    }
    for (std::size_t i = 0; i < file_.named.size(); ++i) {
      Json one = named(file_.named[i], file_.named[i].words);
      one["kind"] = "named";
      one["options"] = taken(file_.named[i].options);
      if (view_.conflict != nullptr)
        one["letters"] = view_.conflict->named[i].state.letters();
      all.push_back(std::move(one));
    }
    return all;
  }

  const OutlineView& view_;
  const language::Outline& outline_;
  const syntax::File& file_;
  std::map<std::size_t, const evidence::FoundCitation*> passages_; ///< by the citation's place
  std::map<Words, const syntax::Preference*> preferences_;         ///< by owner
};

} // namespace

std::string outlineJson(const OutlineView& view) {
  return OutlineJson(view).json().dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
