// Completion in the real shells, if they are installed: what they offer after the words typed so far.

#include "session.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::test {
namespace {

bool installed(const std::string& shell) {
  return run("command -v " + shell + " > /dev/null", support::root()).status == 0;
}

bool offers(const Ran& ran, const std::string& word) {
  return std::ranges::any_of(ran.lines, [&](const std::string& line) {
    return line == word || line.starts_with(word + "\t") || line.starts_with(word + " ");
  });
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text)
    out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

/// How each shell is asked what completes a line, one word a line.
Ran bash(const std::string& line) {
  return run(
      "source <(stasis completion bash); COMP_LINE=" + quoted(line) +
          "; COMP_POINT=${#COMP_LINE}; read -ra COMP_WORDS <<< \"$COMP_LINE\"; [[ $COMP_LINE == *' ' ]] && "
          "COMP_WORDS+=(''); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _stasis; printf '%s\\n' "
          "\"${COMPREPLY[@]}\"",
      support::root());
}

Ran fish(const std::string& line) {
  return run("stasis completion fish > /tmp/stasis-$$.fish; fish --no-config -c 'source "
             "/tmp/stasis-'$$'.fish; complete -C " +
                 std::string("\"") + line + "\"'; rm -f /tmp/stasis-$$.fish",
             support::root());
}

/// A zsh on a pseudo terminal of its own, which writes down what it would offer.
Ran zsh(const std::string& line) {
  return run(R"(d=$(mktemp -d); stasis completion zsh > $d/_stasis; cat > $d/ask.zsh <<'END'
zmodload zsh/zpty
zpty ask zsh -f -i
zpty -w ask "PS1=; fpath=($D \$fpath); autoload -Uz compinit; compinit -u -d $D/dump; LISTMAX=0; setopt no_beep no_list_ambiguous; compadd() { builtin compadd -O __h \"\$@\"; print -rl -- \$__h >> $D/hits; builtin compadd \"\$@\" }; echo REA''DY"
zpty -r -m ask line '*READY*'
zpty -w -n ask "$L"$'\t'
for i in {1..100}; do sleep 0.1; [[ -s $D/hits ]] && break; done
sleep 0.5
zpty -d ask
END
D=$d L=)" + quoted(line) +
                 R"( timeout 120 zsh -f $d/ask.zsh > /dev/null 2>&1; sort -u $d/hits 2>/dev/null; rm -rf $d)",
             support::root());
}

using Shell = Ran (*)(const std::string&);

class Completion : public testing::TestWithParam<std::pair<const char*, Shell>> {};

TEST_P(Completion, OffersValuesAndFittingFiles) {
  const auto [name, shell] = GetParam();
  if (!installed(name))
    GTEST_SKIP() << name << " is not installed";
  const std::string model = "conflicts/syria-iraq/syria-iraq.conflict";
  EXPECT_TRUE(offers(shell("stasis so"), "solve")) << name;
  EXPECT_TRUE(offers(shell("stasis solve " + model + " --format j"), "json")) << name;
  EXPECT_TRUE(offers(shell("stasis solve " + model + " --concept s"), "seq")) << name;
  const Ran parties = shell("stasis explain " + model + " --party ");
  EXPECT_TRUE(offers(parties, "Syria") && offers(parties, "Iraq")) << name;
  EXPECT_TRUE(offers(shell("stasis explain " + model + " --state st"), "status-quo")) << name;
  EXPECT_TRUE(offers(shell("stasis help seq"), "seq")) << name;
  EXPECT_TRUE(offers(shell("stasis states " + model + " --where att"), "attack")) << name;
  EXPECT_TRUE(offers(shell("stasis robust " + model + " --change sw"), "swap")) << name;
  const Ran answers = shell("stasis elicit " + model + " --from docs/");
  EXPECT_TRUE(offers(answers, "docs/json.md") || offers(answers, "json.md")) << name;
  EXPECT_FALSE(offers(shell("stasis elicit " + model + " --tolerance docs/"), "docs/well.conflict")) << name;
  const Ran files = shell("stasis solve docs/");
  EXPECT_TRUE(offers(files, "docs/well.conflict") || offers(files, "well.conflict")) << name;
  EXPECT_FALSE(offers(files, "docs/json.md") || offers(files, "json.md")) << name;
}

INSTANTIATE_TEST_SUITE_P(Shells, Completion,
                         testing::Values(std::pair<const char*, Shell>{"bash", bash},
                                         std::pair<const char*, Shell>{"fish", fish},
                                         std::pair<const char*, Shell>{"zsh", zsh}),
                         [](const auto& param) { return std::string(param.param.first); });

} // namespace
} // namespace stasis::test
