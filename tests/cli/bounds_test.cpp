// The limits of a run hold for every verb: time, memory and threads follow the options, interrupts end it at
// once, and the exit status says which it was. Nothing is timed: a limit that is not kept shows by another
// exit status, since the models here take much longer than the limit.
#include "session.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace stasis::test {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, with these models.
class Bounds : public testing::Test {
protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("stasis-bounds-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
    write("pigeons.conflict", pigeons(16, 15));
    write("wide.conflict", oneParty(40));
    write("small.conflict", "conflict \"S\"\nparty A\n  option a\nparty B\n  option b\nstatus quo none\n"
                            "prefer A\n  a\nprefer B\n  b if a\n  not b\n");
  }
  void TearDown() override { fs::remove_all(folder_); }

  Ran ran(const std::string& command) const { return run(command, folder_.string()); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }

  /// Everyone sits somewhere, and no two sit together. No state is feasible, and diagrams need long to find
  /// that out.
  static std::string pigeons(int birds, int holes) {
    std::string text = "conflict \"Pigeons\"\n";
    for (int b = 0; b < birds; ++b) {
      text += "party P" + std::to_string(b) + "\n";
      for (int h = 0; h < holes; ++h)
        text += "  option o" + std::to_string(b) + "_" + std::to_string(h) + "\n";
    }
    for (int h = 0; h < holes; ++h) {
      text += "at most 1 of o0_" + std::to_string(h);
      for (int b = 1; b < birds; ++b)
        text += ", o" + std::to_string(b) + "_" + std::to_string(h);
      text += "\n";
    }
    for (int b = 0; b < birds; ++b) {
      text += "at least 1 of o" + std::to_string(b) + "_0";
      for (int h = 1; h < holes; ++h)
        text += ", o" + std::to_string(b) + "_" + std::to_string(h);
      text += "\n";
    }
    return text + "prefer P0\n  o0_0\nprefer P1\n  o0_0 and o1_1\n";
  }

  static std::string crowd(int parties) {
    std::string text = "conflict \"Crowd\"\n";
    for (int p = 0; p < parties; ++p)
      text += "party P" + std::to_string(p) + "\n  option o" + std::to_string(p) + "\n";
    return text;
  }

  static std::string oneParty(int options) {
    std::string text = "conflict \"Wide\"\nparty A\n";
    for (int k = 0; k < options; ++k)
      text += "  option o" + std::to_string(k) + "\n";
    return text + "status quo none\nprefer A\n  o0\n";
  }

  static std::string joined(const Ran& ran) {
    std::string text;
    for (const auto& line : ran.lines)
      text += line + "\n";
    return text;
  }

  fs::path folder_;
};

/// Every verb that opens an engine, on a model that takes long to open.
const std::vector<std::string> longRuns{
    "check pigeons.conflict",
    "solve pigeons.conflict",
    "solve pigeons.conflict --format json",
    "states pigeons.conflict",
    "moves pigeons.conflict --from 'P0.o0_0'",
    "explain pigeons.conflict --state 1",
    "paths pigeons.conflict --to 'o0_0'",
    "coalitions pigeons.conflict",
    "robust pigeons.conflict",
    "diff pigeons.conflict small.conflict",
    "test pigeons.conflict",
    "export pigeons.conflict --format gmcr",
    "export pigeons.conflict --format dot",
    "report pigeons.conflict",
    "brief pigeons.conflict",
};

TEST_F(Bounds, TimeoutEndsEveryVerbWithExitCode3) {
  for (const auto& words : longRuns) {
    const Ran out = ran("stasis " + words + " --timeout 300ms");
    EXPECT_EQ(out.status, 3) << words << "\n" << joined(out);
    EXPECT_NE(joined(out).find("--timeout allows more"), std::string::npos) << words << "\n" << joined(out);
  }
}

TEST_F(Bounds, InterruptsEndEveryVerbWithExitCode130) {
  for (const std::string signal : {"INT", "TERM"})
    for (const auto& words : longRuns) {
      const Ran out = ran("timeout --preserve-status -s " + signal + " 0.5 stasis " + words);
      EXPECT_EQ(out.status, 130) << signal << " " << words << "\n" << joined(out);
    }
}

TEST_F(Bounds, TimeoutIsAProblemInJsonToo) {
  const Ran out = ran("stasis solve pigeons.conflict --timeout 300ms --format json 2>/dev/null");
  EXPECT_EQ(out.status, 3);
  EXPECT_NE(joined(out).find("stasis/problems-1"), std::string::npos) << joined(out);
}

TEST_F(Bounds, WaitingForInputIsBoundedToo) {
  const Ran out = ran("sleep 20 | stasis check - --timeout 200ms");
  EXPECT_EQ(out.status, 3) << joined(out);
}

// The largest process of this test must stay within 1.3 × what was asked.
TEST_F(Bounds, MemoryIsWhatItIsToldToBe) {
  write("many.conflict", oneParty(1000));
  write("crowd.conflict", crowd(16000));
  for (const std::string words :
       {"solve pigeons.conflict", "check pigeons.conflict", "report pigeons.conflict",
        "export pigeons.conflict --format gmcr", "robust pigeons.conflict", "report many.conflict",
        "export many.conflict --format nfg", "moves wide.conflict", "explain wide.conflict --state s1",
        "outline crowd.conflict"}) {
    const Ran out = ran("stasis " + words + " --max-memory 64M --timeout 20s");
    EXPECT_TRUE(out.status == 0 || out.status == 1 || out.status == 3) << words << ": " << out.status;
    rusage used{};
    ::getrusage(RUSAGE_CHILDREN, &used);
    EXPECT_LE(used.ru_maxrss, 64 * 1024 * 13 / 10) << words << " (kB)";
  }
}

TEST_F(Bounds, AnyNumberOfThreadsGivesTheSameAnswer) {
  const auto one = ran("stasis robust small.conflict --threads 1");
  EXPECT_EQ(one.status, 0) << joined(one);
  EXPECT_EQ(ran("stasis robust small.conflict --threads 3").lines, one.lines);
  EXPECT_EQ(ran("stasis solve small.conflict --threads 0").status, 2);
}

TEST_F(Bounds, AReportLeavesOutWhatCannotBeDrawnAndSaysSo) {
  const Ran out = ran("stasis report wide.conflict");
  EXPECT_EQ(out.status, 0);
  EXPECT_NE(joined(out).find("note: The drawing of improvements and the reasons are left out"),
            std::string::npos);
  EXPECT_NE(joined(out).find("<p class=\"faint\">The drawing"), std::string::npos);
  EXPECT_NE(joined(out).find("</html>"), std::string::npos);
}

// Only the symbolic engine takes what is sound of it, and whether members are alike is not looked for before
// somebody asks what is stable.
TEST_F(Bounds, AMisspeltWishInAFamilyOfThousandsIsToldAtOnce) {
  std::string text = "conflict \"Many\"\nparties F of m0";
  for (int i = 1; i < 4000; ++i)
    text += ", m" + std::to_string(i);
  write("many.conflict", text + "\n  option go\nparty P\n  option pay\nstatus quo none\n"
                                "prefer each F\n  pya\n  not self.go\nprefer P\n  not pay\n");
  const Ran out = ran("timeout 60 stasis check many.conflict");
  EXPECT_EQ(out.status, 1) << joined(out);
  EXPECT_NE(joined(out).find("S0203"), std::string::npos) << joined(out);
}

TEST_F(Bounds, VerboseSaysHowLongSolvingTook) {
  const auto text = joined(ran("stasis solve small.conflict --verbose 2>&1 >/dev/null"));
  EXPECT_NE(text.find(" ms by the explicit engine"), std::string::npos) << text;
}

TEST_F(Bounds, VersionListsWhatIsInside) {
  const auto text = joined(ran("stasis --version --verbose"));
  for (const std::string part :
       {"CLI11", "nlohmann-json", "GNU MP", "OpenSSL", "LGPL-3.0-or-later", "BSD-3-Clause"})
    EXPECT_NE(text.find(part), std::string::npos) << part;
}

TEST_F(Bounds, FilesThatCannotBeWrittenOrReadAreSaidToBeSo) {
  write("kept.html", "kept");
  ASSERT_EQ(::chmod((folder_ / "kept.html").c_str(), 0444), 0);
  const auto kept = joined(ran("stasis report small.conflict -o kept.html --force"));
  EXPECT_NE(kept.find("write-protected"), std::string::npos) << kept;
  fs::create_symlink("loop.html", folder_ / "loop.html");
  const auto loop = joined(ran("stasis report small.conflict -o loop.html --force"));
  EXPECT_NE(loop.find("Too many levels of symbolic links"), std::string::npos) << loop;
  fs::create_symlink("loop.conflict", folder_ / "loop.conflict");
  EXPECT_EQ(joined(ran("stasis check loop.conflict")).find("did you mean"), std::string::npos);
}

TEST_F(Bounds, ACertificateWithoutAVerdictHoldsNothing) {
  const Ran out = ran(
      "stasis explain small.conflict --state s1 --format json > c.json; "
      "python3 -c \"import "
      "json;c=json.load(open('c.json'));c['verdicts']=[];c['sets']=[];json.dump(c,open('e.json','w'))\" && "
      "stasis verify small.conflict e.json");
  EXPECT_EQ(out.status, 1) << joined(out);
}

} // namespace
} // namespace stasis::test
