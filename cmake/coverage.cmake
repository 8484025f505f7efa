# How often each line of the rooms runs, counted while the tests run. The tests' own code is not counted.
option(STASIS_COVERAGE "Count which lines of src/ run" OFF)

function(stasis_counted target)
  if(STASIS_COVERAGE)
    target_compile_options(${target} PRIVATE --coverage -fprofile-update=atomic)
  endif()
endfunction()

if(STASIS_COVERAGE)
  add_link_options(--coverage)
endif()
