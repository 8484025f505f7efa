#include "support/worded_conflict.h"

#include "support/random_conflict.h"
#include "support/random_marks.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace stasis::language {

namespace {

using namespace model;
using support::Dice;
using Op = Expression::Op;

std::string words(Dice& dice) {
  constexpr std::array<std::string_view, 14> pieces{
      "peace", "“marks”", "\"quoted\"", "back\\slash", "Österreich", "Türkiye", "和平",
      "#",     ",",       "two\nlines", "  spaces ",   "a = b",      "->",      "it's"};
  std::string all;
  for (std::size_t count = 1 + dice.roll(4); count > 0; --count)
    all.append(all.empty() ? "" : " ").append(pieces[dice.roll(pieces.size())]);
  return all;
}

std::string maybeWords(Dice& dice) { return dice.chance(1, 2) ? words(dice) : ""; }

/// What the text of a count of nothing says: the language has no empty list.
Expression withoutEmptyCounts(const Expression& e);

Query withoutEmptyCounts(const Query& query) {
  return {withoutEmptyCounts(query.condition), query.stabilities};
}

/// Adds to a sound conflict the words around it.
class Dresser {
public:
  Dresser(Conflict conflict, Dice& dice) : c_(std::move(conflict)), dice_(dice) {}

  Conflict dress() {
    header();
    if (dice_.chance(1, 2))
      support::addMarks(c_, dice_);
    if (dice_.chance(1, 4))
      borrowWords();
    for (Party& party : c_.parties) {
      if (!party.family)
        party.label = maybeWords(dice_);
      preference(party.preference);
    }
    for (Constraint& constraint : c_.constraints)
      constraint.because = citations();
    for (Define& define : c_.defines)
      define.label = maybeWords(dice_);
    for (ListedState& state : c_.listed)
      state.label = maybeWords(dice_);
    for (NamedState& state : c_.named)
      state.label = maybeWords(dice_);
    for (std::size_t count = dice_.roll(4); count > 0; --count)
      expectation();
    return std::move(c_);
  }

  std::vector<Citation> citations() {
    std::vector<Citation> list;
    while (!c_.sources.empty() && list.size() < 3 && dice_.chance(1, 4))
      list.push_back({SourceId(dice_.roll(c_.sources.size())),
                      dice_.chance(1, 4) ? '#' + std::to_string(dice_.roll(40) + 1) : words(dice_),
                      {},
                      {}});
    return list;
  }

  void header() {
    c_.title = words(dice_);
    for (std::size_t count = dice_.roll(3); count > 0; --count)
      c_.about.push_back(words(dice_));
    while (c_.sources.size() < 3 && dice_.chance(1, 2))
      c_.sources.push_back({"src" + std::to_string(c_.sources.size()), words(dice_), maybeWords(dice_), {}});
    for (Party& party : c_.parties)
      if (!party.family)
        party.because = citations();
    for (Option& option : c_.options)
      if (!c_.party(option.owner).family) {
        option.label = maybeWords(dice_);
        option.because = citations();
      }
  }

private:
  Conflict c_;
  Dice& dice_;

  /// Words that the language has in one place only, as names, each once.
  void borrowWords() {
    std::vector<std::string*> names;
    for (Party& party : c_.parties)
      names.push_back(&party.name);
    for (Option& option : c_.options)
      if (!c_.party(option.owner).family) // members of a family have the same options
        names.push_back(&option.name);
    for (Define& define : c_.defines)
      names.push_back(&define.name);
    for (ListedState& state : c_.listed)
      names.push_back(&state.name);
    for (NamedState& state : c_.named)
      names.push_back(&state.name);
    for (const char* word :
         {"unsure", "attitude", "for", "against", "neutral", "strongly", "perhaps", "allow"})
      if (const std::size_t k = dice_.roll(names.size()); names[k]->size() < 4)
        *names[k] = word;
  }

  void preference(Preference& preference) {
    if (auto* said = std::get_if<Prioritised>(&preference))
      for (auto& tier : said->tiers)
        for (Statement& statement : tier)
          statement.because = citations();
    if (auto* weights = std::get_if<Weights>(&preference))
      for (Weight& weight : weights->weights)
        weight.because = citations();
  }

  std::vector<StateRef> someStates() {
    std::vector<StateRef> states;
    for (std::size_t i = 0; i < c_.named.size(); ++i)
      if (dice_.chance(1, 2))
        states.push_back({StateRef::Kind::named, i, {}});
    for (std::size_t i = 0; i < c_.listed.size() && i < 5; ++i)
      if (dice_.chance(1, 2))
        states.push_back({StateRef::Kind::listed, i, {}});
    return states;
  }

  std::vector<ConceptRef> someConcepts() {
    std::vector<ConceptRef> list;
    for (const ConceptRow& concept_ : concepts)
      if (dice_.chance(1, 2))
        list.push_back({concept_.id, {}});
    if (list.empty())
      list.push_back({Concept::seq, {}});
    return list;
  }

  std::vector<ConceptRef> maybeConcepts() {
    return dice_.chance(1, 3) ? std::vector<ConceptRef>{} : someConcepts();
  }

  Query query() { return withoutEmptyCounts(support::randomQuery(c_, dice_)); }

  void expectation() {
    Expectation made;
    const auto states = someStates();
    if (const std::size_t form = dice_.roll(5); form == 0) {
      made.what = ExpectCount{"1" + std::to_string(dice_.roll(100)) + "0000000000000000000", {}, {}};
    } else if (form == 3) {
      made.what = ExpectCount{std::to_string(dice_.roll(3)), maybeConcepts(),
                              dice_.chance(1, 2) ? std::optional(query()) : std::nullopt};
    } else if (form == 4) {
      made.what = ExpectQuantity{static_cast<Quantity>(dice_.roll(3)), maybeConcepts(), query()};
    } else if (form == 1 || states.empty()) {
      made.what = ExpectEquilibria{{concepts[dice_.roll(conceptCount)].id, {}}, states};
    } else {
      ExpectState said{states.front(), dice_.chance(1, 2), std::nullopt, someConcepts()};
      if (dice_.chance(1, 2))
        said.stableFor = PartyId(dice_.roll(c_.parties.size()));
      made.what = said;
    }
    c_.expectations.push_back(made);
  }
};

Expression withoutEmptyCounts(const Expression& e) {
  std::vector<Expression> stack;
  for (const auto& node : e.nodes()) {
    std::vector<Expression> operands(stack.end() - node.operands, stack.end());
    stack.resize(stack.size() - node.operands);
    switch (node.op) {
    case Op::constant: stack.push_back(Expression::constant(node.value != 0)); break;
    case Op::option: stack.push_back(Expression::option(OptionId(node.value))); break;
    case Op::define: stack.push_back(Expression::define(DefineId(node.value))); break;
    case Op::negation: stack.push_back(Expression::negation(operands.front())); break;
    case Op::atLeast:
    case Op::atMost:
    case Op::exactly:
      stack.push_back(operands.empty() ? Expression::constant(applyTo(node.op, node.value, {}))
                                       : Expression::count(node.op, node.value, std::move(operands)));
      break;
    default: stack.push_back(Expression::join(node.op, std::move(operands)));
    }
  }
  return stack.back();
}

/// The same without empty counts; a condition that has become another's has one weight only.
std::vector<Weight> worded(std::vector<Weight> weights) {
  std::vector<Weight> all;
  for (Weight& weight : weights) {
    weight.wanted = withoutEmptyCounts(weight.wanted);
    if (std::ranges::find(all, weight.wanted, &Weight::wanted) == all.end())
      all.push_back(std::move(weight));
  }
  return all;
}

/// Sometimes an option has the name of something else, and must be called by its party's too.
void borrowName(Conflict& c, Dice& dice) {
  Option& option = c.options[dice.roll(c.options.size())];
  const std::size_t from = dice.roll(5);
  if (from == 0)
    option.name = c.parties.back().name;
  else if (from == 1 && c.options.front().owner != c.options.back().owner)
    c.options.front().name = c.options.back().name;
}

void sayable(Conflict& c) {
  for (Constraint& constraint : c.constraints)
    constraint.holds = withoutEmptyCounts(constraint.holds);
  for (Define& define : c.defines)
    define.meaning = withoutEmptyCounts(define.meaning);
  for (Party& party : c.parties) {
    if (auto* said = std::get_if<Prioritised>(&party.preference))
      for (auto& tier : said->tiers)
        for (Statement& statement : tier)
          statement.wanted = withoutEmptyCounts(statement.wanted);
    if (auto* weighed = std::get_if<Weights>(&party.preference))
      weighed->weights = worded(std::move(weighed->weights));
  }
}

} // namespace

Conflict wordedConflict(Dice& dice) {
  Conflict conflict = support::randomConflict(support::Kind::anything(), dice);
  sayable(conflict);
  borrowName(conflict, dice);
  return Dresser(std::move(conflict), dice).dress();
}

// --- families

namespace {

class FamilyMaker {
public:
  explicit FamilyMaker(Dice& dice) : dice_(dice) {}

  Conflict make() {
    for (std::size_t blocks = 1 + dice_.roll(3), i = 0; i < blocks; ++i)
      dice_.chance(2, 3) ? addFamily() : addParty();
    Dresser dresser(std::move(c_), dice_);
    dresser.header();
    c_ = dresser.dress();
    sayAlike();
    for (std::size_t count = dice_.roll(3); count > 0; --count)
      c_.constraints.push_back({.holds = Expression::negation(anyCount()), .because = {}, .range = {}});
    return std::move(c_);
  }

private:
  Conflict c_;
  Dice& dice_;

  PartyId newParty(std::size_t options) {
    const PartyId id(c_.parties.size());
    c_.parties.push_back({.name = "P" + std::to_string(id.index() + 1),
                          .firstOption = c_.options.size(),
                          .optionCount = options});
    for (std::size_t i = 0; i < options; ++i)
      c_.options.push_back({.name = "o" + std::to_string(i + 1), .owner = id});
    return id;
  }

  void addParty() { newParty(1 + dice_.roll(2)); }

  void addFamily() {
    const FamilyId id(c_.families.size());
    Family family;
    family.name = "F" + std::to_string(id.index() + 1);
    family.label = maybeWords(dice_);
    const std::size_t options = dice_.roll(4);
    const std::string label = maybeWords(dice_);
    for (std::size_t members = 1 + dice_.roll(4); members > 0; --members) {
      family.members.push_back(newParty(options));
      Party& party = c_.parties.back();
      party.family = id;
      party.label = maybeWords(dice_);
      for (std::size_t i = party.firstOption; i < c_.options.size(); ++i)
        c_.options[i].label = label;
    }
    c_.families.push_back(std::move(family));
  }

  Expression optionOf(PartyId id, std::size_t i) const {
    return Expression::option(OptionId(c_.party(id).firstOption + i));
  }

  Expression ofFamily(const Family& family, std::size_t option, std::uint32_t k) const {
    std::vector<Expression> items;
    for (const PartyId member : family.members)
      items.push_back(optionOf(member, option));
    return Expression::count(Op::atLeast, k, std::move(items));
  }

  Expression allOf(PartyId id) const {
    std::vector<Expression> items;
    for (std::size_t i = 0; i < c_.party(id).optionCount; ++i)
      items.push_back(optionOf(id, i));
    return Expression::count(Op::atLeast, 1, std::move(items));
  }

  Expression anyCount() {
    std::vector<Expression> items;
    for (std::size_t i = 0; i < c_.options.size(); ++i)
      if (dice_.chance(3, 4))
        items.push_back(Expression::option(OptionId(i)));
    if (items.empty())
      return Expression::constant(true);
    return Expression::count(Op::atMost, static_cast<std::uint32_t>(dice_.roll(4)), std::move(items));
  }

  /// The same statements said of every member, sometimes with one who thinks otherwise.
  void sayAlike() {
    for (const Family& family : c_.families) {
      if (c_.party(family.members.front()).optionCount == 0 || dice_.chance(1, 4))
        continue;
      const std::size_t option = dice_.roll(c_.party(family.members.front()).optionCount);
      const auto k = static_cast<std::uint32_t>(1 + dice_.roll(family.members.size()));
      const bool dissent = dice_.chance(1, 3);
      for (const PartyId id : family.members) {
        Prioritised said;
        said.tiers.push_back({{.wanted = Expression::negation(allOf(id)), .because = {}, .range = {}}});
        said.tiers.push_back(
            {{.wanted = Expression::join(Op::whenever, {optionOf(id, option), ofFamily(family, option, k)}),
              .because = {},
              .range = {}}});
        if (dissent && id == family.members.back())
          said.tiers.push_back({{.wanted = Expression::constant(true), .because = {}, .range = {}}});
        c_.parties[id.index()].preference = std::move(said);
      }
    }
  }
};

} // namespace

Conflict familyConflict(Dice& dice) { return FamilyMaker(dice).make(); }

// --- comparison

namespace {

class Fields {
public:
  std::string of(const Conflict& c) {
    line("conflict", c.title);
    for (const auto& about : c.about)
      line("about", about);
    for (const auto& s : c.sources)
      line("source", s.name, s.path, s.description);
    for (const auto& p : c.parties) {
      line("party", p.name, p.label, p.firstOption, p.optionCount,
           p.family ? std::to_string(p.family->index()) : "");
      because(p.because);
      std::visit([&](const auto& preference) { say(preference); }, p.preference);
      for (const UnsurePair& pair : p.unsure) {
        line("unsure");
        say(pair.one);
        say(pair.other);
      }
      for (const AttitudeTowards& one : p.attitudes)
        line("attitude", one.towards.index(), static_cast<int>(one.attitude));
      if (p.moves)
        line("moves", p.moves->size());
      if (p.moves)
        for (const Move& move : *p.moves) {
          say(move.from);
          say(move.to);
        }
    }
    for (const auto& o : c.options) {
      line("option", o.name, o.label, o.owner.index(), static_cast<int>(o.direction));
      because(o.because);
    }
    for (const auto& f : c.families) {
      line("family", f.name, f.label);
      for (const PartyId id : f.members)
        line("member", id.index());
    }
    for (const auto& k : c.constraints) {
      line("constraint");
      say(k.holds);
      because(k.because);
    }
    for (const auto& d : c.defines) {
      line("define", d.name, d.label);
      say(d.meaning);
    }
    for (const auto& s : c.listed)
      line("listed", s.name, s.label, s.pattern.letters());
    for (const auto& s : c.named)
      line("named", s.name, s.label, s.state.letters());
    line("status quo", c.statusQuo ? c.statusQuo->letters() : "unknown");
    for (const auto& e : c.expectations)
      std::visit([&](const auto& what) { say(what); }, e.what);
    return out_.str();
  }

private:
  std::ostringstream out_;

  template <class... Parts> void line(const Parts&... parts) {
    ((out_ << '[' << parts << ']'), ...);
    out_ << '\n';
  }
  void because(const std::vector<Citation>& list) {
    for (const Citation& c : list)
      line("because", c.source.index(), c.words);
  }
  void say(const Expression& e) {
    for (const auto& node : e.nodes())
      out_ << static_cast<int>(node.op) << ':' << node.value << ':' << node.operands << ' ';
    out_ << '\n';
  }
  void say(const StateRef& state) { line("state", static_cast<int>(state.kind), state.value); }
  void say(const std::monostate&) { line("indifferent"); }
  void say(const Prioritised& said) {
    for (const auto& tier : said.tiers) {
      line("tier", tier.size());
      for (const Statement& statement : tier) {
        line("mark", static_cast<int>(statement.mark));
        say(statement.wanted);
        because(statement.because);
      }
    }
  }
  void say(const Ranking& ranking) {
    for (const auto& tie : ranking.classes) {
      line("tie", tie.size());
      for (const StateRef& state : tie)
        say(state);
    }
    for (const std::size_t k : ranking.strongAfter)
      line("strong after", k);
  }
  void say(const Weights& weights) {
    line("decimals", weights.decimals);
    for (const Weight& weight : weights.weights) {
      line("weight", weight.units);
      say(weight.wanted);
      because(weight.because);
    }
  }
  void say(const ExpectCount& e) {
    line("count", e.count);
    say(e.concepts);
    if (e.where)
      say(*e.where);
  }
  void say(const ExpectQuantity& e) {
    line("quantity", static_cast<int>(e.quantity));
    say(e.concepts);
    say(e.satisfied);
  }
  void say(const std::vector<ConceptRef>& list) {
    for (const ConceptRef& concept_ : list)
      line("under", static_cast<int>(concept_.id.index()));
  }
  void say(const Query& query) {
    say(query.condition);
    for (const Stability& asked : query.stabilities) {
      line("stability");
      for (const PartyId id : asked.parties)
        line("for", id.index());
      for (const Concept id : asked.concepts)
        line("under", static_cast<int>(id.index()));
    }
  }
  void say(const ExpectEquilibria& e) {
    line("equilibria", static_cast<int>(e.concept_.id.index()));
    for (const StateRef& state : e.states)
      say(state);
  }
  void say(const ExpectState& e) {
    line("expect", e.negated, e.stableFor ? std::to_string(e.stableFor->index()) : "");
    say(e.state);
    say(e.concepts);
  }
};

} // namespace

std::string fieldsOf(const Conflict& conflict) { return Fields().of(conflict); }

} // namespace stasis::language
