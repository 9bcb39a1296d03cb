# Fonts come from the distribution and are cut down to the scripts of the screen's languages; none is committed.
set(WV_FONT_FOLDER /usr/share/fonts/truetype CACHE PATH "Where the distribution keeps its TrueType fonts")
find_program(WV_HB_SUBSET hb-subset DOC "HarfBuzz's subsetter (libharfbuzz-bin)")

# Every feature a shaper uses by default, plus the figures a code or a table may ask for.
set(WV_FONT_FEATURES ccmp,locl,kern,mark,mkmk,liga,clig,calt,rlig,rclt,isol,init,medi,fina,med2,fin2,fin3,mset,curs,dist,tnum,lnum,zero)
# Latin with its extensions, combining marks, Greek, Cyrillic, punctuation, currency, letterlike; the dotted circle and U+FFFD.
set(WV_LATIN 20-7e,a0-24f,259,2b0-3ff,400-52f,1e00-1fff,2000-209c,20a0-20bf,2100-215f,25cc,fb00-fb06,feff,fffd)
set(WV_ARABIC 20-21,2c-2e,30-3a,a0,ab,bb,34f,600-6ff,750-77f,200b-2011,204f,25cc)
set(WV_ETHIOPIC 20,2d,a0,308,30e,1200-137f,2010,25cc)
set(WV_SYMBOLS 2190-2199,25cc,2638-263b,2669-266f)

# wv_subset(OUT FROM TO UNICODES [MORE …]): TO holds the glyphs of UNICODES and what shaping them can lead to.
function(wv_subset out from to unicodes)
  add_custom_command(
    OUTPUT ${to}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${WV_FONT_TO}
    COMMAND ${WV_HB_SUBSET} --font-file=${from} --unicodes=${unicodes} --layout-features=${WV_FONT_FEATURES} --no-hinting
            --notdef-outline ${ARGN} --output-file=${to}
    DEPENDS ${from} VERBATIM COMMENT "Subsetting ${from}")
  set(${out} ${${out}} ${to} PARENT_SCOPE)
endfunction()

# wv_fonts(OUT FOLDER): all fonts of the screen and their licences, made in FOLDER.
function(wv_fonts out folder)
  if(NOT WV_HB_SUBSET)
    message(FATAL_ERROR "hb-subset is missing: install libharfbuzz-bin")
  endif()
  set(WV_FONT_TO ${folder})
  set(made)
  foreach(font NotoSans-Regular NotoSans-SemiBold NotoSans-Bold)
    wv_subset(made ${WV_FONT_FOLDER}/noto/${font}.ttf ${folder}/${font}.ttf ${WV_LATIN})
  endforeach()
  foreach(weight Regular Bold)
    wv_subset(made ${WV_FONT_FOLDER}/noto/NotoSansArabic-${weight}.ttf ${folder}/NotoSansArabic-${weight}.ttf ${WV_ARABIC})
    wv_subset(made ${WV_FONT_FOLDER}/noto/NotoSansEthiopic-${weight}.ttf ${folder}/NotoSansEthiopic-${weight}.ttf ${WV_ETHIOPIC})
  endforeach()
  wv_subset(made ${WV_FONT_FOLDER}/noto/NotoSansSymbols-Regular.ttf ${folder}/NotoSansSymbols-Regular.ttf ${WV_SYMBOLS})

  # A cut-down icon font may not carry the reserved name of the original: only its copyright and licence texts stay in it.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/icons.toml)
  file(STRINGS ${CMAKE_CURRENT_SOURCE_DIR}/icons.toml lines REGEX "= 0x")
  list(TRANSFORM lines REPLACE "^.*= 0x([0-9A-Fa-f]+).*$" "\\1")
  list(REMOVE_DUPLICATES lines)
  list(JOIN lines "," codepoints)
  wv_subset(made ${WV_FONT_FOLDER}/materialdesignicons-webfont/materialdesignicons-webfont.ttf ${folder}/icons.ttf
            ${codepoints} --name-IDs=0,13,14)

  foreach(licence OFL-NotoSans.txt LICENCE-icons.txt)
    wv_copy(made ${CMAKE_CURRENT_SOURCE_DIR}/licences/${licence} ${folder}/${licence})
  endforeach()
  set(${out} ${made} PARENT_SCOPE)
endfunction()
