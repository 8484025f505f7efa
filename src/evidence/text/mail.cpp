#include "evidence/text/mail.h"

#include "evidence/text/phrases.h"
#include "evidence/text/transfer.h"
#include "evidence/text/written_date.h"
#include "model/trimmed.h"

#include <algorithm>
#include <map>

namespace stasis::evidence {

namespace {

constexpr std::size_t deepestPart = 8;

/// What a field or a parameter says, without quotation marks.
std::string_view fieldValue(std::string_view text) { return model::trimmed(text, " \t\"", " \r\";"); }

/// The header lines of a message or part, with folded ones joined, and where the body begins.
struct Header {
  std::map<std::string, std::string> fields; ///< by name in lower case; the first of each name
  std::size_t body = 0;
};

Header headerAt(std::string_view file, model::Range range) {
  Header header;
  std::string* last = nullptr;
  for (std::size_t at = range.begin; at < range.end;) {
    const std::size_t end = std::min(file.find('\n', at), range.end);
    std::string_view line = file.substr(at, end - at);
    if (line.ends_with('\r'))
      line.remove_suffix(1);
    at = std::min(end + 1, range.end);
    header.body = at;
    if (line.empty())
      break;
    const std::size_t colon = line.find(':');
    if ((line[0] == ' ' || line[0] == '\t') && last != nullptr)
      *last += ' ' + std::string(fieldValue(line));
    else if (colon != std::string_view::npos)
      last =
          &header.fields.try_emplace(inLowerCase(line.substr(0, colon)), fieldValue(line.substr(colon + 1)))
               .first->second;
  }
  return header;
}

std::string field(const Header& header, const std::string& name) {
  const auto found = header.fields.find(name);
  return found == header.fields.end() ? std::string() : found->second;
}

/// `utf-8` of `text/plain; charset="utf-8"`.
std::string parameter(const std::string& field, const std::string& name) {
  const std::string lower = inLowerCase(field);
  std::size_t at = lower.find(name + '=');
  if (at == std::string::npos)
    return {};
  at += name.size() + 1;
  const bool quoted = at < field.size() && field[at] == '"';
  const std::size_t end = quoted ? field.find('"', at + 1) : field.find_first_of("; ", at);
  return std::string(
      fieldValue(std::string_view(field).substr(at, end == std::string::npos ? end : end - at)));
}

class MessageReader {
public:
  MessageReader(std::string_view file, FileParts& found) : file_(file), found_(found) {}

  void message(model::Range range) {
    const Header header = headerAt(file_, range);
    date_ = writtenDate(field(header, "date"));
    title_ = field(header, "subject");
    sender_ = field(header, "from");
    part(header, {header.body, range.end}, 0);
  }

private:
  void part(const Header& header, model::Range body, std::size_t depth) {
    const std::string type = field(header, "content-type");
    const std::string kind = inLowerCase(type.substr(0, type.find(';')));
    const bool attached = inLowerCase(field(header, "content-disposition")).starts_with("attachment");
    if (kind.starts_with("multipart/") && depth < deepestPart)
      parts(parameter(type, "boundary"), kind == "multipart/alternative", body, depth);
    else if (kind == "message/rfc822" && depth < deepestPart)
      nested(body, depth);
    else if (kind.empty() || kind.starts_with("text/plain") || kind.starts_with("text/html"))
      text(header, type, body);
    else
      found_.notes.push_back("a part of it that is " + kind + (attached ? ", attached," : "") +
                             " is not read");
  }

  void nested(model::Range body, std::size_t depth) {
    const Header inner = headerAt(file_, body);
    part(inner, {inner.body, body.end}, depth + 1);
  }

  void text(const Header& header, const std::string& type, model::Range body) {
    FilePart made;
    made.charset = inLowerCase(parameter(type, "charset"));
    if (made.charset == "us-ascii")
      made.charset.clear();
    made.date = date_;
    made.sender = sender_;
    if (!title_.empty())
      made.title = title_;
    made.stages.push_back(
        transferDecoded(file_, body, inLowerCase(fieldValue(field(header, "content-transfer-encoding")))));
    found_.parts.push_back(std::move(made));
  }

  /// Of alternatives, takes the first one that is text: the plain one comes first.
  void parts(const std::string& boundary, bool alternatives, model::Range body, std::size_t depth) {
    const std::string sign = "--" + boundary;
    const std::size_t before = found_.parts.size();
    std::size_t at = boundary.empty() ? std::string_view::npos : nextBoundary(sign, body.begin, body.end);
    while (at != std::string_view::npos && at < body.end &&
           !file_.substr(at + sign.size()).starts_with("--")) {
      const std::size_t begin = std::min(file_.find('\n', at), body.end - 1) + 1;
      const std::size_t next = std::min(nextBoundary(sign, begin, body.end), body.end);
      if (!(alternatives && found_.parts.size() > before)) {
        const Header header = headerAt(file_, {begin, next});
        part(header, {header.body, next}, depth + 1);
      }
      at = next;
    }
  }

  /// The boundary must be at the beginning of a line.
  std::size_t nextBoundary(const std::string& sign, std::size_t from, std::size_t end) const {
    for (std::size_t at = file_.find(sign, from); at < end; at = file_.find(sign, at + 1))
      if (at == 0 || file_[at - 1] == '\n')
        return at;
    return std::string_view::npos;
  }

  std::string_view file_;
  FileParts& found_;
  std::optional<std::string> date_;
  std::string title_;
  std::string sender_;
};

bool isHeaderLine(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 1 && colon < 60 &&
         std::ranges::all_of(
             line.substr(0, colon),
             [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || (c >= '0' && c <= '9');
             });
}

} // namespace

bool isMail(std::string_view bytes) {
  constexpr std::size_t head = 65536;
  const std::string_view first = bytes.substr(0, bytes.find('\n'));
  if (!isHeaderLine(first))
    return false;
  const Header header = headerAt(bytes, {0, std::min(bytes.size(), head)});
  const bool machine = header.fields.contains("message-id") || header.fields.contains("mime-version") ||
                       header.fields.contains("received") || header.fields.contains("content-type") ||
                       header.fields.contains("return-path");
  return header.fields.contains("from") &&
         (machine || (header.fields.contains("subject") && header.fields.contains("date")));
}

FileParts mailParts(std::string_view bytes) {
  FileParts found;
  MessageReader(bytes, found).message({0, bytes.size()});
  return found;
}

bool isMailbox(std::string_view bytes) {
  if (!bytes.starts_with("From "))
    return false;
  const std::size_t line = bytes.find('\n');
  return line != std::string_view::npos && isMail(bytes.substr(line + 1, 65536));
}

FileParts mailboxParts(std::string_view bytes) {
  FileParts found;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    std::size_t next = bytes.find("\nFrom ", begin);
    while (next != std::string_view::npos && !isHeaderLine(bytes.substr(bytes.find('\n', next + 1) + 1, 80)))
      next = bytes.find("\nFrom ", next + 1);
    const std::size_t end = next == std::string_view::npos ? bytes.size() : next + 1;
    MessageReader(bytes, found).message({begin, end});
    at = end;
  }
  return found;
}

} // namespace stasis::evidence
