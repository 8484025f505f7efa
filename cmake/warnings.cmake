add_library(stasis_warnings INTERFACE)
target_compile_options(stasis_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                                 -Wno-sign-conversion -Wno-missing-field-initializers -Wnon-virtual-dtor -Woverloaded-virtual)
# g++ 12 sees overlapping copies in `"literal" + std::string` that are not there (GCC bug 105651).
target_compile_options(stasis_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(STASIS_WERROR)
  target_compile_options(stasis_warnings INTERFACE -Werror)
endif()
