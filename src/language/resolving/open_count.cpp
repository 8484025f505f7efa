#include "language/resolving/open_count.h"

#include "language/parsing/token_stream.h"

namespace stasis::language {

namespace {

bool isWholeList(const syntax::OpenCount& open, const Names& names) {
  if (!open.quantifier || !open.only || open.only->kind == syntax::Reference::Kind::plain)
    return false;
  return open.only->kind == syntax::Reference::Kind::all || names.families.contains(open.only->first);
}

/// True if an item of the list stands for several options, so that the list may end with it.
bool hasListInside(const syntax::OpenCount& open, const Names& names) {
  if (!open.only)
    return false;
  return open.only->kind == syntax::Reference::Kind::all ||
         (open.only->kind != syntax::Reference::Kind::plain && names.families.contains(open.only->first));
}

/// The blanks before the word and the word become a comma.
std::vector<Edit> commasFor(const syntax::OpenCount& open, const Names& names) {
  std::vector<Edit> edits;
  for (const auto word : open.connectives) {
    model::Range range = names.rangeOf(word);
    while (range.begin > 0 && names.words({range.begin - 1, range.begin}) == " ")
      --range.begin;
    edits.push_back({range, ","});
  }
  return edits;
}

/// The words with the edits made, on one line.
std::string edited(syntax::Words words, const std::vector<Edit>& edits, const Names& names) {
  const model::Range range = names.rangeOf(words);
  std::string out;
  std::size_t at = range.begin;
  for (const Edit& edit : edits) {
    out += std::string(names.words({at, edit.range.begin})) + edit.replacement;
    at = edit.range.end;
  }
  return out + std::string(names.words({at, range.end}));
}

} // namespace

void reportOpenCount(const syntax::OpenCount& open, const Names& names) {
  if (isWholeList(open, names))
    return;
  auto& d = names.error("S0312", open.connective,
                        "the list of this count ends before " + inMarks(open.connective) +
                            ", and may be meant to go on");
  const std::string apart = '(' + std::string(open.count) + ") " + std::string(open.connective) + ' ' +
                            (open.after.empty() ? "…" : std::string(open.after));
  if (open.whole.empty()) {
    d.help = "put commas between all items of the list; if it ends here, write " + inMarks(apart);
    return;
  }
  d.fix = commasFor(open, names);
  // parentheses may close the list, and several options before the word, too
  d.fixIsSafe = !open.count.ends_with(')') && !hasListInside(open, names);
  d.help = "write " + inMarks(edited(open.whole, d.fix, names)) + " to count them all, or " + inMarks(apart) +
           " if the list ends there";
}

} // namespace stasis::language
