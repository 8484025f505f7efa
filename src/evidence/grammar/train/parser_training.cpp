#include "evidence/grammar/train/parser_training.h"

#include "evidence/grammar/train/move_cost.h"

#include <algorithm>
#include <memory>
#include <numeric>

namespace stasis::evidence::grammar::train {

namespace {

/// A sentence as the network sees it.
struct Prepared {
  std::vector<WordRows> words;
  std::vector<float> dropped; ///< the chance that a word counts as unknown
  std::vector<TagClass> tags;
  std::vector<LabelClass> labels; ///< of the treebank
  std::vector<WordForm> forms;
  const TreebankSentence* sentence;
};

class Preparer {
public:
  Preparer(const LexiconLists& lexicon, const std::vector<Relation>& labels)
      : lexicon_(lexicon), labels_(labels) {}

  Prepared prepared(const TaggedSentence& tagged) const {
    Prepared p;
    p.sentence = tagged.sentence;
    p.tags = tagged.tags;
    formsOf(tagged.sentence->text, tagged.sentence->ranges(), p.forms);
    for (const WordForm& form : p.forms) {
      const Known known = lexicon_.view().find(form.word);
      const std::uint32_t ending = form.endings[2] % net::endings;
      const auto unknown = static_cast<std::uint32_t>(lexicon_.hashes.size());
      p.words.push_back({known.word != 0 ? known.word - 1U : unknown, ending});
      p.dropped.push_back(
          known.word != 0 ? 0.25F / (0.25F + static_cast<float>(lexicon_.counts[known.word - 1U])) : 0);
    }
    for (const TreeWord& w : tagged.sentence->words)
      p.labels.push_back(static_cast<LabelClass>(std::ranges::find(labels_, w.relation) - labels_.begin()));
    return p;
  }

private:
  const LexiconLists& lexicon_;
  const std::vector<Relation>& labels_;
};

/// One sentence on its way through the parser.
class Run {
public:
  Run(const Prepared& prepared, const NetworkSize& size, Dice& dice)
      : prepared_(prepared), size_(size), oracle_(prepared.sentence->words), words_(prepared.words) {
    for (std::size_t w = 0; w < words_.size(); ++w)
      if (dice.happens(prepared.dropped[w]))
        words_[w].word = static_cast<std::uint32_t>(size.knownWords);
    marks_.count(prepared.forms);
    state_.begin(words_.size());
  }
  bool done() const { return state_.done(); }

  Example example() const {
    ParserView view;
    see(state_, marks_, view);
    Example e;
    const WordRows none{static_cast<std::uint32_t>(size_.knownWords + 1), net::endings};
    for (std::size_t p = 0; p < net::places; ++p) {
      const WordIndex w = view.words[p];
      e.words[p] = w == noWord ? none : words_[w];
      e.tags[p] = static_cast<std::uint32_t>(w == noWord ? size_.tags : prepared_.tags[w]);
    }
    for (std::size_t i = 0; i < net::labelled; ++i) {
      const bool missing = view.words[net::places - net::labelled + i] == noWord;
      e.labels[i] = static_cast<std::uint32_t>(missing ? size_.labels + 1
                                                       : std::min<std::size_t>(view.labels[i], size_.labels));
    }
    std::ranges::copy(view.smalls, e.smalls.begin());
    return e;
  }

  /// For each action: whether it is allowed, and whether it costs nothing.
  void judge(std::vector<char>& allowed, std::vector<char>& free) const {
    allowed.assign(size_.actions(), 0);
    free.assign(size_.actions(), 0);
    std::array<unsigned, 3> costs{};
    unsigned least = ~0U;
    for (const Move move : {Move::shift, Move::left, Move::right})
      if (state_.allowed(move)) {
        costs[index(move)] = oracle_.cost(state_, move);
        least = std::min(least, costs[index(move)]);
      }
    for (const Move move : {Move::shift, Move::left, Move::right})
      if (state_.allowed(move))
        mark(move, costs[index(move)] == least, allowed, free);
  }

  void make(std::size_t action) {
    if (action == 0)
      state_.make(Move::shift, noLabel);
    else if (action <= size_.labels)
      state_.make(Move::left, static_cast<LabelClass>(action - 1));
    else
      state_.make(Move::right, static_cast<LabelClass>(action - 1 - size_.labels));
  }

private:
  static std::size_t index(Move move) { return static_cast<std::size_t>(move); }

  void mark(Move move, bool best, std::vector<char>& allowed, std::vector<char>& free) const {
    if (move == Move::shift) {
      allowed[0] = 1;
      free[0] = best;
      return;
    }
    const std::size_t begin = move == Move::left ? 1 : 1 + size_.labels;
    std::fill_n(allowed.begin() + static_cast<std::ptrdiff_t>(begin), size_.labels, 1);
    if (!best)
      return;
    if (oracle_.drawsTrueArc(state_, move))
      free[begin + prepared_.labels[state_.stack(0)]] = 1;
    else
      std::fill_n(free.begin() + static_cast<std::ptrdiff_t>(begin), size_.labels, 1);
  }

  const Prepared& prepared_;
  NetworkSize size_;
  Oracle oracle_;
  std::vector<WordRows> words_;
  MarksBefore marks_;
  ArcHybrid state_;
};

/// The gradient of −log P(free) by the scores, times `scale`; 0 for actions that are not allowed.
void lossGradient(const float* scores, const std::vector<char>& allowed, const std::vector<char>& free,
                  float scale, float* gradient) {
  float highest = -1e30F;
  for (std::size_t a = 0; a < allowed.size(); ++a)
    if (allowed[a])
      highest = std::max(highest, scores[a]);
  float sum = 0;
  float sumFree = 0;
  for (std::size_t a = 0; a < allowed.size(); ++a) {
    gradient[a] = allowed[a] ? exponential(scores[a] - highest) : 0;
    sum += gradient[a];
    sumFree += free[a] ? gradient[a] : 0;
  }
  sumFree = std::max(sumFree, 1e-30F);
  for (std::size_t a = 0; a < allowed.size(); ++a)
    gradient[a] = scale * (gradient[a] / sum - (free[a] ? gradient[a] / sumFree : 0));
}

std::size_t bestOf(const float* scores, const std::vector<char>& among) {
  std::size_t best = among.size();
  for (std::size_t a = 0; a < among.size(); ++a)
    if (among[a] && (best == among.size() || scores[a] > scores[best]))
      best = a;
  return best;
}

class Training {
public:
  Training(std::vector<Prepared> sentences, NetworkSize size, const ParserSettings& settings)
      : sentences_(std::move(sentences)), settings_(settings), dice_(settings.seed),
        network_(size, dice_.next()) {
    std::size_t moves = 0;
    for (const Prepared& p : sentences_)
      moves += 2 * p.words.size() - 1;
    steps_ =
        std::max<std::size_t>(1, moves * static_cast<std::size_t>(settings.rounds) / FloatNetwork::batch);
  }

  FloatNetwork all() {
    std::vector<std::size_t> order(sentences_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (round_ = 0; round_ < settings_.rounds; ++round_) {
      dice_.shuffle(order);
      for (const std::size_t s : order) {
        runs_.push_back(std::make_unique<Run>(sentences_[s], network_.size(), dice_));
        while (runs_.size() == FloatNetwork::batch)
          step();
      }
      if (round_ + 1 == settings_.rounds)
        while (!runs_.empty())
          step();
      if (settings_.afterRound)
        settings_.afterRound(round_, network_);
    }
    return std::move(network_);
  }

private:
  void step() {
    std::vector<Example> examples;
    for (const auto& run : runs_)
      examples.push_back(run->example());
    network_.forward(examples, settings_.dropout, dice_);
    std::vector<float> gradient(FloatNetwork::batch * network_.width());
    for (std::size_t b = 0; b < runs_.size(); ++b) {
      runs_[b]->judge(allowed_, free_);
      lossGradient(network_.scores(b), allowed_, free_, 1.0F / FloatNetwork::batch,
                   gradient.data() + b * network_.width());
      const bool own = round_ > 0 && dice_.happens(settings_.ownMoves);
      runs_[b]->make(bestOf(network_.scores(b), own ? allowed_ : free_));
    }
    const float left = 1 - static_cast<float>(std::min(step_, steps_)) / static_cast<float>(steps_);
    network_.backward(gradient, settings_.rate * left);
    ++step_;
    std::erase_if(runs_, [](const auto& run) { return run->done(); });
  }

  std::vector<Prepared> sentences_;
  const ParserSettings& settings_;
  Dice dice_;
  FloatNetwork network_;
  std::vector<std::unique_ptr<Run>> runs_;
  std::vector<char> allowed_, free_;
  std::size_t step_ = 0;
  std::size_t steps_ = 1;
  int round_ = 0;
};

} // namespace

FloatNetwork trainParser(const std::vector<TaggedSentence>& sentences, const LexiconLists& lexicon,
                         const TagClasses& classes, const std::vector<Relation>& labels,
                         const ParserSettings& settings) {
  const Preparer preparer(lexicon, labels);
  std::vector<Prepared> prepared;
  for (const TaggedSentence& sentence : sentences)
    prepared.push_back(preparer.prepared(sentence));
  return Training(std::move(prepared), {lexicon.hashes.size(), classes.pairs.size(), labels.size()}, settings)
      .all();
}

} // namespace stasis::evidence::grammar::train
