#include "evidence/text/mail_thread.h"

#include "evidence/text/first_person.h"
#include "evidence/text/phrases.h"
#include "model/trimmed.h"

#include <algorithm>
#include <array>

namespace stasis::evidence {

namespace {

constexpr std::string_view wrote = " wrote:";
constexpr std::size_t longestAttribution = 160;
constexpr std::string_view aroundNames = " \t\"'";

bool isMark(char c) { return c == '\x01' || c == '"'; }

/// A message: its author and paragraphs [begin, end).
struct Message {
  Voice author;
  model::Range mention;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cited = false; ///< with its header, in another
};

class MailThread {
public:
  MailThread(std::string_view text, const std::vector<model::Range>& paragraphs,
             const std::vector<ParagraphKind>& kinds)
      : text_(text), paragraphs_(paragraphs), kinds_(kinds) {
    found_.taken.assign(paragraphs.size(), false);
  }

  Turns run(const std::optional<Voice>& sender) {
    split(sender);
    for (const Message& message : messages_)
      if (isLetter(message))
        take(message);
    return std::move(found_);
  }

private:
  std::string_view words(std::size_t p) const {
    return text_.substr(paragraphs_[p].begin, paragraphs_[p].end - paragraphs_[p].begin);
  }

  /// Where the value begins after `Date:` or another name of a header line; none if the paragraph is not that
  /// line.
  static std::optional<std::size_t> fieldAt(std::string_view line, std::string_view name) {
    if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != ':')
      return std::nullopt;
    return name.size() + 1;
  }

  static bool isHeaderLine(std::string_view line) {
    constexpr std::array<std::string_view, 8> names = {"From", "To",      "Cc",   "Bcc",
                                                       "Date", "Subject", "Sent", "Reply-To"};
    return std::ranges::any_of(names, [&](std::string_view name) { return fieldAt(line, name).has_value(); });
  }

  /// The end of the header lines: two or more, one of them `From:`.
  std::size_t headEnd(std::size_t p) const {
    std::size_t end = p;
    bool from = false;
    for (; end < paragraphs_.size() && isHeaderLine(words(end)); ++end)
      from = from || fieldAt(words(end), "From");
    return from && end > p + 1 ? end : p;
  }

  void split(const std::optional<Voice>& sender) {
    Message open{sender.value_or(Voice{}), {}, 0, 0};
    for (std::size_t p = 0; p < paragraphs_.size();) {
      const std::size_t end = headEnd(p);
      if (end == p) {
        ++p;
        continue;
      }
      open.end = p;
      messages_.push_back(open);
      open = Message{};
      open.cited = isCited(p);
      for (std::size_t line = p; line < end; ++line)
        if (const auto at = fieldAt(words(line), "From")) {
          open.author = senderOf(words(line).substr(*at));
          const std::size_t name = words(line).find(open.author.name, *at);
          if (!open.author.name.empty() && name != std::string_view::npos)
            open.mention = {paragraphs_[line].begin + name,
                            paragraphs_[line].begin + name + open.author.name.size()};
        }
      open.begin = p = end;
    }
    open.end = paragraphs_.size();
    messages_.push_back(open);
  }

  bool isCited(std::size_t p) const { return kinds_[p] == ParagraphKind::cited; }

  /// Of somebody else: cited in a message that is not cited itself.
  bool isForeign(const Message& message, std::size_t p) const { return isCited(p) && !message.cited; }
  /// Behind the end of a message that is cited.
  bool isBeyond(const Message& message, std::size_t p) const { return message.cited && !isCited(p); }

  /// "Dear all,", "Kind regards,", a name: they say nothing.
  bool isGreeting(std::size_t p) const {
    return !endsSentence(words(p)) || words(p).find(' ') == std::string_view::npos;
  }

  /// Who wrote what is quoted here or below, by the words of the mail.
  std::optional<std::string> citedAs(std::size_t p) const {
    const std::string_view all = words(p).substr(0, longestAttribution);
    const std::size_t at = all.find(wrote);
    if (at == std::string_view::npos)
      return std::nullopt;
    std::string_view name = all.substr(0, at);
    if (const std::size_t comma = name.rfind(','); comma != std::string_view::npos)
      name.remove_prefix(comma + 1);
    return senderOf(withoutDate(name)).name;
  }

  /// `On 18 Jan Ana Bell`: after the last number and the month that follows it.
  static std::string_view withoutDate(std::string_view name) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t end = std::min(name.find(' ', at), name.size());
      const std::string_view word = name.substr(at, end - at);
      const bool number = std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
      if (number || (from == at && from > 0 && isMonth(word)))
        from = std::min(end + 1, name.size());
      at = end + 1;
    }
    return name.substr(from);
  }
  static bool isMonth(std::string_view word) {
    constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::ranges::any_of(months, [&](std::string_view month) { return word.starts_with(month); });
  }

  /// Whether at least half of its own paragraphs are in the first person.
  bool isLetter(const Message& message) const {
    std::size_t all = 0;
    std::size_t own = 0;
    for (std::size_t p = message.begin; p < message.end; ++p)
      if (!isForeign(message, p) && !isBeyond(message, p) && kinds_[p] != ParagraphKind::heading &&
          !isGreeting(p)) {
        ++all;
        own += isFirstPerson(words(p));
      }
    return !message.author.name.empty() && all > 0 && own * 2 >= all;
  }

  void take(const Message& message) {
    Turn turn = turnOf(message.author, message.mention);
    Turn cited;
    for (std::size_t p = message.begin; p < message.end; ++p) {
      if (const auto name = citedAs(p)) {
        put(cited);
        cited = turnOf({*name, {}}, {});
        const std::size_t behind = words(p).find(wrote) + wrote.size();
        found_.taken[p] = behind + 1 >= words(p).size() || !isMark(words(p)[behind + 1]);
        continue; // words between marks are read like any quotation
      }
      if (isBeyond(message, p))
        break;
      found_.taken[p] = true;
      if (isForeign(message, p) || (message.cited && !cited.speaker.empty())) {
        if (!cited.speaker.empty())
          cited.words.push_back(paragraphs_[p]);
      } else {
        put(cited);
        if (kinds_[p] != ParagraphKind::heading && !isGreeting(p))
          turn.words.push_back(paragraphs_[p]);
      }
    }
    put(cited);
    put(turn);
  }

  static Turn turnOf(const Voice& who, model::Range mention) {
    return {who.name, who.body.empty() ? std::nullopt : std::optional(who.body), mention, {}};
  }

  void put(Turn& turn) {
    if (!turn.words.empty())
      found_.turns.push_back(turn);
    turn = Turn{};
  }

  std::string_view text_;
  const std::vector<model::Range>& paragraphs_;
  const std::vector<ParagraphKind>& kinds_;
  std::vector<Message> messages_;
  Turns found_;
};

} // namespace

Voice senderOf(std::string_view field) {
  Voice sender;
  const std::string_view name = model::trimmed(field.substr(0, field.find_first_of("<([")), aroundNames);
  if (name.find('@') == std::string_view::npos)
    sender.name = name;
  const std::size_t open = field.find('(');
  const std::size_t close = field.find(')', open == std::string_view::npos ? 0 : open);
  if (open != std::string_view::npos && close != std::string_view::npos &&
      field.substr(open, close - open).find('@') == std::string_view::npos)
    sender.body = model::trimmed(field.substr(open + 1, close - open - 1), aroundNames);
  return sender;
}

Turns mailTurns(std::string_view text, const std::vector<model::Range>& paragraphs,
                const std::vector<ParagraphKind>& kinds, const std::optional<Voice>& sender) {
  return MailThread(text, paragraphs, kinds).run(sender);
}

} // namespace stasis::evidence
