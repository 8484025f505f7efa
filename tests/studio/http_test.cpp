// The studio as a stranger, an attacker and a slow client meet it.
#include "studio.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace stasis::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Texts = std::vector<std::string>;

/// Memory of this process that is really there.
std::size_t residentBytes() {
  std::ifstream statm("/proc/self/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  statm >> all >> resident;
  return resident * static_cast<std::size_t>(::getpagesize());
}

class Hostile : public testing::Test {
protected:
  Hostile() { scene.put("well.conflict", smallConflict); }
  Head stranger() { return {}; }
  Json body(const std::string& verb = "check") {
    return {{"verb", verb}, {"text", smallConflict}, {"path", nullptr}, {"args", Json::array()}};
  }

  Scene scene;
  Studio studio{scene};
};

TEST_F(Hostile, TheTokenOpensOnceAndGivesASession) {
  const Reply first = ask(studio.port(), "GET", "/?token=" + studio.token(), stranger());
  EXPECT_EQ(first.status, 303);
  EXPECT_TRUE(first.headers.at("location").starts_with("/#key="));
  const std::string cookie = first.headers.at("set-cookie");
  EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
  EXPECT_NE(cookie.find("SameSite=Strict"), std::string::npos);

  const Reply second = ask(studio.port(), "GET", "/?token=" + studio.token(), stranger());
  EXPECT_EQ(second.status, 401);
  EXPECT_FALSE(second.headers.contains("set-cookie"));

  Head known;
  known.cookie = "other=1; " + cookie.substr(0, cookie.find(';')) + "; more=2";
  EXPECT_EQ(ask(studio.port(), "GET", "/", known).status, 200);
  EXPECT_EQ(ask(studio.port(), "GET", "/?token=" + studio.token(), known).status, 303);
}

TEST_F(Hostile, WithoutASessionThereIsNothing) {
  for (const std::string& target :
       Texts{"/", "/?token=", "/?token=0123456789abcdef0123456789abcdef", "/assets/studio.js", "/api/session",
             "/api/files", "/api/file?path=well.conflict", "/api/jobs/1", "/nothing"})
    EXPECT_EQ(ask(studio.port(), "GET", target, stranger()).status, 401) << target;
  for (const std::string& method : Texts{"POST", "PUT", "DELETE"})
    EXPECT_EQ(ask(studio.port(), method, "/api/run", stranger(), body().dump()).status, 401) << method;
  Head wrong = studio.head();
  wrong.cookie.back() = wrong.cookie.back() == '0' ? '1' : '0';
  EXPECT_EQ(ask(studio.port(), "GET", "/api/session", wrong).status, 401);
}

TEST_F(Hostile, TheCookieAloneOpensThePageAndNothingElse) {
  // What another server of this machine gets: the browser sends it the cookie, whatever the port.
  Head cookieOnly = studio.head();
  cookieOnly.more.clear();
  EXPECT_EQ(ask(studio.port(), "GET", "/", cookieOnly).status, 200);
  EXPECT_EQ(ask(studio.port(), "GET", "/", cookieOnly).body.find("key"), std::string::npos);
  for (const std::string& target : Texts{"/api/session", "/api/files", "/api/file?path=well.conflict"})
    EXPECT_EQ(ask(studio.port(), "GET", target, cookieOnly).status, 401) << target;
  EXPECT_EQ(ask(studio.port(), "POST", "/api/run", cookieOnly, body().dump()).status, 401);
  EXPECT_EQ(ask(studio.port(), "PUT", "/api/file", cookieOnly, "{}").status, 401);
  Head wrong = cookieOnly;
  wrong.more = {"Stasis-Key: " + std::string(32, '0')};
  EXPECT_EQ(ask(studio.port(), "GET", "/api/session", wrong).status, 401);
  Head twice = studio.head();
  twice.more.push_back(twice.more.front());
  EXPECT_EQ(ask(studio.port(), "GET", "/api/session", twice).status, 401);
  Head keyOnly = studio.head();
  keyOnly.cookie.clear();
  EXPECT_EQ(ask(studio.port(), "GET", "/api/session", keyOnly).status, 401);
}

TEST_F(Hostile, LookingAtTheAddressDoesNotUseItUp) {
  EXPECT_EQ(ask(studio.port(), "HEAD", "/?token=" + studio.token(), stranger()).status, 401);
  EXPECT_EQ(ask(studio.port(), "GET", "/?token=" + studio.token(), stranger()).status, 303);
}

TEST_F(Hostile, OtherHostNamesAreRefused) {
  const std::string port = std::to_string(studio.port());
  for (const std::string& host :
       Texts{"evil.example", "evil.example:" + port, "127.0.0.1.evil.example:" + port,
             std::string("127.0.0.1:1"), std::string("localhost"), "127.0.0.2:" + port, "LOCALHOST:" + port,
             "[::1]:" + port, std::string()}) {
    Head head = studio.head();
    head.host = host;
    EXPECT_EQ(ask(studio.port(), "GET", "/api/session", head).status, 403) << host;
  }
  Head twice = studio.head();
  twice.more.push_back("Host: evil.example");
  EXPECT_EQ(ask(studio.port(), "GET", "/api/session", twice).status, 403);
  Head local = studio.head();
  local.host = "localhost:" + port;
  EXPECT_EQ(ask(studio.port(), "GET", "/api/session", local).status, 200);
}

TEST_F(Hostile, OnlyItsOwnPageMayChangeOrComputeAnything) {
  const std::string port = std::to_string(studio.port());
  for (const std::string& origin :
       Texts{std::string("http://evil.example"), std::string("null"), std::string("http://127.0.0.1:1"),
             "https://127.0.0.1:" + port, "http://localhost:" + port, "http://127.0.0.1:" + port + "/",
             std::string()}) {
    Head head = studio.head();
    head.origin = origin;
    EXPECT_EQ(ask(studio.port(), "POST", "/api/run", head, body().dump()).status, 403) << origin;
    EXPECT_EQ(ask(studio.port(), "DELETE", "/api/jobs/1", head).status, 403) << origin;
    EXPECT_EQ(ask(studio.port(), "PUT", "/api/file", head, "{}").status, 403) << origin;
  }
  Head elsewhere = studio.head();
  elsewhere.more.push_back("Sec-Fetch-Site: same-site");
  EXPECT_EQ(ask(studio.port(), "GET", "/api/session", elsewhere).status, 403);
  EXPECT_EQ(ask(studio.port(), "POST", "/api/run", studio.head(), body().dump()).status, 200);
}

TEST_F(Hostile, OnlyJsonIsTaken) {
  for (const std::string& type : Texts{"text/plain", "application/x-www-form-urlencoded",
                                       "multipart/form-data; boundary=x", "application/jsonp", ""}) {
    Head head = studio.head();
    head.type = type;
    EXPECT_EQ(ask(studio.port(), "POST", "/api/run", head, body().dump()).status, 415) << type;
  }
  Head zipped = studio.head();
  zipped.more.push_back("Content-Encoding: gzip");
  EXPECT_EQ(ask(studio.port(), "POST", "/api/run", zipped, body().dump()).status, 415);
  for (const std::string& text : Texts{"[]", "1", "\"x\"", "{", "{}", "{\"verb\":\"check\"}", "nul",
                                       "\xff\xfe", "{\"verb\":1,\"text\":\"\",\"args\":[]}",
                                       "{\"verb\":\"check\",\"text\":\"\\u0000\",\"args\":[1]}",
                                       "{\"verb\":\"check\",\"text\":\"\",\"path\":7,\"args\":[]}"})
    EXPECT_EQ(ask(studio.port(), "POST", "/api/run", studio.head(), text).status, 400) << text;
  EXPECT_EQ(ask(studio.port(), "POST", "/api/run", studio.head(), std::string(4'000'000, '[')).status, 400);
}

TEST_F(Hostile, EveryAnswerHasTheSecurityHeaders) {
  for (const std::string& target : Texts{"/", "/assets/studio.js", "/api/session", "/nothing"}) {
    const Reply reply = studio.get(target);
    const std::string policy = reply.headers.at("content-security-policy");
    EXPECT_TRUE(policy.starts_with("default-src 'none'; script-src 'self';")) << target;
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_EQ(reply.headers.at("x-content-type-options"), "nosniff");
    EXPECT_EQ(reply.headers.at("referrer-policy"), "no-referrer");
    EXPECT_FALSE(reply.headers.contains("access-control-allow-origin"));
  }
  EXPECT_EQ(studio.get("/").headers.at("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(studio.get("/assets/studio.js").headers.at("content-type"), "text/javascript; charset=utf-8");
}

TEST_F(Hostile, MethodsAndPathsThatAreNothingAreToldSo) {
  for (const std::string& method : Texts{"PATCH", "OPTIONS", "TRACE", "CONNECT"})
    EXPECT_GE(ask(studio.port(), method, "/api/run", studio.head()).status, 400) << method;
  for (const std::string& target :
       Texts{"/api/", "/api/nothing", "/api/session/x", "/api/jobs/", "/api/jobs/x", "/api/jobs/99",
             "/api/jobs/-1", "/assets/", "/assets/../index.html", "/%2e%2e/etc/passwd", "//etc/passwd"})
    EXPECT_EQ(studio.get(target).status, 404) << target;
  EXPECT_EQ(ask(studio.port(), "POST", "/", studio.head(), "{}").status, 405);
}

TEST_F(Hostile, NoPathLeavesTheFolder) {
  scene.put("inside/report.txt", "words");
  scene.put(".hidden.conflict", "secret");
  scene.put(".git/config.txt", "secret");
  scene.put("key.pem", "secret");
  Scene outside;
  outside.put("secret.txt", "secret");
  std::filesystem::create_symlink(outside.path() / "secret.txt", scene.path() / "link.txt");
  std::filesystem::create_symlink(outside.path(), scene.path() / "door");
  std::filesystem::create_directory(scene.path() / "folder.txt");
  EXPECT_EQ(studio.get("/api/file?path=inside/report.txt").status, 200);
  const std::string up = outside.path().filename().string() + "/secret.txt";
  for (const std::string& path : Texts{"../" + up,
                                       "inside/../../" + up,
                                       "..%2f" + up,
                                       "%2e%2e/" + up,
                                       "%2e%2e%2f" + up,
                                       "..%5c" + up,
                                       "%252e%252e%252f" + up,
                                       "inside/..%2f..%2f" + up,
                                       std::string("/etc/passwd"),
                                       std::string("%2fetc%2fpasswd"),
                                       outside.path().string() + "/secret.txt",
                                       std::string("link.txt"),
                                       std::string("door/secret.txt"),
                                       std::string("./well.conflict"),
                                       std::string("inside//report.txt"),
                                       std::string("well.conflict%00.txt"),
                                       std::string("well.conflict%0a.txt"),
                                       std::string("%00"),
                                       std::string(""),
                                       std::string("."),
                                       std::string(".."),
                                       std::string(".hidden.conflict"),
                                       std::string(".git/config.txt"),
                                       std::string("key.pem"),
                                       std::string("folder.txt"),
                                       std::string("..%c0%af") + up,
                                       std::string("%ff%fe.txt"),
                                       std::string(5000, 'a') + ".txt"}) {
    const Reply reply = studio.get("/api/file?path=" + path);
    EXPECT_TRUE(reply.status == 403 || reply.status == 404) << path << ": " << reply.status;
    EXPECT_EQ(reply.body.find("secret\""), std::string::npos) << path;
    const Reply source = studio.get("/api/source?path=" + path);
    EXPECT_TRUE(source.status == 403 || source.status == 404) << path;
  }
  for (const std::string& path :
       Texts{"../new.conflict", "door/new.conflict", "link.txt", "/tmp/new.conflict", ".bashrc", "new.sh",
             ".ssh/new.txt", "no/such/folder.conflict"}) {
    for (const Json& revision : {Json(nullptr), Json("6-x")}) {
      const Reply reply =
          studio.send("PUT", "/api/file", {{"path", path}, {"text", "changed"}, {"revision", revision}});
      EXPECT_TRUE(reply.status == 403 || reply.status == 404) << path << ": " << reply.body;
    }
  }
  EXPECT_EQ(outside.text("secret.txt"), "secret");
  EXPECT_FALSE(std::filesystem::exists(outside.path() / "new.conflict"));
}

TEST_F(Hostile, AModelCitesNothingOutsideTheFolder) {
  Scene outside;
  outside.put("secret.txt", "the password is sesame, and nobody may know it\n");
  scene.put("inside/report.txt", "the password is sesame, and nobody may know it\n");
  std::filesystem::create_symlink(outside.path() / "secret.txt", scene.path() / "link.txt");
  const auto citing = [](const std::string& path) {
    return "conflict \"C\"\nsource s \"" + path +
           "\"\nparty A\n  option x\n    because s \"the password is unknown, and nobody may know it\"\n" +
           "prefer A\n  x\n";
  };
  const auto seen = [&](const std::string& source, const Json& path) {
    return studio.run("check", citing(source), {}, path).dump().find("sesame") != std::string::npos;
  };
  EXPECT_TRUE(seen("inside/report.txt", nullptr));
  EXPECT_TRUE(seen("report.txt", "inside/model.conflict"));
  EXPECT_TRUE(seen("../inside/report.txt", "inside/model.conflict"));
  EXPECT_FALSE(seen((outside.path() / "secret.txt").string(), nullptr));
  EXPECT_FALSE(seen("../" + outside.path().filename().string() + "/secret.txt", nullptr));
  EXPECT_FALSE(seen("link.txt", nullptr));
  EXPECT_EQ(studio
                .send("POST", "/api/run",
                      {{"verb", "check"}, {"text", ""}, {"path", "../x.conflict"}, {"args", Json::array()}})
                .status,
            403);
}

TEST_F(Hostile, ALargeBodyIsRefusedBeforeItIsRead) {
  Wire wire(studio.port());
  Head head = studio.head();
  std::string text = request(studio.port(), "POST", "/api/run", head);
  text.replace(text.find("Content-Length: 0"), 17,
               "Content-Type: application/json\r\nContent-Length: 104857600");
  ASSERT_TRUE(wire.send(text));
  const auto begin = Clock::now();
  EXPECT_EQ(parsed(wire.answer()).status, 413);
  EXPECT_LT(Clock::now() - begin, 2s);
}

TEST_F(Hostile, AHundredMegabytesAreNotTaken) {
  Wire wire(studio.port());
  std::string text = request(studio.port(), "POST", "/api/run", studio.head());
  text.replace(text.find("Content-Length: 0"), 17,
               "Content-Type: application/json\r\nContent-Length: 104857600");
  ASSERT_TRUE(wire.send(text));
  const std::string block(1 << 20, 'x');
  for (int i = 0; i < 100 && wire.send(block); ++i) {
  }
  EXPECT_EQ(parsed(wire.answer()).status, 413);
  EXPECT_EQ(studio.get("/api/session").status, 200);
}

TEST_F(Hostile, LengthsThatAreNoneAreRefused) {
  for (const std::string& line : Texts{
           "Content-Length: -1", "Content-Length: 1e9", "Content-Length: 99999999999999999999999",
           "Content-Length: 5\r\nContent-Length: 6", "Transfer-Encoding: chunked", "Content-Length: 0x10"}) {
    Wire wire(studio.port());
    std::string text = request(studio.port(), "POST", "/api/run", studio.head());
    text.replace(text.find("Content-Length: 0"), 17, "Content-Type: application/json\r\n" + line);
    wire.send(text + "5\r\nhello\r\n0\r\n\r\n");
    const int status = parsed(wire.answer()).status;
    EXPECT_TRUE(status == 400 || status == 411 || status == 413) << line << ": " << status;
  }
}

TEST_F(Hostile, GarbageIsAnsweredAndForgotten) {
  std::string noise;
  unsigned random = 7;
  for (int i = 0; i < 200'000; ++i)
    noise += static_cast<char>((random = random * 1664525U + 1013904223U) >> 24U);
  for (const std::string& bytes :
       Texts{noise, std::string(1 << 20, '\0'), std::string(1 << 20, 'A'),
             "GET /" + std::string(100'000, 'a') + " HTTP/1.1\r\n\r\n", std::string("\r\n\r\n\r\n"),
             std::string("GET / HTTP/9.9\r\n\r\n"), std::string("\x16\x03\x01\x02\x00\x01"),
             "GET / HTTP/1.1\r\n" + std::string(1 << 20, 'x') + "\r\n\r\n"}) {
    Wire wire(studio.port());
    wire.send(bytes);
    wire.send("\r\n\r\n");
    const int status = parsed(wire.all(3s)).status;
    EXPECT_TRUE(status == 0 || status >= 400) << status;
  }
  std::string headers = "GET / HTTP/1.1\r\n";
  for (int i = 0; i < 200'000; ++i)
    headers += "X-" + std::to_string(i) + ": y\r\n";
  Wire wire(studio.port());
  wire.send(headers);
  EXPECT_NE(parsed(wire.all(3s)).status, 200);
  EXPECT_EQ(studio.get("/api/session").status, 200);
}

TEST_F(Hostile, ASlowClientKeepsNobodyWaitingAndIsLeft) {
  const Head head = studio.head();
  Wire slow(studio.port());
  slow.send("GET / HT");
  const auto begin = Clock::now();
  EXPECT_EQ(ask(studio.port(), "GET", "/api/session", head).status, 200);
  EXPECT_LT(Clock::now() - begin, 1s);
  std::thread dripping([&] {
    while (Clock::now() - begin < 14s && slow.send("x"))
      std::this_thread::sleep_for(500ms);
  });
  slow.all(15s);
  EXPECT_LT(Clock::now() - begin, 13s);
  dripping.join();
}

TEST_F(Hostile, TwoHundredConnectionsStarveNobody) {
  const Head head = studio.head();
  std::vector<Wire> many;
  for (int i = 0; i < 200; ++i) {
    many.emplace_back(studio.port());
    ASSERT_TRUE(many.back().send(i % 2 == 0 ? "GET /api/ses" : "")) << i;
  }
  const auto begin = Clock::now();
  EXPECT_EQ(ask(studio.port(), "GET", "/api/session", head).status, 200);
  EXPECT_EQ(Json::parse(ask(studio.port(), "POST", "/api/run", head, body("solve").dump()).body)["exit"], 0);
  EXPECT_LT(Clock::now() - begin, 3s);
}

TEST_F(Hostile, TheIdlestAreClosedWhereThereAreTooMany) {
  const Head head = studio.head();
  std::vector<Wire> many;
  for (int i = 0; i < 900; ++i) {
    many.emplace_back(studio.port());
    many.back().send(i % 2 == 0 ? "GET /api/ses" : "");
  }
  const auto begin = Clock::now();
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(ask(studio.port(), "GET", "/api/session", head).status, 200);
  EXPECT_LT(Clock::now() - begin, 4s);
}

TEST_F(Hostile, BodiesThatDoNotComeHoldNothing) {
  const Head head = studio.head();
  std::vector<Wire> many;
  for (int i = 0; i < 300; ++i) {
    many.emplace_back(studio.port());
    std::string text = request(studio.port(), "POST", "/api/run", head);
    text.replace(text.find("Content-Length: 0"), 17,
                 "Content-Type: application/json\r\nContent-Length: 8000000");
    many.back().send(text);
  }
  EXPECT_EQ(ask(studio.port(), "GET", "/api/session", head).status, 200);
  EXPECT_LT(residentBytes(), std::size_t{1} << 30U); // 300 times 8 MB would be 2.4 GB
}

TEST_F(Hostile, HeadsThatDoNotEndAreHeldWithinABudgetAndTheIdlestIsToldSo) {
  const Head head = studio.head();
  const std::string begun = "GET / HTTP/1.1\r\nX-Long: " + std::string(7000, 'x') + "\r\n";
  std::vector<Wire> many;
  for (int i = 0; i < 150; ++i) { // 8 MB
    many.emplace_back(studio.port());
    for (int line = 0; line < 8; ++line)
      many.back().send(line == 0 ? begun : begun.substr(16));
  }
  EXPECT_EQ(parsed(many.front().all()).status, 503);
  EXPECT_EQ(ask(studio.port(), "GET", "/api/session", head).status, 200);
}

TEST_F(Hostile, AHeadThatIsTooLongIsToldSo) {
  std::string longHead = "GET / HTTP/1.1\r\n";
  for (int i = 0; i < 20; ++i)
    longHead += "X-" + std::to_string(i) + ": " + std::string(4000, 'x') + "\r\n";
  std::string manyLines = "GET / HTTP/1.1\r\n";
  for (int i = 0; i < 300; ++i)
    manyLines += "X-" + std::to_string(i) + ": y\r\n";
  for (const std::string& text : {longHead, manyLines}) {
    Wire wire(studio.port());
    wire.send(text + "\r\n");
    EXPECT_EQ(parsed(wire.all()).status, 431);
  }
}

TEST_F(Hostile, BodiesThatTogetherAreTooMuchAreToldSo) {
  const Head head = studio.head();
  std::vector<Wire> many;
  const std::string part(15 << 20, ' ');
  for (int i = 0; i < 5; ++i) { // 75 MB
    many.emplace_back(studio.port());
    std::string text = request(studio.port(), "POST", "/api/run", head);
    text.replace(text.find("Content-Length: 0"), 17,
                 "Content-Type: application/json\r\nContent-Length: 16000000");
    many.back().send(text);
    if (i < 4)
      many.back().send(part);
  }
  many.back().send(part);
  EXPECT_EQ(parsed(many.back().answer()).status, 503);
}

TEST_F(Hostile, OneConnectionTakesManyRequests) {
  Wire wire(studio.port());
  for (int i = 0; i < 20; ++i) {
    wire.send(request(studio.port(), "POST", "/api/run", studio.head(), body().dump()));
    EXPECT_EQ(parsed(wire.answer()).status, 200);
  }
}

} // namespace
} // namespace stasis::test
