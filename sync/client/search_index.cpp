// Each item is indexed in every language that one of its texts has, with Dutch where a text lacks it: exactly
// the words that a visitor in that language reads.
#include "sync/client/search_index.h"

#include <algorithm>
#include <set>

namespace wv::client {

using db::Result;

struct SearchIndex::Row {
  std::string_view kind, area, agenda, id, challenge;
  const model::Text& title;
  std::vector<const model::Text*> texts;
  std::vector<std::string_view> names = {};  // the same in every language: who leads, who takes part
};

namespace {

std::set<model::Lang> languages_of(const model::Text& title, const std::vector<const model::Text*>& texts) {
  std::set<model::Lang> found;
  for (const auto& [lang, words] : title.in) found.insert(lang);
  for (const auto* text : texts)
    for (const auto& [lang, words] : text->in) found.insert(lang);
  return found;
}

void append(std::string& body, std::string_view more) {
  if (more.empty()) return;
  if (!body.empty()) body += " · ";
  body += more;
}

std::vector<std::string_view> names_of(const model::Action& action) {
  std::vector<std::string_view> names(action.lead.begin(), action.lead.end());
  names.insert(names.end(), action.partners.begin(), action.partners.end());
  return names;
}

}  // namespace

Result<SearchIndex> SearchIndex::begin(db::Database& release) {
  WV_TRY(auto insert,
         release.prepare("INSERT INTO zoek(rowid,titel,tekst,soort,gebied,agenda,sleutel,bij,taal) "
                         "VALUES(?,?,?,?,?,?,?,?,?)"));
  return SearchIndex(release, std::move(insert));
}

Result<> SearchIndex::put(const Row& row) {
  // Dutch first: where a word stands in several languages, the rows of an item follow each other.
  auto languages = languages_of(row.title, row.texts);
  std::vector<model::Lang> ordered(languages.begin(), languages.end());
  std::ranges::stable_partition(ordered, [](const auto& lang) { return lang == "nl"; });
  for (const auto& lang : ordered) {
    std::string body;
    for (const auto* text : row.texts) append(body, text->find(lang).text);
    for (const auto name : row.names) append(body, name);
    insert_.bind_all(++rows_, row.title.find(lang).text, body, row.kind, row.area, row.agenda, row.id,
                     row.challenge, lang);
    WV_CHECK(insert_.run());
  }
  return {};
}

Result<> SearchIndex::add_agenda(const model::AreaContent& area, const model::Agenda& agenda) {
  for (const auto& challenge : agenda.challenges)
    WV_CHECK(put({"opgave",
                  area.id.value,
                  agenda.id.value,
                  challenge.id.value,
                  challenge.id.value,
                  challenge.title,
                  {&challenge.description}}));
  for (const auto& action : agenda.actions) {
    std::vector<const model::Text*> texts = {&action.description, &action.status_as_written};
    for (const auto& update : action.updates) texts.push_back(&update.text);
    WV_CHECK(put({"actie", area.id.value, agenda.id.value, action.id.value, action.challenge.value,
                  action.title, std::move(texts), names_of(action)}));
  }
  return {};
}

Result<> SearchIndex::add_event(const model::AreaContent& area, const model::Event& event) {
  std::vector<const model::Text*> texts = {&event.description, &event.place_as_written};
  const auto place =
      std::ranges::find_if(area.places, [&](const auto& one) { return event.place == one.id; });
  if (place != area.places.end()) texts.push_back(&place->name);
  return put({"activiteit",
              area.id.value,
              {},
              event.id.value,
              {},
              event.title,
              std::move(texts),
              {event.organiser}});
}

Result<> SearchIndex::add(const model::AreaContent& area) {
  const auto from = rows_ + 1;
  for (const auto& agenda : area.agendas) WV_CHECK(add_agenda(area, agenda));
  for (const auto& event : area.events) WV_CHECK(add_event(area, event));
  for (const auto& item : area.news)
    WV_CHECK(put({"nieuws",
                  area.id.value,
                  {},
                  item.id.value,
                  {},
                  item.title,
                  {&item.body},
                  {item.decision_body, item.decision_number}}));
  if (rows_ < from) return {};
  return release_->run("INSERT INTO zoekgebied(gebied,van,tot) VALUES(?,?,?)", area.id.value, from, rows_);
}

Result<> SearchIndex::finish() {
  return release_->run("INSERT INTO zoek(zoek) VALUES('optimize')");
}

}  // namespace wv::client
