#include "evidence/passage.h"

#include "language/lexing/utf8.h"
#include "language/lexing/word_character.h"

#include <algorithm>
#include <cstring>

namespace stasis::evidence {

using model::Range;

namespace {

/// The length of a gap mark at the beginning of `text`, 0 if there is none.
std::size_t gapAt(std::string_view text) {
  constexpr std::string_view ellipsis = "…";
  const bool bracket = text.starts_with('[');
  std::size_t at = bracket ? 1 : 0;
  const auto skipSpace = [&] { at = std::min(text.find_first_not_of(' ', at), text.size()); };
  if (bracket)
    skipSpace();
  const std::size_t begin = at;
  std::size_t dots = 0;
  while (at < text.size() && text[at] == '.') {
    ++at;
    ++dots;
  }
  if (dots < 3) {
    at = begin;
    if (!text.substr(at).starts_with(ellipsis))
      return 0;
    at += ellipsis.size();
  }
  if (!bracket)
    return at;
  skipSpace();
  return at < text.size() && text[at] == ']' ? at + 1 : 0;
}

std::string trimmed(std::string_view words) {
  std::string text = NormalText(words).text();
  if (text.ends_with(' '))
    text.pop_back();
  return text;
}

/// Two-way string matching (Crochemore & Perrin 1991, as in the C library): linear whatever the texts.
std::size_t findBytes(std::string_view text, std::string_view wanted, std::size_t from) {
  if (from > text.size())
    return std::string_view::npos;
  const void* found = ::memmem(text.data() + from, text.size() - from, wanted.data(), wanted.size());
  return found == nullptr ? std::string_view::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

bool isWordAt(std::string_view text, std::size_t at) {
  const language::CodePoint point = language::codePointAt(text, at);
  return point.valid && language::isWordCharacter(point.value);
}

/// Whether `at` is inside a character, or has characters of a word on both sides.
bool insideWord(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size())
    return false;
  std::size_t before = at - 1;
  while (before > 0 && isContinuation(text[before]))
    --before;
  if (const language::CodePoint last = language::codePointAt(text, before);
      last.valid && before + last.length > at)
    return true;
  return isWordAt(text, before) && isWordAt(text, at);
}

/// The first place at or after `from` where the piece stands as whole words.
std::optional<Range> findPiece(std::string_view piece, std::string_view text, std::size_t from) {
  for (std::size_t at = findBytes(text, piece, from); at != std::string_view::npos;
       at = findBytes(text, piece, from)) {
    const std::size_t end = at + piece.size();
    if (!insideWord(text, at) && !insideWord(text, end))
      return Range{at, end};
    from = at + 1;
    while (from < text.size() && insideWord(text, from))
      ++from;
  }
  return std::nullopt;
}

} // namespace

Quotation::Quotation(std::string_view words) {
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    std::string piece = trimmed(words.substr(begin, end - begin));
    if (std::ranges::any_of(piece, isWordByte))
      pieces_.push_back(std::move(piece));
  };
  for (std::size_t at = 0; at < words.size();) {
    if (const std::size_t gap = gapAt(words.substr(at)); gap > 0) {
      close(at);
      at += gap;
      begin = at;
    } else {
      ++at;
    }
  }
  close(words.size());
}

Search find(const Quotation& quotation, const NormalText& source) {
  const auto& pieces = quotation.pieces();
  std::vector<Range> places;
  for (const std::string& piece : pieces) {
    const auto place = findPiece(piece, source.text(), places.empty() ? 0 : places.back().end);
    if (!place)
      return {std::nullopt, places.size()};
    places.push_back(*place);
  }
  // The end is the first possible one. Before it, every piece moves as late as it can, so that nothing is
  // skipped needlessly.
  for (std::size_t i = pieces.size() - 1; i-- > 0;)
    for (auto later = findPiece(pieces[i], source.text(), places[i].begin + 1);
         later && later->end <= places[i + 1].begin;
         later = findPiece(pieces[i], source.text(), places[i].begin + 1))
      places[i] = *later;
  return {source.original({places.front().begin, places.back().end}), 0};
}

} // namespace stasis::evidence
