// `both fish`, said of two parties who each have that option, and `x or y but not both`. Each is one error,
// and the tokens become what it means.
#include "language/parsing/token_stream.h"

#include <algorithm>

namespace stasis::language {

// `both fish` is `North.fish and South.fish`.
bool TokenStream::sayBothOwners(std::size_t at, const OptionsOfParties& options, std::vector<Token>& kept) {
  const Token& word = tokens_[at];
  const Token& called = tokens_[at + 1];
  const Token& after = tokens_[at + 2];
  if (!word.is(Kind::name) || text(word) != "both" || !called.is(Kind::name) || after.is(Word::and_) ||
      after.is(Kind::comma) || after.is(Kind::dot))
    return false;
  const auto owners = ownersOf(text(called), options);
  if (owners.size() != 2)
    return false;
  const model::Range range{word.range.begin, called.range.end};
  const auto piece = [&](Kind kind, Word which, const std::string& words) {
    Token one{kind, which, range};
    saying(one, words);
    kept.push_back(one);
  };
  const bool denied = !kept.empty() && kept.back().is(Word::not_);
  std::string here;
  if (denied)
    piece(Kind::leftParen, Word::none_, "(");
  for (const OwnedOption& owned : owners) {
    if (!here.empty())
      piece(Kind::keyword, Word::and_, "and");
    piece(Kind::name, Word::none_, owned.party);
    piece(Kind::dot, Word::none_, ".");
    piece(Kind::name, Word::none_, owned.option);
    here += (here.empty() ? "" : " and ") + owned.party + '.' + owned.option;
  }
  if (denied) {
    piece(Kind::rightParen, Word::none_, ")");
    here = '(' + here + ')';
  }
  error("S0318", range, "an option of two parties is named for each").propose(range, here).help =
      "write " + inMarks(here);
  return true;
}

// `x or y but not both` is `x xor y`.
std::size_t TokenStream::notBothLength(std::size_t at) const {
  const Token& first = tokens_[at];
  const std::size_t link =
      (first.is(Kind::name) && text(first) == "but") || first.is(Word::and_) || first.is(Kind::comma) ? 1 : 0;
  const auto textAt = [&](std::size_t k) { return at + k < tokens_.size() ? text(tokens_[at + k]) : ""; };
  const std::size_t but = link == 1 && textAt(1) == "but" ? 2 : link;
  const bool both =
      at + but + 1 < tokens_.size() && tokens_[at + but].is(Word::not_) && textAt(but + 1) == "both";
  return both && tokens_[at + but + 2].is(Kind::lineEnd) ? but + 2 : 0;
}

void TokenStream::sayNotBoth(std::size_t at, std::size_t length, std::vector<Token>& kept) {
  std::size_t ors = 0;
  std::size_t last = 0;
  for (std::size_t k = kept.size(); k > 0 && !kept[k - 1].is(Kind::lineEnd); --k)
    if (kept[k - 1].is(Word::or_)) {
      ++ors;
      last = k - 1;
    }
  const model::Range range{tokens_[at].range.begin, tokens_[at + length - 1].range.end};
  auto& d = error("S0318", range, "`A or B but not both` is written `A xor B`");
  if (ors != 1)
    return;
  const std::size_t before = kept.back().range.end;
  d.help = "write `xor` instead of `or`";
  d.fix = {{kept[last].range, "xor"}, {{before, range.end}, ""}};
  kept[last].word = Word::xor_;
  saying(kept[last], "xor");
}

void TokenStream::sayBoth(const OptionsOfParties& options) {
  const auto isBoth = [&](const Token& token) { return text(token) == "both"; };
  if (std::ranges::none_of(tokens_, isBoth) || isDeclared("both") || isParty("both"))
    return;
  std::vector<Token> kept;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    if (at + 2 < tokens_.size()) {
      if (sayBothOwners(at, options, kept)) {
        ++at;
        continue;
      }
      if (const std::size_t length = notBothLength(at); length > 0 && !kept.empty()) {
        sayNotBoth(at, length, kept);
        at += length - 1;
        continue;
      }
    }
    kept.push_back(tokens_[at]);
  }
  tokens_ = std::move(kept);
}

} // namespace stasis::language
