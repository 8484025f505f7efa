// The model of the program: the bytes of english.model, embedded by the assembler.
#include "evidence/grammar/model.h"

asm(".section .rodata\n"
    ".balign 64\n"
    "stasis_grammar_model:\n"
    ".incbin \"" STASIS_GRAMMAR_MODEL "\"\n"
    "stasis_grammar_model_end: .byte 0\n"
    ".text");

namespace stasis::evidence::grammar {

extern const char modelBegin[] asm("stasis_grammar_model");
extern const char modelEnd[] asm("stasis_grammar_model_end");

const Model& Model::ofProgram() {
  // The build does not check the model; a test reads it.
  static const Model model = read({modelBegin, static_cast<std::size_t>(modelEnd - modelBegin)}).value();
  return model;
}

} // namespace stasis::evidence::grammar
