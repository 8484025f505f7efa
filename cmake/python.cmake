# The module for Python (docs/python.md): `python/stasis` and the extension built from src/python, together in
# build/python. STASIS_PYTHON is OFF, or ON: built with the system's Python; a message says so if its headers or pybind11
# are missing.

set(STASIS_HAS_PYTHON OFF)
if(STASIS_PYTHON)
  set(PYBIND11_FINDPYTHON ON)
  set(PYBIND11_CPP_STANDARD "")
  find_program(STASIS_PYTHON_PROGRAM python3 PATHS /usr/bin NO_DEFAULT_PATH)
  if(STASIS_PYTHON_PROGRAM AND NOT Python_EXECUTABLE)
    set(Python_EXECUTABLE ${STASIS_PYTHON_PROGRAM}) # another python3 may stand before the system's on the PATH
  endif()
  find_package(Python 3.9 COMPONENTS Interpreter Development.Module)
  find_package(pybind11 CONFIG QUIET)
  if(NOT Python_FOUND OR NOT pybind11_FOUND)
    message(STATUS "The module for Python is left out: it needs python3-dev and pybind11-dev")
  else()
    set(STASIS_HAS_PYTHON ON)
  endif()
endif()

if(STASIS_HAS_PYTHON)
  set(made ${CMAKE_BINARY_DIR}/python/stasis)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/python/*.cpp)
  file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/python/stasis/*.py* ${PROJECT_SOURCE_DIR}/python/stasis/py.typed)
  file(GLOB several CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/python/stasis/distributed/*.py)
  # Two verbs of the table belong to another program; here they say so.
  pybind11_add_module(stasis_python MODULE NO_EXTRAS ${sources} src/cli/studio.cpp src/cli/mcp.cpp)
  set_source_files_properties(src/python/module.cpp src/python/awaited.cpp PROPERTIES COMPILE_OPTIONS -O1) # they only pass on
  target_include_directories(stasis_python PRIVATE src)
  target_link_libraries(stasis_python PRIVATE stasis_cli stasis_warnings)
  target_compile_definitions(stasis_python PRIVATE STASIS_VERSION="${PROJECT_VERSION}")
  # Only the module's entry is visible from outside: its copies of shared names stay its own.
  target_link_options(stasis_python PRIVATE -Wl,--exclude-libs,ALL)
  set_target_properties(stasis_python PROPERTIES OUTPUT_NAME _engine LIBRARY_OUTPUT_DIRECTORY ${made} CXX_VISIBILITY_PRESET hidden)
  add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/python/stamp
                     COMMAND ${CMAKE_COMMAND} -E copy ${files} ${made}
                     COMMAND ${CMAKE_COMMAND} -E copy ${several} ${made}/distributed
                     COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/python/stamp
                     DEPENDS ${files} ${several} VERBATIM)
  file(MAKE_DIRECTORY ${made}/distributed)
  file(CREATE_LINK ${PROJECT_SOURCE_DIR}/conflicts ${made}/gallery SYMBOLIC)
  add_custom_target(stasis_python_files ALL DEPENDS ${CMAKE_BINARY_DIR}/python/stamp)
  add_dependencies(stasis_python stasis_python_files)
endif()
