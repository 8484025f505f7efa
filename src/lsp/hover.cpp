#include "lsp/hover.h"

#include "evidence/source_file.h"
#include "language/codes/codes.h"
#include "lsp/told_state.h"

#include <algorithm>

namespace stasis::lsp {

namespace {

using model::Range;

constexpr std::size_t mostLines = 12;
constexpr std::size_t mostPassages = 3;
constexpr std::size_t mostPassage = 600;

std::string_view nounOf(Thing thing) {
  switch (thing) {
  case Thing::party: return "party";
  case Thing::family: return "family of parties";
  case Thing::option: return "option";
  case Thing::define: return "definition";
  case Thing::state: return "state";
  case Thing::source: return "source";
  case Thing::solutionConcept: return "solution concept";
  }
  return "";
}

/// The user's words, so that nothing in them acts as Markdown.
std::string plain(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (std::string_view("\\`*_{}[]<>#|").find(c) != std::string_view::npos)
      out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

/// At most this many bytes, cut between characters.
std::string shortened(std::string_view words, std::size_t most) {
  if (words.size() <= most)
    return std::string(words);
  while (most > 0 && (static_cast<unsigned char>(words[most]) & 0xC0U) == 0x80U)
    --most;
  return std::string(words.substr(0, most)) + "…";
}

std::string codeBlock(std::string_view lines) {
  std::string shown;
  std::size_t count = 0;
  while (!lines.empty() && count++ < mostLines) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    shown += std::string(lines.substr(0, end)) + '\n';
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  const std::string fence = shown.find("```") == std::string::npos ? "```" : "~~~~";
  return fence + "conflict\n" + shown + (lines.empty() ? "" : "…\n") + fence + "\n";
}

class Teller {
public:
  Teller(const Studied& known, const std::optional<std::string>& folder)
      : known_(known), reading_(*known.reading), folder_(folder) {}

  std::optional<Hover> at(std::size_t offset) {
    if (const Occurrence* here = reading_.names().at(offset))
      if (auto said = occurrence(*here); !said.empty())
        return Hover{std::move(said), here->range};
    if (const CitationPlace* here = reading_.names().citationAt(offset))
      if (here->words.begin <= offset)
        return Hover{citation(*here), here->words};
    return word(offset);
  }

private:
  std::string occurrence(const Occurrence& here) {
    if (here.thing == Thing::solutionConcept)
      return concept_(reading_.words(here.range));
    std::string said;
    for (const std::size_t number : reading_.names().meanings(here))
      said += (said.empty() ? "" : "\n---\n") + declaration(number);
    return said.empty() && here.thing == Thing::state ? lettered(here.name) : said;
  }

  std::string concept_(std::string_view key) const {
    const auto known = model::findConcept(key);
    if (!known)
      return "";
    const auto& row = model::row(*known);
    return "**" + std::string(row.name) + "**: " + std::string(row.title) + " (" + std::string(row.source) +
           ")\n\nA state is stable under it where " + std::string(row.plainly) + ".\n";
  }

  std::string declaration(std::size_t number) {
    const Declaration& it = reading_.names().declarations()[number];
    std::string said = "**" + plain(it.name) + "**";
    if (!it.label.empty())
      said += " “" + plain(it.label) + "”";
    said += ", " + std::string(nounOf(it.thing));
    if (it.owner != nothing)
      said += (it.thing == Thing::option ? " of " : " in ") +
              plain(reading_.names().declarations()[it.owner].name);
    said += "\n\n" + codeBlock(reading_.words(reading_.outline().line(it.name)));
    if (it.thing == Thing::state)
      said += state(it);
    return said + passages(reading_.outline().line(it.name));
  }

  const Verdict* verdict(const auto& isIt) const {
    if (known_.judgement == nullptr)
      return nullptr;
    const auto found = std::ranges::find_if(known_.judgement->verdicts, isIt);
    return found == known_.judgement->verdicts.end() ? nullptr : &*found;
  }

  /// `YNY`: a state without a name.
  std::string lettered(std::string_view letters) const {
    const model::Conflict* conflict = reading_.conflict();
    const auto state = model::Pattern::parse(letters);
    if (conflict == nullptr || !state || state->size() != conflict->options.size())
      return "";
    const Verdict* found = verdict([&](const Verdict& v) { return v.lettered && v.state == state; });
    return "**" + std::string(letters) + "**, state\n\nTaken: " + plain(optionsTaken(*conflict, *state)) +
           "\n" + (found == nullptr ? "" : "\n" + marksOf(*found) + "\n");
  }

  std::string state(const Declaration& it) const {
    const model::Conflict* conflict = reading_.conflict();
    const Verdict* found = verdict([&](const Verdict& v) { return v.range == it.range; });
    if (found == nullptr || conflict == nullptr)
      return "";
    return (found->state ? "\nTaken: " + plain(optionsTaken(*conflict, *found->state)) + "\n\n" : "\n") +
           marksOf(*found) + "\n";
  }

  /// What the citations in these lines quote.
  std::string passages(Range lines) {
    std::string said;
    std::size_t count = 0;
    for (const CitationPlace& place : reading_.names().citations())
      if (place.range.begin >= lines.begin && place.range.end <= lines.end && count++ < mostPassages)
        said += "\n" + citation(place);
    return said + (count > mostPassages ? "\nand " + std::to_string(count - mostPassages) + " more\n" : "");
  }

  std::string citation(const CitationPlace& place) {
    const evidence::FoundCitation* found = foundAt(place.range);
    if (place.source == nothing)
      return "The source is not declared.\n";
    const Declaration& source = reading_.names().declarations()[place.source];
    const std::string name = plain(source.label.empty() ? source.name : std::string_view(source.label));
    if (found == nullptr)
      return known_.inspection == nullptr ? "Cited from " + name + ".\n"
                                          : "These words were not found in " + name + ".\n";
    return "> " + plain(passage(place.source, found->passage)) + "\n>\n> " + name + ", line " +
           std::to_string(found->line) + "\n";
  }

  const evidence::FoundCitation* foundAt(Range citation) const {
    if (known_.inspection == nullptr)
      return nullptr;
    const auto& all = known_.inspection->citations;
    const auto found = std::ranges::find_if(all, [&](const auto& c) { return c.citation == citation; });
    return found == all.end() ? nullptr : &*found;
  }

  std::string passage(std::size_t source, Range range) const {
    if (!folder_)
      return "";
    model::Source asked;
    asked.path = std::string(reading_.names().pathOf(source));
    const auto content = evidence::readSourceFile(sourcePath(asked, *folder_));
    if (!content.text || range.end > content.text->size())
      return "";
    return shortened(std::string_view(*content.text).substr(range.begin, range.end - range.begin),
                     mostPassage);
  }

  std::optional<Hover> word(std::size_t offset) const {
    const auto& tokens = reading_.tokens();
    const auto after =
        std::ranges::upper_bound(tokens, offset, {}, [](const auto& t) { return t.range.begin; });
    if (after == tokens.begin())
      return std::nullopt;
    const language::Token& token = *(after - 1);
    if (offset > token.range.end)
      return std::nullopt;
    const auto& placed = reading_.names().placedWords();
    const std::string_view meaning =
        token.is(language::Kind::keyword) ? meaningOf(token.word)
        : std::ranges::binary_search(placed, token.range.begin, {}, &model::Range::begin)
            ? meaningOfPlaced(reading_.words(token.range))
            : "";
    if (!meaning.empty())
      return Hover{std::string(meaning) + "\n", token.range};
    const language::Code* code =
        token.is(language::Kind::name) ? language::findCode(reading_.words(token.range)) : nullptr;
    if (code == nullptr)
      return std::nullopt;
    return Hover{"**" + std::string(code->code) + "**: " + plain(code->title) + "\n\n" +
                     plain(code->explanation) + "\n",
                 token.range};
  }

  const Studied& known_;
  const Reading& reading_;
  const std::optional<std::string>& folder_;
};

} // namespace

std::optional<Hover> hover(const Studied& known, std::size_t offset,
                           const std::optional<std::string>& folder) {
  return Teller(known, folder).at(offset);
}

} // namespace stasis::lsp
