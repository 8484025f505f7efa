#include "evidence/grammar/word_form.h"

#include "evidence/grammar/characters.h"
#include "evidence/grammar/form_hash.h"

#include <algorithm>

namespace stasis::evidence::grammar {

namespace {

enum class Capitals : std::uint8_t { none, first, all };
enum class Writing : std::uint8_t { normal, title, capitals };

/// The letters of a word in lower case, typographic marks in their plain form.
class PlainForm {
public:
  explicit PlainForm(std::string_view word) {
    for (std::size_t at = 0; at < word.size() && size_ < letters_.size();)
      at += take(word.substr(at));
  }
  std::string_view view() const { return {letters_.data(), size_}; }

private:
  std::size_t take(std::string_view rest) {
    for (const auto& [from, to] : plain)
      if (rest.starts_with(from)) {
        letters_[size_++] = to;
        return from.size();
      }
    const char c = rest.front();
    letters_[size_++] = isDigit(c) ? '0' : isCapital(c) ? static_cast<char>(c - 'A' + 'a') : c;
    return 1;
  }

  struct Plain {
    std::string_view from;
    char to;
  };
  static constexpr std::array<Plain, 8> plain{{{"\u2019", '\''},
                                               {"\u2018", '\''},
                                               {"\u201C", '"'},
                                               {"\u201D", '"'},
                                               {"\u2013", '-'},
                                               {"\u2014", '-'},
                                               {"\u00AB", '"'},
                                               {"\u00BB", '"'}}};
  std::array<char, 64> letters_{};
  std::size_t size_ = 0;
};

char classOf(char c) {
  if (isDigit(c))
    return '0';
  if (isLetter(c))
    return isCapital(c) ? 'A' : 'a';
  return static_cast<unsigned char>(c) < 0x80 ? c : 'u';
}

/// Classes of characters with repetitions left out: `Aa` of `Smith`, `A.A.` of `U.S.`.
std::uint32_t shapeOf(std::string_view word) {
  std::array<char, 8> shape{};
  std::size_t size = 0;
  for (const char c : word) {
    const char next = classOf(c);
    if (size > 0 && shape[size - 1] == next)
      continue;
    if (size == shape.size())
      break;
    shape[size++] = next;
  }
  return hashOf({shape.data(), size});
}

Capitals capitalsOf(std::string_view word) {
  const auto capitals = std::ranges::count_if(word, isCapital);
  if (capitals == 0 || !isCapital(word.front()))
    return Capitals::none;
  return capitals > 1 && std::ranges::count_if(word, isLetter) == capitals ? Capitals::all : Capitals::first;
}

Writing writingOf(std::string_view text, std::span<const model::Range> words) {
  std::size_t seen = 0;
  std::size_t capital = 0;
  std::size_t whole = 0;
  for (const model::Range range : words) {
    const std::string_view word = text.substr(range.begin, range.end - range.begin);
    if (word.size() < 4 || !isLetter(word.front()))
      continue;
    const Capitals capitals = capitalsOf(word);
    ++seen;
    capital += capitals != Capitals::none;
    whole += capitals == Capitals::all;
  }
  if (seen < 3 || capital * 10 < seen * 8)
    return Writing::normal;
  return whole * 10 >= seen * 8 ? Writing::capitals : Writing::title;
}

WordForm formOf(std::string_view word, bool head, Writing writing) {
  const PlainForm plain(word);
  const std::string_view letters = plain.view();
  WordForm form;
  form.word = hashOf(letters);
  form.cased = hashOf(word.substr(0, 64));
  form.shape = shapeOf(word);
  for (std::size_t n = 1; n <= form.endings.size(); ++n)
    form.endings[n - 1] = hashOf(letters.substr(letters.size() > n ? letters.size() - n : 0));
  for (std::size_t n = 1; n <= form.beginnings.size(); ++n)
    form.beginnings[n - 1] = hashOf(letters.substr(0, n));
  form.capital = static_cast<std::uint8_t>((static_cast<unsigned>(capitalsOf(word)) * 2 + head) * 3 +
                                           static_cast<unsigned>(writing));
  form.isLong = word.size() >= 5 && std::ranges::all_of(word, isLetter);
  form.comma = letters == ",";
  form.quotationMark = letters == "\"" || letters == "''" || letters == "``";
  return form;
}

} // namespace

void formsOf(std::string_view text, std::span<const model::Range> words, std::vector<WordForm>& forms) {
  const Writing writing = writingOf(text, words);
  forms.clear();
  bool head = true;
  for (const model::Range range : words) {
    const std::string_view word = text.substr(range.begin, range.end - range.begin);
    forms.push_back(formOf(word, head, writing));
    // The first word stays the first if only marks stand before it.
    head = head && characterAt(word, 0).kind != CharacterKind::letter;
  }
}

} // namespace stasis::evidence::grammar
