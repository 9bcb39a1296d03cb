// The screens behind the PIN, of a kiosk that is well and of one that is not.
#include "kiosk/app/album.h"
#include "kiosk/app/setting_states.h"

namespace wv::app {

using namespace visit;

namespace {

void choose(store::Report& report, std::string_view key, const base::Json& value) {
  for (auto& state : report.settings.states)
    if (state.key == key) state.value = value, state.is_chosen = true;
}

store::Report healthy(base::Instant then) {
  store::Report report;
  report.enrolled = true;
  report.content_version = 1772330400;
  report.content_made_at = then;
  report.content_valid_until = then + std::chrono::hours(24 * 30);
  report.other_release =
      store::Release{1772244000, then - std::chrono::hours(24), then + std::chrono::hours(24 * 29)};
  report.round = {then, then + std::chrono::seconds(2), "goed"};
  report.ideas_confirmed = 3;
  report.free_bytes = 21'000'000'000;
  report.has_sound = true;
  report.screen = "1080 × 1920, 268 × 476 mm";
  report.central = "https://centraal.example.org/kiosk/v1";
  report.knows_root = true;
  report.identity = {"019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f", "tilburg", report.central};
  report.helpdesk_name = "Servicepunt gemeente";
  report.helpdesk_phone = "013 – 555 01 23";
  report.links = {{"eth0", true}, {"wlan0", false}};
  using store::LogLine, store::SettingLine;
  report.orders = {{then, "herstart", ""}, {then - std::chrono::hours(9), "boodschap", "gedaan"}};
  report.log = {{then, LogLine::What::SyncGood, ""},
                {then, LogLine::What::SyncAsked, ""},
                {then, LogLine::What::StaffIn, ""},
                {then - std::chrono::hours(2), LogLine::What::IdeaKept, ""},
                {then - std::chrono::hours(9), LogLine::What::Content, "1772330400"},
                {then - std::chrono::hours(9), LogLine::What::Started, ""}};
  report.settings.lines = {{SettingLine::What::Phone, ""},
                           {SettingLine::What::Helpdesk, "Servicepunt gemeente"},
                           {SettingLine::What::HelpCall, "013 – 555 01 23"},
                           {SettingLine::What::Central, "https://centraal.example.org/kiosk/v1"}};
  report.settings.states = states_of({});
  const auto well = [&](const char* key, const char* code) {
    report.messages.push_back({key, store::Gravity::Ok, code, then, ""});
  };
  well("verbinding", "verbonden"), well("inhoud", "actueel"), well("aflevering", "alles-bezorgd");
  well("klok", "goed"), well("aanmelding", "aangemeld");
  return report;
}

store::Report ailing(base::Instant then) {
  auto report = healthy(then);
  using store::Gravity;
  report.messages = {{"verbinding", Gravity::Fault, "portaal", then, "Het netwerk vraagt om in te loggen."},
                     {"inhoud", Gravity::Attention, "verlopen", then, ""},
                     {"aflevering", Gravity::Attention, "wacht", then, ""},
                     {"klok", Gravity::Attention, "wijkt-af", then, "12 min"}};
  report.round->outcome = "portaal";
  report.ideas_waiting = 12;
  report.quarantine = {
      {"019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f", "tekst te lang", then - std::chrono::hours(30)},
      {"019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e40", "handtekening onbekend", {}}};
  report.free_bytes = 40'000'000;
  report.has_sound = false;
  report.settings.mistakes = {"instellingen.toml:4: rust_na_s: 20 is te kort; kies 60 tot 300"};
  report.settings.last_good_counts = true;
  report.helpdesk_name.clear();
  report.helpdesk_phone.clear();
  report.log.push_back({then, store::LogLine::What::SyncFailed, "portaal"});
  report.log.push_back({then, store::LogLine::What::PinLocked, ""});
  return report;
}

void at_the_door(Album& album, const Walk& door, base::Millis now) {
  const Walk tried = door + Walk{TypeText{"1234"}, TryPin{}};
  album.add("pin", door);
  album.add("pin-typed", door + Walk{TypeText{"1234"}});
  album.add("pin-wrong", tried + Walk{PinRefused{3, {}, false}});
  album.add("pin-locked", tried + Walk{PinRefused{0, now + std::chrono::seconds(15), false}});
  album.add("pin-none", tried + Walk{PinRefused{0, {}, true}});
}

void being_well(Album& album, const Walk& inside, base::Instant then) {
  const Walk report = inside + Walk{Open{Screen::Readiness}};
  album.add("staff", inside).report = healthy(then);
  album.add("staff-troubled", inside).report = ailing(then);
  album.add("staff-not-enrolled", inside).without_content = true;
  album.add("readiness", report).report = healthy(then);
  album.add("readiness-troubled", report).report = ailing(then);
  album.add("readiness-syncing", report + Walk{AskSync{}}).report = healthy(then);
  album.add("readiness-not-enrolled", report).without_content = true;
}

void fetching(Album& album, const Walk& inside, base::Instant then) {
  const Walk page = inside + Walk{Open{Screen::StaffSync}};
  const Walk asked = page + Walk{AskSync{}};
  album.add("staff-sync", page).report = healthy(then);
  album.add("staff-sync-asked", asked).report = healthy(then);
  auto& busy = album.add("staff-sync-busy", asked + Walk{SyncGoesOn{}});
  busy.report = healthy(then);
  busy.report.round->ended.reset();
  busy.report.ideas_waiting = 2;
  album.add("staff-sync-done", asked + Walk{SyncEnded{}}).report = healthy(then);
  album.add("staff-sync-failed", asked + Walk{SyncEnded{}}).report = ailing(then);
  album.add("staff-sync-unheard", asked + Walk{SyncEnded{.heard = false}}).report = healthy(then);
  const Walk outbox = inside + Walk{Open{Screen::StaffOutbox}};
  album.add("staff-outbox", outbox).report = healthy(then);
  album.add("staff-outbox-refused", outbox).report = ailing(then);
}

void carrying(Album& album, const Walk& inside, base::Instant then) {
  const Walk page = inside + Walk{Open{Screen::StaffStick}};
  const Walk asked = page + Walk{AskSync{Errand::Stick}};
  auto after = healthy(then);
  after.stick = {{then, then + std::chrono::seconds(9), "goed"}, 4, 11, 0, false, true};
  album.add("staff-stick", page).report = healthy(then);
  album.add("staff-stick-busy", asked + Walk{SyncGoesOn{}}).report = healthy(then);
  album.add("staff-stick-done", asked + Walk{SyncEnded{}}).report = after;
  after.stick->round.outcome = "stick-eruit";
  after.stick->refused = 1;
  album.add("staff-stick-failed", asked + Walk{SyncEnded{}}).report = after;
}

void enrolling(Album& album, const Walk& inside, base::Instant then) {
  const Walk page = inside + Walk{Open{Screen::StaffEnrol}};
  const Walk code = page + Walk{Open{Screen::StaffEnrolCode}};
  const Walk asked = code + Walk{TypeText{"7K3MZ90QTC"}, AskEnrolment{}};
  auto known = healthy(then);
  auto unboxed = known;
  unboxed.enrolled = false;
  unboxed.identity = {};
  album.add("staff-enrol-unknown", page).without_content = true;
  album.add("staff-enrol", page).report = unboxed;
  album.add("staff-enrol-code", code + Walk{TypeText{"7K3MZ"}}).report = unboxed;
  album.add("staff-enrol-code-wrong", code + Walk{TypeText{"7K3MZ"}, TypeText{"U"}}).report = unboxed;
  album.add("staff-enrol-code-full", code + Walk{TypeText{"7K3MZ90QTC"}}).report = unboxed;
  unboxed.enrolment = {{then, {}, ""}, false, false};
  album.add("staff-enrol-busy", asked + Walk{SyncGoesOn{}}).report = unboxed;
  unboxed.enrolment->round = {then, then + std::chrono::seconds(4), "code-geweigerd"};
  album.add("staff-enrol-refused", asked + Walk{SyncEnded{}}).report = unboxed;
  album.add("staff-enrol-again", page).report = known;
  album.add("staff-enrol-again-code", code + Walk{TypeText{"7K3MZ90QTC"}}).report = known;
  known.enrolment = {{then, then + std::chrono::seconds(9), "goed"}, true, true};
  album.add("staff-enrol-done", asked + Walk{SyncEnded{}}).report = known;
}

void typing_slips(Album& album, const Walk& inside, base::Instant then) {
  const Walk page = inside + Walk{Open{Screen::StaffSlips}};
  const Walk number = page + Walk{Open{Screen::StaffSlip}};
  const Walk once = number + Walk{TypeText{"12"}, ConfirmTyped{}};
  const Walk twice = once + Walk{TypeText{"12"}, ConfirmTyped{}};
  const Walk write = twice + Walk{SlipChecked{12, {}}};
  const Walk contact = write + Walk{TypeText{"Een bankje bij de bushalte."}, Open{Screen::IdeaWhere},
                                    Open{Screen::IdeaContact}};
  const Walk phone = contact + Walk{ChooseChannel{ContactChannel::Phone}, TypeText{"0135550123"}};
  const Walk check = phone + Walk{ConfirmTyped{}, TypeText{"0135550123"}, ConfirmTyped{}};
  auto report = healthy(then);
  album.add("staff-slips", page).report = report;
  report.slips = {37, 212};
  album.add("staff-slips-some", page).report = report;
  album.add("staff-slip", number);
  album.add("staff-slip-again", once + Walk{TypeText{"1"}});
  album.add("staff-slip-differed", once + Walk{TypeText{"13"}, ConfirmTyped{}});
  album.add("staff-slip-taken", twice + Walk{SlipChecked{12, then - std::chrono::hours(26)}});
  album.add("slip-write", write);
  album.add("slip-contact", contact);
  album.add("slip-contact-again", phone + Walk{ConfirmTyped{}, TypeText{"013555"}});
  album.add("slip-contact-differed", phone + Walk{ConfirmTyped{}, TypeText{"0135550124"}, ConfirmTyped{}});
  album.add("slip-check", check);
  album.add("slip-thanks",
            check + Walk{SendIdea{}, IdeaKept{"7K3MZ-90QTC", {"fiets", "molen", "regen", "brood"}, 12}});
}

void turning_content(Album& album, const Walk& inside, base::Instant then) {
  const Walk page = inside + Walk{Open{Screen::StaffContent}};
  album.add("staff-content", page).report = healthy(then);
  auto& back = album.add("staff-content-taken-back", page);
  back.report = healthy(then);
  back.report.is_taken_back = true;
  auto& failed =
      album.add("staff-content-failed", page + Walk{ShowRelease{Release::Previous}, ReleaseShown{false}});
  failed.report = healthy(then);
  album.add("staff-content-none", page).without_content = true;
  album.add("tomorrow", page + Walk{SeeTomorrow{}});
  album.add("tomorrow-activities", page + Walk{SeeTomorrow{}, Open{Screen::Activities}});
}

void testing(Album& album, const Walk& inside) {
  const Walk page = inside + Walk{Open{Screen::StaffTests}};
  album.add("staff-tests", page);
  Walk touching = page + Walk{Open{Screen::TouchTest}};
  album.add("touch-test", touching);
  for (int square = 0; square < touch_squares; ++square) {
    if (square == touch_squares / 2) album.add("touch-test-half", touching);
    touching.push_back(TouchSquare{square});
  }
  album.add("touch-test-done", touching);
  Walk colours = page + Walk{Open{Screen::ColourTest}};
  for (const char* name : {"red", "green", "blue", "white", "black"}) {
    album.add(std::string("colour-test-") + name, colours);
    colours.push_back(NextColour{});
  }
  album.add("staff-sound", inside + Walk{Open{Screen::StaffSound}});
}

void looking_up(Album& album, const Walk& inside, base::Instant then) {
  for (const auto& [name, screen] : {std::pair{"staff-network", Screen::StaffNetwork},
                                     {"staff-log", Screen::StaffLog},
                                     {"staff-settings", Screen::StaffSettings},
                                     {"staff-help", Screen::StaffHelp}}) {
    const Walk page = inside + Walk{Open{screen}};
    album.add(name, page).report = healthy(then);
    album.add(name + std::string("-troubled"), page).report = ailing(then);
  }
}

// Of one page of settings: as it is, with something on trial, and after that.
void setting(Album& album, const Walk& inside, base::Instant then) {
  const Walk list = inside + Walk{Open{Screen::StaffSettings}};
  for (const auto& [name, group] : {std::pair{"place", SettingGroup::Place},
                                    {"languages", SettingGroup::Languages},
                                    {"panel", SettingGroup::Panel},
                                    {"light", SettingGroup::Light},
                                    {"sound", SettingGroup::Sound},
                                    {"silence", SettingGroup::Silence},
                                    {"week", SettingGroup::Week},
                                    {"day", SettingGroup::Day},
                                    {"closures", SettingGroup::Closures}}) {
    auto& preview = album.add(std::string("staff-setting-") + name, list + Walk{OpenSetting{group, 1}});
    preview.report = healthy(then);
    choose(preview.report, "openingstijden.di",
           base::Json::Array{base::Json("09:00-12:30"), base::Json("13:30-17:00")});
    choose(preview.report, "gesloten",
           base::Json::Array{base::Json::object({{"van", "2026-12-25"}, {"tot", "2026-12-26"}})});
  }
  const Walk light = list + Walk{OpenSetting{SettingGroup::Light}};
  const Walk tried = light + Walk{TrySettings{{{"scherm.helderheid", 80}}}, SettingsTried{}};
  const auto with = [&](const char* name, const Walk& walk) {
    auto& preview = album.add(name, walk);
    preview.report = healthy(then);
    choose(preview.report, "scherm.helderheid", 80);
  };
  with("staff-setting-trying", tried);
  with("staff-setting-kept", tried + Walk{KeepSettings{}, SettingsKept{}});
  album.add("staff-setting-reverted", tried + Walk{RevertSettings{}}).report = healthy(then);
  album.add("staff-setting-not-kept", tried + Walk{KeepSettings{}, SettingsKept{false}}).report =
      healthy(then);
  album.add("staff-setting-refused", light + Walk{TrySettings{}, SettingsTried{false}}).report =
      healthy(then);
  album.add("staff-setting-day-closed", list + Walk{OpenSetting{SettingGroup::Day, 6}}).report =
      healthy(then);
}

void ending(Album& album, const Walk& inside) {
  const Walk page = inside + Walk{Open{Screen::StaffPower}};
  album.add("staff-power", page);
  album.add("staff-power-restart", page + Walk{AskFarewell{Farewell::RestartProgram}});
  album.add("staff-power-machine", page + Walk{AskFarewell{Farewell::RestartMachine}});
  album.add("staff-power-off", page + Walk{AskFarewell{Farewell::PowerOff}});
}

}  // namespace

void minding(Album& album, const Walk& home, base::Instant then, base::Millis now) {
  const Walk door = home + Walk{OpenStaffDoor{}};
  const Walk inside = door + Walk{TypeText{"1234"}, TryPin{}, PinAccepted{}};
  at_the_door(album, door, now);
  being_well(album, inside, then);
  fetching(album, inside, then);
  carrying(album, inside, then);
  enrolling(album, inside, then);
  typing_slips(album, inside, then);
  turning_content(album, inside, then);
  testing(album, inside);
  looking_up(album, inside, then);
  setting(album, inside, then);
  ending(album, inside);
  album.add("staff-still-there", inside, std::chrono::seconds(100)).report = healthy(then);
}

}  // namespace wv::app
