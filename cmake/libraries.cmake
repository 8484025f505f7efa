# Outside libraries and the start of the program. Half of a small run was the loader's: it looks up each name that the C++
# library and the libraries written in C++ share, in all of them. So the program has the C++ library inside, and what only
# some work needs is loaded by that work.

# fmt inside the program: its headers are enough (src/report/telling/fmt_inside.cpp).
add_library(stasis_fmt INTERFACE)
target_include_directories(stasis_fmt SYSTEM INTERFACE $<TARGET_PROPERTY:fmt::fmt,INTERFACE_INCLUDE_DIRECTORIES>)

set_source_files_properties(${PROJECT_SOURCE_DIR}/src/report/telling/fmt_inside.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)

# stasis_loads(room NAME library …): tells the room's sources as STASIS_FILE_NAME under which file name a library is loaded.
function(stasis_loads room)
  string(REPLACE "/" "_" target "stasis_${room}")
  set(rest ${ARGN})
  while(rest)
    list(POP_FRONT rest name library)
    execute_process(COMMAND ${CMAKE_READELF} -d ${library} OUTPUT_VARIABLE dynamic ERROR_QUIET)
    if(NOT dynamic MATCHES "SONAME[^[]*[[]([^]]+)[]]")
      message(FATAL_ERROR "${library} is no shared library")
    endif()
    target_compile_definitions(${target} PRIVATE STASIS_FILE_${name}="${CMAKE_MATCH_1}")
  endwhile()
endfunction()

# For programs that link shared libraries written in C++: most names that the loader looks up at the start are in the C++
# library, so it is searched first.
add_library(stasis_first INTERFACE)
target_link_libraries(stasis_first INTERFACE "-Wl,--no-as-needed -lstdc++ -Wl,--as-needed")

# stasis_starts_fast(program): the C++ library inside, in the builds for users. (Sanitizers bring their own.)
function(stasis_starts_fast program)
  if(STASIS_HARDENED)
    target_link_options(${program} PRIVATE -static-libstdc++ -static-libgcc)
  else()
    target_link_libraries(${program} PRIVATE stasis_first)
  endif()
endfunction()
