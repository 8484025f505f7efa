#include "language/parsing/parser.h"

#include "language/codes/codes.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace stasis::language {

syntax::File Parser::run() {
  while (!stream_.atEnd()) {
    const std::size_t before = stream_.position();
    const Token first = stream_.peek();
    const bool judges = isJudgement(first) || atUnsure() || atAttitude() || first.is(Word::view);
    afterCondition_ = false;
    statement();
    if (stream_.position() == before)
      stream_.skipLine();
    if (judges)
      file_.judgements.push_back({first.range.begin, stream_.last().range.end});
  }
  return std::move(file_);
}

bool Parser::isJudgement(const Token& first) {
  return first.is(Word::prefer) || first.is(Word::rank) || first.is(Word::weigh) || first.is(Word::expect) ||
         first.is(Word::source) || first.is(Word::because) || first.is(Word::about) ||
         first.is(Word::conflict);
}

namespace {

/// The code of a warning that is meant by `S418`, `s0418`, `W418` or `418`; empty if there is none.
std::string codeMeant(std::string_view word) {
  constexpr std::size_t digitsOfCode = 4;
  const std::size_t at = std::min(word.find_first_of("0123456789"), word.size());
  const std::string_view digits = word.substr(at);
  const bool plain = at < 2 && !digits.empty() && digits.size() <= digitsOfCode &&
                     digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (!plain)
    return {};
  std::string code = 'S' + std::string(digitsOfCode - digits.size(), '0') + std::string(digits);
  return findCode(code) != nullptr ? code : std::string();
}

} // namespace

// allow S0411, S0414
bool Parser::atAllow() const {
  const std::string_view code = stream_.text(stream_.peek(1));
  const bool looksLikeOne = code.size() == 5 && code.front() == 'S' &&
                            code.find_first_not_of("0123456789", 1) == std::string_view::npos;
  return stream_.looksAt("allow") && (stream_.peek(1).is(Kind::name) || stream_.peek(1).is(Kind::number)) &&
         (looksLikeOne || !codeMeant(code).empty());
}

void Parser::allow() {
  stream_.next();
  do {
    const Token code = stream_.peek();
    const std::string meant = codeMeant(stream_.text(code));
    const Code* row = code.is(Kind::name) ? findCode(stream_.text(code)) : nullptr;
    if (row == nullptr || !stream_.text(code).starts_with('S')) {
      auto& d = stream_.error("S0319", code.range, "`allow` takes codes of warnings, such as `S0411`");
      if (meant.empty()) {
        d.help = "`stasis help codes` lists them";
        return abandon();
      }
      d.mend(code.range, meant).help = "write " + inMarks(meant);
      stream_.next();
      continue;
    }
    file_.allowed.push_back(stream_.text(stream_.next()));
  } while (stream_.accept(Kind::comma));
  finish("`allow`");
}

void Parser::statement() {
  const Token& first = stream_.peek();
  if (first.is(Kind::keyword) && isReservedForLater(first.word))
    return reservedForLater();
  if (first.is(Kind::keyword) && beginsStatement(first.word))
    return statementOf(first.word);
  if (ExpressionParser::beginsCount(first) ||
      ExpressionParser(stream_, ExpressionParser::Of::options).atEverydayCount())
    return countConstraint();
  if (atAllow())
    return allow();
  if (atUnsure())
    return unsure();
  if (atAttitude())
    return attitude();
  if (!inView_ && (atUnaware() || atBlind()))
    return outsideView();
  wordlessStatement();
}

void Parser::statementOf(Word word) {
  const bool keepsParty = word == Word::option || word == Word::because || word == Word::about;
  partyOpen_ = partyOpen_ && keepsParty;
  switch (word) {
  case Word::conflict: return conflict();
  case Word::about: return about();
  case Word::party: return party();
  case Word::parties: return family();
  case Word::option: return option();
  case Word::never: return constraint(true);
  case Word::always: return constraint(false);
  case Word::define: return define();
  case Word::status: return statusQuo();
  case Word::prefer: return preference(syntax::Preference::Form::prefer);
  case Word::rank: return preference(syntax::Preference::Form::rank);
  case Word::weigh: return preference(syntax::Preference::Form::weigh);
  case Word::move: return moves();
  case Word::source: return source();
  case Word::because: return because();
  case Word::expect: return expectation();
  case Word::state: return namedState();
  case Word::states: return states();
  case Word::view: return view();
  default: return wordlessStatement();
  }
}

void Parser::reservedForLater() {
  const Token word = stream_.peek();
  stream_.error("S0311", word.range,
                inMarks(stream_.text(word)) + " is reserved for later and means nothing yet");
  abandon();
}

syntax::Expression Parser::expression(ExpressionParser::Of of) {
  auto expression = ExpressionParser(stream_, of).parse();
  afterCondition_ = true;
  if (expression.empty())
    stream_.toLineEnd();
  return expression;
}

void Parser::abandon() {
  cited_ = &discarded_;
  stream_.skipLine();
}

} // namespace stasis::language
