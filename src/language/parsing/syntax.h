#pragma once

// A `.conflict` text as written, before names have meanings: what the parser gives and the resolver takes.
// Every name is a view of the source text, or of a spelling that knows its place, so it carries its place
// with it; a name that is missing or could not be read is an empty view and has been reported.
//
// Invariant: an Expression is empty (could not be read, reported; it then still has the references before the
// mistake) or one tree in postfix order, no higher than `deepest`.

#include "language/lexing/lexer.h"
#include "model/conflict.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::language::syntax {

/// Words of the source text.
using Words = std::string_view;

/// How deep an expression may be nested, and how long a chain of defines may be.
inline constexpr std::size_t deepest = 200;

/// `x`, `x.y` or `x.*`.
struct Reference {
  enum class Kind : std::uint8_t { plain, member, all };
  Kind kind = Kind::plain;
  Words first;
  Words second; ///< of a member
  Words words;  ///< the whole of it

  bool ofSelf() const { return kind != Kind::plain && first == "self"; }
};

struct ExpressionNode {
  enum class Kind : std::uint8_t {
    constant,   ///< k: 0 or 1
    reference,  ///< k: index into references; stands for one condition
    listItem,   ///< k: index into references; an item of a count, may stand for several options
    connective, ///< op: negation to whenever
    count,      ///< op: atLeast, atMost, exactly; k
    countAll,   ///< `all of`
    stability,  ///< k: index into stabilities
  };
  Kind kind = Kind::constant;
  model::Expression::Op op = model::Expression::Op::constant;
  std::uint32_t k = 0;
  std::uint32_t operands = 0;
  Words words; ///< the text of this subtree
};

/// `equilibrium under CONCEPTS` or `stable for PARTIES under CONCEPTS`.
struct Stability {
  std::vector<Words> parties; ///< none: an equilibrium
  std::vector<Words> concepts;
};

/// A count outside parentheses which `and` or `or` follows: `exactly one of a or b`.
struct OpenCount {
  Words count;                    ///< as far as its list goes
  Words connective;               ///< the word that follows
  Words after;                    ///< the item behind it; empty where something else stands there
  std::vector<Words> connectives; ///< the word and its like, as far as items follow
  Words whole;                    ///< from the count to the last of these items; empty: other things follow
  std::optional<Reference> only;  ///< the one item of the list
  bool quantifier = false;        ///< `any of` or `all of`
};

struct Expression {
  std::vector<ExpressionNode> nodes;
  std::vector<Reference> references;
  std::vector<Stability> stabilities;
  std::vector<OpenCount> openCounts;
  Words words;

  bool empty() const { return nodes.empty(); }
};

struct Citation {
  Words source;
  std::string text;
  Words textWords;
  Words words;
};
using Citations = std::vector<Citation>;

struct Option {
  Words name;
  std::string label;
  model::Direction direction = model::Direction::both;
  Citations because;
  Words labelWords;     ///< here and below: marks included, empty where there is no label
  Words directionWords; ///< `irrevocable`, `perhaps 0.7 irrevocable`
  bool doubted = false; ///< `perhaps` stands before the direction
  Words odds;           ///< behind `perhaps`: a decimal from 0 to 1, or empty
};

struct Member {
  Words name;
  std::string label;
  Words labelWords;
};

/// `party`, or `parties … of …`.
struct Party {
  Words name;
  std::string label;
  bool isFamily = false;
  std::vector<Member> members; ///< of a family
  std::vector<Option> options;
  Citations because;
  Words labelWords;
  Words words; ///< without options and citations
};

struct Constraint {
  bool negated = false; ///< `never`
  Expression condition;
  Citations because;
  Words words;
};

struct Define {
  Words name;
  std::string label;
  Expression meaning;
  Words labelWords;
  Words words;
};

/// Options taken, all others not.
struct OptionList {
  std::vector<Reference> taken;
  bool broken = false; ///< something in it could not be read
};

struct ListedState {
  Words name;
  std::string label;
  std::string letters; ///< Y, N and - only
  Words letterWords;   ///< as written
  Words labelWords;
};

struct NamedState {
  Words name;
  std::string label;
  OptionList options;
  Words labelWords;
  Words words;
};

struct StatusQuo {
  OptionList options;
  Words words;
};

struct StateName {
  Words words; ///< a name or a number
};

struct Statement {
  Expression wanted;
  Citations because;
  model::Mark mark = model::Mark::none; ///< of its line
  Words markWords;                      ///< `strongly`; empty behind the first `|` of the line
  Words odds;                           ///< behind `perhaps`: a decimal from 0 to 1, or empty
};

struct Weight {
  Expression wanted; ///< most often one option
  bool negative = false;
  Words number;
  Citations because;
  Words words; ///< condition and number
};

/// `prefer`, `rank` or `weigh` and its block.
struct Preference {
  enum class Form : std::uint8_t { prefer, rank, weigh };
  Form form = Form::prefer;
  bool each = false;
  Words party;
  Words header; ///< `prefer each Guarantors`
  std::vector<std::vector<Statement>> tiers;
  std::vector<std::vector<StateName>> classes;
  std::vector<std::size_t> strongAfter; ///< the classes that `>>` follows
  std::vector<Weight> weights;
  bool broken = false;      ///< something in it could not be read
  bool brokenChain = false; ///< a ranking that stands in several chains (reported)
};

/// `a ? b`
struct Doubt {
  StateName one;
  StateName other;
  Words words;
};

/// `unsure P  a ? b, c ? d`
struct Unsure {
  Words party;
  Words header;
  std::vector<Doubt> pairs;
};

/// One item of `attitude P  for Q, against R`.
struct AttitudeTowards {
  model::Attitude attitude = model::Attitude::neutral;
  Words towards; ///< a party, a family or `self`
  Words words;
};

/// `attitude P …` or `attitude each F …`
struct Attitudes {
  bool each = false;
  Words party;
  Words header;
  std::vector<AttitudeTowards> items;
};

struct Arc {
  StateName from;
  StateName to;
  bool both = false; ///< `<->`
};

struct Moves {
  Words party;
  Words header;
  std::vector<Arc> arcs;
};

struct Source {
  Words name;
  std::string path;
  std::string description;
  Words words;
};

/// `expect CONCEPT = …`, `expect STATE is …`, `expect N states …` or `expect all equilibria …`; before that
/// perhaps the picture that it speaks of.
struct Expectation {
  enum class Form : std::uint8_t { equilibria, state, count, quantity };
  Form form = Form::count;
  model::Quantity quantity = model::Quantity::all;
  bool negated = false;
  bool stableFor = false;   ///< for `party`
  bool secondLevel = false; ///< whether `seen` is given
  std::vector<Words> concepts;
  std::vector<StateName> states;
  Words party; ///< of `stable for`
  Words number;
  std::optional<Expression> query; ///< behind `where` or `satisfy`
  Words words;
  Words picture; ///< `in view P`, `in view P of Q` or `in hypergame`; empty: the conflict
  Words viewer;  ///< P; empty in the hypergame
  Words seen;    ///< Q

  bool inHypergame() const { return !picture.empty() && viewer.empty(); }
};

/// `unaware Q.option, R.option`
struct Unaware {
  Words word; ///< `unaware`
  std::vector<Reference> options;
  Citations because;
};

/// `blind s3, s7`, or `blind A`.
struct Blind {
  Words word;                    ///< `blind`
  std::vector<StateName> states; ///< all that it lists; empty: a condition
  Expression condition;          ///< what it says as a condition; of a single name, too
  Citations because;
};

/// `view P`, or `view P of Q`, and its block.
struct View {
  Words party;
  Words seen; ///< Q: what P thinks this party sees; empty: what P sees
  Words header;
  bool secondLevel = false;
  std::vector<Preference> preferences;
  std::vector<Attitudes> attitudes;
  std::vector<Constraint> constraints;
  std::vector<Unaware> unaware;
  std::vector<Blind> blind;
  Words last; ///< the last word of the block
};

struct File {
  std::shared_ptr<const Spellings> spellings =
      std::make_shared<Spellings>(); ///< names that are no views of the text
  std::optional<std::string> title;
  Words titleWords; ///< marks included
  std::vector<std::string> about;
  std::vector<Words> aboutWords; ///< of each
  std::vector<Source> sources;
  std::vector<Party> parties;
  std::vector<Constraint> constraints;
  std::vector<Define> defines;
  std::vector<ListedState> listed;
  bool listBroken = false; ///< a line of `states` could not be read
  std::vector<NamedState> named;
  std::vector<StatusQuo> statusQuo; ///< one, or each of those wrongly repeated
  std::vector<Preference> preferences;
  std::vector<Unsure> unsure;
  std::vector<Attitudes> attitudes;
  std::vector<Moves> moves;
  std::vector<Expectation> expectations;
  std::vector<View> views;
  std::vector<Words> allowed; ///< codes of warnings that are meant
  std::vector<model::Range>
      judgements; ///< statements that do not shape what can be: wishes, expectations, sources
};

} // namespace stasis::language::syntax
