# Headers that nearly every file includes, read once for all targets. Only the sanitizers' build does so: a build that
# does neither this nor STASIS_TOGETHER fails at a file that forgets an include.
option(STASIS_PRECOMPILED "Read the common headers once" OFF)

# stasis_headers(name headers…): headers that targets can share. All targets that do have the same flags.
function(stasis_headers name)
  if(STASIS_PRECOMPILED)
    file(WRITE ${CMAKE_BINARY_DIR}/${name}.cpp "")
    add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE stasis_warnings)
    target_precompile_headers(${name} PRIVATE ${ARGN})
  endif()
endfunction()

function(stasis_precompiled target name)
  if(STASIS_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM ${name})
    target_compile_options(${target} PRIVATE -Wno-deprecated-declarations) # of the library's own headers, said at our lines
  endif()
endfunction()

set(stasis_common <algorithm> <functional> <map> <memory> <optional> <set> <string> <string_view> <unordered_map> <variant> <vector>)
stasis_headers(stasis_source_headers ${stasis_common})
