# wv_embed(TARGET FILE NAME): FILE's text becomes `inline constexpr std::string_view wv::embedded::NAME` in
# generated/embedded/NAME.h. For SQL schemas: the text of a program's own tables travels inside the program.
function(wv_embed target file name)
  set(out ${CMAKE_BINARY_DIR}/generated/embedded/${name}.h)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} text)
  file(CONFIGURE OUTPUT ${out} @ONLY CONTENT
"// Made from a text file by sync/embed.cmake.
#pragma once
#include <string_view>
namespace wv::embedded {
inline constexpr std::string_view ${name} = R\"embedded(@text@)embedded\";
}
")
  target_include_directories(${target} PRIVATE ${CMAKE_BINARY_DIR}/generated)
endfunction()
