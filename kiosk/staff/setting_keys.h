// The keys of the settings that staff may change on the screen; what each may be the house tells.
#pragma once

#include <array>
#include <string>

namespace wv::staff::key {

inline const std::string area = "plek.gebied";
inline const std::string place = "plek.plek";
inline const std::string name = "plek.naam";
inline const std::string languages = "talen";
inline const std::string stand = "scherm.stand";
inline const std::string width = "scherm.breedte_mm";
inline const std::string height = "scherm.hoogte_mm";
inline const std::string floor = "scherm.hoogte_boven_vloer_mm";
inline const std::string light = "scherm.helderheid";
inline const std::string dimmed = "scherm.helderheid_gedimd";
inline const std::string after_hours = "scherm.buiten_openingstijd";
inline const std::string loudest = "geluid.sterkte_hoogste";
inline const std::string headphones = "geluid.koptelefoon";
inline const std::string silence = "rust_na_s";
inline const std::string closures = "gesloten";
// From Monday on.
inline const std::array<std::string, 7> weekdays = {
    "openingstijden.ma", "openingstijden.di", "openingstijden.wo", "openingstijden.do",
    "openingstijden.vr", "openingstijden.za", "openingstijden.zo"};

}  // namespace wv::staff::key
