#include "evidence/reading/kind_features.h"
#include "evidence/reading/read_report.h"
#include "evidence/reading/reading_text.h"
#include "evidence/reading/speech_act.h"
#include "reading/gold.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

namespace stasis::evidence {
namespace {

/// A statement with its kind, as the reader asks for it.
struct Labelled {
  std::string source, kind, also;
  std::string verb, words, condition, clause;
  bool direct = true;

  SpeechActQuestion question() const { return {verb, words, words, direct, condition, clause}; }
  bool accepts(const std::string& answer) const {
    return answer == kind || (',' + also + ',').find(',' + answer + ',') != std::string::npos;
  }
};

std::vector<std::vector<std::string>> rowsOf(const std::string& file) {
  std::vector<std::vector<std::string>> all;
  std::istringstream lines(fileText(support::root() + "/tests/reading/kinds/" + file));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');)
      cells.push_back(cell);
    cells.resize(9);
    all.push_back(cells);
  }
  return all;
}

/// As the statement that the reader finds; if there is none, the whole sentence as somebody's own words.
Labelled askedOf(const std::string& text) {
  const Ledger ledger = readReport(text + "\n", "kinds");
  const Ledger spoken = readReport("Ana Bell said: “" + text + "”\n", "kinds");
  const bool found = !ledger.entries.empty();
  Labelled asked;
  asked.words = plainMarks(text);
  if (!found && spoken.entries.size() != 1)
    return asked;
  const LedgerEntry& one = found ? ledger.entries.front() : spoken.entries.front();
  asked.words = plainMarks(wordsOfAct(one));
  if (one.condition) {
    asked.condition = one.condition->marker;
    asked.clause = one.condition->clause.text;
  }
  if (found) {
    asked.verb = one.verb;
    asked.direct = !one.content;
  }
  return asked;
}

/// statements.tsv and more.tsv: sentences written for this, the first labelled twice. in_reports.tsv:
/// statements of thirty reports written for this, as the reader cut them out.
std::vector<Labelled> labelled() {
  std::vector<Labelled> all;
  const auto add = [&](const std::string& source, const std::string& kind, const std::string& also,
                       Labelled one) {
    one.source = source;
    one.kind = kind;
    one.also = also;
    all.push_back(std::move(one));
  };
  for (const auto& row : rowsOf("statements.tsv"))
    if (row[4] == "asserted")
      add("statements", row[5], row[7], askedOf(row[1]));
  for (const auto& row : rowsOf("more.tsv"))
    add("more", row[0], row[1], askedOf(row[2]));
  for (const auto& row : rowsOf("in_reports.tsv"))
    add(row[0], row[1], row[2], {"", "", "", row[4], row[7], row[5], row[6], row[3] == "1"});
  return all;
}

TEST(Kinds, OfTheStatementsThatTheWeightsWereLearntOnFourInFiveAreRight) {
  std::size_t right = 0;
  const std::vector<Labelled> all = labelled();
  for (const Labelled& one : all) {
    const std::string kind(word(decideSpeechAct(one.question()).kind));
    right += one.accepts(kind);
    if (!one.accepts(kind) && std::getenv("STASIS_TELL") != nullptr)
      std::cout << kind << " not " << one.kind << ": " << one.verb << " | " << one.words << '\n';
  }
  std::cout << right << " of " << all.size() << '\n';
  EXPECT_GE(right * 5, all.size() * 4);
}

/// What train_kinds.py learns from: STASIS_KIND_FEATURES=file.
TEST(Kinds, TheirFeaturesAreWrittenWhereAsked) {
  const char* path = std::getenv("STASIS_KIND_FEATURES");
  if (path == nullptr)
    GTEST_SKIP() << "nobody asked";
  std::ofstream out(path);
  for (const Labelled& one : labelled()) {
    out << one.source << '\t' << one.kind << '\t' << one.also;
    for (const std::string& feature : kindFeatures(one.question()))
      out << '\t' << feature;
    out << '\n';
  }
}

} // namespace
} // namespace stasis::evidence
