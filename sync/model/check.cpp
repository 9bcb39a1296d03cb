// Whole documents, and a document beside the municipality's.
#include "sync/model/check.h"

#include <algorithm>
#include <array>

#include "sync/model/findings.h"

namespace wv::model {
namespace {

const At top{};

bool is_picture(std::string_view name) {
  if (!name.starts_with("beeld/") || !name.ends_with(".png") || name.size() < 11) return false;
  return is_id(name.substr(6, name.size() - 10));
}

void check_people(Findings& findings, const AreaContent& area) {
  const At team = top / "team";
  findings.text(team / "naam", area.team.name, 80, Presence::Required);
  findings.text(team / "inleiding", area.team.intro, 1000);
  findings.count(team / "leden", area.team.members.size(), 0, 50);
  for (std::size_t i = 0; i < area.team.members.size(); ++i) {
    const TeamMember& member = area.team.members[i];
    const At at = team / "leden" / i;
    findings.text(at / "rol", member.role, 80, Presence::Required);
    findings.text(at / "taak", member.task, 300, Presence::Required);
    findings.line(at / "telefoon", member.phone, 40);
    findings.line(at / "email", member.email, 120);
  }
  findings.count(top / "raden", area.councils.size(), 0, 50);
  for (std::size_t i = 0; i < area.councils.size(); ++i) {
    const At at = top / "raden" / i;
    findings.text(at / "naam", area.councils[i].name, 120, Presence::Required);
    findings.text(at / "beschrijving", area.councils[i].description, 1000);
    findings.line(at / "contact", area.councils[i].contact, 200);
  }
  findings.lines(top / "partners", area.partners, 120);
}

void check_news(Findings& findings, const At& at, const NewsItem& item) {
  findings.day(at / "op", item.on);
  findings.text(at / "titel", item.title, 160, Presence::Required);
  findings.text(at / "tekst", item.body, 4000, Presence::Required);
  if (item.react_until) {
    findings.day(at / "reageerTot", *item.react_until);
    findings.expect(!(*item.react_until < item.on), at / "reageerTot", "before the day of the news (op)");
  }
  findings.line(at / "besluitOrgaan", item.decision_body, 120);
  findings.line(at / "besluitNummer", item.decision_number, 60);
  findings.expect(item.decision_body.empty() == item.decision_number.empty(), at / "besluitNummer",
                  "besluitOrgaan and besluitNummer go together");
}

void walk(Findings& findings, const AreaContent& area) {
  findings.id(top / "id", area.id.value);
  findings.text(top / "naam", area.name, 80, Presence::Required);
  findings.text(top / "opmerking", area.official_note, 500);
  findings.wijken(top / "wijken", area.wijken);
  findings.expect(area.picture.empty() || is_picture(area.picture), top / "beeld",
                  "a picture is beeld/<name>.png");
  findings.count(top / "agendas", area.agendas.size(), 1, 20);
  std::set<std::string> agendas, taken;
  for (std::size_t i = 0; i < area.agendas.size(); ++i) {
    findings.new_id(top / "agendas" / i / "id", area.agendas[i].id.value, agendas);
    check_agenda(findings, top / "agendas" / i, area.agendas[i], taken);
  }
  check_people(findings, area);
  check_places(findings, top / "plekken", area.places);
  check_events(findings, top / "activiteiten", area);
  findings.count(top / "nieuws", area.news.size(), 0, 200);
  std::set<std::string> news;
  for (std::size_t i = 0; i < area.news.size(); ++i) {
    findings.new_id(top / "nieuws" / i / "id", area.news[i].id.value, news);
    check_news(findings, top / "nieuws" / i, area.news[i]);
  }
}

void check_theme(Findings& findings, const At& at, const Theme& theme) {
  static constexpr std::array<std::string_view, 4> colours = {"brand", "sun", "sky", "brick"};
  // An idea carries its theme to other systems, in a field of this size.
  findings.expect(theme.id.value.size() <= 40, at / "id", "longer than 40 characters");
  findings.text(at / "naam", theme.name, 60, Presence::Required);
  findings.line(at / "pictogram", theme.icon, 64, Presence::Required);
  findings.expect(std::find(colours.begin(), colours.end(), theme.colour) != colours.end(), at / "kleur",
                  "must be merk, zon, lucht or steen");
}

void check_areas(Findings& findings, const std::vector<AreaSummary>& areas) {
  findings.count(top / "gebieden", areas.size(), 1, 120);
  std::set<std::string> taken;
  std::map<std::string, std::string> owner;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const At at = top / "gebieden" / i;
    findings.new_id(at / "id", areas[i].id.value, taken);
    findings.text(at / "naam", areas[i].name, 80, Presence::Required);
    findings.wijken(at / "wijken", areas[i].wijken);
    for (std::size_t w = 0; w < areas[i].wijken.size(); ++w) {
      const auto [at_owner, is_new] = owner.emplace(areas[i].wijken[w].value, areas[i].id.value);
      findings.expect(is_new || at_owner->second == areas[i].id.value, at / "wijken" / w,
                      "this wijk already belongs to another gebied");
    }
  }
}

void check_languages(Findings& findings, const std::vector<Lang>& languages) {
  const At at = top / "talen";
  findings.count(at, languages.size(), 1, 20);
  findings.expect(!languages.empty() && languages.front() == "nl", at, "the first language is nl");
  std::set<std::string> taken;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    findings.language(at / i, languages[i]);
    findings.expect(taken.insert(languages[i]).second, at / i, "there twice");
  }
}

void walk(Findings& findings, const Municipality& municipality) {
  const std::string& code = municipality.code;
  findings.id(top / "id", municipality.id);
  findings.expect(code.size() == 6 && code.starts_with("GM") &&
                      std::all_of(code.begin() + 2, code.end(), [](char c) { return c >= '0' && c <= '9'; }),
                  top / "code", "a CBS code is GM and four digits");
  findings.text(top / "naam", municipality.name, 80, Presence::Required);
  findings.text(top / "opmerking", municipality.content_note, 500);
  check_languages(findings, municipality.languages);
  findings.count(top / "themas", municipality.themes.size(), 1, 40);
  std::set<std::string> themes;
  for (std::size_t i = 0; i < municipality.themes.size(); ++i) {
    findings.new_id(top / "themas" / i / "id", municipality.themes[i].id.value, themes);
    check_theme(findings, top / "themas" / i, municipality.themes[i]);
  }
  check_areas(findings, municipality.areas);
  findings.text(top / "huisregels", municipality.house_rules, 2000, Presence::Required);
  findings.text(top / "privacy", municipality.privacy_notice, 4000, Presence::Required);
  findings.text(top / "privacyKort", municipality.privacy_short, 300);
  findings.text(top / "hulpTelefoon", municipality.help_phone, 120);
  findings.number(top / "antwoordBinnenDagen", municipality.answer_within.count(), 1, 365);
}

void check_outline(Findings& findings, const At& at, const WijkOutline& wijk) {
  findings.line(at / "naam", wijk.name, 80, Presence::Required);
  findings.count(at / "ringen", wijk.rings.size(), 1, 100);
  for (std::size_t i = 0; i < wijk.rings.size(); ++i) {
    const auto& ring = wijk.rings[i];
    const At place = at / "ringen" / i;
    findings.count(place, ring.size(), 4, 20'000);
    findings.expect(!ring.empty() && ring.front() == ring.back(), place,
                    "the last point must repeat the first");
    // The area of use of EPSG:28992, so that swapped axes and degrees are found.
    const bool in_country = std::all_of(ring.begin(), ring.end(), [](const auto& point) {
      return point.first >= 0 && point.first <= 300'000 && point.second >= 289'000 && point.second <= 640'000;
    });
    findings.expect(in_country, place,
                    "a point lies outside the Netherlands: metres of EPSG:28992, x before y");
  }
}

}  // namespace

Problems check(const Municipality& municipality) {
  Findings findings;
  walk(findings, municipality);
  return findings.take();
}

Problems check(const AreaContent& area) {
  Findings findings;
  walk(findings, area);
  return findings.take();
}

Problems check(const CityMap& map) {
  Findings findings;
  findings.number(top / "jaar", map.year, 1990, 2100);
  findings.line(top / "bron", map.source, 300, Presence::Required);
  findings.count(top / "wijken", map.wijken.size(), 1, 1000);
  std::set<std::string> codes;
  for (std::size_t i = 0; i < map.wijken.size(); ++i) {
    const At at = top / "wijken" / i;
    findings.expect(is_wijk_code(map.wijken[i].code.value), at / "code", "a CBS code is WK and six digits");
    findings.expect(codes.insert(map.wijken[i].code.value).second, at / "code", "there twice");
    check_outline(findings, at, map.wijken[i]);
  }
  return findings.take();
}

Problems check_within(const AreaContent& area, const Municipality& municipality) {
  Findings walked, findings;
  walk(walked, area);
  const auto& all = municipality.areas;
  const auto own =
      std::find_if(all.begin(), all.end(), [&](const AreaSummary& a) { return a.id == area.id; });
  if (own == all.end()) {
    findings.say(top / "id", "gemeente.json has no gebied with this id");
  } else {
    const std::set<WijkCode> here(area.wijken.begin(), area.wijken.end());
    const std::set<WijkCode> there(own->wijken.begin(), own->wijken.end());
    findings.expect(here == there, top / "wijken", "not the wijken that gemeente.json gives this gebied");
  }

  std::set<ThemeId> themes;
  for (const Theme& theme : municipality.themes) themes.insert(theme.id);
  const auto known = [&](const At& at, const ThemeId& theme) {
    findings.expect(themes.contains(theme), at, "gemeente.json has no thema with this id");
  };
  for (std::size_t a = 0; a < area.agendas.size(); ++a)
    for (std::size_t c = 0; c < area.agendas[a].challenges.size(); ++c)
      for (std::size_t t = 0; t < area.agendas[a].challenges[c].themes.size(); ++t)
        known(top / "agendas" / a / "opgaven" / c / "themas" / t, area.agendas[a].challenges[c].themes[t]);
  for (std::size_t i = 0; i < area.events.size(); ++i)
    if (area.events[i].theme) known(top / "activiteiten" / i / "thema", *area.events[i].theme);

  const std::set<Lang> languages(municipality.languages.begin(), municipality.languages.end());
  for (const Findings::Seen& seen : walked.texts())
    for (const auto& [lang, words] : seen.text->in)
      findings.expect(languages.contains(lang), seen.at / lang,
                      "gemeente.json does not have this language (talen)");
  return findings.take();
}

Problems check_within(const CityMap& map, const Municipality& municipality) {
  Findings findings;
  std::set<WijkCode> drawn;
  for (const WijkOutline& wijk : map.wijken) drawn.insert(wijk.code);
  for (const AreaSummary& area : municipality.areas)
    for (const WijkCode& wijk : area.wijken)
      if (!drawn.contains(wijk))
        findings.say(top / "wijken", wijk.value + " of gebied " + area.id.value + " is not drawn");
  return findings.take();
}

}  // namespace wv::model
