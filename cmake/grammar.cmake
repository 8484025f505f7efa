# The rooms of the grammar: the parser with its model in the program, and what trains the model. The assembler takes the
# model's bytes, so that size costs no compile time. `train_grammar` is built only when it is asked for (cmake/train.sh).
stasis_room(evidence/grammar evidence)
set(model ${PROJECT_SOURCE_DIR}/src/evidence/grammar/english.model)
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/evidence/grammar/program_model.cpp PROPERTIES
  COMPILE_DEFINITIONS STASIS_GRAMMAR_MODEL="${model}" OBJECT_DEPENDS ${model})

stasis_room(evidence/grammar/train evidence/grammar)
# The same floats on every machine: no operation is fused, none is reordered. Square roots need set no errno.
target_compile_options(stasis_evidence_grammar_train PRIVATE -O3 -ffp-contract=off -fno-math-errno)
set_target_properties(stasis_evidence_grammar_train PROPERTIES EXCLUDE_FROM_ALL ON DISABLE_PRECOMPILE_HEADERS ON)
add_executable(train_grammar EXCLUDE_FROM_ALL src/evidence/grammar/train/program/main.cpp)
target_link_libraries(train_grammar PRIVATE stasis_evidence_grammar_train stasis_warnings)
set_target_properties(train_grammar PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
