// Files as other formats have them: headings (`constraints`, `options:`), names below `parties:`, and lines
// that begin with the name of a party, and a colon where it has not been taken away. Each is one error that
// shows how it is written here.
#include "language/parsing/parser.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>

namespace stasis::language {

// `constraints`, `options:` alone on a line
bool Parser::strayHeading() {
  constexpr std::array<std::string_view, 11> headings{"constraints", "rules",   "options",     "actions",
                                                      "preferences", "goals",   "wishes",      "strategies",
                                                      "definitions", "sources", "expectations"};
  const Token word = stream_.peek();
  const std::string said = model::lowerCase(stream_.text(word));
  if (!word.is(Kind::name) || !stream_.atLineEnd(1) || stream_.isDeclared(stream_.text(word)) ||
      std::ranges::find(headings, said) == headings.end())
    return false;
  stream_.error("S0302", word.range, inMarks(stream_.text(word)) + " has no meaning here")
      .mend({word.range.begin, stream_.endOfHeading(word)}, "")
      .help = "leave it out: each line below begins with its own word, such as `option`, `never` or `prefer`";
  stream_.skipLine();
  return true;
}

// `parties:`, and a name on each line below
bool Parser::partiesBelow() {
  if (!stream_.atLineEnd(1))
    return false;
  const Token keyword = stream_.peek();
  const auto [names, ahead] = stream_.namesBelow(2, [&](const Token& first, const Token& name) {
    return &first != &name || stream_.indentation(name) > stream_.indentation(keyword);
  });
  if (names.empty())
    return false;
  std::string lines;
  for (const Token& name : names)
    lines += (lines.empty() ? "party " : "\nparty ") + std::string(stream_.text(name));
  const model::Range range{keyword.range.begin, names.back().range.end};
  auto& d = stream_.error("S0301", keyword.range, "each party has a line of its own, its options below it");
  d.help = "write " + inMarks("party " + std::string(stream_.text(names.front()))) +
           (names.size() > 1 ? ", and so for each of the others" : "");
  d.propose(range, lines);
  for (const Token& name : names)
    file_.parties.emplace_back().name = stream_.text(name);
  partyOpen_ = false;
  for (std::size_t k = 0; k < ahead; ++k)
    stream_.next();
  return true;
}

namespace {

bool isAmong(const std::vector<syntax::Party>& parties, std::string_view option) {
  return std::ranges::any_of(parties, [&](const syntax::Party& party) {
    return std::ranges::any_of(party.options, [&](const auto& one) { return one.name == option; });
  });
}

} // namespace

// `Fleet: land_less, strike`: what Fleet can do; `Fleet: not fine > strike`: what it wants
bool Parser::headedLine() {
  const Token first = stream_.peek();
  const std::string_view source = stream_.source().text();
  const std::size_t colon = source.find_first_not_of(" \t", first.range.end);
  bool apart = colon != std::string_view::npos && source[colon] == ':'; // the lexer has reported the sign
  if (!first.is(Kind::name) || stream_.atLineEnd(1))
    return false;
  const std::string owner(stream_.text(first));
  const auto party = std::ranges::find_if(
      file_.parties, [&](const syntax::Party& one) { return one.name == owner && !one.isFamily; });
  if (party == file_.parties.end())
    return false;
  std::vector<std::string> items;
  bool wishes = false;
  std::size_t ahead = 1;
  while (!stream_.atLineEnd(ahead)) {
    const std::size_t denied = stream_.peek(ahead).is(Word::not_) ? 1 : 0;
    const std::size_t length = stream_.nameLength(ahead + denied);
    if (length == 0)
      return false;
    items.emplace_back(stream_.wordsBetween(ahead, denied + length));
    wishes = wishes || denied == 1 || length > 1 || isAmong(file_.parties, items.back());
    ahead += denied + length;
    wishes = wishes || stream_.peek(ahead).is(Kind::greater);
    if (stream_.peek(ahead).is(Kind::comma) || stream_.peek(ahead).is(Kind::greater)) {
      apart = true;
      ++ahead;
    } else if (!stream_.atLineEnd(ahead)) {
      return false;
    }
  }
  if (!apart)
    return false;
  const model::Range range{first.range.begin, stream_.peek(ahead - 1).range.end};
  const std::string head = wishes ? "prefer " + owner : "party " + owner;
  auto& d = stream_.error("S0302", range,
                          wishes ? "what a party wants stands below `prefer`, a line for each wish"
                                 : "what a party can do are options below it");
  std::string lines = head;
  for (const std::string& item : items)
    lines += "\n  " + (wishes ? item : "option " + item);
  d.help = "write " + inMarks(head) + ", and below it " +
           inMarks(wishes ? items.front() : "option " + items.front()) +
           (items.size() > 1 ? " and a line for each of the others" : "");
  if (wishes || stream_.timesDeclared(owner) == 0)
    d.propose(range, lines);
  if (wishes) {
    syntax::Preference& wish = file_.preferences.emplace_back();
    wish.party = stream_.text(first);
    wish.header = wish.party;
    wish.broken = true;
  } else {
    for (std::size_t k = 1; k < ahead; ++k)
      if (stream_.peek(k).is(Kind::name))
        party->options.emplace_back().name = stream_.text(stream_.peek(k));
  }
  stream_.skipLine();
  return true;
}

} // namespace stasis::language
