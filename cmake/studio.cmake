# The studio: the room src/studio with the gallery and, if Node can build it, the page inside. STASIS_STUDIO is AUTO (what
# this machine can build), ON (fail if it cannot) or OFF. Without it `stasis studio` says how to get it.
set(STASIS_STUDIO AUTO CACHE STRING "Build the studio: AUTO, ON or OFF")
set_property(CACHE STASIS_STUDIO PROPERTY STRINGS AUTO ON OFF)

function(stasis_embed name out root)
  cmake_parse_arguments(ARG "" "" "ENDINGS;DEPENDS" ${ARGN})
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DROOT=${root} -DNAME=${name} -DOUT=${out} "-DENDINGS=${ARG_ENDINGS}"
            -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${PROJECT_SOURCE_DIR}/cmake/embed.cmake ${ARG_DEPENDS} VERBATIM)
endfunction()

set(STASIS_HAS_STUDIO OFF)
set(STASIS_HAS_PAGE OFF)
if(STASIS_STUDIO)
  find_package(PkgConfig)
  if(PkgConfig_FOUND)
    pkg_check_modules(HTTPLIB IMPORTED_TARGET cpp-httplib)
  endif()
  find_program(NODE node)
  find_program(NPM npm)
  if(STASIS_STUDIO STREQUAL ON AND NOT (HTTPLIB_FOUND AND NODE AND NPM))
    message(FATAL_ERROR "STASIS_STUDIO=ON needs libcpp-httplib-dev, nodejs and npm")
  endif()
  set(STASIS_HAS_STUDIO ${HTTPLIB_FOUND})
endif()

if(STASIS_HAS_STUDIO)
  set(made ${CMAKE_BINARY_DIR}/studio)
  file(GLOB_RECURSE gallery CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/conflicts/*)
  file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/*.md)
  stasis_embed(embeddedDocs ${made}/docs.cpp ${PROJECT_SOURCE_DIR}/docs ENDINGS md DEPENDS ${pages})
  stasis_embed(embeddedGallery ${made}/gallery.cpp ${PROJECT_SOURCE_DIR}/conflicts ENDINGS conflict txt DEPENDS ${gallery})
  set(page "")
  if(NODE AND NPM AND EXISTS ${PROJECT_SOURCE_DIR}/web/package.json)
    file(GLOB_RECURSE web CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/web/src/* ${PROJECT_SOURCE_DIR}/web/public/*)
    set(page ${made}/page)
    set(STASIS_HAS_PAGE ON)
    if(STASIS_STUDIO STREQUAL ON)
      set(otherwise false)
    else()
      set(otherwise ${CMAKE_COMMAND} -E echo "warning: the page of the studio could not be built and is left out")
    endif()
    add_custom_command(
      OUTPUT ${made}/page.stamp
      COMMAND ${PROJECT_SOURCE_DIR}/cmake/web.sh ${PROJECT_SOURCE_DIR}/web ${page} || ${otherwise}
      COMMAND ${CMAKE_COMMAND} -E touch ${made}/page.stamp
      DEPENDS ${web} ${PROJECT_SOURCE_DIR}/web/package-lock.json ${PROJECT_SOURCE_DIR}/web/package.json
              ${PROJECT_SOURCE_DIR}/web/index.html ${PROJECT_SOURCE_DIR}/web/vite.config.ts ${PROJECT_SOURCE_DIR}/cmake/web.sh
      COMMENT "Building the page of the studio")
    stasis_embed(embeddedPage ${made}/page.cpp ${page} DEPENDS ${made}/page.stamp)
  else()
    message(STATUS "Node is not here: the studio is built without its page")
    stasis_embed(embeddedPage ${made}/page.cpp "")
  endif()
  stasis_room(studio report files PRIVATE PkgConfig::HTTPLIB nlohmann_json::nlohmann_json)
  target_sources(stasis_studio PRIVATE ${made}/gallery.cpp ${made}/docs.cpp ${made}/page.cpp)
  stasis_room(mcp rpc studio PRIVATE PkgConfig::HTTPLIB nlohmann_json::nlohmann_json)
endif()
