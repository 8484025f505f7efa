#include "evidence/grammar/parse.h"

#include "evidence/grammar/network.h"
#include "evidence/grammar/tagger.h"
#include "evidence/grammar/tokenizer.h"
#include "evidence/grammar/verb_needed.h"

#include <algorithm>

namespace stasis::evidence::grammar {

namespace {

struct Action {
  Move move;
  LabelClass label;
};

/// The allowed action with the highest score; the first of equal ones.
Action bestAction(const ArcHybrid& state, std::span<const std::int32_t> scores) {
  const std::size_t labels = scores.size() / 2;
  std::size_t best = scores.size();
  const auto look = [&](Move move, std::size_t begin, std::size_t end) {
    if (state.allowed(move))
      for (std::size_t a = begin; a < end; ++a)
        if (best == scores.size() || scores[a] > scores[best])
          best = a;
  };
  look(Move::shift, 0, 1);
  look(Move::left, 1, 1 + labels);
  look(Move::right, 1 + labels, 1 + 2 * labels);
  if (best == 0)
    return {Move::shift, noLabel};
  const bool left = best <= labels;
  return {left ? Move::left : Move::right, static_cast<LabelClass>(left ? best - 1 : best - 1 - labels)};
}

/// Where a piece that begins at `begin` ends: after the last comma or semicolon that leaves it long enough.
std::size_t endOfPiece(std::string_view text, std::span<const model::Range> words, std::size_t begin) {
  const std::size_t most = std::min(words.size(), begin + longestPiece);
  if (most == words.size())
    return most;
  for (std::size_t end = most; end > begin + longestPiece / 2; --end) {
    const char c = text[words[end - 1].begin];
    if (c == ',' || c == ';')
      return end;
  }
  return most;
}

} // namespace

struct SentenceParser::Inside {
  explicit Inside(const Model& m) : model(m), network(m) {}

  SentenceTree tree(std::string_view text, std::span<const model::Range> words) {
    std::vector<TreeWord> tree;
    tree.reserve(words.size());
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t end = endOfPiece(text, words, begin);
      piece(text, words.subspan(begin, end - begin), tree);
      begin = end;
    }
    return {text, std::move(tree)};
  }

  void piece(std::string_view text, std::span<const model::Range> words, std::vector<TreeWord>& tree) {
    formsOf(text, words, forms);
    ambiguity.clear();
    rows.clear();
    for (const WordForm& form : forms) {
      const Known known = model.lexicon.find(form.word);
      ambiguity.push_back(known.ambiguity);
      rows.push_back(rowOf(model, known, form));
    }
    tag(model, {forms, ambiguity}, tags);
    NeededVerbs(model, text, words, tags).run();
    run();
    append(text, words, tree);
  }

  void run() {
    marks.count(forms);
    state.begin(forms.size());
    ParserView view;
    while (!state.done()) {
      see(state, marks, view);
      const Action action = bestAction(state, network.score(view, rows, tags));
      state.make(action.move, action.label);
    }
  }

  void append(std::string_view text, std::span<const model::Range> words, std::vector<TreeWord>& tree) {
    stray.clear();
    const auto offset = static_cast<WordIndex>(tree.size());
    WordIndex firstRoot = noWord;
    for (WordIndex w = 0; w < offset && firstRoot == noWord; ++w)
      firstRoot = tree[w].head == noWord ? w : noWord;
    for (WordIndex w = 0; w < words.size(); ++w) {
      const ArcHybrid::Node& node = state.node(w);
      const TagPair pair = model.tags[tags[w]];
      TreeWord word{words[w], pair.upos, pair.xpos, Relation::root, noWord};
      if (node.head != noWord) {
        word.head = node.head + offset;
        word.relation = model.labels[node.label];
        if (word.relation == Relation::compound && node.head > w && isFiniteVerb(node.head))
          stray.push_back(w + offset);
      } else if (firstRoot != noWord) {
        word.head = firstRoot;
        word.relation = Relation::parataxis;
      }
      tree.push_back(word);
    }
    for (const WordIndex w : stray)
      giveSubject(tree, w);
    for (WordIndex w = offset + 1; w + 1 < tree.size(); ++w)
      if (tree[w].relation == Relation::compound && tree[w].upos == Upos::verb && tree[w].head > w &&
          tree[w].head != noWord && (tree[w].xpos == Xpos::vbp || tree[w].xpos == Xpos::vbz))
        giveClause(tree, w);
    for (WordIndex w = offset; w < tree.size(); ++w)
      if ((tree[w].relation == Relation::csubj || tree[w].relation == Relation::expl) &&
          tree[w].head != noWord && isSomebodys(text, tree[tree[w].head].range))
        tree[w].relation = tree[w].relation == Relation::expl ? Relation::nsubj : Relation::xcomp;
    for (WordIndex w = offset; w < tree.size(); ++w)
      if (tree[w].relation == Relation::conj && (tree[w].xpos == Xpos::vbd || tree[w].xpos == Xpos::vbn))
        giveTeller(tree, std::span(tree).subspan(offset), w);
    WordIndex beside = noWord;
    for (WordIndex w = offset + 2; w < tree.size(); ++w)
      if (tree[w].xpos == Xpos::vbg && tree[w - 1].upos == Upos::propn)
        beside = giveDoer(text, tree, w, beside);
  }

  /// "The talks ended, with Ardia insisting on quotas and Belmont threatening tariffs": each participle has
  /// the name before it for its subject. `beside`: the participle before it that has one; the answer is the
  /// next one's.
  static WordIndex giveDoer(std::string_view text, std::vector<TreeWord>& tree, WordIndex verb,
                            WordIndex beside) {
    WordIndex first = verb - 1;
    while (first > 0 && tree[first - 1].upos == Upos::propn)
      --first;
    if (first > 0 && tree[first - 1].upos == Upos::det)
      --first;
    if (first == 0)
      return beside;
    TreeWord& link = tree[first - 1];
    const std::string_view word = text.substr(link.range.begin, link.range.end - link.range.begin);
    const bool with = word == "with" && link.upos == Upos::adp;
    if (!with && (beside == noWord || link.upos != Upos::cconj))
      return beside;
    WordIndex name = verb - 1;
    while (tree[name].head != noWord && tree[name].head >= first && tree[name].head < verb)
      name = tree[name].head;
    WordIndex above = with ? tree[verb].head : beside;
    if (above == name)
      above = tree[name].head;
    if (above == noWord || above == verb || (with && above > first))
      return beside;
    tree[name].head = verb;
    tree[name].relation = Relation::nsubj;
    link.head = verb;
    link.relation = with ? Relation::mark : Relation::cc;
    tree[verb].head = above;
    tree[verb].relation = with ? Relation::advcl : Relation::conj;
    return verb;
  }

  /// "said the school would close but promised to run buses": `would promised` is no verb, so who said it
  /// promised it.
  static void giveTeller(std::vector<TreeWord>& tree, std::span<const TreeWord> piece, WordIndex verb) {
    const WordIndex beside = tree[verb].head;
    const WordIndex teller = tree[beside].head;
    const auto isModal = [&](const TreeWord& c) { return c.head == beside && c.xpos == Xpos::md; };
    const auto isOwn = [&](const TreeWord& c) {
      return c.head == verb && (c.relation == Relation::nsubj || c.relation == Relation::nsubjPass ||
                                c.relation == Relation::aux || c.relation == Relation::auxPass);
    };
    if (tree[beside].xpos != Xpos::vb || tree[beside].relation != Relation::ccomp || teller == noWord ||
        teller > beside || tree[teller].xpos != Xpos::vbd || std::ranges::none_of(piece, isModal) ||
        std::ranges::any_of(piece, isOwn))
      return;
    tree[verb].head = teller;
    tree[verb].xpos = Xpos::vbd;
  }

  /// What only people and bodies are: in "it was ready to lease the hall", `it` is who leases.
  static bool isSomebodys(std::string_view text, model::Range word) {
    static constexpr std::string_view known[] = {"ready",      "willing", "unwilling", "prepared",
                                                 "able",       "unable",  "reluctant", "keen",
                                                 "determined", "eager",   "happy",     "free"};
    return std::ranges::find(known, text.substr(word.begin, word.end - word.begin)) != std::end(known);
  }

  /// "Both clubs deny wrongdoing" as one noun: the verb gets its object, and the nouns before it as its
  /// subject.
  static void giveClause(std::vector<TreeWord>& tree, WordIndex verb) {
    const WordIndex object = tree[verb].head;
    WordIndex subject = noWord;
    for (WordIndex w = 0; w < verb; ++w)
      if (tree[w].head == object && (tree[w].upos == Upos::noun || tree[w].upos == Upos::propn))
        subject = w;
    const bool below = std::ranges::any_of(tree, [&](const TreeWord& c) { return c.head == verb; });
    if (subject == noWord || below || tree[object].upos != Upos::noun)
      return;
    for (WordIndex w = 0; w < verb; ++w)
      if (w != subject && tree[w].head == object)
        tree[w].head = w < subject ? subject : verb;
    tree[verb].head = tree[object].head;
    tree[verb].relation = tree[object].relation;
    tree[subject].head = verb;
    tree[subject].relation = Relation::nsubj;
    tree[object].head = verb;
    tree[object].relation = Relation::obj;
  }

  /// A verb with a tense has no compounds: the noun before it is its subject.
  static void giveSubject(std::vector<TreeWord>& tree, WordIndex noun) {
    const WordIndex verb = tree[noun].head;
    if (std::ranges::none_of(tree, [&](const TreeWord& c) {
          return c.head == verb && (c.relation == Relation::nsubj || c.relation == Relation::nsubjPass);
        }))
      tree[noun].relation = Relation::nsubj;
  }
  bool isFiniteVerb(WordIndex node) const {
    const TagPair tag = model.tags[tags[node]];
    return tag.upos == Upos::verb && (tag.xpos == Xpos::vbd || tag.xpos == Xpos::vbz);
  }

  const Model& model;
  Network network;
  ArcHybrid state;
  MarksBefore marks;
  std::vector<WordForm> forms;
  std::vector<std::uint8_t> ambiguity;
  std::vector<WordRow> rows;
  std::vector<TagClass> tags;
  std::vector<model::Range> cut;
  std::vector<WordIndex> stray; ///< nouns that are compounds of a verb
};

SentenceParser::SentenceParser() : SentenceParser(Model::ofProgram()) {}
SentenceParser::SentenceParser(const Model& model) : inside_(std::make_unique<Inside>(model)) {}
SentenceParser::~SentenceParser() = default;
SentenceParser::SentenceParser(SentenceParser&&) noexcept = default;
SentenceParser& SentenceParser::operator=(SentenceParser&&) noexcept = default;

SentenceTree SentenceParser::parse(std::string_view text, model::Range sentence) {
  inside_->cut.clear();
  tokenize(text, sentence, inside_->cut);
  return inside_->tree(text, inside_->cut);
}

SentenceTree SentenceParser::parse(std::string_view text, std::span<const model::Range> words) {
  return inside_->tree(text, words);
}

namespace {

SentenceParser& ofThread() {
  thread_local SentenceParser parser;
  return parser;
}

} // namespace

SentenceTree parse(std::string_view text, model::Range sentence) { return ofThread().parse(text, sentence); }

SentenceTree parse(std::string_view text, std::span<const model::Range> words) {
  return ofThread().parse(text, words);
}

} // namespace stasis::evidence::grammar
