#pragma once

// What a clause says that somebody does, wishes, asks or refuses: the deed, whose it is, and whether it is
// wished, asked for, foretold or no wish at all. `Norland promised not to attack` is Norland's deed `attack`,
// not wished; `Suria would strike` is Suria's, foretold; `prices would rise` is nobody's.
//
// Verbs that take another verb are unwrapped by what they do to it (words/deed_verbs.txt; implicative verbs
// after Karttunen 1971). If the words leave it open, the force is `none` with a reason of three words:
// leaving a clause out does less harm than reading it the wrong way round.
//
// O(words of the clause). Tested on sentences of every kind with their trees.

#include "drafting/deed.h"

#include <string>
#include <string_view>
#include <vector>

namespace stasis::drafting {

enum class Subject : std::uint8_t {
  speaker,   ///< I, we; he, she, it, they if they stand for the speaker
  addressee, ///< you; whoever is asked
  named,     ///< the words are in `who`
  other,     ///< a pronoun that does not stand for the speaker
  thing,     ///< prices, nobody, there
  open,      ///< a passive without an agent; a bare infinitive
};

enum class Force : std::uint8_t {
  wish,  ///< will, promises to, wants to
  ask,   ///< must, should, is urged to
  tells, ///< will, said of somebody else
  none,
};

struct Doing {
  Deed deed;
  bool negative = false;
  Subject subject = Subject::open;
  std::string who;      ///< for `named`, and for whoever is asked, if named
  bool passive = false; ///< the subject is the object of the deed
  bool event = false;   ///< it happens by itself
  Deed eventDeed;       ///< the deed as an event, including its subject; of a condition, and of what is named
  bool committed = false; ///< somebody named made a commitment: `26 countries had committed to …`
  bool agreed = false;    ///< `agreed to`: perhaps to what was asked
  bool onlyThen = false;  ///< `will only sign`
  bool obliged = false;   ///< `must`, `should`
  bool bare = false;      ///< without tense: `that Suria not attack`
  bool byPronoun = false; ///< the subject is he, she, it or they
  Force force = Force::none;
  std::string_view why;            ///< of `none`: the reason in three words
  bool either = false;             ///< one of several of which one is enough
  std::string asker;               ///< who asks, where that is somebody whom the clause names
  std::vector<std::string> within; ///< names within what it is done to: `Israeli`, `Serrado`
  bool toYou = false;              ///< of whoever is spoken to: `you`, an imperative
  bool byNoun = false;             ///< its noun names it: `demanded the release of the crew`
  bool answers = false;            ///< accepts or refuses what was asked or offered
  bool today = false;              ///< it goes on already: `will keep striking`, `will stop striking`
  Deed instead;                    ///< what is not done then: `would pay a fine instead of closing it`
  Deed middle;                     ///< `no ward will close`: the deed of whoever closes it
};

/// How a verb in the list acts on the clause below it; empty for other verbs.
std::string_view classOf(const std::string& lemma);

enum class Voice : std::uint8_t { direct, told };

/// What a sentence, or the clause that somebody is reported to have said, says is done. `offered`: on a
/// condition, which makes `we could` an offer.
std::vector<Doing> doingsOf(const evidence::grammar::SentenceTree& tree, Voice voice, bool offered = false);
/// What a condition says is done, in whatever tense.
std::vector<Doing> conditionsOf(const evidence::grammar::SentenceTree& tree,
                                evidence::grammar::WordIndex head, Voice voice);

} // namespace stasis::drafting
