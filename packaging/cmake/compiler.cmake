# Warnings, the fast linker, the compiler cache and sanitizers: everything about compilers that is not about a target.

if(MSVC)
    add_compile_options(/W4 /utf-8 /permissive- /Zc:__cplusplus)
else()
    add_compile_options(-Wall -Wextra -Wpedantic -Werror=unused-result -Werror=return-type -Wno-missing-field-initializers)
endif()
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# The compiler cache needs to be told that precompiled headers may differ in what does not matter.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_CXX_FLAGS MATCHES "-fpch-preprocess")
        add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
    endif()
endif()

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
    add_link_options(-fuse-ld=mold)
endif()

# -O3 takes longer to compile and makes nothing here faster.
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")

set(KONTOR_SANITIZE "" CACHE STRING "Sanitizers to build with, for example address,undefined or thread")
if(KONTOR_SANITIZE)
    # Not optimized: with -O1 the compiler takes twice as long over the checks, more than the tests gain by it.
    add_compile_options(-fsanitize=${KONTOR_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -O0 -g1)
    add_link_options(-fsanitize=${KONTOR_SANITIZE})
endif()

# libphonenumber has no CMake package on Debian; elsewhere it may have one. Without it numbers are compared by their digits.
find_path(PHONENUMBER_INCLUDE_DIR phonenumbers/phonenumberutil.h)
find_library(PHONENUMBER_LIBRARY phonenumber)
find_package(Protobuf QUIET)
if(PHONENUMBER_INCLUDE_DIR AND PHONENUMBER_LIBRARY AND Protobuf_FOUND)
    set(KONTOR_HAS_PHONENUMBER ON)
else()
    message(STATUS "libphonenumber was not found: phone numbers are compared by their digits only")
endif()

# One folder of one layer: its sources go to the layer's target, its headers are checked to compile alone.
function(kontor_sources target)
    cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS" ${ARGN})
    target_sources(${target} PRIVATE ${ARG_SOURCES})
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${KONTOR_LAYER_ROOT}" FILES ${ARG_HEADERS})
endfunction()
