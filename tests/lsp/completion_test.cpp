#include "evidence/citable_text.h"
#include "gallery.h"
#include "lsp/completion.h"
#include "lsp/source_words.h"

#include <gtest/gtest.h>

namespace stasis::lsp {
namespace {

using test::Marked;

const std::string head = R"(conflict "C"
source paper "paper.txt" "the paper"
parties Crowd of Ann, Bob
  option run
party Cat "The cat"
  option run
  option purr
define calm = purr
state quiet = purr
)";

/// What is offered where `¦` stands, behind the head.
std::vector<std::string> offered(const std::string& behind, const std::string& folder = "/nowhere") {
  const Marked here(head + behind);
  const Reading reading("m", head, 1, Encoding::utf8);
  std::vector<std::string> labels;
  for (const auto& one : completions(here.text, here.cursor, reading.names(), folder).items)
    labels.push_back(one.label);
  return labels;
}

bool offers(const std::string& behind, const std::string& label) {
  const auto all = offered(behind);
  return std::ranges::find(all, label) != all.end();
}

TEST(Completion, PartiesWhereAPartyIsNamed) {
  for (const std::string line : {"prefer ¦", "rank C¦", "weigh ¦", "move ¦", "expect quiet is stable for ¦",
                                 "expect 1 states where stable for Ann, ¦"}) {
    EXPECT_TRUE(offers(line, "Cat")) << line;
    EXPECT_TRUE(offers(line, "Ann")) << line;
    EXPECT_FALSE(offers(line, "purr")) << line;
  }
  EXPECT_EQ(offered("prefer each ¦"), std::vector<std::string>{"Crowd"});
}

TEST(Completion, MarksAndAttitudes) {
  for (const std::string line :
       {"unsure ¦", "attitude ¦", "attitude Cat for ¦", "attitude Cat for Ann, against B¦"})
    EXPECT_TRUE(offers(line, "Ann")) << line;
  EXPECT_EQ(offered("attitude each ¦"), std::vector<std::string>{"Crowd"});
  EXPECT_EQ(offered("attitude Cat ¦"), (std::vector<std::string>{"for", "against", "neutral"}));
  EXPECT_EQ(offered("attitude Cat for Ann, ¦"), (std::vector<std::string>{"for", "against", "neutral"}));
  for (const std::string line : {"unsure Cat ¦", "unsure Cat quiet ? ¦", "unsure Cat\n  quiet ? q¦"})
    EXPECT_TRUE(offers(line, "quiet")) << line;
  EXPECT_TRUE(offers("prefer Cat\n  ¦", "strongly"));
  EXPECT_TRUE(offers("prefer Cat\n  strongly ¦", "purr"));
  EXPECT_FALSE(offers("prefer Cat\n  strongly ¦", "perhaps"));
  EXPECT_TRUE(offers("prefer Cat\n  unsure and ¦", "purr")) << "an option called so";
}

TEST(Completion, OptionsWhereAConditionStands) {
  for (const std::string line :
       {"never ¦", "always purr and ¦", "define x = p¦", "prefer Cat\n  ¦", "prefer Cat\n  not p¦",
        "prefer Cat\n  purr\n  # a comment\n\n  calm if ¦", "never calm and\n  ¦", "at least 1 of ¦",
        "expect all states satisfy ¦", "always purr or (¦"}) {
    EXPECT_TRUE(offers(line, "purr")) << line;
    EXPECT_TRUE(offers(line, "Cat.run")) << line << ": two options have the name";
    EXPECT_TRUE(offers(line, "calm")) << line;
    EXPECT_FALSE(offers(line, "quiet")) << line;
  }
  EXPECT_TRUE(offers("status quo ¦", "purr"));
  EXPECT_FALSE(offers("status quo ¦", "calm"));
  EXPECT_TRUE(offers("weigh Cat\n  ¦", "purr"));
  EXPECT_TRUE(offers("state x = ¦", "none"));
}

TEST(Completion, OptionsOfAParty) {
  EXPECT_EQ(offered("never Cat.¦"), (std::vector<std::string>{"run", "purr", "*"}));
  EXPECT_EQ(offered("never Ann.r¦"), (std::vector<std::string>{"run", "*"}));
  EXPECT_EQ(offered("prefer each Crowd\n  not self.¦"), (std::vector<std::string>{"run", "*"}));
  EXPECT_EQ(offered("never Nobody.¦"), std::vector<std::string>());
}

TEST(Completion, StatesConceptsSourcesCodes) {
  EXPECT_EQ(offered("rank Cat\n  ¦"), std::vector<std::string>{"quiet"});
  EXPECT_EQ(offered("rank Cat\n  quiet > q¦"), std::vector<std::string>{"quiet"});
  EXPECT_TRUE(offers("move Cat quiet -> ¦", "quiet"));
  EXPECT_TRUE(offers("expect ¦", "nash"));
  EXPECT_TRUE(offers("expect ¦", "quiet"));
  EXPECT_EQ(offered("expect nash = ¦"), std::vector<std::string>{"quiet"});
  EXPECT_EQ(offered("expect in view ¦"), offered("view ¦"));
  EXPECT_EQ(offered("expect in view Cat of ¦"), offered("view Cat of ¦"));
  for (const char* const picture : {"in view Cat", "in view Cat of Ann", "in hypergame"}) {
    EXPECT_EQ(offered("expect " + std::string(picture) + " ¦"), offered("expect ¦")) << picture;
    EXPECT_EQ(offered("expect " + std::string(picture) + " nash = ¦"), std::vector<std::string>{"quiet"});
  }
  EXPECT_EQ(offered("expect quiet is equilibrium under ¦").size(), model::allConcepts().size());
  EXPECT_EQ(offered("expect quiet is equilibrium under nash, s¦").size(), model::allConcepts().size());
  EXPECT_EQ(offered("never purr because ¦"), std::vector<std::string>{"paper"});
  EXPECT_EQ(offered("never purr\n  because p¦"), std::vector<std::string>{"paper"});
  EXPECT_TRUE(offers("allow S0¦", "S0411"));
}

TEST(Completion, NothingInACommentALabelOrAtANewName) {
  for (const std::string line :
       {"never purr # ¦", "party X \"¦", "define ¦", "state ¦", "party ¦", "option ¦", "weigh Cat\n  purr ¦"})
    EXPECT_EQ(offered(line), std::vector<std::string>()) << line;
}

TEST(Completion, StatementsWhereALineBegins) {
  EXPECT_TRUE(offers("¦", "party"));
  EXPECT_TRUE(offers("pref¦", "prefer"));
  EXPECT_TRUE(offers("prefer Cat\n  purr\n¦", "expect"));
}

TEST(Completion, WhatIsTypedIsReplaced) {
  const Marked here(head + "never not_ p¦urr");
  const Reading reading("m", head, 1, Encoding::utf8);
  const auto made = completions(here.text, here.cursor, reading.names(), std::nullopt);
  EXPECT_EQ(here.text.substr(made.typed.begin, made.typed.end - made.typed.begin), "p");
}

TEST(Completion, AnyPlaceOfAnyTextIsAnswered) {
  std::string text = test::textOf(test::galleryModels().front()).substr(0, 3000) + "\"\\\n\"#\xc3(";
  const Reading reading("m", text, 1, Encoding::utf8);
  for (std::size_t at = 0; at <= text.size() + 5; ++at) {
    const auto made = completions(text, at, reading.names(), std::nullopt);
    EXPECT_LE(made.typed.begin, made.typed.end);
    EXPECT_LE(made.typed.end, text.size());
  }
}

TEST(SourceWords, EveryOfferIsThere) {
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(support::root()) / "conflicts")) {
    if (entry.path().extension() != ".txt")
      continue;
    const std::string bytes = test::textOf(entry.path());
    const evidence::CitableText source(bytes);
    for (const char* typed : {"", "the", "If ", "THEY  should"}) {
      const auto all = wordsThatGoOn(entry.path().string(), typed, 20);
      for (const auto& words : all) {
        if (words.find('\\') == std::string::npos) {
          EXPECT_TRUE(source.find(evidence::Quotation(words)).found.has_value()) << words;
        }
      }
    }
    EXPECT_FALSE(wordsThatGoOn(entry.path().string(), "the", 20).empty()) << entry.path();
  }
}

TEST(SourceWords, CompletedInsideTheMarks) {
  const auto folder = std::filesystem::path(support::root()) / "conflicts" / "foreign-troops";
  const Marked here("source report \"report.txt\"\nparty R\n  option t\n    because report \"we assume¦\"");
  const Reading reading("m", here.text, 1, Encoding::utf8);
  const auto made = completions(here.text, here.cursor, reading.names(), folder.string());
  ASSERT_FALSE(made.items.empty());
  EXPECT_TRUE(made.items.front().insert.starts_with("we assume they will be legitimate targets for defeat"));
  EXPECT_EQ(here.text.substr(made.typed.begin, made.typed.end - made.typed.begin), "we assume");
  const Marked path("source report \"¦");
  const auto files = completions(path.text, path.cursor, reading.names(), folder.string());
  EXPECT_TRUE(std::ranges::any_of(files.items, [](const auto& one) { return one.label == "report.txt"; }));
}

} // namespace
} // namespace stasis::lsp
