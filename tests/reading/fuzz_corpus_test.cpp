#include "fuzz/read_property.h"
#include "reading/gold.h"
#include "support/processor_time.h"
#include "support/root.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>

namespace stasis::evidence {
namespace {

namespace fs = std::filesystem;

// Seeds of the fuzz target, what it has found, and the reports of the other tests.
TEST(ReadCorpus, IsReplayed) {
  std::vector<fs::path> files;
  for (const char* folder : {"/tests/fuzz/corpus/read", "/tests/reading/reports"})
    std::ranges::copy(fs::directory_iterator(support::root() + std::string(folder)),
                      std::back_inserter(files));
  EXPECT_GT(files.size(), 30U);
  for (const fs::path& path : files)
    EXPECT_EQ(fuzz::readProblem(fileText(path)), "") << path;
}

RC_GTEST_PROP(ReadCorpus, AnyBytesAreRead, (const std::string& bytes)) {
  RC_ASSERT(fuzz::readProblem(bytes) == "");
}

/// Pieces of reports in any order: words the rules look at, where they do not expect them.
RC_GTEST_PROP(ReadCorpus, AnyOrderOfPiecesIsRead, ()) {
  static const std::vector<std::string> pieces = {"\"",
                                                  "\u201C",
                                                  "\u201D",
                                                  "'",
                                                  "\u2019",
                                                  " said ",
                                                  ", who ",
                                                  "Ann Lee",
                                                  "the ",
                                                  ", ",
                                                  ". ",
                                                  ": ",
                                                  "; ",
                                                  " \u2014 ",
                                                  "\n",
                                                  "\n\n",
                                                  "according to ",
                                                  "told ",
                                                  "he ",
                                                  "and ",
                                                  "(",
                                                  ")",
                                                  "U.S. ",
                                                  "Mr. ",
                                                  "if ",
                                                  "that ",
                                                  "of ",
                                                  "spokesman ",
                                                  "was ",
                                                  "by ",
                                                  "Russia's ",
                                                  "President ",
                                                  "workers' ",
                                                  "to ",
                                                  "saying ",
                                                  "<p>",
                                                  "</p>",
                                                  "&quot;",
                                                  "said.",
                                                  "\u00A0",
                                                  "made it clear ",
                                                  "&",
                                                  "M&S ",
                                                  "on Tuesday ",
                                                  "-",
                                                  "--",
                                                  "...",
                                                  "\x01",
                                                  "\x05",
                                                  "\xC3"};
  std::string text;
  const auto order =
      *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size()));
  for (const std::size_t piece : order)
    text += pieces[piece];
  RC_ASSERT(fuzz::readProblem(text) == "");
}

/// Processor time, in seconds, of reading each of these repeated to so many bytes.
double secondsFor(std::size_t length) {
  const double before = support::processorSeconds();
  for (const std::string piece :
       {"said ", "\"a ", "'a ", "and said ", "He said that she said that ", "if we go, we said if ", "(",
        "Ann Lee, ", "\"a b c d,\" he said. ", "<p>\"a", "&amp;"}) {
    std::string text;
    while (text.size() < length)
      text += piece;
    readReport(text, "x");
  }
  return support::processorSeconds() - before;
}

// Four times the length takes four times as long if reading is linear, and sixteen times as long if it is
// quadratic.
TEST(ReadCorpus, OneThingRepeatedIsReadInLinearTime) {
#if defined(__clang__) // the sanitizers' compiler: twenty times as slow
  constexpr std::size_t length = 4000;
#else
  constexpr std::size_t length = 20000;
#endif
  const double once = secondsFor(length);
  EXPECT_LT(secondsFor(4 * length), 9 * once + 0.2);
}

} // namespace
} // namespace stasis::evidence
