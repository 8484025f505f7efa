#include "evidence/grammar/model.h"
#include "evidence/grammar/parse.h"
#include "evidence/grammar/train/accuracy.h"
#include "evidence/grammar/train/train_model.h"
#include "evidence/grammar/tree_text.h"
#include "support/root.h"

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

std::vector<train::TreebankSentence> sentencesOf(const std::filesystem::path& path) {
  train::Treebank bank = train::readTreebank(fileText(path));
  EXPECT_EQ(bank.problem, "") << path;
  return std::move(bank.sentences);
}

const std::filesystem::path root = support::root();

train::ModelSettings small() {
  train::ModelSettings settings;
  settings.tagger.rounds = 4;
  settings.parser.rounds = 6;
  settings.folds = 2;
  settings.leastOfPair = 3;
  return settings;
}

// What trains the model, on a hundred and fifty of the project's own sentences: it learns them well, others a
// little.
TEST(TrainedModel, LearnsFromAFewSentences) {
  const auto all = sentencesOf(root / "tests/grammar/agency.conllu");
  ASSERT_GT(all.size(), 250U);
  const std::vector<train::TreebankSentence> seen(all.begin(), all.begin() + 150);
  const std::vector<train::TreebankSentence> unseen(all.begin() + 150, all.end());
  const std::string bytes = train::trainModel(seen, small());
  const std::optional<Model> model = Model::read(bytes);
  ASSERT_TRUE(model);
  const train::Accuracy here = train::measure(*model, seen);
  const train::Accuracy there = train::measure(*model, unseen);
  const auto share = [](const train::Accuracy& a, std::size_t part) {
    return train::Accuracy::percent(part, a.words);
  };
  EXPECT_GT(share(here, here.upos), 97) << train::told(here);
  EXPECT_GT(share(here, here.relations), 75) << train::told(here);
  EXPECT_GT(share(there, there.upos), 75) << train::told(there);
  EXPECT_GT(share(there, there.relations), 45) << train::told(there);
}

TEST(TrainedModel, IsTheSameBytesAgain) {
  auto few = sentencesOf(root / "tests/grammar/agency.conllu");
  few.resize(20);
  EXPECT_EQ(train::trainModel(few, small()), train::trainModel(few, small()));
}

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

/// Figures of docs/grammar.md, less a small margin.
TEST(Accuracy, OnTheTreebanksDevelopmentPart) {
  const std::filesystem::path dev = root / "../shared/treebank/dev.conllu";
  if (!std::filesystem::exists(dev))
    GTEST_SKIP() << "there is no treebank";
  const train::Accuracy a = train::measure(Model::ofProgram(), sentencesOf(dev));
  EXPECT_GT(train::Accuracy::percent(a.upos, a.words), 95.5) << train::told(a);
  EXPECT_GT(train::Accuracy::percent(a.relations, a.words), 81.5) << train::told(a);
  EXPECT_GT(a.cutScore(), 98.7) << train::told(a);
}

} // namespace
} // namespace stasis::evidence::grammar
