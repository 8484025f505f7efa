add_library(stasis_warnings INTERFACE)
target_compile_options(stasis_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion
                                                 -Wno-sign-conversion -Wno-missing-field-initializers -Wnon-virtual-dtor -Woverloaded-virtual)
if(NOT STASIS_TOGETHER) # a name of one file may stand before a header of the next
  target_compile_options(stasis_warnings INTERFACE -Wshadow)
endif()
# g++ 12 sees overlapping copies in `"literal" + std::string` that are not there (GCC bug 105651).
target_compile_options(stasis_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(STASIS_WERROR)
  target_compile_options(stasis_warnings INTERFACE -Werror)
endif()
