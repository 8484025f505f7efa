#pragma once

// Statements, line by line, to the syntax tree. A line that cannot be read is reported once and left;
// whatever it declares is declared all the same, so that one mistake does not cause others. The grammar is
// explained in docs/language.md. O(tokens).
//
// Tested by tests/language/cases (every diagnostic with its place) and the tests of each construct.

#include "language/parsing/expression_parser.h"
#include "language/parsing/token_stream.h"

namespace stasis::language {

class Parser {
public:
  explicit Parser(TokenStream& stream) : stream_(stream) {}

  syntax::File run();

private:
  // One line, by its first word (parser.cpp).
  void statement();
  void statementOf(Word word);
  static bool isJudgement(const Token& first);
  void reservedForLater();
  void allow();
  bool atAllow() const;
  /// True if a statement begins here whose first word is a name elsewhere: `allow`, `unsure`, `attitude`;
  /// in a view also `unaware` and `blind`.
  bool atNamelikeStatement() const {
    return atAllow() || atUnsure() || atAttitude() || (inView_ && (atUnaware() || atBlind()));
  }

  // What the whole file says of itself (title_parser.cpp).
  void conflict();
  void about();
  void source();
  /// Reports that a string is missing; takes the rest of the line for it.
  std::string textExpected(const std::string& what);
  std::string pathWithoutMarks();
  std::string titleWithoutMarks(const Token& keyword);
  /// Takes a word for `=` (reported).
  bool equalsInWords();

  // Conditions, and what they forbid (constraint_parser.cpp).
  void define();
  void constraint(bool negated);
  void dropTogether();
  void andsForCommas(syntax::Expression& condition);
  void countConstraint();
  void commasInstead(Diagnostic& d);

  // Lines that begin with no word of the language (stray_lines.cpp).
  void wordlessStatement();
  bool atPartyWish() const;
  bool partyWishes();
  bool deniedConstraint();
  bool atStrangePreference() const;
  bool strangeHeader();
  struct Judged {
    Word word;             ///< `never` or `always`
    std::string condition; ///< what it is said of
  };
  std::optional<Judged> excludeEachOther(std::size_t end) const;
  std::optional<Judged> judgedAhead() const;
  bool judgedCondition();
  bool exclusiveList();
  bool atPartyRanks() const;
  bool partyRanks();
  /// Says that the line, which has `end` tokens, is this constraint, and goes past it.
  void constraintMeant(Word word, const std::string& condition, std::size_t end);

  // Headings, and lines that begin with a name and a colon (headed_lines.cpp).
  bool strayHeading();
  bool headedLine();
  bool partiesBelow();

  // Lines in plain English (plain_lines.cpp).
  std::size_t refusalLength(std::size_t ahead) const;
  bool partyRefused();
  bool refusedTogether();
  bool partyCan();
  bool strayEnd();
  struct WishWords {
    std::size_t length = 0; ///< in tokens
    bool denied = false;    ///< what follows is not wanted
  };
  std::optional<WishWords> wishWords() const;
  void dropWishWords(const WishWords& wish);

  void strayCondition();
  /// The statement a line begins with that begins with a word of the same meaning, or nearly the same.
  std::optional<Word> meantStatement() const;

  // Parties and families (party_parser.cpp).
  void party();
  void family();
  void otherParties();
  void optionsBesideParty();
  bool optionLinesBesideParty();
  bool membersBelow(syntax::Party& family);
  void familyMembers(syntax::Party& family);
  bool partiesInList();

  // Options, and whose they are (option_parser.cpp).
  void option();
  void options(syntax::Party& owner);
  bool unmarkedOption();
  bool citationInOtherWords();
  syntax::Party& ownerInParentheses(syntax::Party& owner);
  syntax::Party& ownerOfOption(const Token& keyword);

  // `irrevocable`, `unresumable` and what else follows an option (direction_parser.cpp).
  void direction(syntax::Option& option);
  bool directionDoubt(syntax::Option& option);
  void directionFirst();
  void labelBehindDirection(syntax::Option& option);
  void parenthesesBehindName(syntax::Option& option);
  bool wordsFollowComma() const;

  // Preferences (preference_parser.cpp).
  void preference(syntax::Preference::Form form);
  bool preferenceHeader(syntax::Preference& p);
  void wordBeforeParty(syntax::Preference& p);
  void preferenceLines(syntax::Preference& p, std::size_t headerIndent);
  /// True if a statement begins here, though its first word is none of the language.
  bool meantStatementInBlock(syntax::Preference::Form form) const;
  /// True if the line here belongs to the block before it: it begins with no statement.
  bool lineContinuesBlock(syntax::Preference::Form form) const;

  // The lines of `prefer` (prefer_parser.cpp).
  void statementTier(syntax::Preference& p);
  void equallyGood(syntax::Preference& p);
  std::vector<Edit> newLineAtEach(const Token& sign, const std::string& line) const;
  void oneStatementALine(syntax::Preference& p);
  void warnOfWish(const syntax::Preference& p, std::size_t blockIndent);
  /// `never x` between two lines of what a party wants, indented as they are.
  bool ruleAmongWishes(const syntax::Preference& p, std::optional<std::size_t> blockIndent,
                       std::size_t headerIndent) const;
  void wishAsRule(syntax::Preference& p);
  std::string proposeWish(Diagnostic& d, const Token& word) const;
  void warnOfConstraint(const syntax::Preference& p, const Token& first, std::size_t headerIndent,
                        std::optional<std::size_t>& blockIndent);

  // The lines of `rank` (rank_parser.cpp).
  bool conditionsInRank(syntax::Preference& p);
  void rankLine(syntax::Preference& p);
  std::size_t restLength() const;
  bool rankedByNumbers(syntax::Preference& p);
  bool statesWeighed(syntax::Preference& p);
  bool statesPreferred(const syntax::Preference& p) const;
  void muchMore(const Token& sign);

  // Numbers and marks before the lines of a list (list_marks.cpp).
  std::size_t listMarkLength(bool states) const;
  void dropListMark(bool states);
  bool marksAscend() const;
  bool noParty(syntax::Preference& p);
  syntax::Words onlyFamily() const;
  syntax::Words partyWithoutWishes() const;
  bool wishesWithoutHead();
  bool wordBeforeStatement();
  bool citationInParentheses();
  void remarkInRanking();
  void thenInRanking();
  bool sourceWithoutWord();
  void labelInParentheses(Diagnostic& d, const Token& open);
  bool strayOrder();
  std::vector<std::string> optionsNamed(std::size_t length) const;
  bool partiesGoOn() const;
  void otherWishers(syntax::Preference& p, const std::string& keyword);
  void sayPerhaps();
  void oneWeightALine(syntax::Preference& p);
  bool optionsInParentheses(syntax::NamedState& state);
  void namesOfStates();
  bool marksAscend_ = true; ///< of this block

  // Weights (weight_parser.cpp).
  std::optional<std::string> weightLines(std::size_t ahead) const;
  void weightFormula(syntax::Preference& p);
  void weightLine(syntax::Preference& p);
  void weightBefore(syntax::Preference& p);
  void numberGoesOn();
  bool lineEndsInNumber() const;

  // `strongly` and `perhaps` before a line of `prefer` (marks_parser.cpp).
  model::Mark markHere() const;
  model::Mark lineMark(syntax::Words& words, syntax::Words& odds);
  void checkMarkOrder(const syntax::Preference& p, const syntax::Statement& first);
  std::size_t numberLength(std::size_t ahead) const;
  syntax::Words odds(syntax::Words mark);
  Token markWord();
  void markInsideLine(model::Mark ofLine);
  void markOutsidePrefer(syntax::Preference::Form form);

  // `unsure` (unsure_parser.cpp).
  bool atUnsure() const;
  bool doubtOnLine() const;
  bool atDoubt() const;
  void unsure();
  bool doubt(syntax::Unsure& unsure);

  // `attitude` (attitude_parser.cpp).
  bool atAttitude() const;
  bool atAttitudeItem() const;
  void attitude();
  bool attitudeItem(syntax::Attitudes& attitudes);
  void attitudeWithoutWord(const syntax::Attitudes& attitudes);
  void attitudeTowardsNobody(model::Range place);

  // `view` and what stands only in it (view_parser.cpp).
  void view();
  void viewHeader(syntax::View& view);
  void viewLine(syntax::View& view);
  void warnOfViewInView(std::size_t indent);
  bool outOfView(const Token& first);
  bool atUnaware() const;
  bool atBlind() const;
  void unaware(syntax::View& view);
  void blind(syntax::View& view);
  bool stateNamesHere() const;
  syntax::Expression conditionOfName(const syntax::StateName& name);
  void outsideView();

  // States and their names (state_parser.cpp).
  void states();
  bool atStateLine() const;
  void stateLine();
  void letters(syntax::ListedState& state);
  void namedState();
  std::optional<syntax::StateName> stateName();

  // `status quo`, and options listed one by one (option_list.cpp).
  void statusQuo();
  syntax::OptionList optionList();
  std::size_t nothingLength() const;
  bool commaMissing();
  bool optionListItem(syntax::OptionList& list);
  bool valueBehind(syntax::OptionList& list, const syntax::Reference& ref, const Token& before,
                   const Token& start, bool denied);

  // `move` (move_parser.cpp).
  void moves();
  bool atMoveLine(bool movesOnHeader) const;
  void arcs(syntax::Moves& moves);

  // Expectations (expectation_parser.cpp).
  void expectation();
  bool conceptSpokenOf() const;
  std::size_t spokenSetLength() const;
  bool expectSpokenSet(syntax::Expectation& e, std::size_t length);
  bool statesExpected(syntax::Expectation& e);
  bool expectCount(syntax::Expectation& e);
  bool expectEquilibria(syntax::Expectation& e);
  bool expectState(syntax::Expectation& e);
  bool stableFor(syntax::Expectation& e);
  bool conceptInQuantity() const;
  bool expectQuantity(syntax::Expectation& e);
  bool setSpokenOf(syntax::Expectation& e);
  bool query(syntax::Expectation& e);
  bool conceptList(syntax::Expectation& e);

  // A name and its label, and words in the place of a label (label_parser.cpp).
  struct Named {
    syntax::Words name;
    std::string label;
    syntax::Words labelWords;
  };
  /// A name and its label; a label that comes first or alone is reported.
  std::optional<Named> nameAndLabel(const std::string& what);
  void labelAlone(Named& named, const std::string& what);
  std::optional<std::string> label();
  std::size_t valueLength() const;
  std::string conditionBehindOption() const;
  void labelWithoutMarks(Diagnostic& d, const Token& here);

  // Citations (citation_parser.cpp).
  void because();
  std::optional<syntax::Citation> citation();
  /// The citations that follow on this line.
  void citations(syntax::Citations& because);
  /// The end of a statement: what is cited may be `because …` on this line or the next ones; `what` names a
  /// thing that cannot be cited.
  void finish(syntax::Citations& cited);
  void finish(const std::string& what);

  // What stands where a statement has ended (line_end.cpp).
  void endLine();
  void closesNothing(const Token& here);
  void tooMuch(const Token& here);
  bool stringAhead() const;
  bool remarkInParentheses(Diagnostic& d);
  void wordsWithoutSource(Diagnostic& d, const Token& here);

  // What statements have in common (parser.cpp).
  /// An expression; if it is broken, leaves the rest of the line.
  syntax::Expression expression(ExpressionParser::Of of = ExpressionParser::Of::options);
  /// Items between commas behind the header, then on each line below at whose beginning `begins` says that
  /// one does. `item` reads one; false: it reported what is wrong, and the rest of its line is left.
  template <class Begins, class Item>
  void itemsOnLines(const std::string& statement, const Begins& begins, const Item& item) {
    if (!stream_.atLineEnd())
      itemsHere(item);
    finish(statement);
    while (begins()) {
      itemsHere(item);
      finish(statement);
    }
  }
  template <class Item> void itemsHere(const Item& item) {
    do {
      if (!item())
        return stream_.toLineEnd();
    } while (stream_.accept(Kind::comma));
  }
  /// Leaves a line that says nothing that could be kept; what cites it is dropped with it.
  void abandon();

  TokenStream& stream_;
  syntax::File file_;
  syntax::Citations* cited_ = nullptr; ///< where `because` on the next line goes
  syntax::Citations discarded_;
  std::string uncited_;                ///< what stands there instead
  std::optional<std::size_t> wishEnd_; ///< where the last wish beside its party ended
  std::size_t unlabelled_ = 0;         ///< where a label could have stood
  bool afterCondition_ = false;        ///< a condition has been read on this line
  bool partyOpen_ = false;             ///< an option here belongs to the last party
  bool inView_ = false;                ///< the lines here are those of a view
  std::size_t viewIndent_ = 0;         ///< of the last view's header
};

} // namespace stasis::language
