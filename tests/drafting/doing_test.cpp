#include "drafting/doing.h"
#include "drafting/lemma.h"
#include "evidence/grammar/sentence_tree.h"

#include <gtest/gtest.h>

#include <sstream>

namespace stasis::drafting {
namespace {

using evidence::grammar::noWord;
using evidence::grammar::relationOf;
using evidence::grammar::SentenceTree;
using evidence::grammar::TreeWord;
using evidence::grammar::uposOf;
using evidence::grammar::WordIndex;
using evidence::grammar::xposOf;

// A tree by hand, so that the rules are tested whatever a parser gives: words `form/UPOS/XPOS/head/relation`,
// heads from 1, 0 for the root.
class Drawn {
public:
  explicit Drawn(const std::string& drawing) {
    std::istringstream in(drawing);
    std::vector<TreeWord> words;
    for (std::string item; in >> item;) {
      std::vector<std::string> parts;
      std::istringstream cut(item);
      for (std::string part; std::getline(cut, part, '/');)
        parts.push_back(part);
      text_ += text_.empty() ? "" : " ";
      TreeWord word;
      word.range = {text_.size(), text_.size() + parts[0].size()};
      text_ += parts[0];
      word.upos = *uposOf(parts[1]);
      word.xpos = *xposOf(parts[2]);
      const int head = std::stoi(parts[3]);
      word.head = head == 0 ? noWord : static_cast<WordIndex>(head - 1);
      word.relation = *relationOf(parts[4]);
      words.push_back(word);
    }
    tree_ = SentenceTree(text_, std::move(words));
  }
  const SentenceTree& tree() const { return tree_; }

private:
  std::string text_;
  SentenceTree tree_;
};

Doing only(const std::string& drawing, Voice voice = Voice::direct) {
  const Drawn drawn(drawing);
  const auto doings = doingsOf(drawn.tree(), voice);
  EXPECT_EQ(doings.size(), 1U) << drawing;
  return doings.empty() ? Doing{} : doings.front();
}

TEST(Doing, OfTheSpeakerWithWillIsWished) {
  const Doing d =
      only("We/PRON/PRP/3/nsubj will/AUX/MD/3/aux close/VERB/VB/0/root the/DET/DT/5/det port/NOUN/NN/3/obj");
  EXPECT_EQ(d.deed.verb, "close");
  EXPECT_EQ(d.deed.object, "port");
  EXPECT_EQ(d.deed.label, "close the port");
  EXPECT_EQ(nameOf(d.deed), "close_port");
  EXPECT_EQ(d.subject, Subject::speaker);
  EXPECT_EQ(d.force, Force::wish);
  EXPECT_FALSE(d.negative);
}

TEST(Doing, NotGoesToThePolarity) {
  for (const std::string no : {"not/PART/RB", "never/ADV/RB"}) {
    const Doing d = only("We/PRON/PRP/4/nsubj will/AUX/MD/4/aux " + no +
                         "/4/advmod close/VERB/VB/0/root ports/NOUN/NNS/4/obj");
    EXPECT_TRUE(d.negative) << no;
    EXPECT_EQ(d.deed.label, "close ports");
  }
}

TEST(Doing, RefusingTurnsRoundAndNotHesitatingTurnsBack) {
  EXPECT_TRUE(
      only("We/PRON/PRP/2/nsubj refuse/VERB/VBP/0/root to/PART/TO/4/mark sign/VERB/VB/2/xcomp").negative);
  const Doing d = only("We/PRON/PRP/4/nsubj will/AUX/MD/4/aux not/PART/RB/4/advmod hesitate/VERB/VB/0/root "
                       "to/PART/TO/6/mark strike/VERB/VB/4/xcomp");
  EXPECT_FALSE(d.negative);
  EXPECT_EQ(d.force, Force::wish);
}

TEST(Doing, NotOnlyIsLeftOpen) {
  const Doing d = only("We/PRON/PRP/5/nsubj will/AUX/MD/5/aux not/PART/RB/5/advmod only/ADV/RB/5/advmod "
                       "strike/VERB/VB/0/root");
  EXPECT_EQ(d.force, Force::none);
  EXPECT_EQ(d.why, "negation not clear");
}

TEST(Doing, OfAnotherIsForetold) {
  const Doing d = only("Suria/PROPN/NNP/3/nsubj would/AUX/MD/3/aux strike/VERB/VB/0/root", Voice::told);
  EXPECT_EQ(d.subject, Subject::named);
  EXPECT_EQ(d.who, "Suria");
  EXPECT_EQ(d.force, Force::tells);
}

TEST(Doing, OfWhoMustIsAsked) {
  EXPECT_EQ(only("Suria/PROPN/NNP/3/nsubj must/AUX/MD/3/aux leave/VERB/VB/0/root", Voice::told).force,
            Force::ask);
  EXPECT_EQ(only("Suria/PROPN/NNP/3/nsubj may/AUX/MD/3/aux leave/VERB/VB/0/root", Voice::told).force,
            Force::none);
}

TEST(Doing, PastIsNoWish) {
  const Doing d = only("We/PRON/PRP/2/nsubj closed/VERB/VBD/0/root the/DET/DT/4/det port/NOUN/NN/2/obj");
  EXPECT_EQ(d.force, Force::none);
  EXPECT_EQ(d.why, "it is past");
}

TEST(Doing, OfNobodyHasNoParty) {
  EXPECT_EQ(only("Nobody/PRON/NN/3/nsubj will/AUX/MD/3/aux leave/VERB/VB/0/root").subject, Subject::thing);
}

TEST(Doing, InAConditionNeedsNoWillAndPassivesHaveTheirObject) {
  const Drawn drawn(
      "the/DET/DT/2/det prisoners/NOUN/NNS/5/nsubj:pass were/AUX/VBD/5/aux:pass not/PART/RB/5/advmod "
      "freed/VERB/VBN/0/root");
  const auto doings = conditionsOf(drawn.tree(), drawn.tree().root(), Voice::told);
  ASSERT_EQ(doings.size(), 1U);
  EXPECT_TRUE(doings.front().negative);
  EXPECT_EQ(nameOf(doings.front().deed), "free_prisoner");
  EXPECT_EQ(doings.front().deed.label, "free the prisoners");
}

TEST(Deed, IsTheSameInWordsThatMeanTheSame) {
  const auto deed = [](const std::string& verb, const std::string& object) {
    Deed d;
    d.verb = verb;
    d.object = object;
    return d;
  };
  EXPECT_TRUE(sameDeed(deed("free", "prisoner"), deed("release", "prisoner")));
  EXPECT_TRUE(sameDeed(deed("deploy", "soldier"), deed("send", "troops")));
  EXPECT_FALSE(sameDeed(deed("free", "prisoner"), deed("release", "report")));
  EXPECT_FALSE(sameDeed(deed("close", "port"), deed("open", "port")));
  EXPECT_FALSE(sameDeed(deed("close", "port"), deed("close", "")));
  Deed two = deed("pay", "million");
  two.amount = "two";
  Deed three = two;
  three.amount = "three";
  EXPECT_FALSE(sameDeed(two, three));
  EXPECT_TRUE(sameDeed(two, deed("pay", "million")));
}

TEST(Lemma, OfEveryFormOfAVerbIsOne) {
  const std::vector<std::vector<std::string>> verbs{{"attack", "attacks", "attacked", "attacking"},
                                                    {"refuse", "refuses", "refused", "refusing"},
                                                    {"stop", "stops", "stopped", "stopping"},
                                                    {"withdraw", "withdrew", "withdrawn", "withdrawing"},
                                                    {"deny", "denies", "denied", "denying"},
                                                    {"sell", "sold", "sells", "selling"},
                                                    {"invite", "invited", "invites", "inviting"},
                                                    {"visit", "visited", "visits", "visiting"},
                                                    {"threaten", "threatens", "threatened", "threatening"}};
  for (const auto& forms : verbs)
    for (const std::string& form : forms)
      EXPECT_EQ(verbLemma(form), forms.front()) << form;
  EXPECT_EQ(nounLemma("countries"), "country");
  EXPECT_EQ(nounLemma("hostilities"), "hostilities");
  EXPECT_EQ(nounLemma("losses"), "loss");
}

} // namespace
} // namespace stasis::drafting
