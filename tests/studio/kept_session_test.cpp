#include "studio.h"
#include "studio/kept_session.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>

namespace stasis::test {
namespace {

namespace fs = std::filesystem;
using studio::KeptSession;

const KeptSession session{12345, std::string(32, 'a'), std::string(32, 'b')};

class Kept : public testing::Test {
protected:
  void SetUp() override { ::setenv("XDG_STATE_HOME", state.path().c_str(), 1); }
  void TearDown() override { ::unsetenv("XDG_STATE_HOME"); }
  fs::path only() const { return *fs::directory_iterator(state.path() / "stasis" / "studio"); }
  Scene state;
};

TEST_F(Kept, IsFoundAgainForItsFolderAlone) {
  EXPECT_FALSE(studio::keptSession("/a/folder"));
  ASSERT_TRUE(studio::keepSession("/a/folder", session));
  const auto found = studio::keptSession("/a/folder");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->port, session.port);
  EXPECT_EQ(found->session, session.session);
  EXPECT_EQ(found->key, session.key);
  EXPECT_FALSE(studio::keptSession("/another"));
}

TEST_F(Kept, IsForNobodyElseAndNotBelievedWhereItWas) {
  studio::keepSession("/a/folder", session);
  struct stat status{};
  ASSERT_EQ(::stat(only().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  ASSERT_EQ(::stat(only().parent_path().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0700U);
  fs::permissions(only(), fs::perms(0644));
  EXPECT_FALSE(studio::keptSession("/a/folder"));
}

TEST_F(Kept, IsNotBelievedWhereItIsNoSession) {
  studio::keepSession("/a/folder", session);
  for (const std::string text : {"", "x\ny\nz\n",
                                 "70000\n"
                                 "aa\nbb\n/a/folder\n",
                                 "12345\n\n\n"}) {
    state.put(fs::relative(only(), state.path()).string(), text);
    fs::permissions(only(), fs::perms(0600));
    EXPECT_FALSE(studio::keptSession("/a/folder")) << text;
  }
}

} // namespace
} // namespace stasis::test
