// Reports in the studio: put into its folder, read, drafted from; and what these calls must refuse.
#include "studio.h"
#include "studio/base64.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::test {
namespace {

Json bodyOf(const Reply& reply) { return Json::parse(reply.body); }

const std::string quay = "Anna Holt said: “If the pilots strike, we will close the quay.”\n"
                         "The pilots warned that they would stop all loading.\n";
const std::string page =
    "<html><body><p>The pilots said they would sue the harbour board.</p></body></html>\n";

Json asked(const std::string& verb, const std::vector<std::string>& reports,
           const std::vector<std::string>& arguments = {}, const Json& path = nullptr,
           const std::string& text = {}) {
  return {{"verb", verb}, {"reports", reports}, {"path", path}, {"text", text}, {"args", arguments}};
}

TEST(Base64, GivesTheBytesAndRefusesWhatIsNone) {
  EXPECT_EQ(studio::fromBase64(""), "");
  EXPECT_EQ(studio::fromBase64("Zg=="), "f"); // RFC 4648, 10
  EXPECT_EQ(studio::fromBase64("Zm8="), "fo");
  EXPECT_EQ(studio::fromBase64("Zm9v"), "foo");
  EXPECT_EQ(studio::fromBase64("Zm9vYmFy"), "foobar");
  EXPECT_EQ(studio::fromBase64("AP8Q"), std::string("\0\xFF\x10", 3));
  for (const char* wrong : {"Zg", "Zg=", "Z===", "====", "Zm 9", "Zm9v\n", "Zm9-", "Z=8="})
    EXPECT_FALSE(studio::fromBase64(wrong)) << wrong;
}

TEST(Reports, AreReadByWhateverTheyAreAndDraftedFrom) {
  const Scene scene;
  scene.put("in/quay.txt", quay);
  scene.put("page.html", page);
  Studio studio(scene);
  const Json read = bodyOf(studio.send("POST", "/api/reports", asked("read", {"in/quay.txt"})));
  ASSERT_EQ(read["exit"], 0) << read.dump();
  ASSERT_EQ(read["result"]["statements"].size(), 2U);
  EXPECT_EQ(read["result"]["statements"][0]["speaker"], "Anna Holt");

  const Json drafted =
      bodyOf(studio.send("POST", "/api/reports", asked("draft", {"in/quay.txt", "page.html"})));
  const std::string text = drafted["text"];
  EXPECT_NE(text.find("source quay \"in/quay.txt\""), std::string::npos) << text;
  EXPECT_NE(text.find("sue"), std::string::npos) << text;
  const Json checked = studio.run("check", text);
  EXPECT_EQ(checked["result"]["files"][0]["ok"], true) << checked.dump();
}

TEST(Reports, AreCorrectedForOneDraft) {
  const Scene scene;
  scene.put("quay.txt", quay);
  Studio studio(scene);
  const auto draft = [&](const std::vector<std::string>& arguments) {
    return bodyOf(studio.send("POST", "/api/reports", asked("draft", {"quay.txt"}, arguments)));
  };
  EXPECT_NE(draft({})["text"].get<std::string>().find("stop_loading"), std::string::npos);
  EXPECT_EQ(draft({"--reject", "quay.txt#2"})["text"].get<std::string>().find("stop_loading"),
            std::string::npos);
  EXPECT_NE(draft({"--speaker", "quay.txt#2=Norland"})["text"].get<std::string>().find("party Norland"),
            std::string::npos);
  EXPECT_NE(draft({"--kind", "2=denial"})["text"], draft({})["text"]);
  const Json none = draft({"--reject", "quay.txt#9"});
  EXPECT_EQ(none["exit"], 2);
  EXPECT_NE(none["stderr"].get<std::string>().find("no statement `quay.txt#9`"), std::string::npos);
  EXPECT_EQ(bodyOf(studio.get("/api/files"))["files"].size(), 1U) << "nothing is kept beside a report";
}

TEST(Reports, AddToAModelThatIsThere) {
  const Scene scene;
  scene.put("models/well.conflict", smallConflict);
  scene.put("later.txt", quay);
  Studio studio(scene);
  const Json added = bodyOf(
      studio.send("POST", "/api/reports",
                  asked("draft", {"later.txt"}, {"--keep", "-"}, "models/well.conflict", smallConflict)));
  const std::string text = added["text"];
  EXPECT_NE(text.find("party Upper\n  option pump\n"), std::string::npos) << added.dump();
  EXPECT_NE(text.find("source later \"../later.txt\""), std::string::npos) << text;
  EXPECT_EQ(studio.run("check", text, {}, "models/well.conflict")["result"]["files"][0]["ok"], true);
}

TEST(Reports, ArePutIntoTheFolderAndNeverOverAnother) {
  const Scene scene;
  Studio studio(scene);
  const auto put = [&](Studio& to, const std::string& path, const std::string& bytes) {
    return to.send("PUT", "/api/report", {{"path", path}, {"bytes", bytes}}).status;
  };
  EXPECT_EQ(put(studio, "scan.pdf", "AP8Q"), 200);
  EXPECT_EQ(scene.text("scan.pdf"), std::string("\0\xFF\x10", 3));
  EXPECT_EQ(put(studio, "scan.pdf", "Zm9v"), 409);
  EXPECT_EQ(scene.text("scan.pdf").size(), 3U);
  EXPECT_EQ(put(studio, "a.txt", "no base64"), 400);
  for (const std::string path : {"../a.txt", ".hidden.txt", "a.sh", "a.conflict", "/tmp/a.txt", "a"})
    EXPECT_EQ(put(studio, path, "Zm9v"), 403) << path;
  const Json files = bodyOf(studio.get("/api/files"))["files"];
  ASSERT_EQ(files.size(), 1U);
  EXPECT_EQ(files[0]["kind"], "document");
  EXPECT_EQ(studio.get("/api/file?path=scan.pdf").status, 403);
  Studio reader(scene, {{}, true, {}, {}});
  EXPECT_EQ(put(reader, "b.txt", "Zm9v"), 403);
  EXPECT_EQ(reader.send("POST", "/api/reports", asked("read", {"scan.pdf"})).status, 403);
}

TEST(Reports, NothingElseIsReadOrWritten) {
  const Scene scene;
  const Scene outside;
  scene.put("quay.txt", quay);
  outside.put("secret.txt", quay);
  std::filesystem::create_symlink(outside.path() / "secret.txt", scene.path() / "link.txt");
  Studio studio(scene);
  for (const std::string path : {"../secret.txt", "link.txt", "/etc/passwd", "-", "--save", "no.txt", ""})
    EXPECT_EQ(studio.send("POST", "/api/reports", asked("read", {path})).status, 404) << path;
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"--save"}, {"--reject", "1"}, {"-o", "x.json"}, {"--accept", "1"}})
    EXPECT_EQ(studio.send("POST", "/api/reports", asked("read", {"quay.txt"}, arguments)).status, 403)
        << arguments[0];
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"--keep", "quay.txt"}, {"-o", "x.conflict"}, {"--force"}, {"/etc/passwd"}})
    EXPECT_EQ(studio.send("POST", "/api/reports", asked("draft", {"quay.txt"}, arguments)).status, 403)
        << arguments[0];
  EXPECT_EQ(studio.send("POST", "/api/reports", asked("solve", {"quay.txt"})).status, 400);
  EXPECT_EQ(studio.send("POST", "/api/reports", asked("read", {})).status, 400);
  EXPECT_EQ(studio
                .send("POST", "/api/reports",
                      asked("draft", {"quay.txt"}, {"--keep", "-"}, "gallery:foreign-troops"))
                .status,
            403);
  EXPECT_EQ(bodyOf(studio.get("/api/files"))["files"].size(), 1U);
}

} // namespace
} // namespace stasis::test
