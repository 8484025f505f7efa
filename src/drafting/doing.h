#pragma once

// What a clause says that somebody does, wishes, asks or refuses: the deed, whose it is, and whether it is
// wished, asked, foretold or no wish at all. `Norland promised not to attack` is Norland's deed `attack`, not
// wished; `Suria would strike` is Suria's, foretold; `prices would rise` is nobody's.
//
// Verbs that take another verb are unwrapped by what they do to it (words/deed_verbs.txt; implicative verbs
// after Karttunen 1971). What the words leave open has force `none` and a reason in three words: a clause
// that is left out does less harm than one the wrong way round.
//
// O(words of the clause). Tested on sentences of every kind with their trees.

#include "drafting/deed.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::drafting {

enum class Subject : std::uint8_t {
  speaker,   ///< I, we; he, she, it, they where the speaker is told of
  addressee, ///< you; whoever is asked
  named,     ///< `who` has the words
  other,     ///< a pronoun that is not the speaker
  thing,     ///< prices, nobody, there
  open,      ///< a passive without its agent; a bare infinitive
};

enum class Force : std::uint8_t {
  wish,  ///< will, promises to, wants to
  ask,   ///< must, should, is urged to
  tells, ///< will, of somebody else
  none,
};

struct Doing {
  Deed deed;
  bool negative = false;
  Subject subject = Subject::open;
  std::string who;        ///< of `named`, and of who is asked where it is named
  bool passive = false;   ///< its subject is what it is done to
  bool event = false;     ///< it happens by itself
  Deed eventDeed;         ///< of a condition: as something that happens, the subject with it
  bool committed = false; ///< somebody named bound himself: `26 countries had committed to …`
  bool agreed = false;    ///< `agreed to`: perhaps to what was asked
  bool onlyThen = false;  ///< `will only sign`
  bool bare = false;      ///< without tense: `that Suria not attack`
  bool byPronoun = false; ///< its subject is he, she, it or they
  Force force = Force::none;
  std::string_view why;            ///< of `none`: the reason in three words
  bool either = false;             ///< one of several of which one is enough
  std::string asker;               ///< who asks, where that is somebody whom the clause names
  std::vector<std::string> within; ///< names within what it is done to: `Israeli`, `Serrado`
  bool toYou = false;              ///< of whoever is spoken to: `you`, an imperative
  bool byNoun = false;             ///< its noun names it: `demanded the release of the crew`
  bool answers = false;            ///< accepts or refuses what was asked or offered
};

/// How a verb of the list takes what hangs from it; empty for other verbs.
std::string_view classOf(const std::string& lemma);

enum class Voice : std::uint8_t { direct, told };

/// What a sentence, or the clause that somebody told, says. `offered`: on a condition, so that `we could` is
/// an offer.
std::vector<Doing> doingsOf(const evidence::grammar::SentenceTree& tree, Voice voice, bool offered = false);
/// What a condition says to be done, whatever its tense.
std::vector<Doing> conditionsOf(const evidence::grammar::SentenceTree& tree,
                                evidence::grammar::WordIndex head, Voice voice);

} // namespace stasis::drafting
