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

/// tests/reading/kinds/statements.tsv: written for this test, labelled twice.
struct Labelled {
  int id = 0;
  std::string text, reality, kind, also, embedded;
};

std::vector<Labelled> statements() {
  std::vector<Labelled> all;
  std::istringstream lines(fileText(support::root() + "/tests/reading/kinds/statements.tsv"));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');)
      cells.push_back(cell);
    cells.resize(9);
    all.push_back({std::stoi(cells[0]), cells[1], cells[4], cells[5], cells[7], cells[8]});
  }
  return all;
}

/// How the reader asks: by the statement it finds, else of the whole sentence as somebody's own words.
struct Asked {
  std::string verb, words, condition;
  bool direct = true;
  SpeechActQuestion question() const { return {verb, words, words, direct, condition}; }
};

Asked askedOf(const std::string& text) {
  const Ledger ledger = readReport(text + "\n", "kinds");
  if (!ledger.entries.empty()) {
    const LedgerEntry& one = ledger.entries.front();
    return {one.verb, plainMarks(wordsOfAct(one)), one.condition ? one.condition->marker : "", !one.content};
  }
  const Ledger spoken = readReport("Ana Bell said: “" + text + "”\n", "kinds");
  if (spoken.entries.size() == 1) {
    const LedgerEntry& one = spoken.entries.front();
    return {"", plainMarks(wordsOfAct(one)), one.condition ? one.condition->marker : "", true};
  }
  return {"", plainMarks(text), "", true};
}

std::size_t rightOf(int remainder, std::size_t& asked) {
  std::size_t right = 0;
  asked = 0;
  for (const Labelled& one : statements()) {
    if (one.id % 2 != remainder || one.reality != "asserted")
      continue;
    ++asked;
    const Asked how = askedOf(one.text);
    const std::string kind(word(decideSpeechAct(how.question()).kind));
    right += kind == one.kind || kind == one.also;
    if (kind != one.kind && kind != one.also && std::getenv("STASIS_TELL") != nullptr && remainder == 1)
      std::cout << kind << " not " << one.kind << ": " << how.verb << " | " << how.words << '\n';
  }
  return right;
}

TEST(Kinds, OfTheStatementsTheyWereTunedOnFourInFiveAreRight) {
  std::size_t asked = 0;
  const std::size_t right = rightOf(1, asked);
  std::cout << right << " of " << asked << '\n';
  EXPECT_GE(right * 5, asked * 4);
}

TEST(Kinds, OfTheStatementsKeptAsideThreeInFourAreRight) {
  if (std::getenv("STASIS_HELD") == nullptr)
    GTEST_SKIP() << "measured once, then on with STASIS_HELD=1";
  std::size_t asked = 0;
  const std::size_t right = rightOf(0, asked);
  std::cout << right << " of " << asked << '\n';
  EXPECT_GE(right * 4, asked * 3);
}

/// What train_kinds.py learns from: STASIS_KIND_FEATURES=file.
TEST(Kinds, TheirFeaturesAreWrittenWhereAsked) {
  const char* path = std::getenv("STASIS_KIND_FEATURES");
  if (path == nullptr)
    GTEST_SKIP() << "nobody asked";
  std::ofstream out(path);
  for (const Labelled& one : statements()) {
    if (one.id % 2 != 1 || one.reality != "asserted")
      continue;
    const Asked how = askedOf(one.text);
    out << one.kind << '\t' << one.also;
    for (const std::string& feature : kindFeatures(how.question()))
      out << '\t' << feature;
    out << '\n';
  }
}

} // namespace
} // namespace stasis::evidence
