#include "evidence/grammar/train/treebank.h"

#include <array>
#include <charconv>

namespace stasis::evidence::grammar::train {

namespace {

using Columns = std::array<std::string_view, 10>;

std::optional<Columns> columnsOf(std::string_view line) {
  Columns columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t tab = line.find('\t');
    columns[i] = line.substr(0, tab);
    if ((tab == std::string_view::npos) != (i == columns.size() - 1))
      return std::nullopt;
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  return columns;
}

std::optional<WordIndex> numberOf(std::string_view text) {
  WordIndex n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(n) : std::nullopt;
}

class Reader {
public:
  Treebank read(std::string_view conllu) {
    std::size_t number = 0;
    while (!conllu.empty() && bank_.problem.empty()) {
      const std::size_t end = conllu.find('\n');
      ++number;
      if (!line(conllu.substr(0, end)))
        bank_.problem = "line " + std::to_string(number) + " is no line of CoNLL-U";
      conllu.remove_prefix(end == std::string_view::npos ? conllu.size() : end + 1);
    }
    finish();
    return std::move(bank_);
  }

private:
  bool line(std::string_view line) {
    if (line.empty())
      return finish();
    if (line.front() == '#')
      return true;
    const std::optional<Columns> columns = columnsOf(line);
    if (!columns)
      return false;
    const bool space = (*columns)[9].find("SpaceAfter=No") == std::string_view::npos;
    const std::string_view id = (*columns)[0];
    if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) {
      joinedTo_ = numberOf(id.substr(dash + 1)).value_or(0);
      spaceAfterJoined_ = space;
      return joinedTo_ != 0;
    }
    return id.find('.') != std::string_view::npos || word(*columns, space);
  }

  bool word(const Columns& c, bool space) {
    const auto id = numberOf(c[0]);
    const auto head = numberOf(c[6]);
    const auto upos = uposOf(c[3]);
    const auto relation = relationOf(c[7]);
    if (!id || *id != now_.words.size() + 1 || !head || !upos || !relation || c[1].empty())
      return false;
    const std::size_t begin = now_.text.size();
    now_.text += c[1];
    now_.words.push_back({{begin, now_.text.size()},
                          *upos,
                          xposOf(c[4]).value_or(Xpos::none),
                          *relation,
                          *head == 0 ? noWord : *head - 1});
    if (*id < joinedTo_)
      space = false;
    else if (*id == joinedTo_)
      space = spaceAfterJoined_;
    if (space)
      now_.text += ' ';
    return true;
  }

  bool finish() {
    for (const TreeWord& w : now_.words)
      if (w.head != noWord && w.head >= now_.words.size())
        return false;
    makeOneTree(now_.words);
    if (!now_.words.empty())
      bank_.sentences.push_back(std::move(now_));
    now_ = {};
    joinedTo_ = 0;
    return true;
  }

  Treebank bank_;
  TreebankSentence now_;
  WordIndex joinedTo_ = 0;
  bool spaceAfterJoined_ = true;
};

} // namespace

std::vector<model::Range> TreebankSentence::ranges() const {
  std::vector<model::Range> all;
  for (const TreeWord& w : words)
    all.push_back(w.range);
  return all;
}

Treebank readTreebank(std::string_view conllu) { return Reader().read(conllu); }

std::string writeSentence(const SentenceTree& tree, std::string_view name) {
  std::string out = "# sent_id = " + std::string(name) + "\n";
  for (WordIndex w = 0; w < tree.size(); ++w) {
    const TreeWord& word = tree[w];
    const bool joined = w + 1 < tree.size() && tree[w + 1].range.begin == word.range.end;
    const WordIndex head = word.head == noWord ? 0 : word.head + 1;
    out += std::to_string(w + 1) + '\t' + std::string(tree.text(w)) + "\t_\t" +
           std::string(nameOf(word.upos)) + '\t' + std::string(nameOf(word.xpos)) + "\t_\t" +
           std::to_string(head) + '\t' + std::string(nameOf(word.relation)) + "\t_\t" +
           (joined ? "SpaceAfter=No" : "_") + '\n';
  }
  return out + '\n';
}

} // namespace stasis::evidence::grammar::train
