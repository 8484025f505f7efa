# The vector code of stability/cube, one file for each instruction set. The program chooses one when it runs.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
  set(lanes ${PROJECT_SOURCE_DIR}/src/stability/cube)
  set_source_files_properties(${lanes}/lanes_avx2.cpp PROPERTIES COMPILE_OPTIONS "-mavx2;-mpopcnt;-mbmi;-mbmi2")
  set_source_files_properties(${lanes}/lanes_avx512.cpp PROPERTIES COMPILE_OPTIONS
                              "-mavx512f;-mavx512bw;-mavx512vl;-mavx512dq;-mpopcnt;-mbmi;-mbmi2;-mprefer-vector-width=512")
  set_source_files_properties(${lanes}/lanes_avx2.cpp ${lanes}/lanes_avx512.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  set_source_files_properties(${lanes}/lanes.cpp PROPERTIES COMPILE_DEFINITIONS STASIS_X86)
endif()
