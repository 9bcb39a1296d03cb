// What leaves the central as a file: no number of a person by accident, nothing a spreadsheet can calculate
// with, and enough beside the rows for whoever opens the file in ten years.
#include <set>

#include "sync/base/crypto.h"
#include "sync/base/encoding.h"
#include "sync/model/archive.h"
#include "sync/relay/export.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace wv;
using base::Json;
using relay::Disclosure;
using relay::Filter;
using relay::Form;

namespace {

Json step(const std::string& status, const std::string& at, const std::string& text = {}) {
  Json one = Json::object({{"status", status}, {"op", at}});
  if (!text.empty()) one.set("tekst", Json::object({{"nl", text}, {"en", "translated"}}));
  return one;
}

struct Idea {
  std::string text = "Een bankje bij de speeltuin";
  std::string status = "ontvangen";
  std::string received = "2026-03-01T10:00:00Z";
  std::string area = "noord";
  std::vector<Json> steps = {step("ontvangen", "2026-03-01T10:00:00Z")};
};

// As the desk gives it, with contact data opened.
Json desk_row(const Idea& idea) {
  return Json::object({{"ideeId", "019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f"},
                       {"publiekId", "i41"},
                       {"kioskId", "k"},
                       {"kiosk", "De Ypelaer"},
                       {"ontvangenOp", idea.received},
                       {"status", idea.status},
                       {"steun", 3},
                       {"steunWacht", 0},
                       {"samengevoegdMet", Json()},
                       {"idee", Json::object({{"tekst", idea.text},
                                              {"gebied", idea.area},
                                              {"taal", "nl"},
                                              {"geholpen", true},
                                              {"contactVersleuteld", "eyJ.canary"},
                                              {"ingevoerdOp", "2026-03-01T09:59:00Z"}})},
                       {"contact", Json::object({{"kanaal", "email"}, {"waarde", "buur@voorbeeld.nl"}})},
                       {"stappen", Json(Json::Array(idea.steps.begin(), idea.steps.end()))}});
}

struct Made {
  std::string bytes;
  relay::Exported exported;
};

struct Desk {
  std::vector<Json> rows;

  base::Result<Made> try_export(const relay::ExportRequest& request) const {
    const test::VirtualClock clock(test::at("2026-04-01T08:00:00Z"));
    Made made;
    const relay::DeskRows walk = [&](const std::function<bool(const Json&)>& each) -> base::Result<> {
      for (const auto& row : rows)
        if (!each(row)) break;
      return {};
    };
    WV_TRY(made.exported, relay::write_export(request, clock, walk, [&](std::string_view bytes) {
             made.bytes += bytes;
             return base::Result<>();
           }));
    return made;
  }
  Made ideas(Form form, Disclosure disclosure = Disclosure::WithoutPersonalData, Filter filter = {}) const {
    auto made = try_export({relay::ideas_table(), form, disclosure, std::move(filter), "proef 1.0"});
    REQUIRE(made.has_value());
    return std::move(*made);
  }
};

Json json_export(const Made& made) {
  const auto json = base::parse_json(made.bytes);
  REQUIRE(json.has_value());
  return *json;
}

const Json& only_row(const Json& document) {
  const auto* rows = document.find("rijen")->items();
  REQUIRE(rows->size() == 1);
  return rows->front();
}

bool holds(const std::string& bytes, std::string_view words) {
  return bytes.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("contact data does not leave the house, sealed or opened, unless it was asked for") {
  const Desk desk{{desk_row({})}};
  for (const auto form : {Form::Csv, Form::Json}) {
    const auto made = desk.ideas(form);
    CHECK_FALSE(holds(made.bytes, "voorbeeld.nl"));
    CHECK_FALSE(holds(made.bytes, "canary"));
    CHECK_FALSE(holds(made.bytes, "contactKanaal"));
    CHECK(holds(desk.ideas(form, Disclosure::WithPersonalData).bytes, "buur@voorbeeld.nl"));
    CHECK_FALSE(holds(desk.ideas(form, Disclosure::WithPersonalData).bytes, "canary"));
  }
}

TEST_CASE("a phone number that somebody typed is masked and its row is marked") {
  const Desk desk{
      {desk_row({.text = "Bel me: 06-12345678, of mail a.b@voorbeeld.nl of 0612345679. Groetjes"})}};
  const auto masked = only_row(json_export(desk.ideas(Form::Json)));
  CHECK(masked.text_or("tekst", "") ==
        "Bel me: [telefoonnummer], of mail [e-mailadres] of [telefoonnummer]. Groetjes");
  CHECK(masked.text_or("persoonsgegevens", "") == "telefoonnummer, e-mailadres");
  const auto open = only_row(json_export(desk.ideas(Form::Json, Disclosure::WithPersonalData)));
  CHECK(holds(std::string(open.text_or("tekst", "")), "06-12345678"));
  CHECK(open.text_or("persoonsgegevens", "") == "telefoonnummer, e-mailadres");
}

TEST_CASE("no cell of a resident becomes a formula, and quotes and line ends stay inside their cell") {
  const Desk desk{{desk_row({.text = "=HYPERLINK(\"http://x\";\"klik\")\nregel 2, met komma"})}};
  const auto csv = desk.ideas(Form::Csv).bytes;
  CHECK(holds(csv, "\"'=HYPERLINK(\"\"http://x\"\";\"\"klik\"\")\nregel 2, met komma\""));
}

TEST_CASE(
    "JSON, CSV and spreadsheet tell the same sum of the same rows, and it can be checked with any SHA-256") {
  const Desk desk{{desk_row({}), desk_row({.text = "Twee"})}};
  const auto made = desk.ideas(Form::Json);
  std::string lines;
  bool inside = false;
  std::string_view rest = made.bytes;
  for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
    std::string line(rest.substr(0, end));
    rest.remove_prefix(end + 1);
    if (line.starts_with("]")) inside = false;
    if (inside && line.ends_with(",")) line.pop_back();
    if (inside) lines += line + "\n";
    if (line == "\"rijen\": [") inside = true;
  }
  const auto sum = base::to_hex(base::sha256(lines));
  const auto document = json_export(made);
  CHECK(document.text_or("sha256", "") == sum);
  CHECK(document.integer_or("aantal", 0) == 2);
  CHECK(desk.ideas(Form::Csv).exported.about.text_or("sha256", "") == sum);
  CHECK(desk.ideas(Form::Ods).exported.about.text_or("sha256", "") == sum);
  CHECK(made.exported.file_sha256 == base::to_hex(base::sha256(made.bytes)));
}

TEST_CASE("an export says when and by what it was made, what was chosen, and what every column means") {
  Filter filter;
  filter.from = *base::parse_iso_day("2026-03-01");
  filter.area = "noord";
  const auto document = json_export(Desk{{desk_row({})}}.ideas(Form::Json, {}, filter));
  const Json& about = *document.find("over");
  CHECK(about.text_or("gemaaktOp", "") == "2026-04-01T08:00:00Z");
  CHECK(about.text_or("gemaaktDoor", "") == "proef 1.0");
  CHECK(about.text_or("persoonsgegevens", "") == "weggelaten");
  CHECK(about.find("keuze")->text_or("van", "") == "2026-03-01");
  CHECK(about.find("keuze")->text_or("gebied", "") == "noord");
  CHECK(holds(std::string(about.text_or("letOp", "")), "namen"));
  std::set<std::string> told, given;
  for (const auto& column : *about.find("kolommen")->items()) {
    CHECK_FALSE(column.text_or("betekenis", "").empty());
    told.insert(std::string(column.text_or("naam", "")));
  }
  for (const auto& [name, _] : *only_row(document).members()) given.insert(name);
  CHECK(told == given);
}

TEST_CASE("beside a CSV lies CSV on the Web metadata with a type for every column in its heading") {
  const Desk desk{{desk_row({})}};
  const relay::ExportRequest request{relay::ideas_table(), Form::Csv, {}, {}, "proef 1.0"};
  const auto made = *desk.try_export(request);
  const auto metadata = relay::csv_metadata(request, made.exported, "ideeen.csv");
  CHECK(metadata.text_or("url", "") == "ideeen.csv");
  std::string heading;
  for (const auto& column : *metadata.find("tableSchema")->find("columns")->items()) {
    heading.append(heading.empty() ? "" : ",").append(column.text_or("name", ""));
    CHECK(column.find("datatype"));
  }
  CHECK(made.bytes.starts_with(heading + "\r\n"));
  const auto& note = metadata.find("notes")->items()->front();
  CHECK(note.text_or("bestandSha256", "") == base::to_hex(base::sha256(made.bytes)));
}

TEST_CASE("days of a period are those of the calendar on the wall, both ends inside") {
  // Local time is an hour ahead here: half past eleven in the evening of 28 February UTC is March already.
  const Desk desk{{desk_row({.text = "net maart", .received = "2026-02-28T23:30:00Z"}),
                   desk_row({.text = "nog februari", .received = "2026-02-28T22:30:00Z"}),
                   desk_row({.text = "laatste dag", .received = "2026-03-31T22:59:59Z"}),
                   desk_row({.text = "al april", .received = "2026-03-31T23:00:00Z"})}};
  Filter march;
  march.from = *base::parse_iso_day("2026-03-01");
  march.until = *base::parse_iso_day("2026-03-31");
  const auto made = desk.ideas(Form::Csv, {}, march);
  CHECK(made.exported.rows == 2);
  CHECK(holds(made.bytes, "net maart"));
  CHECK(holds(made.bytes, "laatste dag"));
}

TEST_CASE("a choice by status and area lets the others out, and one that means nothing is refused") {
  const Desk desk{{desk_row({}), desk_row({.status = "uitgevoerd"}), desk_row({.area = "west"})}};
  CHECK(desk.ideas(Form::Csv, {}, {.status = "uitgevoerd"}).exported.rows == 1);
  CHECK(desk.ideas(Form::Csv, {}, {.area = "west"}).exported.rows == 1);
  CHECK_FALSE(desk.try_export({relay::kiosks_table(), Form::Csv, {}, {.area = "west"}, "p"}).has_value());
  CHECK_FALSE(desk.try_export({relay::log_table(), Form::Csv, {}, {.status = "x"}, "p"}).has_value());
  Filter backwards;
  backwards.from = *base::parse_iso_day("2026-03-02");
  backwards.until = *base::parse_iso_day("2026-03-01");
  CHECK_FALSE(desk.try_export({relay::ideas_table(), Form::Csv, {}, backwards, "p"}).has_value());
}

TEST_CASE(
    "an idea that is done is kept for ever, one that was withdrawn may go a year later, an open one is "
    "open") {
  const auto result = [](const std::string& status, const std::string& ended) {
    return only_row(json_export(
        Desk{{desk_row({.status = status,
                        .steps = {step("ontvangen", "2024-01-01T00:00:00Z"), step(status, ended)}})}}
            .ideas(Form::Json)));
  };
  const auto done = result("uitgevoerd", "2026-03-01T10:00:00Z");
  CHECK(done.text_or("selectielijst", "") == "6.1.9");
  CHECK(done.text_or("waardering", "") == "bewaren");
  CHECK(done.find("vernietigenVanaf")->is_null());
  const auto refused = result("niet overgenomen", "2026-03-01T10:00:00Z");
  CHECK(refused.text_or("selectielijst", "") == "6.2.3");
  CHECK(refused.text_or("waardering", "") == "bewaren");
  const auto withdrawn = result("ingetrokken", "2024-02-29T10:00:00Z");
  CHECK(withdrawn.text_or("selectielijst", "") == "6.3");
  CHECK(withdrawn.text_or("bewaartermijn", "") == "P1Y");
  CHECK(withdrawn.text_or("vernietigenVanaf", "") == "2025-03-01");
  CHECK(result("doorverwezen", "2026-03-01T10:00:00Z").text_or("selectielijst", "") == "6.1.3");
  for (const auto* open : {"in moderatie", "gepubliceerd", "in behandeling", "in agenda", "in uitvoering"})
    CHECK(result(open, "2026-03-01T10:00:00Z").find("selectielijst")->is_null());
}

TEST_CASE("the course of an idea leaves with it: what was decided when, and what residents were told") {
  const Idea idea{.status = "uitgevoerd",
                  .steps = {step("ontvangen", "2026-03-01T10:00:00Z"),
                            step("in behandeling", "2026-03-02T10:00:00Z", "We kijken ernaar."),
                            step("uitgevoerd", "2026-03-09T10:00:00Z")}};
  const Desk desk{{desk_row(idea)}};
  const auto row = only_row(json_export(desk.ideas(Form::Json)));
  CHECK(row.text_or("antwoord", "") == "We kijken ernaar.");
  CHECK(row.find("verloop")->items()->size() == 3);
  CHECK(holds(desk.ideas(Form::Csv).bytes, "2026-03-02T10:00:00Z in behandeling: We kijken ernaar.\n"));
}

TEST_CASE("a full disk half way ends the export with that error, and the walk over the rows with it") {
  const test::VirtualClock clock(test::at("2026-04-01T08:00:00Z"));
  int walked = 0;
  const relay::DeskRows endless = [&](const std::function<bool(const Json&)>& each) -> base::Result<> {
    while (walked < 1'000'000 && each(desk_row({}))) ++walked;
    return {};
  };
  std::size_t written = 0;
  const auto made = relay::write_export({relay::ideas_table(), Form::Csv, {}, {}, "p"}, clock, endless,
                                        [&](std::string_view bytes) -> base::Result<> {
                                          written += bytes.size();
                                          if (written > 10'000)
                                            return base::fail(base::ErrorCode::Io, "full");
                                          return {};
                                        });
  REQUIRE_FALSE(made.has_value());
  CHECK(made.error().code == base::ErrorCode::Io);
  CHECK(walked < 100);
}

TEST_CASE("a spreadsheet says what it is in its first bytes, unpressed, and is the same twice") {
  const Desk desk{{desk_row({})}};
  const auto ods = desk.ideas(Form::Ods).bytes;
  REQUIRE(ods.size() > 100);
  CHECK(ods.substr(0, 4) == "PK\x03\x04");
  CHECK(ods.substr(8, 2) == std::string(2, '\0'));   // stored, not compressed
  CHECK(ods.substr(28, 2) == std::string(2, '\0'));  // no extra field between name and content
  CHECK(ods.substr(30, 54) == "mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
  CHECK(desk.ideas(Form::Ods).bytes == ods);
}

TEST_CASE("an export of nothing is whole all the same") {
  const Desk desk;
  CHECK(json_export(desk.ideas(Form::Json)).integer_or("aantal", -1) == 0);
  CHECK(desk.ideas(Form::Csv).bytes.find("\r\n") == desk.ideas(Form::Csv).bytes.size() - 2);
  CHECK(desk.ideas(Form::Ods).bytes.starts_with("PK"));
}
