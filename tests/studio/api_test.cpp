// The answers of the API, over a real socket, with the program's own child processes.
#include "studio.h"

#include <gtest/gtest.h>

#include <atomic>

namespace stasis::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

Json bodyOf(const Reply& reply) { return Json::parse(reply.body); }

Json work(const std::string& verb, const std::string& text, const std::vector<std::string>& arguments = {}) {
  return {{"verb", verb}, {"text", text}, {"path", nullptr}, {"args", arguments}};
}

/// Asks for news until there is something to see, ten seconds at most.
template <class Seen> Json await(Studio& studio, const std::string& job, Seen seen) {
  Json news;
  const auto until = Clock::now() + 20s;
  for (std::uint64_t after = 0; Clock::now() < until; after = news["seq"]) {
    news = bodyOf(studio.get("/api/jobs/" + job + "?after=" + std::to_string(after)));
    if (seen(news))
      break;
  }
  return news;
}

bool isOver(const Json& news) { return news["state"] == "done" || news["state"] == "stopped"; }

TEST(Files, AreListedReadAndTold) {
  const Scene scene;
  scene.put("well.conflict", smallConflict);
  scene.put("reports/said.txt", "said");
  scene.put("picture.png", "no");
  scene.put(".hidden/x.conflict", "no");
  Studio studio(scene, {"well.conflict", false, {}, {}});
  const Json session = bodyOf(studio.get("/api/session"));
  EXPECT_EQ(session["file"], "well.conflict");
  EXPECT_EQ(session["folder"], scene.path().string());
  EXPECT_EQ(session["readOnly"], false);
  EXPECT_EQ(session["otherStudio"], false);
  EXPECT_GE(session["gallery"].size(), 10U);
  const Json files = bodyOf(studio.get("/api/files"))["files"];
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0]["path"], "reports/said.txt");
  EXPECT_EQ(files[0]["kind"], "report");
  EXPECT_EQ(files[1]["kind"], "conflict");
  EXPECT_EQ(bodyOf(studio.get("/api/file?path=well.conflict"))["text"], smallConflict);
  EXPECT_EQ(bodyOf(studio.get("/api/source?path=reports/said.txt"))["text"], "said");
}

TEST(Files, AreSavedWholeAndOnlyOverWhatWasSeen) {
  const Scene scene;
  scene.put("well.conflict", smallConflict);
  Studio studio(scene);
  const std::string revision = bodyOf(studio.get("/api/file?path=well.conflict"))["revision"];
  const auto save = [&](const std::string& path, const std::string& text, const Json& seen) {
    return studio.send("PUT", "/api/file", {{"path", path}, {"text", text}, {"revision", seen}});
  };
  const Reply saved = save("well.conflict", "one", revision);
  ASSERT_EQ(saved.status, 200);
  EXPECT_EQ(scene.text("well.conflict"), "one");

  scene.put("well.conflict", "by an editor");
  const Reply refused = save("well.conflict", "two", bodyOf(saved)["revision"]);
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(bodyOf(refused)["text"], "by an editor");
  EXPECT_EQ(scene.text("well.conflict"), "by an editor");
  EXPECT_EQ(save("well.conflict", "two", bodyOf(refused)["revision"]).status, 200);
  EXPECT_EQ(save("well.conflict", "new", nullptr).status, 409);
  EXPECT_EQ(save("new.conflict", "new", nullptr).status, 200);
  EXPECT_EQ(save("gone.conflict", "x", revision).status, 409);
  EXPECT_EQ(scene.text("new.conflict"), "new");
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(scene.path()))
    ++files;
  EXPECT_EQ(files, 2U); // nothing temporary is left
}

TEST(Files, KeepTheirPermissions) {
  const Scene scene;
  scene.put("well.conflict", smallConflict);
  std::filesystem::permissions(scene.path() / "well.conflict", std::filesystem::perms(0640));
  Studio studio(scene);
  const Json seen = bodyOf(studio.get("/api/file?path=well.conflict"));
  studio.send("PUT", "/api/file", {{"path", "well.conflict"}, {"text", "x"}, {"revision", seen["revision"]}});
  EXPECT_EQ(std::filesystem::status(scene.path() / "well.conflict").permissions(),
            std::filesystem::perms(0640));
}

TEST(Files, OfTwoWhoSaveAtOnceOneIsTold) {
  const Scene scene;
  scene.put("well.conflict", smallConflict);
  Studio studio(scene);
  const Json seen = bodyOf(studio.get("/api/file?path=well.conflict"));
  std::atomic<int> saved = 0;
  std::atomic<int> refused = 0;
  std::vector<std::thread> writers;
  for (int i = 0; i < 8; ++i)
    writers.emplace_back([&, i] {
      const Reply reply = studio.send("PUT", "/api/file",
                                      {{"path", "well.conflict"},
                                       {"text", "writer " + std::to_string(i)},
                                       {"revision", seen["revision"]}});
      (reply.status == 200 ? saved : refused) += 1;
    });
  for (auto& writer : writers)
    writer.join();
  EXPECT_EQ(saved, 1);
  EXPECT_EQ(refused, 7);
}

TEST(Files, AreNotSavedReadOnly) {
  const Scene scene;
  scene.put("well.conflict", smallConflict);
  Studio studio(scene, {"", true, {}, {}});
  const Json seen = bodyOf(studio.get("/api/file?path=well.conflict"));
  EXPECT_EQ(bodyOf(studio.get("/api/session"))["readOnly"], true);
  EXPECT_EQ(studio
                .send("PUT", "/api/file",
                      {{"path", "well.conflict"}, {"text", "x"}, {"revision", seen["revision"]}})
                .status,
            403);
  EXPECT_EQ(
      studio.send("PUT", "/api/file", {{"path", "n.conflict"}, {"text", "x"}, {"revision", nullptr}}).status,
      403);
  EXPECT_EQ(scene.text("well.conflict"), smallConflict);
}

TEST(Gallery, IsInsideWithItsReports) {
  const Scene scene;
  Studio studio(scene);
  const Json entry = bodyOf(studio.get("/api/gallery?name=foreign-troops"));
  EXPECT_NE(entry["text"].get<std::string>().find("party Russia"), std::string::npos);
  EXPECT_NE(entry["files"]["report.txt"].get<std::string>().find("legitimate targets"), std::string::npos);
  EXPECT_EQ(bodyOf(studio.get("/api/source?path=gallery:foreign-troops/report.txt"))["text"],
            entry["files"]["report.txt"]);
  for (const std::string path : {"gallery:nothing/report.txt", "gallery:foreign-troops/../README.md",
                                 "gallery:foreign-troops", "gallery:/etc/passwd", "gallery:"})
    EXPECT_EQ(studio.get("/api/source?path=" + path).status, 404) << path;
  EXPECT_EQ(studio.get("/api/gallery?name=nothing").status, 404);
  const Json checked = studio.run("check", entry["text"], {}, "gallery:foreign-troops");
  EXPECT_EQ(checked["exit"], 0) << checked.dump();
  EXPECT_GT(checked["result"]["files"][0]["citations"], 20);
}

TEST(Run, AnswersWhatTheCommandLineAnswers) {
  const Scene scene;
  Studio studio(scene);
  const Json solved = studio.run("solve", smallConflict);
  EXPECT_EQ(solved["exit"], 0);
  EXPECT_EQ(solved["result"]["schema"], "stasis/solution-2");
  EXPECT_EQ(solved["result"]["equilibria"]["nash"], Json::array({2, 4}));
  EXPECT_EQ(solved["result"]["ranks"]["Upper"].size(), 4U);
  EXPECT_EQ(studio.run("outline", smallConflict)["result"]["schema"], "stasis/outline-1");
  EXPECT_EQ(studio.run("fmt", smallConflict)["text"], smallConflict);
  const Json dot = studio.run("export", smallConflict, {"--format", "dot"});
  EXPECT_TRUE(dot["result"].is_null());
  EXPECT_NE(dot["text"].get<std::string>().find("digraph"), std::string::npos);
}

TEST(Run, TellsWhatIsWrongWithTheText) {
  const Scene scene;
  Studio studio(scene);
  const Json checked = studio.run("check", "party A\n  option x\nprefer A\n  y\n");
  EXPECT_EQ(checked["exit"], 1);
  EXPECT_EQ(checked["result"]["files"][0]["ok"], false);
  const Json solved = studio.run("solve", "nonsense\n");
  EXPECT_EQ(solved["exit"], 1);
  EXPECT_TRUE(solved["result"].is_null());
  EXPECT_EQ(solved["problems"]["schema"], "stasis/problems-1");
  EXPECT_NE(solved["stderr"].get<std::string>().find("error[S"), std::string::npos);
}

TEST(Run, LimitsAreTold) {
  const Scene scene;
  StudioSettings settings;
  settings.limits.time = 300ms;
  Studio slow(scene, settings);
  const Json late = slow.run("solve", largeConflict(24));
  EXPECT_EQ(late["exit"], 3);
  EXPECT_NE(late["stderr"].get<std::string>().find("too long"), std::string::npos);
}

TEST(Run, TooLittleMemoryEndsTheChildAndNotTheStudio) {
  const Scene scene;
  StudioSettings settings;
  settings.limits.memory = 150U << 20U;
  Studio studio(scene, settings);
  const Json ended = studio.run("solve", largeConflict(24), {"--max-memory", "64G"});
  EXPECT_NE(ended["exit"], 0) << ended.dump().substr(0, 300);
  EXPECT_EQ(studio.get("/api/session").status, 200);
}

TEST(Run, ClosingTheConnectionStopsTheChild) {
  const Scene scene;
  Studio studio(scene);
  const Head head = studio.head();
  const std::string mark = "A0 and B0 and C0 and A1"; // seen on the child's command line
  {
    Wire wire(studio.port());
    wire.send(request(studio.port(), "POST", "/api/run", head,
                      work("solve", largeConflict(24), {"--where", mark}).dump()));
    const auto until = Clock::now() + 10s;
    while (processesWith(mark) == 0 && Clock::now() < until)
      std::this_thread::sleep_for(10ms);
    EXPECT_EQ(processesWith(mark), 1U);
  }
  const auto closed = Clock::now();
  while (processesWith(mark) > 0 && Clock::now() < closed + 10s)
    std::this_thread::sleep_for(10ms);
  EXPECT_LT(Clock::now() - closed, 2s);
}

TEST(Jobs, AreQueuedToldAndDone) {
  const Scene scene;
  Studio studio(scene);
  const Reply begun = studio.send("POST", "/api/jobs", work("solve", smallConflict));
  ASSERT_EQ(begun.status, 202);
  const Json done = await(studio, bodyOf(begun)["job"], isOver);
  EXPECT_EQ(done["state"], "done");
  EXPECT_EQ(done["exit"], 0);
  EXPECT_EQ(done["result"]["schema"], "stasis/solution-2");
}

TEST(Jobs, ThatSomebodyWaitsForAreAnsweredAtOnceWhereTheyAreSoonOver) {
  const Scene scene;
  Studio studio(scene);
  Json small = work("solve", smallConflict);
  small["now"] = true;
  Reply reply;
  for (int i = 0; i < 20 && reply.status != 200; ++i) // 202 where the machine is too busy for 0.2 s
    reply = studio.send("POST", "/api/jobs", small);
  ASSERT_EQ(reply.status, 200);
  EXPECT_EQ(bodyOf(reply)["state"], "done");
  EXPECT_EQ(bodyOf(reply)["result"]["schema"], "stasis/solution-2");
  Json large = work("solve", largeConflict(24));
  large["now"] = true;
  const Reply begun = studio.send("POST", "/api/jobs", large);
  ASSERT_EQ(begun.status, 202);
  const std::string job = bodyOf(begun)["job"];
  EXPECT_EQ(ask(studio.port(), "DELETE", "/api/jobs/" + job, studio.head()).status, 200);
}

TEST(Jobs, TellTheirProgressAndStopWithinASecond) {
  const Scene scene;
  Studio studio(scene);
  const std::string job = bodyOf(studio.send("POST", "/api/jobs", work("solve", largeConflict(24))))["job"];
  const Json told =
      await(studio, job, [](const Json& news) { return !news["progress"].is_null() || isOver(news); });
  EXPECT_EQ(told["state"], "running");
  EXPECT_TRUE(told["progress"].contains("phase")) << told.dump();
  const auto begin = Clock::now();
  EXPECT_EQ(ask(studio.port(), "DELETE", "/api/jobs/" + job, studio.head()).status, 200);
  const Json ended = await(studio, job, isOver);
  EXPECT_LT(Clock::now() - begin, 1s);
  EXPECT_EQ(ended["state"], "stopped");
  EXPECT_EQ(ended["exit"], 130);
}

TEST(Jobs, AreStoppedByNameByWhomTheNumberHasNotReached) {
  const Scene scene;
  Studio studio(scene);
  Json named = work("solve", largeConflict(24));
  named["name"] = "mine";
  named["now"] = true;
  const Reply begun = studio.send("POST", "/api/jobs", named);
  ASSERT_EQ(begun.status, 202);
  EXPECT_EQ(ask(studio.port(), "DELETE", "/api/jobs/another", studio.head()).status, 404);
  EXPECT_EQ(ask(studio.port(), "DELETE", "/api/jobs/mine", studio.head()).status, 200);
  EXPECT_EQ(await(studio, bodyOf(begun)["job"], isOver)["state"], "stopped");
  named["name"] = "12";
  EXPECT_EQ(studio.send("POST", "/api/jobs", named).status, 400);
}

TEST(Jobs, BeyondTheQueueAreRefusedAndTypingGoesOn) {
  const Scene scene;
  StudioSettings settings;
  settings.jobs.waiting = 3;
  Studio studio(scene, settings);
  std::vector<std::string> jobs;
  int refused = 0;
  for (int i = 0; i < 10; ++i) {
    const Reply reply = studio.send("POST", "/api/jobs", work("solve", largeConflict(24)));
    if (reply.status == 202)
      jobs.push_back(bodyOf(reply)["job"]);
    refused += reply.status == 429;
  }
  EXPECT_GE(refused, 5);
  EXPECT_GE(jobs.size(), 3U);
  EXPECT_EQ(studio.run("check", smallConflict)["exit"], 0);
  for (const auto& job : jobs)
    EXPECT_EQ(ask(studio.port(), "DELETE", "/api/jobs/" + job, studio.head()).status, 200);
}

TEST(Verbs, OnlyThoseThatTouchNoFilesAreRun) {
  const Scene scene;
  scene.put("well.conflict", smallConflict);
  Studio studio(scene);
  for (const std::string verb :
       {"new", "test", "help", "completion", "man", "studio", "verify", "", "nothing"})
    EXPECT_GE(studio.send("POST", "/api/run", work(verb, smallConflict)).status, 400) << verb;
  EXPECT_EQ(
      studio.send("POST", "/api/run", work("import", smallConflict, {"--with", "well.conflict"})).status,
      403);
  const auto refused = [&](const std::string& verb, const std::vector<std::string>& arguments) {
    return studio.send("POST", "/api/run", work(verb, smallConflict, arguments)).status;
  };
  EXPECT_EQ(refused("solve", {"-o", "x.json"}), 403);
  EXPECT_EQ(refused("solve", {"--output=x.json"}), 403);
  EXPECT_EQ(refused("solve", {"--certify", "x"}), 403);
  EXPECT_EQ(refused("fmt", {"--write"}), 403);
  EXPECT_EQ(refused("fmt", {"-w"}), 403);
  EXPECT_GE(refused("check", {"/etc/passwd"}), 400);
  EXPECT_GE(refused("check", {"--", "/etc/passwd"}), 400);
  EXPECT_EQ(refused("solve", {"--nothing"}), 400);
  EXPECT_EQ(refused("solve", {"--format", "nothing"}), 400);
  EXPECT_FALSE(std::filesystem::exists(scene.path() / "x.json"));
}

TEST(Report, IsThatOfTheCommandLine) {
  const Scene scene;
  Studio studio(scene);
  const Json made = bodyOf(studio.send("POST", "/api/report", {{"text", smallConflict}, {"path", nullptr}}));
  EXPECT_TRUE(made["html"].get<std::string>().starts_with("<!doctype html>"));
  const Json again = studio.run("report", smallConflict);
  EXPECT_EQ(again["text"], made["html"]);
  EXPECT_EQ(studio.send("POST", "/api/report", {{"text", "nonsense"}, {"path", nullptr}}).status, 422);
}

TEST(TwoStudios, OfOneFileTheSecondIsTold) {
  const Scene scene;
  scene.put("well.conflict", smallConflict);
  scene.put("other.conflict", smallConflict);
  Studio first(scene, {"well.conflict", false, {}, {}});
  EXPECT_EQ(bodyOf(first.get("/api/session"))["otherStudio"], false);
  Studio second(scene, {"well.conflict", false, {}, {}});
  EXPECT_EQ(bodyOf(second.get("/api/session"))["otherStudio"], true);
  EXPECT_EQ(bodyOf(second.get("/api/file?path=well.conflict"))["otherStudio"], true);
  EXPECT_EQ(bodyOf(second.get("/api/file?path=other.conflict"))["otherStudio"], false);
  EXPECT_EQ(bodyOf(first.get("/api/file?path=other.conflict"))["otherStudio"], true);
  // Whoever was first finds out too, while it is open.
  EXPECT_EQ(bodyOf(first.get("/api/revision?path=well.conflict"))["otherStudio"], true);
  EXPECT_EQ(bodyOf(second.get("/api/revision?path=other.conflict"))["otherStudio"], true);
  // And that the other has let it go.
  EXPECT_EQ(ask(second.port(), "DELETE", "/api/open?path=well.conflict", second.head()).status, 200);
  EXPECT_EQ(bodyOf(first.get("/api/revision?path=well.conflict"))["otherStudio"], false);
}

} // namespace
} // namespace stasis::test
