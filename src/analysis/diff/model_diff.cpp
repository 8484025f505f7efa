#include "analysis/diff/model_diff.h"

#include "analysis/diff/statement_diff.h"
#include "language/lexing/decimal.h"
#include "language/words/expression_text.h"
#include "language/words/families_written.h"
#include "language/words/option_names.h"
#include "model/joined.h"
#include "model/mark_words.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace stasis::analysis {

using model::Citation;
using model::Conflict;
using model::Expression;
using model::OptionId;
using model::Party;
using model::PartyId;
using Thing = ModelChange::Thing;
using How = ModelChange::How;

namespace {

/// One of the two conflicts, with the names that the comparison uses: those of the second.
struct Side {
  const Conflict& c;
  language::OptionNames names;
  std::function<std::string(OptionId)> keyOfOption;
  std::function<std::string(PartyId)> keyOfParty;

  std::string words(const Expression& e, std::optional<PartyId> self = std::nullopt) const {
    return language::foldableText(e, c, names, self).text;
  }

  /// Equal only for the same tree over the same options; options of `self` are compared by place.
  std::string key(const Expression& e, std::optional<PartyId> self = std::nullopt) const {
    std::string key;
    for (const auto& node : e.nodes()) {
      key += static_cast<char>('A' + static_cast<int>(node.op));
      if (node.op == Expression::Op::option) {
        const auto& option = c.option(OptionId(node.value));
        key += self && option.owner == *self
                   ? "self." + keyOfOption(OptionId(node.value)).substr(keyOfParty(*self).size())
                   : keyOfOption(OptionId(node.value));
      } else if (node.op == Expression::Op::define) {
        key += '=' + c.defines[node.value].name;
      } else {
        key += std::to_string(node.value) + '/' + std::to_string(node.operands);
      }
      key += ';';
    }
    return key;
  }

  std::string cited(const Citation& citation) const {
    return c.source(citation.source).name + " \"" + citation.words + '"';
  }
  std::set<std::string> cited(const std::vector<Citation>& because) const {
    std::set<std::string> all;
    for (const auto& citation : because)
      all.insert(cited(citation));
    return all;
  }
  std::string taken(const model::Pattern& state) const {
    std::string list;
    for (std::size_t i = 0; i < c.options.size(); ++i)
      if (state.taken(OptionId(i)))
        list += (list.empty() ? "" : ", ") + names.of(OptionId(i));
    return list.empty() ? "none" : list;
  }
  std::string reference(const model::StateRef& state) const {
    using Kind = model::StateRef::Kind;
    return state.kind == Kind::named    ? c.named[state.value].name
           : state.kind == Kind::listed ? c.listed[state.value].name
                                        : "s" + std::to_string(state.value);
  }
};

/// `not x` for `x`, and `x` for `not x`.
Expression denied(const Expression& e) {
  if (e.root().op == Expression::Op::negation)
    return Expression::copyOf(e.operands().front());
  return Expression::negation(e);
}

std::string directionWords(const model::Option& option) {
  if (option.doubt)
    return model::doubtText(*option.doubt);
  switch (option.direction) {
  case model::Direction::irrevocable: return "irrevocable";
  case model::Direction::unresumable: return "unresumable";
  case model::Direction::both: break;
  }
  return "in both directions";
}

/// Whose preference is compared: a party, or a family whose members share their statements.
struct Wanter {
  std::string name;
  PartyId first;
  bool each = false;
};

class Differ {
public:
  Differ(const Conflict& a, const Conflict& b, const Matching& matching)
      : m_(matching), a_{a, language::OptionNames(a), {}, {}}, b_{b, language::OptionNames(b), {}, {}} {
    b_.keyOfParty = [&b](PartyId id) { return b.party(id).name; };
    b_.keyOfOption = [this, &b](OptionId id) {
      return b_.keyOfParty(b.option(id).owner) + '.' + b.option(id).name;
    };
    a_.keyOfParty = [this, &a, &b](PartyId id) {
      const auto other = m_.partyInB(id);
      return other ? b.party(*other).name : "-" + a.party(id).name;
    };
    a_.keyOfOption = [this, &a](OptionId id) {
      const auto other = m_.optionInB(id);
      return other ? b_.keyOfOption(*other) : a_.keyOfParty(a.option(id).owner) + ".-" + a.option(id).name;
    };
  }

  std::vector<ModelChange> run(const model::Views& viewsOfA, const model::Views& viewsOfB) {
    if (a_.c.title != b_.c.title)
      add(Thing::title, How::changed, "", a_.c.title, b_.c.title);
    parties();
    constraints();
    defines();
    states();
    statusQuo();
    wants();
    views(viewsOfA, viewsOfB);
    return std::move(changes_);
  }

private:
  const Matching& m_;
  Side a_;
  Side b_;
  std::vector<ModelChange> changes_;
  std::set<std::string> told_; ///< families whose shared statements are listed already

  ModelChange& add(Thing thing, How how, std::string owner, std::string before, std::string after) {
    return changes_.emplace_back(
        ModelChange{thing, how, std::move(owner), std::move(before), std::move(after), 0, 0});
  }

  /// The family of the party if it has one, else the party. Shared statements are listed for the family.
  static std::string ownerOf(const Conflict& c, PartyId id) {
    const auto family = c.party(id).family;
    return family ? c.families[family->index()].name : c.party(id).name;
  }

  void addOnce(Thing thing, How how, const std::string& owner, const std::string& before,
               const std::string& after) {
    if (told_
            .insert(std::to_string(static_cast<int>(thing)) + '/' + std::to_string(static_cast<int>(how)) +
                    '/' + owner + '/' + before + '/' + after)
            .second)
      add(thing, how, owner, before, after);
  }

  // --- parties and options

  void parties() {
    for (std::size_t i = 0; i < a_.c.parties.size(); ++i)
      if (const auto other = m_.partyInB(PartyId(i)))
        partyPair(PartyId(i), *other);
      else
        add(Thing::party, How::dropped, "", a_.c.parties[i].name, "");
    for (std::size_t j = 0; j < b_.c.parties.size(); ++j)
      if (m_.isNew(PartyId(j)))
        add(Thing::party, How::added, "", "", b_.c.parties[j].name);
  }

  void partyPair(PartyId inA, PartyId inB) {
    const Party& p = a_.c.party(inA);
    const Party& q = b_.c.party(inB);
    if (p.name != q.name)
      add(Thing::party, How::renamed, "", p.name, q.name);
    if (p.label != q.label)
      add(Thing::label, How::changed, q.name, p.label, q.label);
    citations(p.because, q.because, q.name, "");
    const std::string owner = ownerOf(b_.c, inB);
    for (std::size_t i = p.firstOption; i < p.firstOption + p.optionCount; ++i)
      if (const auto other = m_.optionInB(OptionId(i)))
        optionPair(a_.c.options[i], b_.c.option(*other), owner);
      else
        addOnce(Thing::option, How::dropped, owner, a_.c.options[i].name, "");
    for (std::size_t j = q.firstOption; j < q.firstOption + q.optionCount; ++j)
      if (m_.isNew(OptionId(j)))
        addOnce(Thing::option, How::added, owner, "", b_.c.options[j].name);
  }

  void optionPair(const model::Option& o, const model::Option& r, const std::string& owner) {
    if (o.name != r.name)
      addOnce(Thing::option, How::renamed, owner, o.name, r.name);
    if (o.label != r.label)
      addOnce(Thing::label, How::changed, owner + '.' + r.name, o.label, r.label);
    if (o.direction != r.direction || o.doubt != r.doubt)
      addOnce(Thing::direction, How::changed, owner + '.' + r.name, directionWords(o), directionWords(r));
    citations(o.because, r.because, owner, r.name);
  }

  void citations(const std::vector<Citation>& before, const std::vector<Citation>& after,
                 const std::string& owner, const std::string& of) {
    const auto a = a_.cited(before);
    const auto b = b_.cited(after);
    const std::string of_ = of.empty() ? "" : of + ": ";
    for (const auto& one : a)
      if (!b.contains(one))
        addOnce(Thing::citation, How::dropped, owner, of_ + one, "");
    for (const auto& one : b)
      if (!a.contains(one))
        addOnce(Thing::citation, How::added, owner, "", of_ + one);
  }

  // --- conditions

  struct Said {
    const Expression* expression;
    const std::vector<Citation>* because;
    std::string key;
    model::Mark mark = model::Mark::none;
    std::optional<model::Odds> odds = {};
  };

  static std::string constraintWords(const Side& side, const Expression& e) {
    return e.root().op == Expression::Op::negation ? "never " + side.words(denied(e))
                                                   : "always " + side.words(e);
  }

  void constraints() {
    std::vector<Said> before;
    std::vector<Said> after;
    for (const auto& one : a_.c.constraints)
      before.push_back({&one.holds, &one.because, a_.key(one.holds)});
    for (const auto& one : b_.c.constraints)
      after.push_back({&one.holds, &one.because, b_.key(one.holds)});
    ListDiff diff = diffed(before, after);
    diff.kept.insert(diff.kept.end(), diff.moved.begin(), diff.moved.end()); // their order has no meaning
    for (const auto& [i, j] : diff.kept)
      citations(*before[i].because, *after[j].because, "", constraintWords(b_, *after[j].expression));
    const auto words = [&](const Side& side, const Said& said) {
      return constraintWords(side, *said.expression);
    };
    unmatched(
        Thing::constraint, "", before, after, diff, words,
        [&](const Said& said) { return a_.key(denied(*said.expression)); }, false);
  }

  static ListDiff diffed(const std::vector<Said>& before, const std::vector<Said>& after) {
    std::vector<std::string> a;
    std::vector<std::string> b;
    for (const auto& one : before)
      a.push_back(one.key);
    for (const auto& one : after)
      b.push_back(one.key);
    return diffLists(a, b);
  }

  /// What only one version has. A statement and its negation are one change, and so are two statements
  /// between the same neighbours.
  template <class WordsOf, class KeyOf>
  void unmatched(Thing thing, const std::string& owner, const std::vector<Said>& before,
                 const std::vector<Said>& after, ListDiff& diff, WordsOf wordsOf, KeyOf keyOfDenied,
                 bool placed) {
    const auto pair = [&](How how, auto same) {
      std::erase_if(diff.dropped, [&](std::size_t i) {
        const auto found = std::ranges::find_if(diff.added, [&](std::size_t j) { return same(i, j); });
        if (found == diff.added.end())
          return false;
        auto& change = add(thing, how, owner, wordsOf(a_, before[i]), wordsOf(b_, after[*found]));
        if (placed)
          change.from = i + 1, change.to = *found + 1;
        diff.added.erase(found);
        return true;
      });
    };
    pair(How::denied, [&](std::size_t i, std::size_t j) { return keyOfDenied(before[i]) == after[j].key; });
    const auto gap = [&](std::size_t at, auto side) {
      return std::ranges::count_if(diff.kept, [&](const auto& kept) { return side(kept) < at; });
    };
    pair(How::reworded, [&](std::size_t i, std::size_t j) {
      if (!placed)
        return optionsOf(a_, *before[i].expression) == optionsOf(b_, *after[j].expression);
      return gap(i, [](const auto& kept) { return kept.first; }) ==
             gap(j, [](const auto& kept) { return kept.second; });
    });
    for (const std::size_t i : diff.dropped)
      add(thing, How::dropped, owner, wordsOf(a_, before[i]), "").from = placed ? i + 1 : 0;
    for (const std::size_t j : diff.added)
      add(thing, How::added, owner, "", wordsOf(b_, after[j])).to = placed ? j + 1 : 0;
  }

  static std::set<std::string> optionsOf(const Side& side, const Expression& e) {
    std::set<std::string> all;
    for (const OptionId id : e.options())
      all.insert(side.keyOfOption(id));
    for (const auto id : e.defines())
      all.insert('=' + side.c.define(id).name);
    return all;
  }

  /// Named things: added, dropped, or with another meaning.
  template <class List, class Words, class Same>
  void named(Thing thing, const List& before, const List& after, Words words, Same same) {
    const auto find = [](const List& list, const std::string& name) {
      return std::ranges::find_if(list, [&](const auto& one) { return one.name == name; });
    };
    for (const auto& one : before)
      if (const auto other = find(after, one.name); other == after.end())
        add(thing, How::dropped, "", one.name + " = " + words(a_, one), "");
      else if (!same(one, *other))
        add(thing, How::changed, "", one.name + " = " + words(a_, one),
            other->name + " = " + words(b_, *other));
      else if (one.label != other->label)
        add(Thing::label, How::changed, one.name, one.label, other->label);
    for (const auto& one : after)
      if (find(before, one.name) == before.end())
        add(thing, How::added, "", "", one.name + " = " + words(b_, one));
  }

  void defines() {
    named(
        Thing::define, a_.c.defines, b_.c.defines,
        [](const Side& side, const auto& d) { return side.words(d.meaning); },
        [&](const auto& d, const auto& e) { return a_.key(d.meaning) == b_.key(e.meaning); });
  }

  void states() {
    named(
        Thing::state, a_.c.named, b_.c.named,
        [](const Side& side, const auto& s) { return side.taken(s.state); },
        [&](const auto& s, const auto& t) { return m_.inB(s.state) == t.state; });
    named(
        Thing::state, a_.c.listed, b_.c.listed,
        [](const Side&, const auto& s) { return s.pattern.letters(); },
        [&](const auto& s, const auto& t) { return m_.inB(s.pattern) == t.pattern; });
  }

  void statusQuo() {
    const auto& before = a_.c.statusQuo;
    const auto& after = b_.c.statusQuo;
    if (before ? !after || m_.inB(*before) != after : after.has_value())
      add(Thing::statusQuo,
          !before  ? How::added
          : !after ? How::dropped
                   : How::changed,
          "", before ? a_.taken(*before) : "", after ? b_.taken(*after) : "");
  }

  // --- what each party can do and wants

  static std::vector<Wanter> wantersOf(const Side& side) {
    std::vector<Wanter> all;
    for (std::size_t i = 0; i < side.c.parties.size();) {
      const auto* family = language::familyOpenedBy(PartyId(i), side.c);
      const bool each =
          family != nullptr && family->members.size() > 1 && language::wantsEach(*family, side.c, side.names);
      all.push_back({each ? family->name : side.c.parties[i].name, PartyId(i), each});
      i += each ? family->members.size() : 1;
    }
    return all;
  }

  void wants() {
    const auto before = wantersOf(a_);
    for (const Wanter& b : wantersOf(b_)) {
      const auto a = std::ranges::find_if(
          before, [&](const Wanter& one) { return one.each == b.each && m_.partyInB(one.first) == b.first; });
      if (a != before.end()) {
        preferences(*a, b);
        continue;
      }
      const std::size_t members =
          b.each ? b_.c.families[b_.c.party(b.first).family->index()].members.size() : 1;
      for (std::size_t k = 0; k < members; ++k) // only one version shares these
        singly(PartyId(b.first.index() + k));
    }
    for (std::size_t i = 0; i < a_.c.parties.size(); ++i)
      if (const auto other = m_.partyInB(PartyId(i)))
        marks(PartyId(i), *other);
    for (std::size_t i = 0; i < a_.c.parties.size(); ++i)
      if (const auto other = m_.partyInB(PartyId(i)))
        moves(a_.c.parties[i], b_.c.party(*other));
  }

  // --- doubt and attitudes

  void marks(PartyId inA, PartyId inB) {
    const std::string was = unsureWords(a_, inA);
    const std::string is = unsureWords(b_, inB);
    const std::string& name = b_.c.party(inB).name;
    if (was != is)
      add(Thing::unsure, was.empty() ? How::added : is.empty() ? How::dropped : How::changed, name, was, is);
    const auto before = attitudesOf(a_, inA);
    const auto after = attitudesOf(b_, inB);
    for (const auto& [towards, words] : after)
      if (const auto one = before.find(towards); one == before.end())
        add(Thing::attitude, How::added, name, "", words);
      else if (one->second != words)
        add(Thing::attitude, How::changed, name, one->second, words);
    for (const auto& [towards, words] : before)
      if (!after.contains(towards))
        add(Thing::attitude, How::dropped, name, words, "");
  }

  /// The pairs in a fixed order: which one is first has no meaning.
  static std::string unsureWords(const Side& side, PartyId id) {
    std::set<std::string> pairs;
    for (const auto& pair : side.c.party(id).unsure) {
      const auto [one, other] = std::minmax({side.reference(pair.one), side.reference(pair.other)});
      pairs.insert(std::string(one).append(" ? ").append(other));
    }
    std::string text;
    for (const std::string& pair : pairs)
      text += (text.empty() ? "" : ", ") + pair;
    return text;
  }

  /// `for Q`, by the key of Q.
  static std::map<std::string, std::string> attitudesOf(const Side& side, PartyId id) {
    std::map<std::string, std::string> all;
    for (const auto& one : side.c.party(id).attitudes)
      all.emplace(side.keyOfParty(one.towards),
                  std::string(model::attitudeWord(one.attitude)) + ' ' + side.c.party(one.towards).name);
    return all;
  }

  // --- views

  /// Each line of a view: what it says, by whose view it is.
  void views(const model::Views& viewsOfA, const model::Views& viewsOfB) {
    const auto before = viewLines(a_, viewsOfA);
    const auto after = viewLines(b_, viewsOfB);
    for (const auto& line : after)
      if (!before.contains(line))
        add(Thing::view, How::added, line.first, "", line.second);
    for (const auto& line : before)
      if (!after.contains(line))
        add(Thing::view, How::dropped, line.first, line.second, "");
  }

  std::set<std::pair<std::string, std::string>> viewLines(const Side& side, const model::Views& views) const {
    std::set<std::pair<std::string, std::string>> lines;
    for (const auto& view : views) {
      const std::string of = side.keyOfParty(view.of);
      const std::string whose = view.by ? side.keyOfParty(*view.by) + " of " + of : of;
      for (const auto& one : view.unaware)
        lines.emplace(whose, "unaware " + side.keyOfOption(one.option));
      for (const auto& one : view.blind) {
        const auto* state = std::get_if<model::StateRef>(&one.what);
        lines.emplace(whose, "blind " + (state != nullptr ? side.reference(*state)
                                                          : side.words(std::get<Expression>(one.what))));
      }
      for (const auto& one : view.constraints)
        lines.emplace(whose, "always " + side.words(one.holds));
      for (const auto& wish : view.wishes)
        lines.emplace(whose, side.keyOfParty(wish.party) + ": " + wishWords(side, wish.preference));
      for (const auto& regard : view.regards)
        for (const auto& one : regard.attitudes)
          lines.emplace(whose, side.keyOfParty(regard.party) + ": " +
                                   std::string(model::attitudeWord(one.attitude)) + ' ' +
                                   side.keyOfParty(one.towards));
    }
    return lines;
  }

  std::string wishWords(const Side& side, const model::Preference& preference) const {
    const auto* said = std::get_if<model::Prioritised>(&preference);
    if (said == nullptr)
      return preferenceWords(side, preference);
    std::string text = "prefer";
    for (const auto& tier : said->tiers)
      for (const auto& statement : tier) {
        const std::string mark = model::markText(statement.mark, statement.odds);
        text += (&tier == &said->tiers.front() && &statement == &tier.front() ? " "
                 : &statement == &tier.front()                                ? ", then "
                                                                              : " | ") +
                (mark.empty() ? "" : mark + ' ') + side.words(statement.wanted);
      }
    return text;
  }

  void singly(PartyId inB) {
    for (std::size_t i = 0; i < a_.c.parties.size(); ++i)
      if (m_.partyInB(PartyId(i)) == inB)
        return preferences({a_.c.parties[i].name, PartyId(i), false}, {b_.c.party(inB).name, inB, false});
  }

  void preferences(const Wanter& a, const Wanter& b) {
    const auto& before = a_.c.party(a.first).preference;
    const auto& after = b_.c.party(b.first).preference;
    const auto* p = std::get_if<model::Prioritised>(&before);
    const auto* q = std::get_if<model::Prioritised>(&after);
    static const model::Prioritised nothing;
    const bool silentA = std::holds_alternative<std::monostate>(before);
    const bool silentB = std::holds_alternative<std::monostate>(after);
    if ((p != nullptr || silentA) && (q != nullptr || silentB))
      return statements(a, b, p != nullptr ? *p : nothing, q != nullptr ? *q : nothing);
    const std::string was = preferenceWords(a_, before);
    const std::string is = preferenceWords(b_, after);
    if (was != is)
      add(Thing::preference, silentA ? How::added : silentB ? How::dropped : How::changed, b.name, was, is);
  }

  std::string preferenceWords(const Side& side, const model::Preference& preference) const {
    if (const auto* ranking = std::get_if<model::Ranking>(&preference)) {
      std::string text = "rank ";
      for (std::size_t k = 0; k < ranking->classes.size(); ++k) {
        const auto& tie = ranking->classes[k];
        const bool strong = k > 0 && std::ranges::binary_search(ranking->strongAfter, k - 1);
        text += k == 0 ? "" : strong ? " >> " : " > ";
        for (const auto& state : tie)
          text += (&state == &tie.front() ? "" : " ~ ") + side.reference(state);
      }
      return text;
    }
    if (const auto* weights = std::get_if<model::Weights>(&preference)) {
      std::string text = "weigh";
      for (const auto& weight : weights->weights)
        text += std::string(&weight == &weights->weights.front() ? " " : ", ") +
                (weight.option() ? side.keyOfOption(*weight.option()) : side.words(weight.wanted)) + ' ' +
                shortDecimal(language::decimalText(weight.units, weights->decimals));
      return text;
    }
    if (const auto* said = std::get_if<model::Prioritised>(&preference))
      return "prefer, " + std::to_string(said->tiers.size()) + (said->tiers.size() == 1 ? " line" : " lines");
    return "";
  }

  /// `2.5` for `2.500`: the number of decimals has no meaning.
  static std::string shortDecimal(std::string text) {
    if (text.find('.') != std::string::npos) {
      text.erase(text.find_last_not_of('0') + 1);
      text.erase(text.ends_with('.') ? text.size() - 1 : text.size());
    }
    return text;
  }

  static std::vector<Said> listOf(const Side& side, const model::Prioritised& said, const Wanter& who) {
    std::vector<Said> list;
    for (const auto& tier : said.tiers)
      for (const auto& statement : tier)
        list.push_back({&statement.wanted, &statement.because,
                        side.key(statement.wanted, who.each ? std::optional(who.first) : std::nullopt),
                        statement.mark, statement.odds});
    return list;
  }

  void statements(const Wanter& a, const Wanter& b, const model::Prioritised& p,
                  const model::Prioritised& q) {
    const auto before = listOf(a_, p, a);
    const auto after = listOf(b_, q, b);
    ListDiff diff = diffed(before, after);
    const auto wordsOf = [&](const Side& side, const Said& said) {
      const bool inA = &side == &a_;
      const Wanter& who = inA ? a : b;
      const std::string mark = model::markText(said.mark, said.odds);
      return (mark.empty() ? "" : mark + ' ') +
             side.words(*said.expression, who.each ? std::optional(who.first) : std::nullopt);
    };
    const auto changedMark = [&](std::size_t i, std::size_t j) {
      if (before[i].mark == after[j].mark && before[i].odds == after[j].odds)
        return;
      auto& change =
          add(Thing::statement, How::changed, b.name, wordsOf(a_, before[i]), wordsOf(b_, after[j]));
      change.from = i + 1, change.to = j + 1;
    };
    const auto tiersA = tierOf(p);
    const auto tiersB = tierOf(q);
    for (const auto& [i, j] : diff.kept) {
      changedMark(i, j);
      kept(b, before[i], after[j], wordsOf(b_, after[j]));
    }
    for (const auto& [i, j] : diff.moved) {
      auto& change = add(Thing::statement, How::moved, b.name, wordsOf(a_, before[i]), wordsOf(b_, after[j]));
      change.from = i + 1, change.to = j + 1;
      changedMark(i, j);
      kept(b, before[i], after[j], wordsOf(b_, after[j]));
    }
    if (diff.moved.empty() && diff.dropped.empty() && diff.added.empty() && tiersA != tiersB)
      add(Thing::preference, How::changed, b.name, linesWords(tiersA), linesWords(tiersB));
    unmatched(
        Thing::statement, b.name, before, after, diff, wordsOf,
        [&](const Said& said) {
          return a_.key(denied(*said.expression), a.each ? std::optional(a.first) : std::nullopt);
        },
        true);
  }

  void kept(const Wanter& b, const Said& before, const Said& after, const std::string& words) {
    citations(*before.because, *after.because, b.name, words);
  }

  static std::vector<std::size_t> tierOf(const model::Prioritised& said) {
    std::vector<std::size_t> tiers;
    for (std::size_t t = 0; t < said.tiers.size(); ++t)
      tiers.insert(tiers.end(), said.tiers[t].size(), t);
    return tiers;
  }

  static std::string linesWords(const std::vector<std::size_t>& tiers) {
    std::string text = "statements by importance:";
    for (std::size_t k = 0; k < tiers.size(); ++k)
      text += (k > 0 && tiers[k] == tiers[k - 1] ? " | " : " ") + std::to_string(k + 1);
    return text;
  }

  /// Listed moves by the states that they join, wherever these are listed in `b`; and in words.
  std::map<std::string, std::string> movesOf(const Side& side, const Party& party) const {
    const auto place = [&](const model::StateRef& state) {
      if (state.kind != model::StateRef::Kind::listed)
        return side.reference(state);
      const model::Pattern& pattern = side.c.listed[state.value].pattern;
      const auto same = &side == &a_ ? m_.inB(pattern) : std::optional(pattern);
      return same ? same->letters() : side.reference(state);
    };
    std::map<std::string, std::string> all;
    for (const auto& move : *party.moves)
      all[place(move.from) + '>' + place(move.to)] =
          side.reference(move.from) + " -> " + side.reference(move.to);
    return all;
  }

  void moves(const Party& before, const Party& after) {
    if (!before.moves && !after.moves)
      return;
    if (!before.moves || !after.moves) {
      add(Thing::moves, How::changed, after.name, movesWords(before), movesWords(after));
      return;
    }
    const auto inA = movesOf(a_, before);
    const auto inB = movesOf(b_, after);
    if (const auto gone = without(inA, inB); !gone.empty())
      add(Thing::moves, How::dropped, after.name, gone, "");
    if (const auto come = without(inB, inA); !come.empty())
      add(Thing::moves, How::added, after.name, "", come);
  }

  /// `s1 -> s2, s3 -> s4`: the moves that the others lack.
  static std::string without(const std::map<std::string, std::string>& moves,
                             const std::map<std::string, std::string>& others) {
    std::vector<std::string> all;
    for (const auto& [place, words] : moves)
      if (!others.contains(place))
        all.push_back(words);
    return model::joined(all, ", ");
  }

  static std::string movesWords(const Party& party) {
    if (!party.moves)
      return "by its options";
    const std::size_t count = party.moves->size();
    return std::to_string(count) + (count == 1 ? " listed move" : " listed moves");
  }
};

} // namespace

std::string_view wordOf(Thing thing) {
  switch (thing) {
  case Thing::title: return "title";
  case Thing::party: return "party";
  case Thing::option: return "option";
  case Thing::direction: return "direction";
  case Thing::label: return "label";
  case Thing::constraint: return "constraint";
  case Thing::define: return "define";
  case Thing::state: return "state";
  case Thing::statusQuo: return "status quo";
  case Thing::moves: return "moves";
  case Thing::preference: return "preference";
  case Thing::statement: return "statement";
  case Thing::unsure: return "unsure pairs";
  case Thing::attitude: return "attitude";
  case Thing::view: return "view";
  case Thing::citation: return "citation";
  }
  return "";
}

std::string_view wordOf(How how) {
  switch (how) {
  case How::added: return "added";
  case How::dropped: return "dropped";
  case How::renamed: return "renamed";
  case How::moved: return "moved";
  case How::reworded: return "reworded";
  case How::denied: return "negated";
  case How::changed: return "changed";
  }
  return "";
}

std::vector<ModelChange> diffModels(const Conflict& a, const Conflict& b, const Matching& matching,
                                    const model::Views& viewsOfA, const model::Views& viewsOfB) {
  return Differ(a, b, matching).run(viewsOfA, viewsOfB);
}

} // namespace stasis::analysis
