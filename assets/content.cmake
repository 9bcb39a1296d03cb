# The example content as a municipality would hand it to the publisher: its texts as they are, its drawings as pictures.
find_program(WV_RSVG_CONVERT rsvg-convert DOC "Makes PNG of SVG (librsvg2-bin)")

# wv_example_content(OUT FROM TO): a ready-to-publish copy of the content folder FROM in TO.
function(wv_example_content out from to)
  if(NOT WV_RSVG_CONVERT)
    message(FATAL_ERROR "rsvg-convert is missing: install librsvg2-bin")
  endif()
  set(made)
  file(GLOB_RECURSE texts CONFIGURE_DEPENDS ${from}/*.toml ${from}/*.geojson)
  foreach(text IN LISTS texts)
    file(RELATIVE_PATH path ${from} ${text})
    wv_copy(made ${text} ${to}/${path})
  endforeach()
  file(GLOB drawings CONFIGURE_DEPENDS ${from}/beelden/*.svg)
  foreach(drawing IN LISTS drawings)
    get_filename_component(name ${drawing} NAME_WE)
    set(picture ${to}/beelden/${name}.png)
    add_custom_command(
      OUTPUT ${picture}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${to}/beelden
      COMMAND ${WV_RSVG_CONVERT} ${drawing} -o ${picture}
      DEPENDS ${drawing} VERBATIM COMMENT "Drawing beelden/${name}.png")
    list(APPEND made ${picture})
  endforeach()
  set(${out} ${made} PARENT_SCOPE)
endfunction()
