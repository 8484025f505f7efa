add_library(stasis_warnings INTERFACE)
target_compile_options(stasis_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                                 -Wno-sign-conversion -Wno-missing-field-initializers -Wnon-virtual-dtor -Woverloaded-virtual)
if(STASIS_WERROR)
  target_compile_options(stasis_warnings INTERFACE -Werror)
endif()
