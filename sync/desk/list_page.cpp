// The queue of ideas: what waits longest comes first, and everything else can be found.
#include "sync/base/utf8.h"
#include "sync/desk/names.h"
#include "sync/desk/pages.h"
#include "sync/desk/parts.h"
#include "sync/desk/shelf.h"
#include "sync/desk/status_words.h"

namespace wv::desk {
namespace {

constexpr std::size_t ideas_a_page = 25;
constexpr std::size_t excerpt = 160;

struct ListRequest {
  IdeaFilter filter;
  std::string status, area, theme, words;
  bool only_too_long = false;
  std::size_t page = 1;
};

std::size_t page_number(std::string_view text) {
  std::size_t page = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || page > 100'000) return 1;
    page = page * 10 + static_cast<std::size_t>(c - '0');
  }
  return std::max(page, std::size_t{1});
}

ListRequest request_of(const Visit& visit) {
  ListRequest request;
  request.status = visit.query.text("status");
  request.area = visit.query.text("gebied");
  request.theme = visit.query.text("thema");
  request.words = base::strip(visit.query.text("zoek"));
  request.only_too_long = visit.query.text("wacht") == "lang";
  request.page = page_number(visit.query.text("blad"));
  auto& filter = request.filter;
  if (request.status == "alle") filter.which = IdeaFilter::Which::All;
  if (const auto status = model::status_from_word(request.status)) {
    filter.which = IdeaFilter::Which::OneStatus;
    filter.status = *status;
  }
  filter.area = request.area;
  filter.theme = request.theme;
  filter.words = request.words;
  if (request.only_too_long) filter.received_before = visit.now - too_long;
  return request;
}

std::string address_of_page(const ListRequest& request, std::size_t page) {
  std::string address = "/beheer/ideeen?blad=" + std::to_string(page);
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) ((address += '&') += name) += "=" + query_value(value);
  };
  add("status", request.status);
  add("gebied", request.area);
  add("thema", request.theme);
  add("zoek", request.words);
  if (request.only_too_long) add("wacht", "lang");
  return address;
}

Html filters(const ListRequest& request, const Names& names) {
  std::vector<Choice> statuses = {{"", "Wacht op u"}, {"alle", "Alle ideeën"}};
  for (const auto status : every_status)
    statuses.push_back({std::string(model::status_word(status)), status_label(status)});
  Attributes too_long_box = {{"type", "checkbox"}, {"id", "wacht"}, {"name", "wacht"}, {"value", "lang"}};
  if (request.only_too_long) too_long_box.push_back({"checked"});
  return el(
      "form",
      {{"method", "get"},
       {"action", "/beheer/ideeen"},
       {"class", "card filters"},
       {"role", "search"},
       {"aria-label", "Ideeën zoeken"}},
      {el("div", {{"class", "row"}},
          {choice_field({"status", "Status", "", request.status}, statuses),
           choice_field({"gebied", "Gebied", "", request.area}, choices_of(names.areas, "Alle gebieden")),
           choice_field({"thema", "Thema", "", request.theme}, choices_of(names.themes, "Alle thema’s")),
           text_field({"zoek", "Woorden", "", request.words, {{"type", "search"}, {"maxlength", "100"}}})}),
       el("div", {{"class", "row after"}},
          {el("div", {{"class", "check"}},
              {el("input", too_long_box),
               el("label", {{"for", "wacht"}},
                  {"Alleen wat langer dan " + std::to_string(too_long.count()) + " dagen wacht"})}),
           button("Toon")})});
}

std::string short_text(const std::string& text) {
  const auto first = base::first_code_points(text, excerpt);
  return first.size() < text.size() ? std::string(first) + "…" : text;
}

Html one_of_list(const ShortIdea& idea, const Names& names, const Visit& visit) {
  const auto id = central::public_id(idea.number);
  Html about = status_badge(idea.status);
  about += el("span", {}, {names.area(idea.area)});
  if (!idea.theme.empty()) about += el("span", {}, {names.theme(idea.theme)});
  about += el("span", {}, {how_long_ago(idea.received_at, visit.now)});
  if (waits(idea.status) && visit.now - idea.received_at > too_long) about += badge("brick", "wacht te lang");
  return el(
      "li", {},
      {el("p", {}, {el("a", {{"href", "/beheer/ideeen/" + id}}, {el("bdi", {}, {short_text(idea.text)})})}),
       el("div", {{"class", "about"}}, {about})});
}

Html pager(const ListRequest& request, std::size_t found) {
  const auto pages = (found + ideas_a_page - 1) / ideas_a_page;
  if (pages < 2) return {};
  Html inside;
  if (request.page > 1)
    inside +=
        el("a",
           {{"class", "button quiet"}, {"rel", "prev"}, {"href", address_of_page(request, request.page - 1)}},
           {"Vorige"});
  inside += el("span", {}, {"Blad " + std::to_string(request.page) + " van " + std::to_string(pages)});
  if (request.page < pages)
    inside +=
        el("a",
           {{"class", "button quiet"}, {"rel", "next"}, {"href", address_of_page(request, request.page + 1)}},
           {"Volgende"});
  return el("nav", {{"class", "pages"}, {"aria-label", "Bladen"}}, {inside});
}

}  // namespace

Page idea_list(const Visit& visit) {
  const auto request = request_of(visit);
  const auto found = visit.world.shelf.page(request.filter, (request.page - 1) * ideas_a_page, ideas_a_page);
  if (!found) return trouble_of(found.error());
  const auto bursts = visit.ask(base::Json::object({{"vraag", "steun"}}));
  if (!bursts) return trouble_of(bursts.error());
  const auto names = published_names(visit.world.files, visit.world.repository.published());
  Page page;
  page.title = "Ideeën";
  page.main = heading("Ideeën");
  if (!bursts->empty())
    page.main +=
        warning(Html("Er is steun die u eerst moet bekijken. ") + link("/beheer/steun", "Bekijk de steun"));
  page.main += filters(request, names);
  page.main += el("p", {{"role", "status"}},
                  {found->found == 1 ? "1 idee" : std::to_string(found->found) + " ideeën"});
  Html items;
  for (const auto& idea : found->ideas) items += one_of_list(idea, names, visit);
  if (found->found == 0) page.main += notice("Er is niets dat hierbij past.");
  if (!found->ideas.empty()) page.main += el("ul", {{"class", "ideas"}}, {items});
  page.main += pager(request, found->found);
  return page;
}

}  // namespace wv::desk
