# The kiosk as a Debian package: screen, courier, what they read, and everything that makes a small PC a kiosk.
set(kiosk_from ${CMAKE_SOURCE_DIR}/config/kiosk)
set(kiosk_doc share/doc/wijkvenster)
foreach(pair wijkvenster.1 wijkvenster-sync.1)
  add_custom_command(OUTPUT ${made}/${pair}.gz COMMAND gzip -9nc ${kiosk_from}/${pair} > ${made}/${pair}.gz
                     DEPENDS ${kiosk_from}/${pair} VERBATIM)
endforeach()
# What is in the programs, for who has to know whether a fault in a library concerns them (CycloneDX).
add_custom_command(OUTPUT ${made}/sbom.cdx.json
  COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/sbom.sh ${PROJECT_VERSION} $<TARGET_FILE:wijkvenster> $<TARGET_FILE:wijkvenster-sync>
          $<TARGET_FILE:wijkvenster-central> > ${made}/sbom.cdx.json
  DEPENDS sbom.sh wijkvenster wijkvenster-sync wijkvenster-central VERBATIM COMMENT "Writing the list of what is in it")
add_custom_target(wv_sbom ALL DEPENDS ${made}/sbom.cdx.json)
add_custom_target(wv_kiosk_papers ALL DEPENDS ${made}/wijkvenster.1.gz ${made}/wijkvenster-sync.1.gz ${made}/changelog.gz)

install(TARGETS wijkvenster wijkvenster-sync RUNTIME DESTINATION bin COMPONENT kiosk)
install(DIRECTORY ${CMAKE_BINARY_DIR}/share/wijkvenster/ DESTINATION share/wijkvenster COMPONENT kiosk)
install(FILES ${kiosk_from}/kiosk.toml DESTINATION share/wijkvenster COMPONENT kiosk)
install(FILES ${CMAKE_SOURCE_DIR}/config/systemd/wijkvenster.service ${CMAKE_SOURCE_DIR}/config/systemd/wijkvenster-sync.service
        ${CMAKE_SOURCE_DIR}/config/systemd/wijkvenster-safe-screen.service ${CMAKE_SOURCE_DIR}/config/systemd/run-wijkvenster-stick.mount DESTINATION /lib/systemd/system COMPONENT kiosk)
install(PROGRAMS ${kiosk_from}/screen ${kiosk_from}/after-screen ${kiosk_from}/safe-screen DESTINATION lib/wijkvenster COMPONENT kiosk)
install(FILES ${kiosk_from}/pam.conf DESTINATION /etc/pam.d RENAME wijkvenster COMPONENT kiosk)
install(FILES ${kiosk_from}/udev.rules DESTINATION /lib/udev/rules.d RENAME 75-wijkvenster.rules COMPONENT kiosk)
install(FILES ${kiosk_from}/stick.rules DESTINATION /lib/udev/rules.d RENAME 76-wijkvenster-stick.rules COMPONENT kiosk)
install(FILES ${kiosk_from}/sysctl.conf DESTINATION lib/sysctl.d RENAME 60-wijkvenster.conf COMPONENT kiosk)
foreach(kind logind journald)
  install(FILES ${kiosk_from}/${kind}.conf DESTINATION lib/systemd/${kind}.conf.d RENAME wijkvenster.conf COMPONENT kiosk)
endforeach()
install(FILES ${kiosk_from}/manager.conf DESTINATION lib/systemd/system.conf.d RENAME wijkvenster.conf COMPONENT kiosk)
install(FILES ${kiosk_from}/sysusers.conf DESTINATION lib/sysusers.d RENAME wijkvenster.conf COMPONENT kiosk)
install(FILES ${kiosk_from}/tmpfiles.conf DESTINATION lib/tmpfiles.d RENAME wijkvenster.conf COMPONENT kiosk)
install(FILES ${made}/wijkvenster.1.gz ${made}/wijkvenster-sync.1.gz DESTINATION share/man/man1 COMPONENT kiosk)
install(FILES copyright ${made}/changelog.gz ${made}/sbom.cdx.json DESTINATION ${kiosk_doc} COMPONENT kiosk)
set(examples ${CMAKE_SOURCE_DIR}/config)
install(FILES ${kiosk_from}/xorg.conf ${examples}/kiosk.toml ${examples}/gemeente.toml ${examples}/alle-sleutels.toml
        ${examples}/instellingen.schema.json DESTINATION ${kiosk_doc}/examples COMPONENT kiosk)
install(DIRECTORY ${examples}/gebieden ${examples}/plekken DESTINATION ${kiosk_doc}/examples COMPONENT kiosk)

list(APPEND CPACK_COMPONENTS_ALL kiosk)
set(CPACK_DEBIAN_KIOSK_PACKAGE_NAME wijkvenster)
set(CPACK_DEBIAN_KIOSK_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_KIOSK_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_KIOSK_DESCRIPTION "The screen and the courier of a kiosk.
 A small PC with a touch panel shows the agenda of a neighbourhood, takes in
 ideas, and tells what became of them. Works for weeks without a network.")
set(CPACK_DEBIAN_KIOSK_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_KIOSK_PACKAGE_DEPENDS
    "cage, xwayland, systemd, libpam-systemd, dbus, udev, ca-certificates, tzdata, hyphen-nl, hyphen-en-gb, hyphen-pl, hyphen-uk")
set(CPACK_DEBIAN_KIOSK_PACKAGE_CONTROL_EXTRA
    "${kiosk_from}/postinst;${kiosk_from}/prerm;${kiosk_from}/postrm;${kiosk_from}/conffiles")
set(CPACK_DEBIAN_KIOSK_PACKAGE_CONTROL_STRICT_PERMISSION ON)
