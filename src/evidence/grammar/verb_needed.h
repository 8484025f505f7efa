#pragma once

// Tags that cannot be. A modal verb is one of a closed class. What stands between `ready to`, `offered to`
// and a determiner is an infinitive (`ready to hand over the guns`). Clauses that cannot be without a verb:
// after `if` or `unless`, and a sentence that names somebody and goes on with `that`. The tagger, which reads
// from left to right, takes a short verb at the end of such a clause for a noun or a name (`if Suria
// withdraws`, `unless a judge orders it`, `Norland insists that`). Where a clause has no word that can be its
// verb, the one word that may be becomes it. Linear in the words.

#include "evidence/grammar/model.h"
#include "evidence/grammar/word_class.h"
#include "model/range.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace stasis::evidence::grammar {

/// `words` are ranges of `text`, with a tag class each.
class NeededVerbs {
public:
  NeededVerbs(const Model& model, std::string_view text, std::span<const model::Range> words,
              std::vector<TagClass>& tags)
      : model_(model), text_(text), words_(words), tags_(tags) {}

  void run() {
    bool finite = false;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (upos(i) != Upos::verb && isInfinitive(i)) {
        become(i - 1, Upos::part, Xpos::to);
        become(i, Upos::verb, Xpos::vb);
      }
      if (upos(i) == Upos::verb && (xpos(i) == Xpos::nnp || xpos(i) == Xpos::nnps))
        become(i, Upos::propn, xpos(i)); // Northport United
      if (isQuality(i)) {
        become(i, Upos::adj, Xpos::jj);
        if (i > 0 && is(i - 1, {"to"}))
          become(i - 1, Upos::adp, Xpos::in);
      }
      const TagPair tag = model_.tags[tags_[i]];
      finite = finite || isFinite(tag);
      if (tag.upos == Upos::aux && tag.xpos == Xpos::md) {
        if (!isModal(i))
          noModal(i);
      } else if (tag.upos == Upos::noun) {
        if (isParticiple(i))
          become(i, Upos::verb, Xpos::vbg);
      } else if (tag.xpos == Xpos::in && i + 2 < words_.size() && is(i, {"if", "unless"}) &&
                 !isPhrase(i + 1)) {
        clause(i + 1, endOf(i + 1));
      }
    }
    if (!finite && words_.size() > 3)
      sentence();
  }

private:
  const Model& model_;
  std::string_view text_;
  std::span<const model::Range> words_;
  std::vector<TagClass>& tags_;

  std::string_view word(std::size_t i) const {
    return text_.substr(words_[i].begin, words_[i].end - words_[i].begin);
  }
  bool is(std::size_t i, std::initializer_list<std::string_view> these) const {
    const std::string_view w = word(i);
    return std::ranges::any_of(these, [&](std::string_view one) {
      return one.size() == w.size() && std::ranges::equal(one, w, [](char a, char b) {
               return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
             });
    });
  }
  Upos upos(std::size_t i) const { return model_.tags[tags_[i]].upos; }
  Xpos xpos(std::size_t i) const { return model_.tags[tags_[i]].xpos; }

  /// The modals of English are a closed class.
  bool isModal(std::size_t i) const {
    return word(i).size() < 3 || word(i).front() == '\'' ||
           static_cast<unsigned char>(word(i).front()) >= 0x80 ||
           is(i,
              {"will", "would", "shall",  "should", "can", "could", "may",  "might", "must", "ought", "need",
               "dare", "used",  "cannot", "better", "wil", "wud",   "coud", "shud",  "wld",  "gonna"});
  }
  /// `if they cut pay`: the verb, and the noun after it.
  void noModal(std::size_t i) {
    if (word(i).front() < 'a')
      return become(i, Upos::propn, Xpos::nnp);
    become(i, Upos::verb, xpos(i - (i > 0 ? 1 : 0)) == Xpos::prp ? Xpos::vbp : Xpos::vbd);
    if (i + 1 < words_.size() && xpos(i + 1) == Xpos::vb &&
        (i + 2 == words_.size() || upos(i + 2) == Upos::punct || upos(i + 2) == Upos::adv ||
         upos(i + 2) == Upos::cconj || upos(i + 2) == Upos::adp))
      become(i + 1, Upos::noun, Xpos::nn);
  }

  /// `…, warning that the union would strike`
  bool isParticiple(std::size_t i) const {
    return i > 0 && i + 2 < words_.size() && xpos(i - 1) == Xpos::comma && word(i).ends_with("ing") &&
           is(i + 1, {"that"});
  }

  /// `willing to lease the hall`, `ready to hand over our arms`; not `returned to work the next day`.
  bool isInfinitive(std::size_t i) const {
    if (i < 2 || i + 2 >= words_.size() || !is(i - 1, {"to"}) || word(i).front() < 'a' ||
        !is(i - 2, {"ready",   "willing", "unwilling", "prepared", "able",     "unable",     "reluctant",
                    "likely",  "set",     "offer",     "offers",   "offered",  "promise",    "promises",
                    "refuse",  "refuses", "refused",   "decline",  "declines", "declined",   "promised",
                    "vow",     "vows",    "vowed",     "pledge",   "pledges",  "pledged",    "threaten",
                    "want",    "wants",   "wanted",    "plan",     "plans",    "threatened", "threatens",
                    "intend",  "intends", "intended",  "hope",     "hopes",    "hoped",      "planned",
                    "decided", "going",   "try",       "tried",    "trying",   "need",       "needs"}))
      return false;
    const std::size_t next =
        i + 3 < words_.size() && is(i + 1, {"over", "back", "up", "out", "off", "down", "in"}) ? i + 2
                                                                                               : i + 1;
    return upos(next) == Upos::det || (upos(next) == Upos::pron && xpos(next) != Xpos::wp);
  }

  /// `agreed to binding arbitration`: nobody binds it.
  bool isQuality(std::size_t i) const {
    return xpos(i) == Xpos::vbg && i + 1 < words_.size() && upos(i + 1) == Upos::noun &&
           (i == 0 || upos(i - 1) != Upos::aux) &&
           is(i, {"binding", "existing", "ongoing", "outstanding", "remaining", "pending", "lasting"});
  }

  static bool isFinite(TagPair tag) {
    return tag.xpos == Xpos::vbd || tag.xpos == Xpos::vbz || tag.xpos == Xpos::vbp || tag.xpos == Xpos::md;
  }
  /// `if any`, `if possible`, `if so`, `if only`, `unless forced`: no clause follows.
  bool isPhrase(std::size_t i) const {
    return is(i, {"any",  "anything", "possible", "necessary", "needed",  "so",   "not",
                  "only", "ever",     "and",      "or",        "at",      "by",   "in",
                  "on",   "for",      "to",       "with",      "without", "then", "when"}) ||
           upos(i) == Upos::verb || upos(i) == Upos::punct || upos(i) == Upos::adj;
  }
  /// One past the last word before a mark or a conjunction.
  std::size_t endOf(std::size_t i) const {
    while (i < words_.size() && upos(i) != Upos::punct && upos(i) != Upos::cconj && upos(i) != Upos::sconj)
      ++i;
    return i;
  }

  void clause(std::size_t begin, std::size_t end) {
    constexpr std::size_t longest = 9;
    if (end - begin < 2 || end - begin > longest)
      return;
    for (std::size_t i = begin; i < end; ++i)
      if (upos(i) == Upos::verb || upos(i) == Upos::aux)
        return;
    for (std::size_t i = begin + 1; i < end; ++i)
      if (mayBeVerb(i, end) && isSubject(i - 1))
        return become(i);
    for (std::size_t i = begin + 1; i + 1 < end; ++i) // `unless the league shares television income`
      if (xpos(i) == Xpos::nns && isSubject(i - 1) && (upos(i + 1) == Upos::noun || upos(i + 1) == Upos::adj))
        return become(i, Upos::verb, Xpos::vbz);
  }
  bool isSubject(std::size_t i) const {
    return upos(i) == Upos::noun || upos(i) == Upos::propn || upos(i) == Upos::pron || upos(i) == Upos::adj;
  }
  /// In the form of a verb, before what a verb has after it; at the end of its clause anything in lower
  /// case.
  bool mayBeVerb(std::size_t i, std::size_t end) const {
    const std::string_view w = word(i);
    if (w[0] < 'a' || w[0] > 'z' || (upos(i) != Upos::noun && upos(i) != Upos::propn && upos(i) != Upos::adj))
      return false;
    const bool form = w.size() > 3 && ((w.ends_with('s') && !w.ends_with("ss")) || w.ends_with("ed"));
    if (i + 1 == end)
      return form || upos(i) == Upos::propn;
    return form && (upos(i + 1) == Upos::det || upos(i + 1) == Upos::pron || upos(i + 1) == Upos::adp ||
                    upos(i + 1) == Upos::part || upos(i + 1) == Upos::propn || upos(i + 1) == Upos::adv);
  }
  void become(std::size_t i) { become(i, Upos::verb, word(i).ends_with('s') ? Xpos::vbz : Xpos::vbd); }
  void become(std::size_t i, Upos kind, Xpos form) {
    for (std::size_t t = 0; t < model_.tags.size(); ++t)
      if (model_.tags[t].upos == kind && model_.tags[t].xpos == form)
        tags_[i] = static_cast<TagClass>(t);
  }

  /// `Norland insists that Suria withdraw`, `Norland insists on a vote`: a name, and a plural that cannot be
  /// one.
  void sentence() {
    for (std::size_t i = 1; i + 1 < words_.size(); ++i) {
      const std::string_view before = word(i - 1);
      if (xpos(i) != Xpos::nns || !(before[0] >= 'A' && before[0] <= 'Z') || word(i)[0] < 'a')
        continue;
      if (is(i + 1, {"that", "on", "it", "its", "the", "a", "an", "they", "he", "she", "to"}))
        return become(i);
    }
  }
};

} // namespace stasis::evidence::grammar
