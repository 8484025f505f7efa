#include "evidence/reading/read_report.h"
#include "evidence/reading/shared_work.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <stdexcept>

namespace stasis::evidence {
namespace {

TEST(SharedWork, DoesEveryPieceOnceInEveryRound) {
  for (const std::size_t threads : {1, 2, 5}) {
    SharedWork shared(threads);
    for (const std::size_t count : {0, 1, 7, 500}) {
      std::vector<int> done(count, 0);
      shared.run(count, [&](std::size_t i) { ++done[i]; });
      EXPECT_EQ(std::accumulate(done.begin(), done.end(), 0), static_cast<int>(count));
      EXPECT_TRUE(std::ranges::all_of(done, [](int n) { return n == 1; }));
    }
  }
}

TEST(SharedWork, WhatAPieceThrowsComesOutAndTheNextRoundRuns) {
  SharedWork shared(3);
  EXPECT_THROW(shared.run(100,
                          [](std::size_t i) {
                            if (i == 40)
                              throw std::runtime_error("forty");
                          }),
               std::runtime_error);
  std::atomic<int> done = 0;
  shared.run(10, [&](std::size_t) { ++done; });
  EXPECT_EQ(done, 10);
}

/// All reports of the tests as one text, some hundred sentences.
std::string longText() {
  std::string text;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(support::root() + "/tests/reading/reports"))
    if (entry.path().extension() == ".txt")
      paths.push_back(entry.path());
  std::ranges::sort(paths);
  for (const auto& path : paths) {
    std::ifstream file(path);
    text.append(std::istreambuf_iterator<char>(file), {});
    text += "\n\n";
  }
  return text;
}

TEST(ReadingWork, ThreadsChangeNothing) {
  const std::string text = longText();
  ASSERT_GT(text.size(), 10000U);
  const auto written = [&](std::size_t threads) {
    const Ledger ledger = readReport(text, "long.txt", std::nullopt, {threads, {}});
    EXPECT_GT(ledger.entries.size(), 50U);
    std::string all = std::to_string(ledger.unreal.size());
    for (const LedgerEntry& e : ledger.entries)
      all += '\n' + e.speaker.value_or("?") + '|' + e.said().text + '|' + std::string(word(e.kind)) + '|' +
             (e.condition ? e.condition->clause.text : "") + '|' + e.path + '|' + e.rule;
    return all;
  };
  const std::string alone = written(1);
  EXPECT_EQ(written(2), alone);
  EXPECT_EQ(written(7), alone);
}

TEST(ReadingWork, IsAskedWhetherToGoOn) {
  const std::string text = longText();
  std::size_t asked = 0;
  readReport(text, "long.txt", std::nullopt, {2, [&] { ++asked; }});
  EXPECT_GT(asked, 0U);
  EXPECT_THROW(readReport(text, "long.txt", std::nullopt, {2, [] { throw std::runtime_error("stop"); }}),
               std::runtime_error);
}

} // namespace
} // namespace stasis::evidence
