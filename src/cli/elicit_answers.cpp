#include "cli/elicit_answers.h"

#include "model/trimmed.h"

namespace stasis::cli {

using analysis::PairAnswer;
using Kind = analysis::PairAnswer::Kind;

namespace {

constexpr std::string_view knownForms =
    "1, 2, = (alike), ? (not known), or two states: war > peace, war ~ peace, war ? peace";

/// The first of these characters that stands outside quotation marks.
std::size_t firstOutsideQuotes(std::string_view text, std::string_view characters) {
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    quoted = quoted != (text[at] == '"');
    if (!quoted && characters.find(text[at]) != std::string_view::npos)
      return at;
  }
  return std::string_view::npos;
}

} // namespace

std::string_view withoutComment(std::string_view line) {
  return model::trimmed(line.substr(0, firstOutsideQuotes(line, "#")));
}

std::optional<PairAnswer> answerTo(const analysis::PairQuestion& question, std::string_view word) {
  if (word == "1")
    return PairAnswer{Kind::rather, question.one, question.other};
  if (word == "2")
    return PairAnswer{Kind::rather, question.other, question.one};
  if (word == "=" || word == "~")
    return PairAnswer{Kind::same, question.one, question.other};
  if (word == "?")
    return PairAnswer{Kind::unknown, question.one, question.other};
  return std::nullopt;
}

ReadAnswer answerNamed(const NamePlace& named, std::string_view text) {
  const std::size_t at = firstOutsideQuotes(text, "<>~=?");
  const std::string_view first = model::trimmed(text.substr(0, at));
  const std::string_view second = at == std::string_view::npos ? "" : model::trimmed(text.substr(at + 1));
  if (first.empty() || second.empty())
    return {{}, "`" + std::string(text) + "` is no answer", std::string(knownForms)};
  const NamedPlace one = named(first);
  const NamedPlace other = one.place ? named(second) : NamedPlace{};
  if (!one.place || !other.place)
    return {{},
            one.place ? other.problem : one.problem,
            one.place ? other.help : one.help,
            one.place ? second : first};
  if (*one.place == *other.place)
    return {{}, "`" + std::string(text) + "` compares something with itself", {}};
  switch (text[at]) {
  case '>': return {PairAnswer{Kind::rather, *one.place, *other.place}, {}, {}};
  case '<': return {PairAnswer{Kind::rather, *other.place, *one.place}, {}, {}};
  case '?': return {PairAnswer{Kind::unknown, *one.place, *other.place}, {}, {}};
  default: return {PairAnswer{Kind::same, *one.place, *other.place}, {}, {}};
  }
}

} // namespace stasis::cli
