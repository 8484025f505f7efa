#include "evidence/text/turns.h"

#include "evidence/text/first_person.h"
#include "evidence/text/phrases.h"
#include "evidence/text/post.h"

#include <algorithm>
#include <map>

namespace stasis::evidence {

namespace {

bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }

std::string_view lastWord(std::string_view name) {
  const std::size_t space = name.rfind(' ');
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

/// Whether all of it is `(Applause.)`, `[Interruption]`, `*laughter*` or the like.
bool isStageDirection(std::string_view words) {
  while (!words.empty() && (words.back() == ' ' || words.back() == '.'))
    words.remove_suffix(1);
  if (words.size() < 2)
    return true;
  if (isPhrase(words, "notices"))
    return true;
  const char open = words.front();
  const char close = open == '(' ? ')' : open == '[' ? ']' : open == '*' ? '*' : '\0';
  return close != '\0' && words.back() == close && words.find(close, 1) == words.size() - 1;
}

bool beginsWithPhrase(std::string_view words, std::string_view list) {
  const std::string lower = inLowerCase(words.substr(0, 60));
  return std::ranges::any_of(phrases(list), [&](const std::string& one) { return lower.starts_with(one); });
}

/// The words of turns, without stage directions.
class TurnWords {
public:
  explicit TurnWords(std::string_view text) : text_(text) {}

  /// Adds a range of words; stage directions inside it are left out.
  void add(model::Range range, Turn& turn) const {
    if (turn.speaker.empty())
      return;
    const std::string_view all = text_.substr(range.begin, range.end - range.begin);
    if (all.empty() || isStageDirection(all))
      return;
    std::size_t from = 0;
    for (std::size_t at = all.find_first_of("(["); at != std::string_view::npos;
         at = all.find_first_of("([", at + 1)) {
      const std::size_t close = all.find(all[at] == '(' ? ')' : ']', at);
      if (close == std::string_view::npos)
        break;
      if (!standsAlone(all, at, close))
        continue;
      put({range.begin + from, range.begin + at}, turn);
      from = close + 1;
      at = close;
    }
    put({range.begin + from, range.end}, turn);
  }

private:
  /// Whether it stands between sentences: after a full stop or at the start, and before a capital or the end.
  static bool standsAlone(std::string_view all, std::size_t open, std::size_t close) {
    std::size_t before = open;
    while (before > 0 && all[before - 1] == ' ')
      --before;
    std::size_t after = close + 1;
    while (after < all.size() && all[after] == ' ')
      ++after;
    const bool ended = before == 0 || all[before - 1] == '.' || all[before - 1] == '?' ||
                       all[before - 1] == '!' || all[before - 1] == '\x05' || after == all.size();
    const bool begins = after == all.size() || isUpper(all[after]) || all[after] == '(' || all[after] == '[';
    return ended && begins && close - open < 80;
  }

  void put(model::Range range, Turn& turn) const {
    while (range.begin < range.end && text_[range.begin] == ' ')
      ++range.begin;
    while (range.end > range.begin && text_[range.end - 1] == ' ')
      --range.end;
    if (range.end > range.begin + 1)
      turn.words.push_back(range);
  }

  std::string_view text_;
};

class TurnFinder {
public:
  TurnFinder(std::string_view text, const std::vector<model::Range>& paragraphs,
             const std::vector<ParagraphKind>& kinds)
      : text_(text), paragraphs_(paragraphs), kinds_(kinds) {
    for (std::size_t p = 0; p < paragraphs_.size(); ++p) {
      posts_.push_back(postAt(words(p)));
      labels_.push_back(kinds_[p] == ParagraphKind::heading || posts_[p]
                            ? std::nullopt
                            : turnLabelAt(words(p), kinds_[p] == ParagraphKind::label));
    }
    keepLikely();
    keepPosts();
  }

  Turns run() {
    Turns found;
    found.taken.assign(paragraphs_.size(), false);
    bool open = false;
    for (std::size_t p = 0; p < paragraphs_.size(); ++p) {
      if (posts_[p]) {
        open = takePost(p, found);
      } else if (labels_[p] && labels_[p]->asks) {
        asker_ = labels_[p]->name;
        found.taken[p] = true;
        open = false;
      } else if (labels_[p]) {
        found.turns.push_back(opened(p));
        found.taken[p] = open = true;
        isPost_ = labels_[p]->isPost;
      } else if (found.taken[p]) {
        continue; // the words of the post above
      } else if (open && ends(p, found.turns.back())) {
        open = false;
      } else if (open) {
        TurnWords(text_).add(paragraphs_[p], found.turns.back());
        found.taken[p] = true;
      }
    }
    giveNamesOfOffices(found.turns);
    giveFullNames(found.turns);
    return found;
  }

private:
  std::string_view words(std::size_t p) const {
    return text_.substr(paragraphs_[p].begin, paragraphs_[p].end - paragraphs_[p].begin);
  }

  bool ends(std::size_t p, const Turn& turn) const {
    return kinds_[p] == ParagraphKind::heading || isTitle(words(p)) || tells(p, turn) ||
           (isPost_ && !isFirstPerson(words(p)));
  }

  /// A name with only a handle may be a byline. It is not if the text has two of them, or if the words below
  /// are in the first person.
  void keepPosts() {
    const auto isAbove = [&](std::size_t p) {
      return posts_[p] && posts_[p]->words.empty() && !posts_[p]->isBelow;
    };
    std::size_t all = 0;
    for (std::size_t p = 0; p < posts_.size(); ++p)
      all += isAbove(p) && p + 1 < posts_.size() ? isFirstPerson(words(p + 1)) ? 2 : 1 : 0;
    for (std::size_t p = 0; p < posts_.size(); ++p)
      if (isAbove(p) && kinds_[p] == ParagraphKind::item)
        posts_[p]->isBelow = true; // the dash had been taken for a bullet
      else if (isAbove(p) && all < 2)
        posts_[p] = std::nullopt;
  }

  /// The words stand in the paragraph itself, in the one above or in the one below. True if more may follow.
  bool takePost(std::size_t p, Turns& found) {
    const Post& post = *posts_[p];
    const std::size_t base = paragraphs_[p].begin;
    Turn turn{post.name, std::nullopt, {base + post.mention.begin, base + post.mention.end}, {}};
    found.taken[p] = isPost_ = true;
    if (!post.words.empty()) {
      TurnWords(text_).add({base + post.words.begin, base + post.words.end}, turn);
    } else if (post.isBelow && p > 0 && !found.taken[p - 1] && kinds_[p - 1] != ParagraphKind::heading) {
      TurnWords(text_).add(paragraphs_[p - 1], turn);
      found.taken[p - 1] = true;
    } else if (!post.isBelow && p + 1 < paragraphs_.size() && !labels_[p + 1] && !posts_[p + 1] &&
               kinds_[p + 1] != ParagraphKind::heading) {
      TurnWords(text_).add(paragraphs_[p + 1], turn);
      found.taken[p + 1] = true;
    }
    found.turns.push_back(std::move(turn));
    return !post.isBelow;
  }

  /// Weak labels count if the text has strong ones or repeats them often.
  void keepLikely() {
    std::map<std::string, std::size_t> uses;
    std::size_t strong = 0;
    std::size_t bracketed = 0; // `Ivo Crane (Tarn):`
    std::size_t all = 0;
    for (const auto& label : labels_)
      if (label) {
        ++uses[label->name];
        strong += label->form == LabelForm::strong;
        bracketed += label->form != LabelForm::strong && label->principal.has_value();
        ++all;
      }
    const auto repeated = std::ranges::count_if(uses, [](const auto& use) { return use.second > 1; });
    const std::size_t reported = strong > 0 ? 0 : reportedParagraphs();
    const bool record =
        reported < all &&
        (strong > 1 || (strong + bracketed > 0 && all > 1) || repeated > 1 || (repeated == 1 && all > 2) ||
         (all > 1 && all * 2 > paragraphs_.size()) || (all > 2 && all * 3 > paragraphs_.size()));
    for (std::size_t p = 0; p < labels_.size(); ++p) {
      auto& label = labels_[p];
      if (!label)
        continue;
      const bool alone = label->form == LabelForm::strong && !isHeadingLike(*label, p);
      const bool certain = kinds_[p] == ParagraphKind::label;
      if ((!record && !alone && !certain) || isTitle(words(p).substr(std::min(label->body, words(p).size()))))
        label = std::nullopt;
      else
        lastLabel_ = p;
    }
  }

  /// How many paragraphs are a reporter's: a quotation, and who says it right behind it (“…,” he said).
  std::size_t reportedParagraphs() const {
    std::size_t count = 0;
    for (std::size_t p = 0; p < paragraphs_.size(); ++p)
      count += !labels_[p] && !posts_[p] && isReported(words(p));
    return count;
  }

  static bool isReported(std::string_view words) {
    constexpr std::size_t reach = 40; // bytes: "…,” said Ana Bell", "…,” the minister said"
    for (std::size_t at = 1; at + 2 < words.size(); ++at)
      if ((words[at] == '\x02' || words[at] == '"') && words[at + 1] == ' ' &&
          (words[at - 1] == ',' || words[at - 1] == '?' || words[at - 1] == '!')) {
        const std::string_view behind = words.substr(at + 2, reach);
        if (holdsPhrase(behind.substr(0, behind.find_first_of(".,:;")), "introducing"))
          return true;
      }
    return false;
  }

  /// `ORAL QUESTIONS: FISHERIES`: nothing in lower case, no full stop.
  static bool isTitle(std::string_view body) {
    return body.size() > 2 && !endsSentence(body) &&
           std::ranges::none_of(body, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  /// `EXAMINATION BY MR. HOLT:` with nothing after it: a label needs words after or below it.
  bool isHeadingLike(const TurnLabel& label, std::size_t p) const {
    return label.body >= words(p).size() && p + 1 == paragraphs_.size();
  }

  /// `(By Mr. Fenn)` after the Q of a court's record: he asks from here on.
  void takeAsker(std::string_view body) {
    const std::size_t close = body.find(')');
    if (!inLowerCase(body.substr(0, 4)).starts_with("(by ") || close == std::string_view::npos)
      return;
    const auto label = turnLabelAt(std::string(body.substr(1, close - 1)) + ":");
    if (label && label->asks)
      asker_ = label->name;
  }

  Turn opened(std::size_t p) {
    const TurnLabel& label = *labels_[p];
    const std::size_t base = paragraphs_[p].begin;
    if (label.name == "Q")
      takeAsker(words(p).substr(std::min(label.body, words(p).size())));
    Turn turn;
    if (!label.isVoice)
      turn.speaker = label.name == "Q" && !asker_.empty() ? asker_ : label.name;
    turn.principal = label.principal;
    turn.mention = {base + label.mention.begin, base + label.mention.end};
    TurnWords(text_).add({base + label.body, paragraphs_[p].end}, turn);
    return turn;
  }

  /// Whether a paragraph reports what happened, and so is not the speaker's.
  bool tells(std::size_t p, const Turn& turn) const {
    const std::string_view all = words(p);
    if (isStageDirection(all))
      return false;
    if (beginsWithPhrase(all, "procedure"))
      return true;
    if (p > lastLabel_ && holdsPhrase(all.substr(0, 300), "introducing") && !isFirstPerson(all))
      return true; // added by a reporter below a talk
    return namesWithVerb(all.substr(0, 200), lastWord(turn.speaker));
  }

  /// `Orr said`, `Orr, the president, added`: the words are about the speaker.
  static bool namesWithVerb(std::string_view words, std::string_view name) {
    if (name.size() < 2 || !isUpper(name[0]))
      return false;
    for (std::size_t at = words.find(name); at != std::string_view::npos; at = words.find(name, at + 1)) {
      std::size_t from = at + name.size();
      if (from >= words.size() || words[from] != ' ')
        continue;
      const std::size_t end = std::min(words.find_first_of(" .,:", from + 1), words.size());
      if (isPhrase(words.substr(from + 1, end - from - 1), "introducing"))
        return true;
    }
    return false;
  }

  /// `The MINISTER OF TRADE:` is the person who was `The MINISTER OF TRADE (Mr A Moro):` before.
  void giveNamesOfOffices(std::vector<Turn>& turns) const {
    std::map<std::string, std::string> holders;
    for (const auto& label : labels_)
      if (label && !label->office.empty())
        holders.try_emplace(label->office, label->name);
    for (Turn& turn : turns)
      if (const auto known = holders.find(turn.speaker); known != holders.end())
        turn.speaker = known->second;
  }

  /// `Van Der Hoeven` of `Pieter Van Der Hoeven`.
  static bool isEndOf(const std::string& part, const std::string& whole) {
    return whole.size() > part.size() && whole.ends_with(part) &&
           whole[whole.size() - part.size() - 1] == ' ';
  }

  static void giveFullNames(std::vector<Turn>& turns) {
    std::map<std::string, std::string, std::less<>> fullest; ///< by last word; empty if two people share it
    for (const Turn& turn : turns) {
      if (turn.speaker.empty() || turn.speaker.starts_with("the "))
        continue;
      std::string& full =
          fullest.try_emplace(std::string(lastWord(turn.speaker)), turn.speaker).first->second;
      const bool single = full.find(' ') == std::string::npos;
      if (single || turn.speaker.find(' ') == std::string::npos || isEndOf(turn.speaker, full) ||
          isEndOf(full, turn.speaker))
        full = turn.speaker.size() > full.size() ? turn.speaker : full;
      else if (full != turn.speaker)
        full.clear();
    }
    std::map<std::string, std::string> spokenFor;
    for (Turn& turn : turns) {
      if (const auto known = fullest.find(lastWord(turn.speaker));
          known != fullest.end() && !known->second.empty() &&
          (turn.speaker.find(' ') == std::string::npos || isEndOf(turn.speaker, known->second)))
        turn.speaker = known->second;
      if (turn.principal)
        spokenFor.try_emplace(turn.speaker, *turn.principal);
    }
    for (Turn& turn : turns)
      if (const auto known = spokenFor.find(turn.speaker); !turn.principal && known != spokenFor.end())
        turn.principal = known->second;
  }

  std::string_view text_;
  const std::vector<model::Range>& paragraphs_;
  const std::vector<ParagraphKind>& kinds_;
  std::vector<std::optional<TurnLabel>> labels_;
  std::vector<std::optional<Post>> posts_;
  bool isPost_ = false;       ///< the current turn is a post
  std::string asker_;         ///< who asks in a court's record
  std::size_t lastLabel_ = 0; ///< the paragraph with the last label
};

} // namespace

Turns oneVoice(std::string_view text, const std::vector<model::Range>& paragraphs,
               const std::vector<ParagraphKind>& kinds, const Voice& voice) {
  Turns found;
  found.taken.assign(paragraphs.size(), true);
  Turn& turn = found.turns.emplace_back();
  turn.speaker = voice.name;
  if (!voice.body.empty())
    turn.principal = voice.body;
  for (std::size_t p = 0; p < paragraphs.size(); ++p)
    if (kinds[p] != ParagraphKind::heading && kinds[p] != ParagraphKind::foreign)
      TurnWords(text).add(paragraphs[p], turn);
  return found;
}

Turns turnsOf(std::string_view text, const std::vector<model::Range>& paragraphs,
              const std::vector<ParagraphKind>& kinds) {
  return TurnFinder(text, paragraphs, kinds).run();
}

} // namespace stasis::evidence
