// Tables and opened contact data: only ever on the machine of the one who asked.
#include "sync/central/print.h"

#include <algorithm>

#include "sync/base/utf8.h"
#include "sync/wire/sealed.h"

namespace wv::central {
namespace {

using base::Json;

std::string padded(std::string_view text, std::size_t width) {
  return base::padded(base::first_code_points(text, width), width, 0) + "  ";
}

std::string plain(const Json& value) {
  if (const auto* text = value.text()) return *text;
  if (const auto* yes = value.boolean()) return *yes ? "ja" : "nee";
  if (const auto* number = value.integer()) return std::to_string(*number);
  return {};
}

std::string member(const Json& row, std::string_view key) {
  const Json* value = row.find(key);
  return value ? plain(*value) : std::string();
}

std::string of_idea(const Json& row, std::string_view column) {
  const Json* contact = row.find("contact");
  if (column == "contactKanaal") return contact ? member(*contact, "kanaal") : std::string();
  if (column == "contact") return contact ? member(*contact, "waarde") : std::string();
  if (const Json* own = row.find(column)) return plain(*own);
  const Json* idea = row.find("idee");
  return idea ? member(*idea, column) : std::string();
}

}  // namespace

std::string kiosk_heading() {
  return padded("kiosk", 36) + padded("naam", 28) + padded("staat", 12) + padded("laatst gezien", 20) +
         "wacht  fout";
}

std::string kiosk_line(const Json& row) {
  return padded(member(row, "kioskId"), 36) + padded(member(row, "naam"), 28) +
         padded(member(row, "staat"), 12) + padded(member(row, "laatstGezien"), 20) +
         padded(member(row, "wachtendeIdeeen"), 5) + member(row, "laatsteFout") + member(row, "reden");
}

// "noord, WK085543, bij o-groen, iemand anders typte": what a reader has to know beside the words.
std::string idea_place(const Json& row) {
  std::string place = of_idea(row, "gebied");
  if (place.empty()) place = "overal";
  if (const auto wijk = of_idea(row, "wijkCode"); !wijk.empty()) place += ", " + wijk;
  if (const auto challenge = of_idea(row, "opgave"); !challenge.empty()) place += ", bij " + challenge;
  return of_idea(row, "geholpen") == "ja" ? place + ", iemand anders typte" : place;
}

std::string burst_line(const Json& row) {
  return padded(member(row, "kioskId"), 36) + padded(member(row, "kiosk"), 28) + member(row, "aantal") +
         " times for " + member(row, "ideeen") + " ideas, " + member(row, "van") + " to " +
         member(row, "tot");
}

std::string idea_lines(const Json& row) {
  std::string text = of_idea(row, "tekst");
  std::ranges::replace(text, '\n', ' ');
  std::string out = of_idea(row, "ontvangenOp") + "  " + padded(of_idea(row, "status"), 15) +
                    of_idea(row, "kiosk") + "\n  " + padded(of_idea(row, "publiekId"), 8) +
                    of_idea(row, "ideeId") + "\n  " + text + "\n";
  if (row.integer_or("steun", 0) + row.integer_or("steunWacht", 0) > 0)
    out += "  supported " + member(row, "steun") + " times, " + member(row, "steunWacht") +
           " waiting for review\n";
  out += "  " + idea_place(row) + "\n";
  if (const auto contact = of_idea(row, "contact"); !contact.empty())
    out += "  " + of_idea(row, "contactKanaal") + ": " + contact + "\n";
  return out;
}

void open_contact(Json& row, const base::Secret& private_key_pem) {
  const Json* idea = row.find("idee");
  const auto sealed = idea ? idea->text_or("contactVersleuteld", "") : std::string_view();
  if (sealed.empty()) return;
  const auto opened = wire::open_sealed(sealed, private_key_pem);
  if (!opened) {
    row.set("contactFout", opened.error().message);
    return;
  }
  row.set("contact", Json::object({{"kanaal", opened->channel == wire::Channel::Email ? "email" : "telefoon"},
                                   {"waarde", opened->value.view()}}));
}

}  // namespace wv::central
