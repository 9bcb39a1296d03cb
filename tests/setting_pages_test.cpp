// The pages on which staff change the settings of their kiosk: what they say, and what each control asks for.
#include "tests/support/catch.h"
#include "tests/support/keeper.h"

using namespace wv;
using namespace wv::visit;
using test::Keeper;
using test::says;

namespace {

std::vector<store::SettingState> states() {
  using base::Json;
  return {{"rust_na_s", 120, 60, 300},
          {"talen", Json::Array{"nl", "en"}, 1, 3, {"nl", "en", "tr"}},
          {"scherm.helderheid", 60, 10, 100},
          {"scherm.helderheid_gedimd", 60, 1, 100},
          {"openingstijden.di", Json::Array{"09:00-12:30", "13:30-17:00"}, 0, 6},
          {"gesloten", Json::Array{Json::object({{"van", "2026-12-25"}, {"tot", "2026-12-26"}})}, 0, 100}};
}

screens::StaffPageView setting_page(Keeper& keeper, SettingGroup group, int weekday = 0) {
  keeper.facts.settings.states = states();
  keeper.does(Open{Screen::StaffSettings});
  if (group == SettingGroup::Day) keeper.does(OpenSetting{SettingGroup::Week});
  keeper.does(OpenSetting{group, weekday});
  return std::get<screens::StaffPageView>(keeper.view().body);
}

base::Json wanted(const Action& action) {
  const auto* change = std::get_if<TrySettings>(&action);
  REQUIRE(change);
  REQUIRE(change->changes.size() == 1);
  return change->changes.front().value;
}

}  // namespace

TEST_CASE("a dial of a setting stops at its ends, and dimmed is never brighter than lit") {
  Keeper keeper;
  auto page = setting_page(keeper, SettingGroup::Silence);
  REQUIRE(page.cards.at(0).dial);
  CHECK(wanted(page.cards.at(0).dial->less.action) == base::Json(90));
  CHECK(wanted(page.cards.at(0).dial->more.action) == base::Json(150));
  page = setting_page(keeper, SettingGroup::Light);
  CHECK(page.cards.at(0).dial->more.enabled);
  CHECK_FALSE(page.cards.at(1).dial->more.enabled);
  CHECK(page.main.label.empty());
}

TEST_CASE("a light of ten per cent goes on to one and to twenty, and to nothing between") {
  Keeper keeper;
  keeper.facts.settings.states = {{"scherm.helderheid", 100, 10, 100},
                                  {"scherm.helderheid_gedimd", 10, 1, 100}};
  keeper.does(Open{Screen::StaffSettings}).does(OpenSetting{SettingGroup::Light});
  const auto dial = std::get<screens::StaffPageView>(keeper.view().body).cards.at(1).dial;
  CHECK(wanted(dial->less.action) == base::Json(1));
  CHECK(wanted(dial->more.action) == base::Json(20));
}

TEST_CASE("a language is added behind the others or left out, and Dutch cannot be") {
  Keeper keeper;
  const auto page = setting_page(keeper, SettingGroup::Languages);
  REQUIRE(page.rows.size() == 2);
  CHECK(wanted(page.rows.at(0).action) == base::Json(base::Json::Array{"nl"}));
  CHECK(wanted(page.rows.at(1).action) == base::Json(base::Json::Array{"nl", "en", "tr"}));
}

TEST_CASE("hours move by quarters and never over their neighbours") {
  Keeper keeper;
  const auto page = setting_page(keeper, SettingGroup::Day, 1);
  CHECK(page.title.text == "Dinsdag");
  REQUIRE(page.cards.size() == 4);
  CHECK(wanted(page.cards.at(1).dial->more.action) ==
        base::Json(base::Json::Array{"09:00-12:45", "13:30-17:00"}));
  CHECK(wanted(page.cards.at(2).dial->less.action) ==
        base::Json(base::Json::Array{"09:00-12:30", "13:15-17:00"}));
  CHECK(wanted(page.cards.at(1).buttons.at(0).action) == base::Json(base::Json::Array{"13:30-17:00"}));
  CHECK(wanted(page.rows.at(1).action) == base::Json::array());  // closed
  CHECK(wanted(page.rows.at(2).action) ==
        base::Json(base::Json::Array{"09:00-12:30", "13:30-17:00", "17:30-18:00"}));
  keeper.does(Back{});
  CHECK(std::get<screens::StaffPageView>(keeper.view().body).rows.size() == 7);
}

TEST_CASE("a closure begins today or later, and one that was written can be removed") {
  Keeper keeper;
  auto page = setting_page(keeper, SettingGroup::Closures);
  CHECK_FALSE(page.cards.at(0).dial->less.enabled);
  CHECK(wanted(page.rows.at(0).action) == base::Json::array());
  keeper.does(page.cards.at(0).buttons.at(1).action);  // a week later
  page = std::get<screens::StaffPageView>(keeper.view().body);
  keeper.does(page.cards.at(1).dial->more.action);
  page = std::get<screens::StaffPageView>(keeper.view().body);
  const auto added = wanted(page.cards.at(1).buttons.at(0).action);
  REQUIRE(added.items()->size() == 2);
  CHECK(added.items()->at(1) == base::Json::object({{"van", "2026-11-30"}, {"tot", "2026-12-01"}}));
}

TEST_CASE("settings say what counts, and each mistake with what counts instead") {
  Keeper keeper;
  using What = store::SettingLine::What;
  keeper.facts.settings.lines = {{What::Phone, ""}, {What::Central, "https://centraal.example.org"}};
  keeper.facts.settings.states = states();
  auto page = keeper.page(Screen::StaffSettings);
  CHECK(says(page, "Nummer voor bewoners: niet ingevuld"));
  CHECK(says(page, "Centrale: https://centraal.example.org"));
  REQUIRE(page.rows.size() == 8);
  CHECK(page.rows.at(7).subtitle.text == "120 seconden");
  CHECK_FALSE(page.rows.at(7).badge);
  keeper.facts.settings.states.at(0).is_chosen = true;
  CHECK(keeper.page(Screen::StaffSettings).rows.at(7).badge->text.text == "hier gekozen");
  keeper.facts.settings.mistakes = {"instellingen.toml:4: rust_na_s: 20"};
  page = keeper.page(Screen::StaffSettings);
  CHECK(says(page, "instellingen.toml:4: rust_na_s: 20"));
  CHECK(says(page, "De kiosk werkt zolang met gewone instellingen."));
  keeper.facts.settings.last_good_counts = true;
  CHECK(says(keeper.page(Screen::StaffSettings), "De vorige instellingen gelden zolang."));
  keeper.facts.settings.wait_for_restart = {"plek.gebied", "talen"};
  CHECK(says(keeper.page(Screen::StaffSettings), "plek.gebied, talen"));
}
