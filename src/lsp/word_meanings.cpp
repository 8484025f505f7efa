#include "lsp/hover.h"

namespace stasis::lsp {

std::string_view meaningOf(language::Word word) {
  using enum language::Word;
  switch (word) {
  case conflict: return "`conflict \"Title\"` names the conflict.";
  case about: return "`about \"…\"` says where the model comes from.";
  case party: return "`party NAME \"Label\"` is someone who decides; its options follow.";
  case parties: return "`parties FAMILY of A, B, …` declares parties that have the same options.";
  case option: return "`option NAME \"Label\"` is something the party above can do or leave.";
  case irrevocable: return "Once the option is taken, it stays taken.";
  case unresumable: return "Once the option is dropped, it stays dropped.";
  case never: return "`never CONDITION`: no feasible state has it.";
  case always: return "`always CONDITION`: every feasible state has it.";
  case define: return "`define NAME = CONDITION` gives a condition a name.";
  case status: return "`status quo A, B`: exactly these options are taken today.";
  case prefer: return "`prefer PARTY`: statements below, the most important first.";
  case each: return "`prefer each FAMILY`: the same statements for every member, who is `self`.";
  case rank: return "`rank PARTY`: the states, best first, as `s7 > s3 ~ s4`.";
  case weigh: return "`weigh PARTY`: a number for each option; a state is worth the sum of those taken.";
  case move: return "`move PARTY`: the moves of this party, listed: `s1 -> s2`.";
  case source: return "`source NAME \"path\" \"description\"` is a text that can be cited.";
  case because: return "`because SOURCE \"words\"` cites the words that say so.";
  case expect: return "`expect …` says what the model must give; `stasis test` checks it.";
  case state: return "`state NAME \"Label\" = OPTIONS` names one state: exactly these options are taken.";
  case view:
    return "`view PARTY`: the conflict as the party sees it, where that differs; `view P of Q`: what P "
           "thinks Q "
           "sees.";
  case states: return "`states`: the feasible states, listed with Y, N or - for each option.";
  case self: return "The member of the family that `prefer each` speaks of.";
  case exactly: return "`exactly K of …`: that many of the list hold.";
  case at: return "`at least K of …`, `at most K of …`: a count over the list.";
  case any: return "`any of …`: at least one of the list holds.";
  case all: return "`all of …`: every one of the list holds.";
  case none: return "`none of …`: not one of the list holds.";
  case iff: return "`A iff B`: both hold, or neither.";
  case implies: return "`A implies B`: B holds, or A does not.";
  case if_: return "`A if B`: A holds, or B does not.";
  case xor_: return "`A xor B`: an odd number of them hold.";
  default: return "";
  }
}

std::string_view meaningOfPlaced(std::string_view word) {
  if (word == "strongly")
    return "`strongly A`: the difference that A makes is a strong one; such lines come first.";
  if (word == "perhaps")
    return "`perhaps A`: it is not known whether the party holds A; `perhaps 0.7 A`: with these odds. "
           "`perhaps irrevocable`: it is not known whether the option can be changed back.";
  if (word == "unsure")
    return "`unsure PARTY s1 ? s2`: it is not known how the party compares these states of its ranking.";
  if (word == "attitude")
    return "`attitude PARTY for Q, against R`: how the party looks on what others want.";
  if (word == "unaware")
    return "`unaware Q.option`: in this view nobody can take the option.";
  if (word == "blind")
    return "`blind s3` or `blind CONDITION`: these states are not there in this view, for anybody.";
  if (word == "for")
    return "`for Q`: the party wishes states that Q likes at least as well.";
  if (word == "against")
    return "`against Q`: the party wishes states that Q likes no better.";
  return word == "neutral" ? "`neutral Q`: the party does not mind what Q likes." : "";
}

} // namespace stasis::lsp
