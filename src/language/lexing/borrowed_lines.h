#pragma once

// Whole lines in the form of something else: rows of a table, calls of a programming language, headings and
// numbered lists of outcomes, sentences about the conflict, `Anna prefers x to not x`. Each is one problem,
// reported with the very lines to write, and is read as those lines, so that nothing else goes wrong with it.
//
// What a row means depends on the header of its table and on the row before it, so lines are asked for in
// order. O(words of the line × names of the text). Tested by tests/language/newcomers_test.cpp and
// tests/language/cases.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stasis::language {

struct MeantLine {
  std::string message; ///< what is wrong
  std::string help;
  std::string lines;    ///< what it means; empty: nothing
  bool certain = false; ///< it can mean nothing else
};

class BorrowedLines {
public:
  /// Of a longer text lines are taken as written: nobody who does not know the language wrote it.
  static constexpr std::size_t longestText = std::size_t{1} << 17U;

  explicit BorrowedLines(std::string_view text);

  /// What the line means if it is in a form of something else. `inWishes`: it stands below `prefer`,
  /// and is indented.
  std::optional<MeantLine> meant(std::string_view line, std::string_view nextLine, bool inWishes,
                                 bool indented);
  /// A comment, which may be a heading of other formats: `## Parties`.
  void heading(std::string_view comment);

private:
  using Cells = std::vector<std::string>;
  std::optional<MeantLine> row(std::string_view line);
  std::optional<MeantLine> headerRow(const Cells& cells);
  std::optional<MeantLine> statementRow(const Cells& cells, char sign);
  std::optional<MeantLine> dataRow(const Cells& cells);
  std::optional<MeantLine> call(std::string_view line) const;
  std::optional<MeantLine> direction(std::string_view line) const;
  std::optional<MeantLine> listOfParty(std::string_view line);
  std::optional<MeantLine> namesOfParties(std::string_view line) const;
  std::optional<MeantLine> can(std::string_view line);
  std::optional<MeantLine> notBoth(const std::vector<std::string>& words) const;
  std::optional<MeantLine> wants(std::string_view line);
  std::optional<MeantLine> wishesInARow(std::string_view line, const std::vector<std::string>& words) const;
  std::optional<MeantLine> rather(std::string_view line) const;
  std::optional<MeantLine> optionOfBlock(std::string_view line, std::string_view nextLine);
  std::optional<MeantLine> otherwiseSaid(std::string_view line) const;
  std::optional<MeantLine> namesOfListed(std::string_view line, std::string_view nextLine);
  std::optional<MeantLine> signed_(std::string_view line) const;
  std::optional<MeantLine> ordinal(std::string_view line) const;
  std::optional<MeantLine> verdict(std::string_view line) const;
  std::optional<MeantLine> refusal(std::string_view line) const;
  std::optional<MeantLine> boldName(std::string_view line) const;
  std::optional<MeantLine> itemOfSection(std::string_view line) const;
  std::optional<MeantLine> doesOrNot(std::string_view line);
  std::optional<MeantLine> points(std::string_view line) const;
  std::optional<MeantLine> namedOutcome(std::string_view line) const;
  std::optional<MeantLine> rankedOutcomes(std::string_view line) const;
  std::optional<MeantLine> counted(std::string_view line) const;
  std::optional<MeantLine> neitherParty(std::string_view line) const;
  std::vector<std::string> ownersOf(const std::string& option) const;
  std::optional<MeantLine> unlessBehindComma(std::string_view line) const;
  std::optional<std::string> optionIn(const std::vector<std::string>& words, bool allWords = false) const;
  std::optional<MeantLine> ifInParentheses(std::string_view line) const;
  std::optional<MeantLine> thereIs(std::string_view line) const;
  std::optional<MeantLine> plainWish(std::string_view line) const;
  std::optional<MeantLine> notWanted(std::string_view line) const;
  std::optional<MeantLine> chainOfWishes(std::string_view line, bool inWishes) const;
  std::optional<MeantLine> onlyOne(std::string_view line, bool inWishes) const;
  std::optional<MeantLine> listOfToday(std::string_view line) const;
  std::optional<MeantLine> wantsNothing(std::string_view line, std::string_view nextLine) const;
  std::optional<MeantLine> nameAlone(std::string_view line, std::string_view nextLine);
  std::optional<MeantLine> today(std::string_view line) const;
  std::optional<MeantLine> rule(std::string_view line) const;
  std::optional<MeantLine> definition(std::string_view line) const;
  std::optional<MeantLine> sentence(std::string_view line) const;
  std::optional<MeantLine> outcomes(std::string_view line, std::string_view nextLine);
  std::optional<MeantLine> comparison(std::string_view line, bool inWishes);

  bool isName(std::string_view word) const { return parties_.contains(word) || options_.contains(word); }

  std::set<std::string, std::less<>> parties_; ///< as far as lines show them at first sight
  std::set<std::string, std::less<>> options_;
  std::vector<std::pair<std::string, std::string>> owned_; ///< party and option, in the order of the text
  std::set<std::string, std::less<>> defined_;             ///< conditions with names
  std::set<std::string, std::less<>> outcomes_;            ///< `war = fight and resist`
  enum class Section : std::uint8_t { none, parties, today, wishes };
  Section section_ = Section::none;           ///< below a heading of another format
  std::set<std::string, std::less<>> mapped_; ///< `Ida: [paint]`
  std::set<std::string, std::less<>> listed_; ///< parties whose options stand in a list of their own
  std::vector<std::string> columns_;          ///< of the table, by what they hold; empty: no header was seen
  std::string rowParty_;                      ///< of the row before
  std::string wishParty_;                     ///< of the wish before, where it named its party
  std::string canParty_;                      ///< of the `can` before
  std::string taken_;                         ///< today, by the rows of the table
  bool namesBelow_ = false;                   ///< below `parties:`, names whose options stand elsewhere
  bool yaml_ = false;                         ///< below `parties:`, names with colons
  bool optionsBelow_ = false;                 ///< below `options:`
  bool inOutcomes_ = false;                   ///< below a heading of numbered outcomes
  bool numbered_ = false;                     ///< outcomes have been numbered
};

} // namespace stasis::language
