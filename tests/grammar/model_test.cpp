#include "evidence/grammar/model.h"
#include "evidence/grammar/parse.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace stasis::evidence::grammar {
namespace {

std::string fileText(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::filesystem::path root = STASIS_ROOT;

TEST(Model, IsUnderItsRoom) {
  const std::string bytes = fileText(root / "src/evidence/grammar/english.model");
  EXPECT_LT(bytes.size(), 3000000U);
  EXPECT_TRUE(Model::read(bytes));
}

TEST(Model, ThatIsCutShortIsRefused) {
  const std::string bytes = fileText(root / "src/evidence/grammar/english.model");
  for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 97)
    EXPECT_FALSE(Model::read(bytes.substr(0, size))) << size;
}

TEST(Model, WithAHeadThatLiesIsRefusedOrSound) {
  const std::string good = fileText(root / "src/evidence/grammar/english.model");
  for (std::size_t at = 0; at < sizeof(ModelHead); ++at) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    if (const std::optional<Model> model = Model::read(bytes)) {
      SentenceParser parser(*model);
      EXPECT_EQ(parser.parse("Ann left.", {0, 9}).size(), 3U);
    }
  }
}

} // namespace
} // namespace stasis::evidence::grammar
