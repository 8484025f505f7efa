#include "evidence/text/feed.h"

#include "evidence/text/markdown.h"
#include "evidence/text/written_date.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

/// The content of `<name …>` … `</name>` within a range; none if there is no such element.
std::optional<model::Range> element(std::string_view file, model::Range range, std::string_view name) {
  file = file.substr(0, range.end); // never looks beyond the range: there are many items
  const std::string open = '<' + std::string(name);
  for (std::size_t at = file.find(open, range.begin); at < range.end; at = file.find(open, at + 1)) {
    const char next = at + open.size() < range.end ? file[at + open.size()] : '\0';
    if (next != '>' && next != ' ' && next != '\n' && next != '\t' && next != '\r')
      continue;
    const std::size_t begin = file.find('>', at);
    const std::size_t end = file.find("</" + std::string(name) + '>', at);
    if (begin < end && end != std::string_view::npos && file[begin - 1] != '/')
      return model::Range{begin + 1, end};
  }
  return std::nullopt;
}

/// The content may be escaped once, or be CDATA.
CleanText unescaped(std::string_view file, model::Range range) {
  constexpr std::string_view open = "<![CDATA[";
  CleanText out;
  for (std::size_t at = range.begin; at < range.end;) {
    if (file.substr(at).starts_with(open)) {
      const std::size_t end = std::min(file.find("]]>", at), range.end);
      out.copy(file.substr(at + open.size(), end - at - open.size()), at + open.size());
      at = std::min(end + 3, range.end);
    } else if (const std::size_t length = entityLength(file, at); length > 0 && at + length <= range.end) {
      out.put(entityWords(file.substr(at, length)), {at, at + length});
      at += length;
    } else {
      const std::size_t end = std::min(std::min(file.find_first_of("&<", at + 1), range.end), file.size());
      out.copy(file.substr(at, end - at), at);
      at = end;
    }
  }
  return out;
}

FilePart itemPart(std::string_view file, model::Range item) {
  FilePart made;
  CleanText best;
  for (const std::string_view name : {"content:encoded", "content", "description", "summary"})
    if (const auto range = element(file, item, name)) {
      CleanText words = unescaped(file, *range);
      if (words.size() > best.size())
        best = std::move(words);
    }
  for (const std::string_view name : {"pubDate", "published", "updated", "dc:date"})
    if (const auto range = element(file, item, name); range && !made.date)
      made.date = writtenDate(file.substr(range->begin, range->end - range->begin));
  if (const auto range = element(file, item, "title"))
    made.title = unescaped(file, *range).text();
  made.stages.push_back(std::move(best));
  return made;
}

} // namespace

bool isFeed(std::string_view bytes) {
  constexpr std::size_t reach = 2048;
  const std::string_view head = bytes.substr(0, reach);
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || head[first] != '<')
    return false;
  return head.find("<rss") != std::string_view::npos || head.find("<rdf:RDF") != std::string_view::npos ||
         (head.find("<feed") != std::string_view::npos && head.find("Atom") != std::string_view::npos);
}

FileParts feedParts(std::string_view bytes) {
  FileParts found;
  for (const std::string_view name : {"item", "entry"}) {
    model::Range rest{0, bytes.size()};
    while (const auto item = element(bytes, rest, name)) {
      found.parts.push_back(itemPart(bytes, *item));
      rest.begin = item->end;
    }
  }
  return found;
}

} // namespace stasis::evidence
