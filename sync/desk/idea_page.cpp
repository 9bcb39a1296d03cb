// One idea: what was said, what was done with it, and what can be done now.
#include "sync/base/utf8.h"
#include "sync/desk/idea_record.h"
#include "sync/desk/journal.h"
#include "sync/desk/names.h"
#include "sync/desk/pages.h"
#include "sync/desk/parts.h"
#include "sync/desk/shelf.h"
#include "sync/desk/status_words.h"

namespace wv::desk {
namespace {

using base::Json;
using model::IdeaStatus;

std::string address_of(const IdeaRecord& record) {
  return "/beheer/ideeen/" + central::public_id(record.number);
}

Html said(const IdeaRecord& record, const Names& names, const Visit& visit) {
  const auto& idea = record.idea;
  const auto or_nothing = [](const auto& id) { return id ? id->value : std::string(); };
  std::vector<std::pair<std::string, Html>> about = {
      {"Nummer", central::public_id(record.number)},
      {"Binnengekomen", moment(visit.world.clock, record.received_at) + " (" +
                            how_long_ago(record.received_at, visit.now) + ")"},
      {"Kiosk", record.kiosk},
      {"Gebied", names.area(or_nothing(idea.area))},
      {"Thema", names.theme(or_nothing(idea.theme))}};
  if (idea.wijk) about.emplace_back("Wijkcode", idea.wijk->value);
  if (idea.challenge) about.emplace_back("Gaat over kernopgave", idea.challenge->value);
  if (idea.assisted) about.emplace_back("Getypt door", "een vrijwilliger, samen met de bewoner");
  if (idea.lang != "nl") about.emplace_back("Taal", idea.lang);
  std::string supports = std::to_string(record.supports) + " keer";
  if (record.waiting_supports > 0)
    supports += ", en " + std::to_string(record.waiting_supports) + " keer nog te bekijken";
  about.emplace_back("Steun", supports);
  return el("section", {{"class", "card"}},
            {el("h2", {}, {"Het idee"}),
             el("blockquote", {{"lang", idea.lang}}, {el("bdi", {}, {idea.text})}), facts(about)});
}

Html history(const IdeaRecord& record, const Visit& visit) {
  Html steps;
  for (const auto& step : record.steps) {
    Html inside = status_badge(step.status) + Html(" ") + moment(visit.world.clock, step.at);
    if (!step.who.empty()) inside += Html(" door " + step.who);
    if (!step.words.empty()) inside += el("p", {}, {el("bdi", {}, {step.words})});
    steps += el("li", {}, {inside});
  }
  Html whole = el("ol", {{"class", "steps"}}, {steps});
  if (record.merged_with != 0)
    whole +=
        paragraph(Html("Gaat verder met ") + link("/beheer/ideeen/" + central::public_id(record.merged_with),
                                                  "idee " + central::public_id(record.merged_with)));
  return section("Wat is ermee gedaan", {whole});
}

struct Answered {
  std::string status, words;
  Mistakes mistakes;
};

constexpr std::array<std::string_view, 5> ready_sentences = {
    "Dank u wel voor uw idee.", "Wij bespreken uw idee in het gebiedsteam.",
    "U hoort van ons wat wij ermee doen.",
    "Er staat een naam of een adres in uw idee. Daarom tonen wij het niet.",
    "Is er iets kapot op straat? Bel dan 14 013. Dan komt er sneller iemand."};

Html ready_made() {
  Html items;
  for (const auto sentence : ready_sentences)
    items +=
        el("li", {},
           {el("p", {}, {sentence}), el("button",
                                        {{"type", "button"},
                                         {"class", "quiet"},
                                         {"hidden"},
                                         {"data-zin", std::string(sentence)},
                                         {"aria-label", "Zet in het antwoord: " + std::string(sentence)}},
                                        {"Zet in het antwoord"})});
  return el("details", {}, {el("summary", {}, {"Zinnen die u kunt gebruiken"}), el("ul", {}, {items})});
}

Html answer_form(const IdeaRecord& record, const Visit& visit, const Answered& answered) {
  std::vector<Choice> statuses = {{"", "Kies"}};
  for (const auto status : every_status)
    if (status != IdeaStatus::Received && status != IdeaStatus::Merged)
      statuses.push_back({std::string(model::status_word(status)),
                          status_label(status) + (asks_for_reason(status) ? " (zeg ook waarom)" : "")});
  return section(
      "Antwoord geven",
      {post_form(
           visit, address_of(record) + "/antwoord",
           {choice_field({"status", "Nieuwe status", "Pas bij “Gepubliceerd” kan iedereen het idee lezen.",
                          answered.status},
                         statuses, answered.mistakes),
            long_text_field({"tekst",
                             "Antwoord (niet verplicht)",
                             "Iedereen kan dit lezen. Schrijf korte zinnen en zeg “u”. Noem geen namen.",
                             answered.words,
                             {{"maxlength", "4000"}, {"lang", "nl"}}},
                            answered.mistakes),
            ready_made(), button("Bewaar en publiceer het antwoord")}),
       el("p", {{"class", "hint"}},
          {"Binnen een minuut is dit openbaar. De kiosken halen het ’s nachts op."})});
}

Html merge_form(const IdeaRecord& record, const Visit& visit, const Mistakes& mistakes) {
  const auto alike = visit.world.shelf.similar(record.number, 5);
  Html items;
  if (alike)
    for (const auto& other : *alike)
      items +=
          el("li", {},
             {link("/beheer/ideeen/" + central::public_id(other.number), central::public_id(other.number)),
              ": ", el("bdi", {}, {other.text})});
  Html hint = items.empty() ? paragraph("Er is geen idee dat hier erg op lijkt.")
                            : paragraph("Deze ideeën lijken hierop:") + el("ul", {}, {items});
  return section(
      "Samenvoegen",
      {hint, post_form(visit, address_of(record) + "/samenvoegen",
                       {text_field({"met",
                                    "Verder met idee",
                                    "Het nummer van het andere idee, zoals i41",
                                    "",
                                    {{"class", "short"}, {"maxlength", "12"}, {"autocomplete", "off"}}},
                                   mistakes),
                        button("Voeg samen", {{"class", "quiet"}})})});
}

Html contact_part(const IdeaRecord& record) {
  if (record.idea.sealed_contact.empty())
    return section("Contactgegevens", {paragraph("De bewoner heeft geen contactgegevens achtergelaten.")});
  return section(
      "Contactgegevens",
      {paragraph(badge("sky", "Verzegeld") + Html(" De bewoner wil een persoonlijk antwoord.")),
       paragraph("De server kan dit niet lezen. U opent het hier, in uw eigen browser, met het "
                 "sleutelbestand van uw "
                 "gemeente. Het bestand en de gegevens verlaten uw computer niet."),
       el("form", {{"id", "contact-openen"}, {"hidden"}, {"data-verzegeld", record.idea.sealed_contact}},
          {el("div", {{"class", "field"}},
              {el("label", {{"for", "sleutelbestand"}}, {"Sleutelbestand (contact.pem)"}),
               el("input", {{"type", "file"}, {"id", "sleutelbestand"}, {"accept", ".pem"}})}),
           button("Open in deze browser", {{"class", "quiet"}})}),
       el("p", {{"id", "contact-uitkomst"}, {"role", "status"}}, {}),
       el("details", {},
          {el("summary", {}, {"Zonder browser"}),
           paragraph("Een beheerder kan het ook met een opdracht openen: wijkvenster-central ideas "
                     "--open-contact.")})});
}

Html erase_form(const IdeaRecord& record, const Visit& visit, const Mistakes& mistakes) {
  return section("Wissen op verzoek",
                 {el("details", mistakes.empty() ? Attributes{} : Attributes{{"open"}},
                     {el("summary", {}, {"Ik wil dit idee wissen"}),
                      paragraph("Het idee en het antwoord gaan overal weg en komen niet terug. Dit kunt u "
                                "niet ongedaan maken."),
                      post_form(visit, address_of(record) + "/wissen",
                                {choice_field({"reden", "Waarom", "", ""},
                                              {{"", "Kies"},
                                               {"verzoek bewoner", "De bewoner vraagt het"},
                                               {"persoonsgegevens", "Er staan persoonsgegevens in"}},
                                              mistakes),
                                 button("Wis dit idee", {{"class", "grave"}})})})});
}

constexpr std::pair<std::string_view, std::string_view> done_words[] = {
    {"antwoord", "Uw antwoord is bewaard. Binnen een minuut is het openbaar."},
    {"samen", "De ideeën zijn samengevoegd."}};

Html done_notice(const Visit& visit) {
  for (const auto& [word, sentence] : done_words)
    if (visit.query.text("gedaan") == word) return notice(sentence);
  return {};
}

// `about` says which form the mistakes belong to.
enum class About { Answer, Merge, Erase };
Page written(const Visit& visit, const IdeaRecord& record, const Answered& answered, About about) {
  const auto names = published_names(visit.world.files, visit.world.repository.published());
  const auto mistakes_of = [&](About form) { return form == about ? answered.mistakes : Mistakes{}; };
  Page page;
  page.status = answered.mistakes.empty() ? 200 : 400;
  page.title = "Idee " + central::public_id(record.number);
  page.main = mistakes_on_top(answered.mistakes) + done_notice(visit) +
              paragraph(link("/beheer/ideeen", "Terug naar de ideeën")) + heading(page.title);
  Html left = said(record, names, visit) + history(record, visit), right;
  if (visit.may(Role::Moderator)) {
    right += answer_form(record, visit, {answered.status, answered.words, mistakes_of(About::Answer)});
    left += contact_part(record);
    right += merge_form(record, visit, mistakes_of(About::Merge));
    right += erase_form(record, visit, mistakes_of(About::Erase));
  }
  page.main += el("div", {{"class", "columns"}}, {el("div", {}, {left}), el("div", {}, {right})});
  page.scripts.push_back("contact.js");
  return page;
}

Result<IdeaRecord> idea_of(const Visit& visit) {
  const auto number = central::number_of_public_id(visit.id);
  if (!number) return base::fail(base::ErrorCode::NotFound, "no idea " + visit.id);
  return read_idea(visit.world.store, *number);
}

}  // namespace

Page idea_page(const Visit& visit) {
  const auto record = idea_of(visit);
  return record ? written(visit, *record, {}, About::Answer) : trouble_of(record.error());
}

Page answer_idea(const Visit& visit) {
  const auto record = idea_of(visit);
  if (!record) return trouble_of(record.error());
  Answered answered{std::string(visit.form.text("status")), std::string(visit.form.text("tekst")), {}};
  const auto status = model::status_from_word(answered.status);
  const auto clean = base::clean_text(answered.words);
  const std::string words(base::strip(clean));
  if (!status || *status == IdeaStatus::Received || *status == IdeaStatus::Merged)
    answered.mistakes.push_back({"status", "Kies wat er met het idee gebeurt."});
  if (status && asks_for_reason(*status) && words.empty())
    answered.mistakes.push_back({"tekst", "Zeg waarom. De bewoner leest dit."});
  if (base::count_code_points(words) > 4000)
    answered.mistakes.push_back({"tekst", "Maak het antwoord korter: hoogstens 4.000 tekens."});
  if (!answered.mistakes.empty()) return written(visit, *record, answered, About::Answer);
  auto request = Json::object(
      {{"vraag", "antwoord"}, {"publiek", central::public_id(record->number)}, {"status", answered.status}});
  if (!words.empty()) request.set("tekst", Json::object({{"nl", words}}));
  const auto done = visit.ask(std::move(request));
  if (done) return Page::go_to(address_of(*record) + "?gedaan=antwoord");
  if (done.error().code != base::ErrorCode::Invalid) return trouble_of(done.error());
  answered.mistakes.push_back({"tekst", "Dit antwoord kan het scherm niet tonen. Haal vreemde tekens weg."});
  return written(visit, *record, answered, About::Answer);
}

Page merge_idea(const Visit& visit) {
  const auto record = idea_of(visit);
  if (!record) return trouble_of(record.error());
  const std::string other(base::strip(visit.form.text("met")));
  const auto number = central::number_of_public_id(other);
  const auto wrong = [&](std::string words) {
    return written(visit, *record, {"", "", {{"met", std::move(words)}}}, About::Merge);
  };
  if (!number || *number == record->number) return wrong("Typ het nummer van een ander idee, zoals i41.");
  const auto done = visit.ask(Json::object({{"vraag", "antwoord"},
                                            {"publiek", central::public_id(record->number)},
                                            {"status", model::status_word(IdeaStatus::Merged)},
                                            {"met", Json::object({{"publiek", other}})}}));
  if (done) return Page::go_to(address_of(*record) + "?gedaan=samen");
  if (done.error().code == base::ErrorCode::NotFound || done.error().code == base::ErrorCode::Invalid)
    return wrong("Met dit idee kunt u niet samenvoegen. Kijk het nummer na.");
  return trouble_of(done.error());
}

Page erase_idea(const Visit& visit) {
  const auto record = idea_of(visit);
  if (!record) return trouble_of(record.error());
  const auto reason = visit.form.text("reden");
  if (reason != "verzoek bewoner" && reason != "persoonsgegevens")
    return written(visit, *record, {"", "", {{"reden", "Kies waarom u het idee wist."}}}, About::Erase);
  const auto noted =
      visit.world.journal.note(visit.account.name, "wist-op-verzoek " + record->idea.id.value, visit.now);
  if (!noted) return trouble_of(noted.error());
  const auto done =
      visit.ask(Json::object({{"vraag", "wissen"}, {"idee", record->idea.id.value}, {"reden", reason}}));
  return done ? Page::go_to("/beheer/ideeen") : trouble_of(done.error());
}

}  // namespace wv::desk
