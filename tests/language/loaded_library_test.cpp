// Libraries that are loaded where they are needed.
#include "language/lexing/loaded_library.h"

#include <gtest/gtest.h>

namespace stasis::language {
namespace {

TEST(LoadedLibrary, OneThatIsNotHereIsToldByItsFile) {
  LoadedLibrary library("libstasis-nowhere.so.7");
  EXPECT_FALSE(library.found());
  void (*function)() = nullptr;
  library.find(function, "anything");
  EXPECT_EQ(function, nullptr);
  try {
    library.demand();
    FAIL();
  } catch (const LibraryMissing& missing) {
    EXPECT_STREQ(missing.what(), "libstasis-nowhere.so.7");
  }
}

TEST(LoadedLibrary, OneWithoutWhatIsLookedForIsNotTheOneMeant) {
  LoadedLibrary library("libc.so.6");
  EXPECT_TRUE(library.found());
  void (*function)() = nullptr;
  library.find(function, "abs");
  EXPECT_NE(function, nullptr);
  EXPECT_TRUE(library.found());
  library.find(function, "stasis_is_not_in_the_c_library");
  EXPECT_EQ(function, nullptr);
  EXPECT_FALSE(library.found());
  EXPECT_THROW(library.demand(), LibraryMissing);
}

} // namespace
} // namespace stasis::language
