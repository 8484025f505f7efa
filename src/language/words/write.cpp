#include "language/words/write.h"

#include "language/lexing/decimal.h"
#include "language/lexing/token.h"
#include "language/lexing/utf8.h"
#include "language/words/families_written.h"
#include "language/words/format.h"
#include "language/words/statement_number.h"
#include "model/lettered.h"
#include "model/mark_words.h"

#include <algorithm>
#include <unordered_set>

namespace stasis::language {

namespace {

using namespace model;

constexpr std::string_view lineIndent = "  ";

/// The words as a string. What no text can have (control characters, bytes that are not UTF-8) becomes a
/// space.
std::string legible(std::string_view words) {
  std::string clean;
  for (std::size_t i = 0; i < words.size();) {
    const CodePoint c = codePointAt(words, i);
    const bool control = (c.value < 0x20 && c.value != '\n') || c.value == 0x7F;
    clean += !c.valid || control ? " " : words.substr(i, c.length);
    i += c.length;
  }
  return quoted(clean);
}

class Writer {
public:
  Writer(const Conflict& conflict, const Views& views) : c_(conflict), views_(views), names_(conflict) {
    for (const ListedState& state : c_.listed)
      stateNames_.insert(state.name);
    for (const NamedState& state : c_.named)
      stateNames_.insert(state.name);
  }

  std::string write() {
    header();
    block(&Writer::parties);
    block(&Writer::listedStates);
    block(&Writer::defines);
    block(&Writer::constraints);
    block(&Writer::namedStates);
    block(&Writer::statusQuo);
    block(&Writer::moves);
    block(&Writer::wants);
    block(&Writer::attitudes);
    block(&Writer::expectations);
    for (const View& v : views_) {
      out_ += '\n';
      view(v);
    }
    return std::move(out_);
  }

private:
  const Conflict& c_;
  const Views& views_;
  const OptionNames names_;
  std::unordered_set<std::string> stateNames_; ///< a number is not written as one of these
  std::string out_;

  /// One part, set off from what is above it if it has anything to say.
  void block(void (Writer::*part)()) {
    const std::size_t before = out_.size();
    (this->*part)();
    if (out_.size() > before && before > 0)
      out_.insert(before, "\n");
  }

  void line(const FoldableText& text, std::string_view indent = "") { out_ += folded(text, indent); }
  void line(std::string text, std::string_view indent = "") {
    line(FoldableText{std::move(text), {}}, indent);
  }

  static std::string named(std::string_view name, std::string_view label) {
    return std::string(name) + (label.empty() ? "" : " " + legible(label));
  }

  FoldableText say(const Expression& e, std::optional<PartyId> self = std::nullopt) const {
    return foldableText(e, c_, names_, self);
  }

  std::string cited(const Citation& citation) const {
    const std::string source = "because " + c_.source(citation.source).name;
    return statementNumber(citation.words) ? source + citation.words : source + ' ' + legible(citation.words);
  }

  void because(const std::vector<Citation>& citations, std::string_view indent) {
    for (const Citation& citation : citations)
      line(cited(citation), indent);
  }

  void header() {
    line("conflict " + legible(c_.title));
    for (const std::string& about : c_.about)
      line("about " + legible(about));
    for (const Source& source : c_.sources)
      line("source " + named(source.name, source.path) +
           (source.description.empty() ? "" : " " + legible(source.description)));
  }

  // --- parties

  void parties() {
    for (std::size_t i = 0; i < c_.parties.size();) {
      const auto family = familyOpenedBy(PartyId(i), c_);
      if (family)
        line(FoldableText{"parties " + named(family->name, family->label) + " of", {}}.addFold().add(joined(
            family->members, ",", [&](PartyId id) { return named(c_.party(id).name, c_.party(id).label); })));
      else
        line("party " + named(c_.parties[i].name, c_.parties[i].label));
      because(c_.parties[i].because, lineIndent);
      options(c_.parties[i]);
      i += family ? family->members.size() : 1;
    }
  }

  void options(const Party& party) {
    for (std::size_t i = party.firstOption; i < party.firstOption + party.optionCount; ++i) {
      const Option& option = c_.options[i];
      line("option " + named(option.name, option.label) + directionWords(option), lineIndent);
      because(option.because, "    ");
    }
  }

  static std::string directionWords(const Option& option) {
    if (option.doubt)
      return ' ' + model::doubtText(*option.doubt);
    switch (option.direction) {
    case Direction::irrevocable: return " irrevocable";
    case Direction::unresumable: return " unresumable";
    case Direction::both: break;
    }
    return "";
  }

  // --- what can be

  void listedStates() {
    if (!c_.listed.empty())
      line("states");
    for (const ListedState& state : c_.listed) {
      const std::string label = state.label.empty() ? "" : ' ' + legible(state.label);
      line(state.name + choices(state.pattern) + label, lineIndent);
    }
  }

  /// Y, N and -, a group for each party.
  std::string choices(const Pattern& pattern) const {
    std::string groups;
    for (const Party& party : c_.parties)
      if (party.optionCount > 0)
        groups.append(" ").append(pattern.letters(), party.firstOption, party.optionCount);
    return groups;
  }

  void defines() {
    for (const Define& define : c_.defines)
      line(FoldableText{"define " + named(define.name, define.label) + " =", {}}.addFold().add(
          say(define.meaning)));
  }

  void constraints() { constraints(c_.constraints); }

  void constraints(const std::vector<Constraint>& list) {
    for (const Constraint& constraint : list) {
      const auto& e = constraint.holds;
      if (e.root().op == Expression::Op::negation)
        line(FoldableText{"never ", {}}.add(say(Expression::copyOf(e.operands().front()))));
      else if (isCount(e))
        line(say(e));
      else
        line(FoldableText{"always ", {}}.add(say(e)));
      because(constraint.because, lineIndent);
    }
  }

  static bool isCount(const Expression& e) {
    const auto op = e.root().op;
    return e.root().operands > 0 &&
           (op == Expression::Op::atLeast || op == Expression::Op::atMost || op == Expression::Op::exactly);
  }

  FoldableText taken(const State& state) const {
    std::vector<std::string> list;
    for (std::size_t i = 0; i < c_.options.size(); ++i)
      if (state.taken(OptionId(i))) {
        const Family* family = takenByAll(OptionId(i), state);
        if (family == nullptr)
          list.push_back(names_.of(OptionId(i)));
        else if (family->members.front() == c_.options[i].owner)
          list.push_back(family->name + '.' + c_.options[i].name);
      }
    if (list.empty())
      return {"none", {}};
    return joined(list, ",", [](const std::string& name) { return name; });
  }

  /// The family of several all of whose members take their option of this name.
  const Family* takenByAll(OptionId option, const State& state) const {
    const Option& one = c_.option(option);
    if (!c_.party(one.owner).family)
      return nullptr;
    const Family& family = c_.families[c_.party(one.owner).family->index()];
    const bool all = std::ranges::all_of(family.members, [&](PartyId id) {
      const auto same = sameOptionOf(id, option, c_);
      return same && state.taken(*same);
    });
    return all && family.members.size() > 1 ? &family : nullptr;
  }

  void namedStates() {
    for (const NamedState& state : c_.named)
      if (!model::isLettered(state))
        line(FoldableText{"state " + named(state.name, state.label) + " =", {}}.addFold().add(
            taken(state.state)));
  }

  void statusQuo() {
    if (c_.statusQuo)
      line(FoldableText{"status quo ", {}}.add(taken(*c_.statusQuo)));
  }

  std::string nameOf(const StateRef& state) const {
    switch (state.kind) {
    case StateRef::Kind::listed: return c_.listed[state.value].name;
    case StateRef::Kind::named: return c_.named[state.value].name;
    case StateRef::Kind::number: break;
    }
    const std::string number = std::to_string(state.value);
    return stateNames_.contains("s" + number) ? number : "s" + number;
  }

  // --- what each party can and wants

  void wants() {
    for (std::size_t i = 0; i < c_.parties.size();) {
      const Family* family = familyOpenedBy(PartyId(i), c_);
      const std::size_t count = family != nullptr ? family->members.size() : 1;
      if (count > 1 && wantsEach(*family, c_, names_)) {
        line("prefer each " + family->name);
        prioritised(std::get<Prioritised>(c_.parties[i].preference), PartyId(i));
      } else {
        for (std::size_t j = i; j < i + count; ++j) {
          preference(c_.parties[j].name, c_.parties[j].preference);
          unsure(c_.parties[j]);
        }
      }
      i += count;
    }
  }

  void preference(const std::string& party, const Preference& preference) {
    if (const auto* said = std::get_if<Prioritised>(&preference)) {
      line("prefer " + party);
      prioritised(*said, std::nullopt);
    } else if (const auto* ranking = std::get_if<Ranking>(&preference)) {
      rank(party, *ranking);
    } else if (const auto* weights = std::get_if<Weights>(&preference)) {
      weigh(party, *weights);
    }
  }

  void prioritised(const Prioritised& said, std::optional<PartyId> self) {
    for (const auto& tier : said.tiers) {
      const std::string mark = markText(markOf(tier), oddsOf(tier));
      line(joined(tier, " |",
                  [&](const Statement& s) {
                    FoldableText words{&s == &tier.front() && !mark.empty() ? mark + ' ' : "", {}};
                    words.add(say(s.wanted, self));
                    if (&s != &tier.back()) // what cites the last stands below
                      for (const Citation& citation : s.because)
                        words.add(" ").add(cited(citation));
                    return words;
                  }),
           lineIndent);
      because(tier.back().because, "    ");
    }
  }

  void rank(const std::string& party, const Ranking& ranking) {
    line("rank " + party);
    FoldableText all;
    for (std::size_t k = 0; k < ranking.classes.size(); ++k) {
      if (k > 0)
        all.add(std::ranges::binary_search(ranking.strongAfter, k - 1) ? " >>" : " >").addFold();
      all.add(joined(ranking.classes[k], " ~", [&](const StateRef& state) { return nameOf(state); }));
    }
    line(all, lineIndent);
  }

  void unsure(const Party& party) {
    if (!party.unsure.empty())
      line(FoldableText{"unsure " + party.name + ' ', {}}.add(
          joined(party.unsure, ",",
                 [&](const UnsurePair& pair) { return nameOf(pair.one) + " ? " + nameOf(pair.other); })));
  }

  void attitudes() {
    for (const Party& party : c_.parties)
      if (!party.attitudes.empty())
        attitudes(party.name, party.attitudes);
  }

  void attitudes(const std::string& party, const std::vector<AttitudeTowards>& rows) {
    line(FoldableText{"attitude " + party + ' ', {}}.add(joined(rows, ",", [&](const AttitudeTowards& one) {
      return std::string(attitudeWord(one.attitude)) + ' ' + c_.party(one.towards).name;
    })));
  }

  void weigh(const std::string& party, const Weights& weights) {
    line("weigh " + party);
    for (const Weight& weight : weights.weights) {
      FoldableText words = say(weight.wanted, std::nullopt);
      line(words.add(" ").add(decimalText(weight.units, weights.decimals)), lineIndent);
      because(weight.because, "    ");
    }
  }

  void moves() {
    for (const Party& party : c_.parties)
      if (party.moves)
        movesOf(party);
  }

  void movesOf(const Party& party) {
    FoldableText all{party.moves->empty() ? "none" : "", {}};
    for (std::size_t i = 0; i < party.moves->size(); ++i) {
      if (i > 0)
        all.add(",").addFold();
      const Move& move = (*party.moves)[i];
      const bool andBack = i + 1 < party.moves->size() && isReverse(move, (*party.moves)[i + 1]);
      all.add(nameOf(move.from) + (andBack ? " <-> " : " -> ") + nameOf(move.to));
      i += andBack ? 1 : 0;
    }
    line(FoldableText{"move " + party.name + " ", {}}.add(all));
  }

  static bool isReverse(const Move& a, const Move& b) {
    const auto same = [](const StateRef& x, const StateRef& y) {
      return x.kind == y.kind && x.value == y.value;
    };
    return same(a.from, b.to) && same(a.to, b.from);
  }

  // --- views

  /// Constraints before wishes, among which a count would be one of them.
  void view(const View& view) {
    const std::string& of = c_.party(view.of).name;
    line("view " + (view.by ? c_.party(*view.by).name + " of " + of : of));
    for (const View::Unaware& unaware : view.unaware) {
      line("unaware " + names_.of(unaware.option));
      because(unaware.because, lineIndent);
    }
    for (const View::Blind& blind : view.blind) {
      const auto* state = std::get_if<StateRef>(&blind.what);
      line(FoldableText{"blind ", {}}.add(state != nullptr ? FoldableText{nameOf(*state), {}}
                                                           : say(std::get<Expression>(blind.what))));
      because(blind.because, lineIndent);
    }
    constraints(view.constraints);
    for (const View::Wish& wish : view.wishes)
      preference(c_.party(wish.party).name, wish.preference);
    for (const View::Regard& regard : view.regards)
      attitudes(c_.party(regard.party).name, regard.attitudes);
  }

  // --- expectations

  void expectations() {
    for (const Expectation& expectation : c_.expectations)
      line(FoldableText{"expect ", {}}.add(said(expectation)));
    for (const model::ExpectInViews& one : views_.expectations)
      line(FoldableText{"expect in " + picture(one) + ' ', {}}.add(said(one.expected)));
  }

  FoldableText said(const Expectation& expectation) const {
    return std::visit([&](const auto& e) { return said(e); }, expectation.what);
  }

  std::string picture(const model::ExpectInViews& expectation) const {
    if (!expectation.of)
      return "hypergame";
    const std::string& of = c_.party(*expectation.of).name;
    return "view " + (expectation.by ? c_.party(*expectation.by).name + " of " + of : of);
  }

  FoldableText said(const ExpectEquilibria& e) const {
    FoldableText text{std::string(row(e.concept_.id).key) + " =", {}};
    text.addFold();
    if (e.states.empty())
      return text.add("none");
    return text.add(joined(e.states, ",", [&](const StateRef& state) { return nameOf(state); }));
  }

  FoldableText said(const ExpectState& e) const {
    FoldableText text{nameOf(e.state) + (e.negated ? " is not " : " is "), {}};
    text.add(e.stableFor ? "stable for " + c_.party(*e.stableFor).name : "equilibrium");
    return text.add(" under ").add(conceptsSaid(e.concepts));
  }

  FoldableText said(const ExpectCount& e) const {
    FoldableText text{e.count + ' ', {}};
    text.add(setSaid(e.concepts, e.count == "1"));
    return e.where ? text.add(" where ").add(foldableText(*e.where, c_, names_)) : text;
  }

  FoldableText said(const ExpectQuantity& e) const {
    const bool all = e.quantity == Quantity::all;
    FoldableText text{all ? "all " : e.quantity == Quantity::some ? "some " : "no ", {}};
    return text.add(setSaid(e.concepts, !all))
        .add(all ? " satisfy " : " satisfies ")
        .add(foldableText(e.satisfied, c_, names_));
  }

  /// `states`, or `equilibria under nash, seq`.
  static FoldableText setSaid(const std::vector<ConceptRef>& concepts, bool one) {
    if (concepts.empty())
      return {one ? "state" : "states", {}};
    FoldableText text{one ? "equilibrium under " : "equilibria under ", {}};
    return text.add(conceptsSaid(concepts));
  }

  static FoldableText conceptsSaid(const std::vector<ConceptRef>& concepts) {
    return joined(concepts, ",", [](const ConceptRef& c) { return std::string(row(c.id).key); });
  }
};

} // namespace

std::string write(const Conflict& conflict, const Views& views) {
  std::string text = Writer(conflict, views).write();
  return format(SourceText("", text)).text.value_or(text);
}

} // namespace stasis::language
