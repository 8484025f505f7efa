#pragma once

// The tokens of the statements, one after the other, as the parsers read them; and the ways to say that what
// stands here is not what should. Comments and line breaks inside statements have been left out.

#include "language/lexing/lexer.h"
#include "language/parsing/syntax.h"

#include <algorithm>
#include <bitset>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace stasis::language {

class TokenStream {
public:
  /// Takes the tokens, and keeps in the spellings what it takes words of the text for.
  TokenStream(const SourceText& source, Lexed& lexed, Problems& problems);

  const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  const Token& last() const { return tokens_[at_ > 0 ? at_ - 1 : 0]; } ///< the token before
  Token next();
  bool accept(Kind kind);
  bool accept(Word word);
  /// For words that only mean something in one place.
  bool accept(std::string_view name);
  bool looksAt(std::string_view name, std::size_t ahead = 0) const;

  bool atEnd() const { return peek().is(Kind::end); }
  bool atLineEnd(std::size_t ahead = 0) const {
    return peek(ahead).is(Kind::lineEnd) || peek(ahead).is(Kind::end);
  }
  void skipLine();
  /// Leaves what is left of a broken statement; stops before `because`.
  void toLineEnd();
  /// Reads the token here as a keyword from now on (a mistake that has been reported).
  void correct(Word word);
  void correct(Kind kind);

  std::size_t position() const { return at_; }
  const Token& tokenAt(std::size_t position) const { return tokens_[position]; }
  std::string_view text(const Token& token) const {
    return token.composed != nullptr
               ? std::string_view(*token.composed)
               : source_.text().substr(token.range.begin, token.range.end - token.range.begin);
  }
  std::string_view text() const { return text(peek()); }
  /// The text from the token at `position` up to the last one read.
  syntax::Words wordsFrom(std::size_t position) const;
  /// The same and `ahead` tokens more.
  syntax::Words wordsFrom(std::size_t position, std::size_t ahead) const;
  /// The text of `length` tokens, the first `ahead` from here.
  syntax::Words wordsBetween(std::size_t ahead, std::size_t length) const;
  /// How many tokens `x`, `x.y` or `x.*` has that stands so far ahead; 0 if none does.
  std::size_t nameLength(std::size_t ahead) const;
  struct NamesBelow {
    std::vector<Token> names;
    std::size_t end = 0; ///< how far ahead what follows them begins
  };
  /// The names that stand on lines of their own from there on, each with a mark of a list before it or none.
  /// `isBelow`: whether a line is one of them, by its first token and its name.
  NamesBelow namesBelow(std::size_t ahead,
                        const std::function<bool(const Token& first, const Token& name)>& isBelow) const;
  /// Where a heading ends that has this last token: behind a colon, where one follows.
  std::size_t endOfHeading(const Token& last) const;
  /// The first column of the line on which a token stands; for indentation.
  std::size_t indentation(const Token& token) const;
  const SourceText& source() const { return source_; }

  /// A new name, as `what` wants one. A word of the language is reported and taken all the same, here and
  /// where it is called later; none if no name stands here (reported), empty if one that could not be read
  /// does.
  std::optional<syntax::Words> declaredName(const std::string& what);
  /// The name of something declared; none if no name stands here (reported), empty if one that could not be
  /// read does.
  std::optional<syntax::Words> name(const std::string& what);
  /// True if `name` would find one.
  bool atName(std::size_t ahead = 0) const;

  /// `what` should stand here; says what stands here instead, unless that was malformed and so reported.
  Diagnostic& expected(const std::string& what);
  Diagnostic& error(std::string_view code, model::Range range, std::string message);
  Diagnostic& warning(std::string_view code, model::Range range, std::string message);
  bool full() const { return problems_.full(); }

  /// True if the text declares a party or family of this name, or means to.
  bool isParty(std::string_view name) const { return parties_.contains(name); }
  /// True if the text declares a family of this name.
  bool isFamily(std::string_view name) const { return members_.contains(name); }
  /// How many lines declare a party of this name.
  std::size_t timesDeclared(std::string_view name) const { return partyLines_.count(name); }
  /// The same of options, conditions and states.
  bool isDeclared(std::string_view name) const { return declared_.contains(name); }
  /// How often the text says this name. O(tokens) when it is first asked.
  std::size_t timesSaid(std::string_view name) const;

private:
  // Names that are no single word (several_words.cpp).
  std::size_t hyphenatedLength(std::size_t at) const;
  void joinHyphenated();
  void joinWords();
  // Labels in the place of names, braces of other languages (borrowed_signs.cpp).
  void nameLabels();
  void namePartiesByLabel();
  void sayNameless(const Token& label, const std::string& name, std::string_view what,
                   const std::vector<model::Range>& called);
  void sayCalledByLabel(const std::string& name, const std::vector<model::Range>& called);
  void dropBraces();
  // Files laid out by headings, options declared with their owner (borrowed_headings.cpp).
  struct Heading {
    std::string owner;
    bool wishes;     ///< else options
    std::size_t end; ///< the end of its line
  };
  struct HeadedName {
    std::size_t line; ///< its first token
    std::size_t name;
    std::size_t end; ///< the end of the line
  };
  std::optional<Heading> headingAt(std::size_t at) const;
  std::vector<HeadedName> namesBelow(std::size_t line, std::size_t indent) const;
  std::set<std::string, std::less<>> declaredElsewhere() const;
  void sayPartiesAbove(std::size_t at, std::vector<Token>& kept, std::size_t& next);
  bool sayOptionsAbove(std::size_t at, const Heading& heading, std::vector<Token>& kept, std::size_t& next);
  void sayWishesAbove(std::size_t at, const Heading& heading, std::vector<Token>& kept);
  std::optional<std::size_t> namedItemAt(std::size_t at) const;
  bool areLetters(std::size_t at) const;
  bool areOptions(std::size_t at) const;
  bool sayStatesAbove(std::size_t at, std::vector<Token>& kept, std::size_t& next);
  bool sayStatesWithoutNames(std::size_t at, std::size_t end, std::vector<Token>& kept);
  bool sayEqualsBeforeLetters(std::size_t at, std::size_t end, std::vector<Token>& kept, std::size_t& next);
  bool sayNamedItem(std::size_t at, std::vector<Token>& kept, std::size_t& next);
  void sayHeadings();
  void dropOwnersOfOptions();
  /// From now on the token says these words.
  void saying(Token& token, std::string words);
  // Names as people write them who do not know the language yet (borrowed_names.cpp).
  using OptionsOfParties = std::map<std::string, std::set<std::string>>;
  struct Owned {
    std::string_view party;
    std::size_t option; ///< its token
    bool denied;
    bool forbidden;     ///< in words that a constraint is made of: `cannot`, `must not`
    std::string called; ///< the option, as it is declared
  };
  Word meantBy(std::size_t at) const;
  bool mayBeDeed(std::size_t party, std::size_t option) const;
  OptionsOfParties optionsOfParties();
  std::vector<std::string_view> ownersDeclared(std::size_t at, bool family) const;
  std::optional<Owned> ownedAt(std::size_t at, const OptionsOfParties& options) const;
  // Words for people and their options that name nobody (borrowed_pronouns.cpp).
  struct OwnedOption {
    std::string party;
    std::string option;
  };
  std::vector<OwnedOption> ownersOf(std::string_view word, const OptionsOfParties& options) const;
  // Marks of lists, and items on lines of their own (borrowed_lists.cpp).
  struct ListedBelow {
    std::size_t name;   ///< its first token
    std::size_t length; ///< of the name
    std::size_t end;    ///< the token behind it and its comma
    bool marked;
    bool open; ///< the line ends without a comma
  };
  std::size_t bulletLength(std::size_t at) const;
  bool beginsMarked(std::size_t at, Word block) const;
  void dropBullets();
  void lowerStatements();
  bool endsListHeader(std::size_t at, std::size_t lineBegin) const;
  std::optional<ListedBelow> listedBelow(std::size_t at) const;
  std::vector<ListedBelow> itemsBelow(std::size_t header) const;
  void sayListBelow(std::size_t lineBegin, std::size_t header, const std::vector<ListedBelow>& items);
  void sayListsBelow();
  // Members of a family counted in words (borrowed_counts.cpp).
  struct CountSaid {
    std::size_t length; ///< in tokens
    std::string here;   ///< `at least 2`
  };
  struct FamilyCount {
    std::size_t length; ///< in tokens
    CountSaid count;
    std::string family;
    std::string option;
    bool named; ///< the family is; else `others` or `them` calls it
  };
  using FamilyWords = std::map<std::string, std::vector<std::string>>;
  std::optional<CountSaid> countSaid(std::size_t at) const;
  FamilyWords familyWords();
  std::optional<FamilyCount> familyCountAt(std::size_t at, const FamilyWords& families,
                                           const OptionsOfParties& options) const;
  bool listsOptions(std::size_t at) const;
  FamilyWords::const_iterator familyCalled(std::size_t at, const FamilyWords& families,
                                           const OptionsOfParties& options) const;
  void sayAllTaken(const FamilyCount& found, model::Range range, std::vector<Token>& kept);
  void sayFamilyCounts(const OptionsOfParties& options);
  void sayFamilyCount(const FamilyCount& found, model::Range range, std::string_view number);
  void keepFamilyCount(const FamilyCount& found, model::Range range, std::vector<Token>& kept);
  // Options of two parties, and one of two things (borrowed_both.cpp).
  void sayBoth(const OptionsOfParties& options);
  bool sayBothOwners(std::size_t at, const OptionsOfParties& options, std::vector<Token>& kept);
  std::size_t notBothLength(std::size_t at) const;
  void sayNotBoth(std::size_t at, std::size_t length, std::vector<Token>& kept);
  void sayPeople(const OptionsOfParties& options);
  void sayOwn(const OptionsOfParties& options);
  void denyBeforeParty();
  void lowerCapitals();
  bool forbids(std::size_t at) const;
  void noteDeclared(const OptionsOfParties& options);
  void sayStrangeNames();
  void dotOwners(const OptionsOfParties& options);
  bool conditionFirst(std::size_t joint) const;
  bool sayWorst(std::size_t joint, std::vector<Token>& kept);
  std::optional<std::size_t> markBefore(std::size_t joint, const std::set<std::string_view>& things) const;
  void sayJoints(const OptionsOfParties& options);
  Diagnostic& reserved(const Token& token, const std::string& message);

  const SourceText& source_;
  std::vector<Token> tokens_;
  Spellings& spellings_;
  Problems& problems_;
  std::set<std::string, std::less<>> parties_;
  std::multiset<std::string, std::less<>> partyLines_;
  std::set<std::string, std::less<>> declared_;             ///< options, conditions, states
  mutable std::map<std::string_view, std::size_t> said_;    ///< names, how often; empty: not yet counted
  std::map<std::string, std::size_t, std::less<>> members_; ///< of families, how many
  std::bitset<64> misused_; ///< words of the language that have been taken as names
  Diagnostic unsaid_;       ///< stands in for what is not to be said twice
  std::size_t at_ = 0;
};

/// `x` in marks for a message; long words are cut.
std::string inMarks(std::string_view words);

/// `France` for `France's`, `Nurses` for `Nurses'`.
std::string_view withoutPossessive(std::string_view name);
/// `Womens` for `Women's`.
std::string withoutApostrophes(std::string_view name);
/// `don't`, `cannot`, `without`: one word that denies what follows.
bool deniesInOneWord(std::string_view word);
/// `does`, `will`: words before `not` that say no more than it.
bool isHelpingVerb(std::string_view word);
/// What `yes`, `taken`, `1` and their like say of an option, and `no`, `0` and theirs; none for other words.
std::optional<bool> saysTruth(std::string_view word);

} // namespace stasis::language
