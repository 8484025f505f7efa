# The release flags against memory faults: a position-independent program whose tables of functions are read-only once it
# runs, checked copies, stack canaries, guarded stacks and, if the processor supports them, checked jumps. The presets of
# users and CI turn this on; cmake/hardened.sh checks the finished program.
option(STASIS_HARDENED "Build with the hardening flags" OFF)
if(STASIS_HARDENED)
  include(CheckCXXCompilerFlag)
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  add_compile_options(-U_FORTIFY_SOURCE $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
  foreach(flag -fstack-protector-strong -fstack-clash-protection -fcf-protection)
    string(MAKE_C_IDENTIFIER "STASIS_HAS${flag}" known)
    check_cxx_compiler_flag(${flag} ${known})
    if(${known})
      add_compile_options(${flag})
    endif()
  endforeach()
  add_link_options($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie> -Wl,-z,relro,-z,now,-z,noexecstack)
endif()
