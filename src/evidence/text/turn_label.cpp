#include "evidence/text/turn_label.h"

#include "evidence/text/phrases.h"
#include "evidence/text/post.h"
#include "model/trimmed.h"

#include <algorithm>
#include <vector>

namespace stasis::evidence {

namespace {

constexpr std::size_t longestLabel = 120;
constexpr std::size_t mostWords = 7;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isBeyond(char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }
bool isLetter(char c) { return isLower(c) || isUpper(c) || isBeyond(c); }

/// Without blanks, marks of emphasis, and a comma after.
std::string_view labelWords(std::string_view text) { return model::trimmed(text, " *_", " *_,"); }

std::string bareLower(std::string_view word) {
  std::string lower = inLowerCase(word);
  while (!lower.empty() && (lower.back() == '.' || lower.back() == ','))
    lower.pop_back();
  return lower;
}

bool isParticle(std::string_view word) {
  const std::string lower = inLowerCase(word);
  for (const std::string_view one : {"of", "the", "for", "and", "de", "la", "van", "von", "der", "den", "di",
                                     "da", "del", "bin", "al",  "el", "du", "ter", "ten", "dos", "in"})
    if (lower == one)
      return true;
  return false;
}

/// `Minister of`, `Secretary for`: an office goes on; a name may begin with `van`.
bool joinsOffice(std::string_view word) {
  const std::string lower = inLowerCase(word);
  return lower == "of" || lower == "the" || lower == "for" || lower == "and" || lower == "in";
}

bool isAllCapitals(std::string_view words) {
  return std::ranges::any_of(words, isUpper) && std::ranges::none_of(words, isLower);
}

/// Whether the words may be a name or an office: capitals except for particles, and no marks inside.
bool mayBeName(std::string_view name) {
  const auto words = wordsBySpaces(name);
  if (words.empty() || words.size() > mostWords)
    return false;
  if (!isUpper(words[0][0]) && !isBeyond(words[0][0]))
    return false;
  for (const std::string_view word : words) {
    if (!isUpper(word[0]) && !isBeyond(word[0]) && !isParticle(word) && !isDigit(word[0]) &&
        !word.starts_with("hon."))
      return false;
    for (const char c : word)
      if (!isLetter(c) && !isDigit(c) && c != '.' && c != '\'' && c != '-' && c != '\x04' && c != ',' &&
          c != '&')
        return false;
  }
  return !isDigit(words[0][0]);
}

/// `nadia`, `colm eady`, `kit_s`.
bool mayBeNick(std::string_view name) {
  constexpr std::size_t longest = 3;
  return wordsBySpaces(name).size() <= longest && std::ranges::all_of(name, [](char c) {
           return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.' || c == ' ';
         });
}

struct Titled {
  std::string_view name;
  bool title = false;
};

/// The name after its titles: `SENATOR HALE`, `The Hon. Ana Bell`. A title alone stays.
Titled withoutTitles(std::string_view name) {
  Titled result{name, false};
  for (auto words = wordsBySpaces(result.name); words.size() > 1; words = wordsBySpaces(result.name)) {
    const std::string first = bareLower(words[0]);
    const std::string two = words.size() > 2 ? first + ' ' + bareLower(words[1]) : std::string();
    const std::string three = words.size() > 3 ? two + ' ' + bareLower(words[2]) : std::string();
    std::size_t take = 0;
    if (isPhrase(three, "titles_before_names"))
      take = 3;
    else if (isPhrase(two, "titles_before_names"))
      take = 2;
    else if (isPhrase(first, "titles_before_names") && !joinsOffice(words[1]))
      take = 1;
    if (take == 0)
      break;
    result.title = true;
    result.name = result.name.substr(static_cast<std::size_t>(words[take].data() - result.name.data()));
  }
  return result;
}

bool isOffice(std::string_view name) {
  std::string lower = bareLower(name);
  for (const std::string_view article : {"the ", "mr ", "mr. ", "madam ", "madame ", "ms ", "acting "})
    if (lower.starts_with(article))
      lower.erase(0, article.size());
  while (!lower.empty() && (isDigit(lower.back()) || lower.back() == ' '))
    lower.pop_back();
  return isPhrase(lower, "offices");
}

/// Words in brackets after a name that are no body: a language, a time, "continuing".
bool isAside(std::string_view inside) {
  const std::string lower = inLowerCase(inside);
  for (const std::string_view one :
       {"spoke in",   "spoken in",           "interpretation", "translated", "translation", "continuing",
        "continued",  "through interpreter", "by video",       "via",        "in french",   "in spanish",
        "in arabic",  "in russian",          "in chinese",     "in english", "off mic",     "on screen",
        "voice-over", "voiceover",           "laughing",       "sworn",      "affirmed",    "resuming"})
    if (lower.find(one) != std::string::npos)
      return true;
  return std::ranges::any_of(inside, isDigit) || inside.empty();
}

/// The parts of a label: the words before its brackets, and what stands in them.
struct Parts {
  std::string_view outside;
  std::vector<std::string_view> brackets;
  bool aside = false;
  std::string_view handle; ///< `@anabell`, after the name or in brackets
};

bool asks(std::string_view name) { return bareLower(name) == "question"; }

/// `Ana Bell @anabell`; a handle alone takes the place of a name.
void takeHandle(Parts& parts) {
  const std::size_t at = parts.outside.rfind('@');
  if (at == std::string_view::npos || at + handleLength(parts.outside.substr(at)) != parts.outside.size())
    return;
  parts.handle = parts.outside.substr(at);
  if (const std::string_view name = labelWords(parts.outside.substr(0, at)); !name.empty())
    parts.outside = name;
}

std::optional<Parts> partsOf(std::string_view label) {
  Parts parts;
  const std::size_t open = label.find_first_of("([");
  parts.outside = labelWords(label.substr(0, open));
  for (std::size_t at = open; at != std::string_view::npos && at < label.size();) {
    const char end = label[at] == '(' ? ')' : ']';
    const std::size_t close = label.find(end, at);
    if (close == std::string_view::npos)
      return std::nullopt;
    const std::string_view inside = labelWords(label.substr(at + 1, close - at - 1));
    if (handleLength(inside) > 0 && handleLength(inside) == inside.size())
      parts.handle = inside;
    else if (isAside(inside) && !(asks(parts.outside) && !inside.empty()))
      parts.aside = true;
    else
      parts.brackets.push_back(inside);
    at = label.find_first_not_of(" *_,", close + 1);
    if (at != std::string_view::npos && label[at] != '(' && label[at] != '[')
      return std::nullopt;
  }
  takeHandle(parts);
  return parts;
}

/// `(Mr A Moro)` after an office is the person who holds it.
bool isPersonWithTitle(std::string_view words) { return withoutTitles(words).title && mayBeName(words); }

std::string told(std::string_view name, bool office) {
  std::string made = isAllCapitals(name) && name.size() > 1 ? inNameCase(name) : std::string(name);
  if (office && inLowerCase(made).starts_with("the "))
    made[0] = 't';
  return made;
}

/// Of two brackets, the last is a party if it is short: `(Velm East) (Lab)`.
std::optional<std::string> principalOf(const std::vector<std::string_view>& brackets) {
  constexpr std::size_t shortParty = 6;
  if (brackets.empty())
    return std::nullopt;
  const bool party = brackets.size() > 1 && brackets.back().size() <= shortParty;
  return std::string(party ? brackets.back() : brackets.front());
}

class LabelReader {
public:
  LabelReader(std::string_view text, bool isCertain) : text_(text), isCertain_(isCertain) {}

  std::optional<TurnLabel> read() {
    skipSigns();
    skipQuestionNumber();
    if (auto nick = nickname())
      return nick;
    if (auto letter = questionOrAnswer())
      return letter;
    const std::size_t colon = labelColon();
    if (colon != std::string_view::npos)
      return named(text_.substr(begin_, colon - begin_), colon + 1);
    return stopped();
  }

private:
  /// `>> ` of captions, `- ` of dialogue, signs of emphasis.
  void skipSigns() {
    while (begin_ < text_.size() && (text_[begin_] == '>' || text_[begin_] == ' ' || text_[begin_] == '*' ||
                                     text_[begin_] == '_' || (text_[begin_] == '-' && begin_ == 0)))
      ++begin_;
  }

  /// `Q114 Chair:`, `Q. 114 Chair:` of evidence to committees.
  void skipQuestionNumber() {
    std::size_t at = begin_;
    if (at >= text_.size() || text_[at] != 'Q')
      return;
    for (++at; at < text_.size() && (text_[at] == '.' || text_[at] == ' ');)
      ++at;
    const std::size_t digits = at;
    while (at < text_.size() && isDigit(text_[at]))
      ++at;
    if (at == digits || at + 1 >= text_.size())
      return;
    while (at < text_.size() && (text_[at] == '.' || text_[at] == ' ' || text_[at] == '*'))
      ++at;
    if (at < text_.size() && isUpper(text_[at]) && text_.find(':', at) < at + longestLabel)
      begin_ = at;
  }

  void endBody(TurnLabel& label, std::size_t at) const {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '*' || text_[at] == '_'))
      ++at;
    label.body = at;
  }

  model::Range rangeOf(std::string_view part) const {
    const auto at = static_cast<std::size_t>(part.data() - text_.data());
    return {at, at + part.size()};
  }

  /// `<ana>` of chats.
  std::optional<TurnLabel> nickname() const {
    if (begin_ >= text_.size() || text_[begin_] != '<')
      return std::nullopt;
    const std::size_t close = text_.substr(begin_, 40).find('>');
    if (close == std::string_view::npos || close < 3)
      return std::nullopt;
    const std::string_view name = text_.substr(begin_ + 1, close - 1);
    if (!std::ranges::all_of(
            name, [](char c) { return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == ' '; }))
      return std::nullopt;
    TurnLabel label{std::string(name), {}, std::nullopt, rangeOf(name), 0, LabelForm::strong, false};
    endBody(label, begin_ + close + 1);
    return label;
  }

  /// `Q.`, `A:`, `Q `.
  std::optional<TurnLabel> questionOrAnswer() const {
    if (begin_ + 2 >= text_.size() || (text_[begin_] != 'Q' && text_[begin_] != 'A'))
      return std::nullopt;
    const char sign = text_[begin_ + 1];
    std::size_t at = begin_ + 1;
    if (sign == '.' || sign == ':')
      ++at;
    else if (sign != ' ' || text_[begin_] == 'A')
      return std::nullopt;
    while (at < text_.size() && (text_[at] == '*' || text_[at] == '_'))
      ++at;
    if (at >= text_.size() || text_[at] != ' ')
      return std::nullopt;
    TurnLabel label{std::string(1, text_[begin_]),
                    {},
                    std::nullopt,
                    {begin_, begin_ + 1},
                    0,
                    sign == ':' || sign == '.' ? LabelForm::strong : LabelForm::weak,
                    false};
    endBody(label, at);
    return label;
  }

  /// The colon of a label: the first one outside brackets, before any full stop that ends a sentence.
  std::size_t labelColon() const {
    char close = '\0';
    for (std::size_t i = begin_; i < std::min(text_.size(), begin_ + longestLabel); ++i) {
      const char c = text_[i];
      if (close != '\0') {
        close = c == close ? '\0' : close;
      } else if (c == '(' || c == '[') {
        close = c == '(' ? ')' : ']';
      } else if (c == ':') {
        const bool ends = i + 1 == text_.size() || text_[i + 1] == ' ' || text_[i + 1] == '*' ||
                          text_[i + 1] == '_' || text_[i + 1] == '\n';
        return ends ? i : std::string_view::npos;
      } else if (c == '?' || c == '!' || c == ';' || c == '\n' || c == '"' || c == '\x01') {
        return std::string_view::npos;
      }
    }
    return std::string_view::npos;
  }

  std::optional<TurnLabel> named(std::string_view label, std::size_t after) const {
    const auto parts = partsOf(label);
    if (!parts || parts->outside.empty())
      return std::nullopt;
    if (!parts->handle.empty() && (parts->handle == parts->outside || mayBeName(parts->outside)))
      return posted(*parts, after);
    const std::string lower = bareLower(parts->outside);
    const std::size_t letters = lower.find_last_not_of("0123456789. ");
    const std::string unnumbered = lower.substr(0, letters == std::string::npos ? 0 : letters + 1);
    TurnLabel made;
    endBody(made, after);
    if (isPhrase(lower, "voices")) {
      made.isVoice = true;
      made.form = LabelForm::strong;
      made.mention = rangeOf(parts->outside);
      return made;
    }
    if (!(mayBeName(parts->outside) || (isCertain_ && mayBeNick(parts->outside))) ||
        isPhrase(lower, "no_speakers") || isPhrase(unnumbered, "no_speakers"))
      return std::nullopt;
    return filled(std::move(made), *parts);
  }

  /// `Ana Bell (@anabell):`; a byline is no label.
  std::optional<TurnLabel> posted(const Parts& parts, std::size_t after) const {
    const std::string first = bareLower(wordsBySpaces(parts.outside)[0]);
    if (first == "by" || isPhrase(first, "no_speakers") || isPhrase(parts.outside, "no_speakers"))
      return std::nullopt;
    TurnLabel made;
    endBody(made, after);
    const std::string_view name = withoutTitles(parts.outside).name;
    made.name = told(name, false);
    made.mention = rangeOf(name);
    made.form = LabelForm::strong;
    made.isPost = true;
    return made;
  }

  TurnLabel filled(TurnLabel made, const Parts& parts) const {
    if (inLowerCase(parts.outside).starts_with("by ")) {
      made.name = told(withoutTitles(parts.outside.substr(3)).name, false);
      made.asks = true;
      return made;
    }
    const bool office = isOffice(parts.outside) || inLowerCase(parts.outside).starts_with("the ");
    if (office && !parts.brackets.empty() && isPersonWithTitle(parts.brackets[0])) {
      const std::string_view name = withoutTitles(parts.brackets[0]).name;
      made.name = told(name, false);
      made.mention = rangeOf(name);
      made.form = LabelForm::strong;
      made.office = told(parts.outside, true);
      return made;
    }
    if (asks(parts.outside) && !parts.brackets.empty()) { // QUESTION (Gazette):
      made.name = std::string(parts.brackets[0]);
      made.mention = rangeOf(parts.brackets[0]);
      made.form = LabelForm::strong;
      return made;
    }
    const Titled titled = withoutTitles(parts.outside);
    std::string_view name = titled.name;
    if (const std::size_t comma = name.find(','); comma != std::string_view::npos) // ANA BELL, MINISTER:
      name = labelWords(name.substr(0, comma));
    made.name = told(office ? parts.outside : name, office);
    made.mention = rangeOf(office ? parts.outside : name);
    made.principal = principalOf(parts.brackets);
    if (titled.title || isOffice(parts.outside) || parts.aside)
      made.form = LabelForm::strong;
    return made;
  }

  /// `Mr. HALE. I rise`, `The PRESIDING OFFICER. The Senator`: a surname or office in capitals and a full
  /// stop.
  std::optional<TurnLabel> stopped() const {
    const std::string_view rest = text_.substr(begin_, longestLabel);
    for (std::size_t stop = rest.find(". "); stop != std::string_view::npos; stop = rest.find(". ", stop + 1))
      if (const auto label = beforeStop(rest.substr(0, stop), stop))
        return label;
    return std::nullopt;
  }

  /// A title, a surname in capitals, and perhaps where it is from: `Ms. ORTIZ of Velm`.
  std::optional<TurnLabel> beforeStop(std::string_view label, std::size_t stop) const {
    if (!mayBeName(label))
      return std::nullopt;
    const Titled titled = withoutTitles(label);
    const bool office = label.starts_with("The ");
    const std::string_view whole = office ? label.substr(4) : titled.name;
    const std::size_t from = whole.find(" of ");
    const std::string_view name = whole.substr(0, from);
    if (!(titled.title || office) || isAllCapitals(label) || !isAllCapitals(name) || name.size() < 3 ||
        name.find('.') != std::string_view::npos) // "The U.S. ambassador"
      return std::nullopt;
    TurnLabel made{told(name, false), {}, std::nullopt, rangeOf(name), 0, LabelForm::strong, false};
    if (office)
      made.name = "the " + made.name;
    endBody(made, begin_ + stop + 1);
    return made;
  }

  std::string_view text_;
  bool isCertain_;
  std::size_t begin_ = 0;
};

/// The length of `10:32`, `10:32:11.250`, `10.32 am` at the front; 0 if there is none.
std::size_t clockLength(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && isDigit(text[at]) && at < 2)
    ++at;
  if (at == 0 || at + 2 >= text.size() || (text[at] != ':' && text[at] != '.') || !isDigit(text[at + 1]) ||
      !isDigit(text[at + 2]))
    return 0;
  const bool colon = text[at] == ':';
  at += 3;
  while (at + 2 < text.size() && (text[at] == ':' || text[at] == '.' || text[at] == ',') &&
         isDigit(text[at + 1]))
    for (++at; at < text.size() && isDigit(text[at]);)
      ++at;
  const std::string next = inLowerCase(text.substr(at, 5));
  const bool halfDay = next.starts_with(" am") || next.starts_with(" pm") || next.starts_with("am") ||
                       next.starts_with("pm") || next.starts_with(" a.m.") || next.starts_with(" p.m.");
  if (halfDay)
    at += next.find('m') + (next.find(".m.") != std::string::npos ? 2 : 1);
  return (colon || halfDay) && (at >= text.size() || !isLetter(text[at])) ? at : 0;
}

/// The length of `2031-05-04`, `04/05/2031,`, with what separates it from a time.
std::size_t dayLength(std::string_view text) {
  std::size_t at = 0;
  std::size_t parts = 0;
  while (at < text.size() && isDigit(text[at])) {
    while (at < text.size() && isDigit(text[at]))
      ++at;
    ++parts;
    if (at < text.size() && (text[at] == '-' || text[at] == '/' || text[at] == '.') && parts < 3)
      ++at;
    else
      break;
  }
  if (parts != 3 || at < 6 || at > 10)
    return 0;
  while (at < text.size() && (text[at] == ',' || text[at] == ' ' || text[at] == 'T'))
    ++at;
  return at;
}

} // namespace

std::optional<TurnLabel> turnLabelAt(std::string_view text, bool isCertain) {
  return LabelReader(text, isCertain).read();
}

std::size_t clockAtEnd(std::string_view words) {
  constexpr std::size_t longest = 14;
  if (words.ends_with(']'))
    words.remove_suffix(1);
  for (std::size_t at = words.size() - std::min(words.size(), longest); at < words.size(); ++at)
    if (at > 0 && !isDigit(words[at - 1]) && isDigit(words[at]) && clockLength(words.substr(at)) > 0)
      return at + clockLength(words.substr(at)) == words.size() ? at : 0;
  return 0;
}

std::string inNameCase(std::string_view name) {
  std::string out;
  bool first = true;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const auto byte = static_cast<unsigned char>(c);
    const bool latin = i > 0 && name[i - 1] == '\xC3' && byte <= 0x9E && byte != 0x97; // À to Þ
    out += !first && (isUpper(c) || latin) ? static_cast<char>(c + 32) : c;
    first = first && i + 1 < name.size() && c == '\xC3'
                ? true
                : c == ' ' || c == '-' || c == '\'' || c == '.' || c == '\x04';
    if (i >= 1 && out.ends_with("Mc") && (i == 1 || name[i - 2] == ' '))
      first = true;
  }
  for (const std::string_view small : {" Of ", " The ", " And ", " For "})
    for (std::size_t at = out.find(small); at != std::string::npos; at = out.find(small, at + 1))
      out[at + 1] = static_cast<char>(out[at + 1] + 32);
  return out;
}

std::size_t timeStampLength(std::string_view line) {
  const char open = line.empty() ? '\0' : line[0];
  const bool bracket = open == '[' || open == '(';
  std::size_t at = bracket ? 1 : 0;
  at += dayLength(line.substr(at));
  const std::size_t clock = clockLength(line.substr(at));
  if (clock == 0)
    return 0;
  at += clock;
  if (bracket) {
    if (at >= line.size() || line[at] != (open == '[' ? ']' : ')'))
      return 0;
    ++at;
  }
  const std::size_t end = at;
  while (at < line.size() &&
         (line[at] == ' ' || line[at] == '-' || line[at] == '|' || line[at] == '\t' || line[at] == ':'))
    ++at;
  return at > end && at < line.size() ? at : 0;
}

} // namespace stasis::evidence
