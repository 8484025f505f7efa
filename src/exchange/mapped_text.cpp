#include "exchange/mapped_text.h"

#include "model/ranges.h"

#include <algorithm>

namespace stasis::exchange {

using model::Range;

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Notes name lines (`the first is on line 7`): each number becomes the line `lineOf` returns for it.
template <class LineOf> std::string withLines(const std::string& words, LineOf lineOf) {
  constexpr std::string_view mark = "line ";
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = words.find(mark); at != std::string::npos; at = words.find(mark, done)) {
    std::size_t end = at + mark.size();
    while (end < words.size() && isDigit(words[end]) && end < at + mark.size() + 9)
      ++end;
    out += words.substr(done, at + mark.size() - done);
    if (end > at + mark.size())
      out += std::to_string(lineOf(std::stoul(words.substr(at + mark.size(), end - at - mark.size()))));
    done = end;
  }
  return out + words.substr(done);
}

} // namespace

void MappedText::addWords(std::string_view words, Range place, const language::SourceText& source) {
  const std::string_view written = source.text().substr(place.begin, place.end - place.begin);
  if (written == words)
    addVerbatim(words, place);
  else if (written.size() == words.size() + 2 && written.substr(1, words.size()) == words)
    addVerbatim(words, {place.begin + 1, place.end - 1});
  else {
    at(place);
    add(words);
  }
}

const MappedText::Piece* MappedText::pieceAt(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(pieces_, offset, {}, &Piece::begin);
  return after == pieces_.begin() ? nullptr : &*std::prev(after);
}

Range MappedText::placeOf(Range inText) const {
  const auto place = [&](std::size_t offset, std::size_t end) -> Range {
    const Piece* piece = pieceAt(offset);
    if (piece == nullptr)
      return {};
    if (!piece->verbatim)
      return piece->place;
    const std::size_t begin = std::min(piece->place.begin + (offset - piece->begin), piece->place.end);
    return {begin, std::min(begin + (end - offset), piece->place.end)};
  };
  const Range first = place(inText.begin, inText.end);
  if (inText.end <= inText.begin + 1)
    return first;
  const Range last = place(inText.end - 1, inText.end);
  return last.begin < first.begin ? first : cover(first, last);
}

language::Parsed MappedText::parse(const language::SourceText& source) const {
  const language::SourceText text(source.name(), text_);
  language::Parsed parsed = language::parse(text);
  const auto lineOf = [&](std::size_t line) {
    if (line > text.lineCount() || pieces_.empty())
      return line;
    const auto piece = std::ranges::lower_bound(pieces_, text.startOf(line), {}, &Piece::begin);
    return source.lineAt((piece == pieces_.end() ? pieces_.back() : *piece).place.begin);
  };
  for (auto& d : parsed.diagnostics) {
    d.range = placeOf(d.range);
    for (auto& other : d.related)
      other.range = placeOf(other.range);
    d.fix.clear(); // would change the text in between, which the user does not have
    for (std::string* words : {&d.message, &d.note, &d.help})
      *words = withLines(*words, lineOf);
  }
  language::sortByPlace(parsed.diagnostics);
  for (auto* conflict : {&parsed.conflict, &parsed.soundPart})
    if (*conflict)
      model::forEachRange(**conflict, [&](Range& range) { range = placeOf(range); });
  model::forEachRange(parsed.views, [&](Range& range) { range = placeOf(range); });
  return parsed;
}

} // namespace stasis::exchange
