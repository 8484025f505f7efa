// Saving among other writers: nothing that another program wrote is lost, whatever the moment.
#include "studio.h"
#include "studio/file_exchange.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cstdio>
#include <fstream>

namespace stasis::test {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

Json bodyOf(const Reply& reply) { return Json::parse(reply.body); }

Reply save(Studio& studio, const std::string& path, const std::string& text, const Json& seen) {
  return studio.send("PUT", "/api/file", {{"path", path}, {"text", text}, {"revision", seen}});
}

Json seen(Studio& studio, const std::string& path) {
  return bodyOf(studio.get("/api/file?path=" + path))["revision"];
}

std::size_t entriesOf(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

// Another program swaps its own version in, as careful editors do: it sees exactly what it displaced.
std::string swapIn(const fs::path& file, const fs::path& mine, const std::string& text) {
  std::ofstream(mine, std::ios::binary) << text;
  ::renameat2(AT_FDCWD, mine.c_str(), AT_FDCWD, file.c_str(), RENAME_EXCHANGE);
  std::string out;
  std::getline(std::ifstream(mine, std::ios::binary), out, '\0');
  return out;
}

TEST(Saving, LosesNothingThatWasRenamedInMeanwhile) {
  const Scene scene;
  const Scene elsewhere; // of the same file system, so that the swap is one step
  scene.put("well.conflict", "begin");
  Studio studio(scene);
  const fs::path file = scene.path() / "well.conflict";
  unsigned random = 12345;
  int clashes = 0;
  int saved = 0;
  for (int round = 0; round < 200; ++round) {
    const std::string before = "before " + std::to_string(round);
    const std::string theirs = "theirs " + std::to_string(round);
    const std::string mine = "mine " + std::to_string(round) + std::string(20'000, 'x');
    scene.put("well.conflict", before);
    const Json revision = seen(studio, "well.conflict");
    random = random * 1664525U + 1013904223U;
    const auto wait = std::chrono::microseconds(random % 12'000);
    std::string displaced;
    std::thread other([&] {
      std::this_thread::sleep_for(wait);
      displaced = swapIn(file, elsewhere.path() / "mine", theirs);
    });
    const Reply reply = save(studio, "well.conflict", mine, revision);
    other.join();
    const std::string now = scene.text("well.conflict");
    // Theirs stands, or was never displaced by us: they displaced mine after it was saved.
    EXPECT_EQ(now, theirs) << round << ": " << reply.status;
    if (reply.status == 200) {
      EXPECT_EQ(displaced, mine) << round;
      ++saved;
    } else {
      EXPECT_EQ(reply.status, 409) << round;
      ++clashes;
    }
  }
  EXPECT_EQ(clashes + saved, 200);
  EXPECT_GT(clashes, 0);
  EXPECT_EQ(entriesOf(scene.path()), 1U); // nothing is left beside it
}

TEST(Saving, LosesNothingThatIsBeingWrittenInPlace) {
  const Scene scene;
  Studio studio(scene);
  for (int round = 0; round < 40; ++round) {
    scene.put("well.conflict", "before " + std::to_string(round));
    const Json revision = seen(studio, "well.conflict");
    const std::string theirs = "theirs " + std::to_string(round);
    const int writer = ::open((scene.path() / "well.conflict").c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
    std::thread other([&] {
      std::this_thread::sleep_for(std::chrono::microseconds(250 * round));
      EXPECT_EQ(::write(writer, theirs.data(), theirs.size()), static_cast<ssize_t>(theirs.size()));
      ::close(writer);
    });
    EXPECT_EQ(save(studio, "well.conflict", "mine", revision).status, 409) << round;
    other.join();
    EXPECT_EQ(scene.text("well.conflict"), theirs) << round;
  }
}

TEST(Saving, LeavesWhatIsNotUtf8AsItIs) {
  const Scene scene;
  const std::string latin = "# K\xf6ln\nconflict \"x\"\nparty A\n  option a\n";
  scene.put("old.conflict", latin);
  scene.put("report.txt", "K\xf6ln");
  Studio studio(scene);
  for (const std::string path : {"old.conflict", "report.txt"}) {
    const Json read = bodyOf(studio.get("/api/file?path=" + path));
    EXPECT_NE(read["locked"].get<std::string>().find("UTF-8"), std::string::npos);
    EXPECT_EQ(save(studio, path, read["text"], read["revision"]).status, 403) << path;
  }
  EXPECT_EQ(scene.text("old.conflict"), latin);
  scene.put("good.conflict", "# K\u00f6ln");
  EXPECT_TRUE(bodyOf(studio.get("/api/file?path=good.conflict"))["locked"].is_null());
}

TEST(Saving, RespectsWriteProtectionAndTellsOfHardLinks) {
  const Scene scene;
  scene.put("kept.conflict", "kept");
  scene.put("one.conflict", "both");
  fs::permissions(scene.path() / "kept.conflict", fs::perms(0444));
  fs::create_hard_link(scene.path() / "one.conflict", scene.path() / "two.conflict");
  Studio studio(scene);
  const Json kept = bodyOf(studio.get("/api/file?path=kept.conflict"));
  EXPECT_FALSE(kept["locked"].is_null());
  EXPECT_EQ(save(studio, "kept.conflict", "changed", kept["revision"]).status, 403);
  EXPECT_EQ(scene.text("kept.conflict"), "kept");
  const Json saved = bodyOf(save(studio, "one.conflict", "new", seen(studio, "one.conflict")));
  EXPECT_EQ(saved["otherNames"], 1);
  EXPECT_EQ(scene.text("two.conflict"), "both");
  EXPECT_EQ(bodyOf(save(studio, "one.conflict", "newer", saved["revision"]))["otherNames"], 0);
}

TEST(Saving, TellsWhatAFileIsNow) {
  const Scene scene;
  scene.put("well.conflict", "one");
  Studio studio(scene);
  EXPECT_EQ(bodyOf(studio.get("/api/revision?path=well.conflict"))["revision"],
            seen(studio, "well.conflict"));
  fs::remove(scene.path() / "well.conflict");
  EXPECT_TRUE(bodyOf(studio.get("/api/revision?path=well.conflict"))["revision"].is_null());
  EXPECT_EQ(studio.get("/api/revision?path=../x.conflict").status, 403);
}

/// The number of a process that has ended.
pid_t endedProcess() {
  const pid_t child = ::fork();
  if (child == 0)
    ::_exit(0);
  ::waitpid(child, nullptr, 0);
  return child;
}

TEST(Leftovers, AreClearedAtTheNextStartAndNothingIsLostByThat) {
  const Scene scene;
  const std::string dead = std::to_string(endedProcess());
  const std::string live = std::to_string(::getppid());
  const std::string before = studio::revisionOf("before");
  const std::string after = studio::revisionOf("after");
  const auto name = [&](const std::string& pid, const std::string& stage) {
    return ".well.conflict.studio-" + pid + "-" + stage;
  };
  scene.put("well.conflict", "after");
  scene.put(name(dead, "w"), "aft");                                  // still being written
  scene.put(name(dead, "x" + before + "_" + after), "before");        // displaced as meant
  scene.put("in/" + name(dead, "x" + before + "_" + after), "after"); // not yet in place
  scene.put("in/."
            "other.conflict.studio-" +
                dead + "-x" + before + "_" + after,
            "by somebody else");
  scene.put(name(live, "w"), "of one that lives");
  scene.put(".well.conflict.studio-x", "not ours");
  const Studio studio(scene);
  EXPECT_FALSE(fs::exists(scene.path() / name(dead, "w")));
  EXPECT_FALSE(fs::exists(scene.path() / name(dead, "x" + before + "_" + after)));
  EXPECT_FALSE(fs::exists(scene.path() / "in" / name(dead, "x" + before + "_" + after)));
  EXPECT_EQ(scene.text("in/other.recovered.conflict"), "by somebody else");
  EXPECT_TRUE(fs::exists(scene.path() / name(live, "w")));
  EXPECT_TRUE(fs::exists(scene.path() / ".well.conflict.studio-x"));
  EXPECT_EQ(scene.text("well.conflict"), "after");
}

} // namespace
} // namespace stasis::test
