// Saving among other writers: nothing that another program wrote is lost, whatever the moment.
#include "files/descriptor.h"
#include "files/file_exchange.h"
#include "studio.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <vector>

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

TEST(Saving, LosesNothingOfAProgramThatIsStillWriting) {
  const Scene scene;
  scene.put("well.conflict", "before");
  scene.put("other.conflict", "before"); // another file is saved as ever
  Studio studio(scene);
  const Json revision = seen(studio, "well.conflict");
  const fs::path file = scene.path() / "well.conflict";
  const files::Descriptor writer(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
  const Reply reply = save(studio, "well.conflict", "mine", revision);
  EXPECT_EQ(reply.status, 409);
  EXPECT_TRUE(bodyOf(reply)["busy"]);
  EXPECT_NE(bodyOf(reply)["error"].get<std::string>().find("another program"), std::string::npos);
  EXPECT_EQ(save(studio, "other.conflict", "mine", seen(studio, "other.conflict")).status, 200);
  ASSERT_EQ(::write(writer.get(), "theirs", 6), 6);
  EXPECT_EQ(scene.text("well.conflict"), "theirs");
  EXPECT_EQ(entriesOf(scene.path()), 2U);
}

TEST(Saving, KeepsWhatAFileHasBesideItsText) {
  const Scene scene;
  scene.put("well.conflict", "before");
  const fs::path file = scene.path() / "well.conflict";
  fs::permissions(file, fs::perms(0640));
  const bool attributes = ::setxattr(file.c_str(), "user.origin", "harbour", 7, 0) == 0;
  const bool owned = ::chown(file.c_str(), 65534, 65534) == 0; // only root may
  Studio studio(scene);
  const Json saved = bodyOf(save(studio, "well.conflict", "after", seen(studio, "well.conflict")));
  EXPECT_TRUE(saved["notKept"].is_null());
  struct stat status{};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0640U);
  EXPECT_EQ(status.st_uid, owned ? 65534U : ::getuid());
  std::string value(7, '\0');
  EXPECT_EQ(::getxattr(file.c_str(), "user.origin", value.data(), value.size()), attributes ? 7 : -1);
  EXPECT_EQ(value, attributes ? "harbour" : std::string(7, '\0'));
  EXPECT_EQ(scene.text("well.conflict"), "after");
}

TEST(Saving, WhatCanBeOpenedCanBeSavedAndNothingGrowsBeyondIt) {
  const Scene scene;
  const std::string large = std::string(7'900'000, 'x') + std::string(100'000, '\n'); // longer as JSON
  scene.put("large.conflict", large);
  scene.put("odd.txt", std::string(4'000'000, '\x01')); // 24 MB as JSON
  Studio studio(scene);
  const Json read = bodyOf(studio.get("/api/file?path=large.conflict"));
  ASSERT_TRUE(read["locked"].is_null());
  EXPECT_EQ(save(studio, "large.conflict", large + "y", read["revision"]).status, 200);
  EXPECT_EQ(
      save(studio, "large.conflict", std::string(8 << 20, 'x') + "y", seen(studio, "large.conflict")).status,
      413);
  EXPECT_EQ(scene.text("large.conflict"), large + "y");
  EXPECT_FALSE(bodyOf(studio.get("/api/file?path=odd.txt"))["locked"].is_null());
}

TEST(Names, ThatCannotBeAskedForAreListedWithTheReason) {
  const Scene scene;
  scene.put("K\xf6ln.conflict", "x");
  scene.put("two\nlines.conflict", "x");
  scene.put("good.conflict", "x");
  Studio studio(scene);
  const Json files = bodyOf(studio.get("/api/files"))["files"];
  ASSERT_EQ(files.size(), 3U);
  EXPECT_EQ(files[0]["path"], "K\\xF6ln.conflict");
  EXPECT_EQ(files[0]["problem"], "its name is not UTF-8");
  EXPECT_TRUE(files[1]["problem"].is_null());
  EXPECT_EQ(files[2]["path"], "two\\x0Alines.conflict");
  EXPECT_EQ(files[2]["problem"], "its name has a control character");
}

TEST(Names, ThatAreTooManyOrTooDeepAreSaidToBeLeftOut) {
  const Scene scene;
  scene.put("good.conflict", "x");
  Studio studio(scene);
  EXPECT_TRUE(bodyOf(studio.get("/api/files"))["whole"]);
  scene.put("a/b/c/d/e/f/g/h/i/deep.conflict", "x");
  EXPECT_FALSE(bodyOf(studio.get("/api/files"))["whole"]);
  fs::remove_all(scene.path() / "a");
  for (int i = 0; i < 2000; ++i)
    scene.put("many/" + std::to_string(i) + ".conflict", "x");
  const Json listed = bodyOf(studio.get("/api/files"));
  EXPECT_EQ(listed["files"].size(), 2000U);
  EXPECT_FALSE(listed["whole"]);
}

TEST(FolderOfAStudio, ThatIsMovedIsSaidToBe) {
  const Scene scene;
  scene.put("in/well.conflict", smallConflict);
  const StudioSettings settings{.open = "in"};
  Studio studio(scene, settings);
  const Json revision = seen(studio, "well.conflict");
  fs::rename(scene.path() / "in", scene.path() / "elsewhere");
  scene.put("in/well.conflict", "another folder");
  for (const std::string target : {"/api/file?path=well.conflict", "/api/files",
                                   "/api/revision?path=well.conflict", "/api/source?path=well.conflict"})
    EXPECT_EQ(studio.get(target).status, 410) << target;
  EXPECT_EQ(save(studio, "well.conflict", "mine", revision).status, 410);
  EXPECT_EQ(save(studio, "new.conflict", "mine", nullptr).status, 410);
  EXPECT_NE(studio.run("check", smallConflict)["error"].get<std::string>().find("moved"), std::string::npos);
  EXPECT_EQ(scene.text("in/well.conflict"), "another folder");
  EXPECT_EQ(scene.text("elsewhere/well.conflict"), smallConflict);
  fs::remove_all(scene.path() / "in");
  fs::rename(scene.path() / "elsewhere", scene.path() / "in");
  EXPECT_EQ(studio.get("/api/file?path=well.conflict").status, 200);
  EXPECT_EQ(studio.run("check", smallConflict)["exit"], 0);
}

TEST(FolderOfAStudio, ThatTakesNoFilesIsReadOnlyFromTheStart) {
  if (::geteuid() == 0)
    GTEST_SKIP() << "nothing is forbidden to root";
  const Scene scene;
  scene.put("well.conflict", "before");
  fs::permissions(scene.path(), fs::perms(0555));
  Studio studio(scene);
  const Json session = bodyOf(studio.get("/api/session"));
  EXPECT_TRUE(session["readOnly"]);
  EXPECT_EQ(session["readOnlyBecause"], "the folder cannot be written to");
  const Json read = bodyOf(studio.get("/api/file?path=well.conflict"));
  EXPECT_EQ(read["locked"], "the folder it is in cannot be written to");
  EXPECT_EQ(save(studio, "well.conflict", "mine", read["revision"]).status, 403);
  EXPECT_EQ(save(studio, "new.conflict", "mine", nullptr).status, 403);
  fs::permissions(scene.path(), fs::perms(0755));
}

/// What a studio that was ended leaves: it makes names beside files, and these texts in them.
void leave(const fs::path& folder, const std::vector<std::array<std::string, 3>>& nameStageText) {
  files::makeOwnMark();
  const pid_t child = ::fork();
  if (child == 0) {
    for (const auto& [name, stage, text] : nameStageText)
      std::ofstream(folder / files::besideOf(name, stage), std::ios::binary) << text;
    ::_exit(0);
  }
  ::waitpid(child, nullptr, 0);
}

TEST(Leftovers, AreClearedAtTheNextStartAndNothingIsLostByThat) {
  const Scene scene;
  const std::string exchanged = "x" + files::revisionOf("before") + "_" + files::revisionOf("after");
  scene.put("well.conflict", "after");
  scene.put("in/well.conflict", "before");
  leave(scene.path(), {{"well.conflict", "w", "aft"},                // still being written
                       {"well.conflict", exchanged, "before"}});     // displaced as meant
  leave(scene.path() / "in", {{"well.conflict", exchanged, "after"}, // not yet in place
                              {"other.conflict", exchanged, "by somebody else"}});
  scene.put(files::besideOf("well.conflict"), "of one that lives");
  {
    StudioSettings settings;
    settings.readOnly = true;
    const Studio reader(scene, settings);
    EXPECT_EQ(entriesOf(scene.path()), 5U);
  }
  const Studio studio(scene);
  EXPECT_EQ(entriesOf(scene.path()), 3U);
  EXPECT_EQ(entriesOf(scene.path() / "in"), 2U);
  EXPECT_EQ(scene.text("in/other.recovered.conflict"), "by somebody else");
  EXPECT_EQ(scene.text("well.conflict"), "after");
}

TEST(Leftovers, OfOthersAreLeftAlone) {
  const Scene scene;
  const std::string exchanged = "x" + files::revisionOf("before") + "_" + files::revisionOf("after");
  for (const std::string name : {".well.conflict.studio-999999-w", ".notes.stasis-2024",
                                 ".x.stasis-999999.1.0-w", ".x.stasis-999999.1.0-w-0123456789abcdef"})
    scene.put(name, "not ours");
  scene.put(".well.conflict.stasis-999999.7.1-" + exchanged + "-0123456789abcdef", "unique");
  const Studio studio(scene);
  EXPECT_EQ(entriesOf(scene.path()), 5U);
}

} // namespace
} // namespace stasis::test
