# libzip reads archives and workbooks, libxlsxwriter writes workbooks. Debian's CMake package of libzip asks for programs that its -dev package does
# not bring, and libxlsxwriter has none there: both are found by pkg-config first, plainly otherwise.

find_package(PkgConfig QUIET)

function(kontor_find_library target pkg_config_name header library)
    if(PKG_CONFIG_FOUND)
        pkg_check_modules(${library} QUIET IMPORTED_TARGET ${pkg_config_name})
    endif()
    add_library(${target} INTERFACE IMPORTED GLOBAL)
    if(${library}_FOUND)
        target_link_libraries(${target} INTERFACE PkgConfig::${library})
        return()
    endif()
    find_path(${library}_INCLUDE_DIR ${header} REQUIRED)
    find_library(${library}_LIBRARY NAMES ${library} lib${library} REQUIRED)
    target_include_directories(${target} INTERFACE "${${library}_INCLUDE_DIR}")
    target_link_libraries(${target} INTERFACE "${${library}_LIBRARY}")
endfunction()

kontor_find_library(Kontor::Zip libzip zip.h zip)
kontor_find_library(Kontor::XlsxWriter xlsxwriter xlsxwriter.h xlsxwriter)
