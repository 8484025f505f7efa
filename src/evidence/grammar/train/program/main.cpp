// train_grammar OUT TREEBANK.conllu… [--measure DEV.conllu]: trains the model of the grammar and writes it.
// Progress and figures go to the terminal; `make train TREEBANK=folder` calls it (docs/grammar.md).

#include "evidence/grammar/train/accuracy.h"
#include "evidence/grammar/train/train_model.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

using namespace stasis::evidence::grammar;

std::string fileText(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool addSentences(const char* path, std::vector<train::TreebankSentence>& sentences) {
  train::Treebank bank = train::readTreebank(fileText(path));
  if (!bank.problem.empty() || bank.sentences.empty()) {
    std::cerr << path << ": " << (bank.problem.empty() ? "no sentences" : bank.problem) << '\n';
    return false;
  }
  std::ranges::move(bank.sentences, std::back_inserter(sentences));
  return true;
}

void tell(const std::string& bytes, const std::vector<train::TreebankSentence>& measured) {
  if (const auto model = Model::read(bytes); model && !measured.empty())
    std::cout << told(train::measure(*model, measured)) << std::endl;
}

int measureOnly(int argc, char** argv) {
  std::vector<train::TreebankSentence> sentences;
  for (int i = 3; i < argc; ++i)
    if (!addSentences(argv[i], sentences))
      return 1;
  const std::string bytes = argc > 2 ? fileText(argv[2]) : "";
  if (!Model::read(bytes)) {
    std::cerr << "no model\n";
    return 1;
  }
  tell(bytes, sentences);
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::strcmp(argv[1], "--measure-only") == 0)
    return measureOnly(argc, argv);
  std::vector<train::TreebankSentence> sentences;
  std::vector<train::TreebankSentence> measured;
  train::ModelSettings settings;
  bool toMeasure = false;
  for (int i = 2; i < argc; ++i) {
    if (std::strcmp(argv[i], "--measure") == 0)
      toMeasure = true;
    else if (std::strncmp(argv[i], "--seed=", 7) == 0)
      settings.parser.seed = std::strtoull(argv[i] + 7, nullptr, 10);
    else if (!addSentences(argv[i], toMeasure ? measured : sentences))
      return 1;
  }
  if (sentences.empty()) {
    std::cerr << "usage: train_grammar OUT TREEBANK.conllu... [--seed=N] [--measure DEV.conllu...]\n";
    return 2;
  }
  settings.progress = [](const std::string& done) { std::cout << done << std::endl; };
  settings.afterRound = [&](int round, const std::string& bytes) {
    std::ofstream(argv[1], std::ios::binary) << bytes;
    std::cout << "round " << round + 1 << ": ";
    tell(bytes, measured);
  };
  const std::string bytes = train::trainModel(sentences, settings);
  std::ofstream(argv[1], std::ios::binary) << bytes;
  std::cout << argv[1] << ": " << bytes.size() << " bytes\n";
}
