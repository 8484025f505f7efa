#include "rpc/framing.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

namespace stasis::rpc {

namespace {

constexpr std::string_view lengthKey = "content-length";
constexpr std::size_t mostHeadBytes = 4096;

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
  });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

std::optional<std::size_t> numberIn(std::string_view digits) {
  std::size_t number = 0;
  const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && !digits.empty() && rest == digits.data() + digits.size()
             ? std::optional(number)
             : std::nullopt;
}

bool isFieldName(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-';
  });
}

struct Head {
  std::optional<std::size_t> length;
  bool wellFormed = true;
};

Head read(std::string_view text) {
  Head head;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !isFieldName(line.substr(0, colon)))
      head.wellFormed = false;
    else if (equalsIgnoringCase(trimmed(line.substr(0, colon)), lengthKey))
      head.length = numberIn(trimmed(line.substr(colon + 1)));
  }
  return head;
}

/// The first place after `from` where a head can begin; if there is none, the end less what may be the start
/// of one.
std::size_t nextHead(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at)
    if (equalsIgnoringCase(text.substr(at, lengthKey.size()), lengthKey.substr(0, text.size() - at)))
      return at;
  return text.size();
}

} // namespace

// --- a head and a body

void HeadFraming::feed(std::string_view bytes) { held_.append(bytes); }

std::string HeadFraming::framed(std::string_view body) const {
  return "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

std::optional<Frame> HeadFraming::next() {
  const std::size_t skipped = std::min(toSkip_, held_.size());
  held_.erase(0, skipped);
  toSkip_ -= skipped;
  if (toSkip_ > 0)
    return std::nullopt;
  if (!length_)
    if (auto problem = head())
      return problem;
  if (!length_ || held_.size() < *length_)
    return std::nullopt;
  Frame frame{held_.substr(0, *length_), {}};
  held_.erase(0, *length_);
  length_.reset();
  return frame;
}

std::optional<Frame> HeadFraming::skipTo(std::size_t place, std::string problem) {
  held_.erase(0, place);
  const bool said = std::exchange(lost_, true);
  return said ? std::nullopt : std::optional(Frame{{}, std::move(problem)});
}

std::optional<Frame> HeadFraming::outsideAMessage() {
  return skipTo(nextHead(held_, 1), "these bytes are not a message: a head with Content-Length should begin");
}

// Reads the head of the next message once it is complete. Returns a frame only if there is a problem.
std::optional<Frame> HeadFraming::head() {
  while (!length_ && !held_.empty()) {
    const std::size_t wide = held_.find("\r\n\r\n");
    const std::size_t bare = held_.find("\n\n");
    const std::size_t end = std::min(wide, bare);
    if (end == std::string::npos) {
      // A first line without a colon, or a head that does not end, will never become a head.
      const bool colonFirst = held_.find(':') < held_.find('\n');
      const bool hopeless =
          held_.size() > mostHeadBytes || (held_.find('\n') != std::string::npos && !colonFirst);
      if (!hopeless)
        return std::nullopt;
      if (auto problem = outsideAMessage())
        return problem;
      continue;
    }
    const Head found = read(std::string_view(held_).substr(0, end));
    if (!found.wellFormed || !found.length) {
      if (auto problem = outsideAMessage())
        return problem;
      continue;
    }
    held_.erase(0, end + (end == wide ? 4 : 2));
    lost_ = false;
    if (*found.length > mostMessageBytes) {
      toSkip_ = *found.length;
      return Frame{{},
                   "a message of " + std::to_string(*found.length) + " bytes is too long: 64 MiB are read"};
    }
    length_ = found.length;
  }
  return std::nullopt;
}

// --- a line each

void LineFraming::feed(std::string_view bytes) { held_.append(bytes); }

std::string LineFraming::framed(std::string_view body) const { return std::string(body) + "\n"; }

std::optional<Frame> LineFraming::next() {
  for (;;) {
    const std::size_t end = held_.find('\n', searched_);
    if (end == std::string::npos) {
      searched_ = held_.size();
      if (held_.size() <= mostMessageBytes)
        return std::nullopt;
      held_.clear();
      searched_ = 0;
      if (std::exchange(tooLong_, true))
        return std::nullopt;
      return Frame{{}, "a message is longer than 64 MiB"};
    }
    std::string line = held_.substr(0, end);
    held_.erase(0, end + 1);
    searched_ = 0;
    if (std::exchange(tooLong_, false))
      continue; // the rest of what has already been reported
    if (line.ends_with('\r'))
      line.pop_back();
    if (line.find_first_not_of(" \t") != std::string::npos)
      return Frame{std::move(line), {}};
  }
}

} // namespace stasis::rpc
