// Every key of the settings of one kiosk, with its range and what is said when a value is not right.
#include <algorithm>

#include "kiosk/app/settings.h"
#include "sync/base/utf8.h"
#include "sync/model/ascii.h"
#include "sync/model/check.h"
#include "sync/settings/hours.h"
#include "sync/wire/words.h"

namespace wv::app {

namespace {

using settings::Field;
using settings::Fields;

std::string wrong_id(const std::string& text) {
  return model::is_id(text) ? "" : "must be an id of small letters, digits and hyphens, such as \"noord\"";
}

std::string wrong_name(const std::string& text) {
  return base::strip(text).empty() ? "must not be empty" : "";
}

std::string wrong_pin(const std::string& text) {
  if (text.empty() || text.starts_with("$argon2id$")) return "";
  return "must be a hash that begins with $argon2id$; make one with: wijkvenster --hash-pin";
}

std::string wrong_phone(const std::string& text) {
  return text.empty() || std::ranges::any_of(text, model::is_digit) ? "" : "must be a telephone number";
}

void add(Fields& fields, Fields more) {
  for (auto& field : more) fields.push_back(std::move(field));
}

Fields place_fields(Settings& s) {
  Fields fields;
  fields.push_back(settings::text("plek.naam", s.place.name, 60, wrong_name));
  fields.push_back(settings::text("plek.gebied", s.place.area.value, 64, wrong_id).needs_restart());
  fields.push_back(settings::text("plek.plek", s.place.place.value, 64, wrong_id));
  return fields;
}

Fields screen_fields(Settings& s) {
  Fields fields;
  fields.push_back(settings::whole("scherm.breedte_mm", s.panel.width_mm, 80, 3000, "mm"));
  fields.push_back(settings::whole("scherm.hoogte_mm", s.panel.height_mm, 80, 3000, "mm"));
  fields.push_back(settings::whole("scherm.hoogte_boven_vloer_mm", s.panel.above_floor_mm, 0, 2500, "mm"));
  fields.push_back(settings::yes_or_no("scherm.beweging", s.panel.motion));
  fields.push_back(settings::choice("scherm.stand", s.panel.stand, {"staand", "liggend"}).needs_restart());
  fields.push_back(settings::whole("scherm.helderheid", s.light.open, 10, 100, "percent"));
  fields.push_back(settings::whole("scherm.helderheid_gedimd", s.light.closed, 1, 100, "percent"));
  fields.push_back(
      settings::choice("scherm.buiten_openingstijd", s.light.after_hours, {"uit", "gedimd", "aan"}));
  return fields;
}

Fields hours_fields(Settings& s) {
  Fields fields;
  for (int day = 0; day < 7; ++day)
    fields.push_back(settings::day_hours(
        "openingstijden." + std::string(wire::words::weekday[static_cast<std::size_t>(day)]),
        s.hours.week[day], day));
  fields.push_back(settings::closures("gesloten", s.hours.closures));
  return fields;
}

Fields sound_fields(Settings& s) {
  Fields fields;
  fields.push_back(settings::whole("geluid.sterkte", s.sound.volume, 1, 5, "(1 is soft)"));
  fields.push_back(settings::whole("geluid.sterkte_hoogste", s.sound.loudest, 1, 5, "(5 is loud)"));
  fields.push_back(
      settings::choice("geluid.koptelefoon", s.sound.headphones, {"aansluiting", "altijd", "nooit"}));
  return fields;
}

Fields general_fields(Settings& s) {
  Fields fields;
  fields.push_back(
      settings::languages("talen", s.languages, {"nl", "en", "tr", "pl", "uk", "ar", "pap", "ti"}));
  fields.push_back(settings::seconds("rust_na_s", s.idle, 60, 300));
  fields.push_back(settings::text("pin_hash", s.pin_hash, 200, wrong_pin));
  fields.push_back(settings::text("telefoon_hulp", s.help_phone, 40, wrong_phone));
  fields.push_back(settings::text("dienst.naam", s.helpdesk.name, 60));
  fields.push_back(settings::text("dienst.telefoon", s.helpdesk.phone, 40, wrong_phone));
  fields.push_back(settings::text("thema.licht", s.themes.light, 400).needs_restart());
  fields.push_back(settings::text("thema.donker", s.themes.dark, 400).needs_restart());
  return fields;
}

}  // namespace

settings::Fields setting_fields(Settings& settings) {
  Fields fields = general_fields(settings);
  add(fields, place_fields(settings));
  add(fields, screen_fields(settings));
  add(fields, hours_fields(settings));
  add(fields, sound_fields(settings));
  add(fields, settings::connection_fields(settings.central));
  return fields;
}

}  // namespace wv::app
