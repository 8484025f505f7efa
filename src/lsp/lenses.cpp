#include "lsp/lenses.h"

#include "lsp/told_state.h"

#include <algorithm>

namespace stasis::lsp {

namespace {

/// The end of the words on the line of a place, without comments.
std::size_t endOfWords(const Reading& reading, std::size_t offset) {
  const auto& tokens = reading.tokens();
  auto at = std::ranges::upper_bound(tokens, offset, {}, [](const auto& t) { return t.range.begin; });
  std::size_t end = at == tokens.begin() ? offset : (at - 1)->range.end;
  for (; at != tokens.end() && !at->is(language::Kind::lineEnd) && !at->is(language::Kind::comment) &&
         !at->is(language::Kind::end) && !at->is(language::Kind::lineBreak);
       ++at)
    end = at->range.end;
  return end;
}

bool within(std::size_t offset, model::Range range) { return range.begin <= offset && offset <= range.end; }

} // namespace

std::vector<Lens> lenses(const Studied& known) {
  std::vector<Lens> made;
  if (known.judgement == nullptr)
    return made;
  const bool whole = known.reading->parsed().conflict.has_value();
  const model::Range title = known.reading->outline().range(known.reading->outline().file().titleWords);
  if (!known.judgement->summary.empty())
    made.push_back({title,
                    known.judgement->summary +
                        (known.judgement->stopped.empty() ? "" : "; " + known.judgement->stopped) +
                        (whole ? " · show the tables" : ""),
                    whole});
  for (const Verdict& verdict : known.judgement->verdicts)
    if (!verdict.lettered)
      made.push_back({verdict.range, (verdict.today ? "today: " : "") + marksOf(verdict)});
  std::ranges::stable_sort(made, {}, [](const Lens& lens) { return lens.range.begin; });
  return made;
}

std::vector<Hint> hints(const Studied& known, model::Range range) {
  std::vector<Hint> made;
  const Reading& reading = *known.reading;
  if (known.judgement != nullptr)
    for (const Expected& one : known.judgement->expected)
      if (const std::size_t end = endOfWords(reading, one.range.end > 0 ? one.range.end - 1 : 0);
          within(end, range))
        made.push_back({end, one.met ? "✓" : "✗", one.met ? "met" : one.found});
  if (const model::Conflict* conflict = reading.conflict())
    for (const auto& state : conflict->listed)
      if (within(state.range.begin, range) && state.pattern.size() == conflict->options.size())
        made.push_back(
            {endOfWords(reading, state.range.begin), optionsTaken(*conflict, state.pattern), state.label});
  std::ranges::stable_sort(made, {}, [](const Hint& hint) { return hint.offset; });
  return made;
}

} // namespace stasis::lsp
