// Looks up, makes, changes and deletes klantcontacten.
#include "sync/relay/klantinteracties.h"

#include <array>

#include "sync/base/utf8.h"
#include "sync/base/uuid.h"
#include "sync/relay/exchange.h"

namespace wv::relay {
namespace {

using base::ErrorCode;
using base::HttpResponse;
using base::Json;

constexpr std::size_t longest_subject = 200, longest_content = 1000, reference_digits = 10;

// ISO 639-2, as the contract's own example spells it ("nld").
std::string_view three_letters(const model::Lang& lang) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> codes = {{{"nl", "nld"},
                                                                                          {"en", "eng"},
                                                                                          {"tr", "tur"},
                                                                                          {"pl", "pol"},
                                                                                          {"uk", "ukr"},
                                                                                          {"ar", "ara"},
                                                                                          {"ti", "tir"},
                                                                                          {"pap", "pap"}}};
  for (const auto& [two, three] : codes)
    if (two == lang) return three;
  return "und";
}

std::string subject_of(const model::Idea& idea) {
  std::string subject = "Idee van een bewoner";
  if (idea.theme) subject += " over " + idea.theme->value;
  if (idea.area) subject += " (" + idea.area->value + ")";
  return std::string(base::first_code_points(subject, longest_subject));
}

std::string last_words(const std::vector<model::PublicAnswer>& history) {
  for (auto step = history.rbegin(); step != history.rend(); ++step)
    if (const auto found = step->text.find("nl"); !found.text.empty()) return std::string(found.text);
  return {};
}

std::int64_t last_step(const IdeaMatter& matter) {
  return static_cast<std::int64_t>(matter.history.size()) - 1;
}

std::unexpected<Trouble> trouble(ErrorCode code, std::string message) {
  return std::unexpected(Trouble{{code, std::move(message)}, {}});
}

class Klantinteracties final : public Target {
 public:
  Klantinteracties(KlantinteractiesSettings settings, base::Secret token, std::unique_ptr<base::Http> http)
      : settings_(std::move(settings)), token_(std::move(token)), http_(std::move(http)) {}

  const std::string& name() const override { return settings_.name; }
  Interest interest() const override { return Interest::Ideas; }

  std::expected<Mark, Trouble> tell(const Due& due) override {
    if (const auto* erased = std::get_if<ErasedMatter>(&due.matter)) return forget(*erased, due.mark);
    const auto* matter = std::get_if<IdeaMatter>(&due.matter);
    if (!matter) return due.mark;
    if (!due.mark.remote.empty()) return change(*matter, due.mark.remote);
    WV_TRY(const auto there, find(matter->number, matter->idea.id));
    return there.empty() ? make(*matter) : change(*matter, there);
  }

 private:
  base::HttpRequest request(const char* method, const std::string& path, const Json& body) const {
    auto made = json_request(method, settings_.url + "/klantcontacten" + path, body);
    made.headers.emplace_back("Authorization", "Token " + std::string(token_.view()));
    if (body.is_null()) made.body.clear();
    return made;
  }

  Json metadata_of(const IdeaMatter& matter) const {
    Json metadata = Json::object({{"ideeId", matter.idea.id.value},
                                  {"status", model::status_word(matter.history.back().status)},
                                  {"kiosk", matter.kiosk_name}});
    if (matter.idea.area) metadata.set("gebied", matter.idea.area->value);
    if (matter.idea.wijk) metadata.set("wijkCode", matter.idea.wijk->value);
    if (matter.idea.theme) metadata.set("thema", matter.idea.theme->value);
    return metadata;
  }
  std::string reaction_of(const IdeaMatter& matter) const {
    return std::string(base::first_code_points(last_words(matter.history), settings_.longest_reaction));
  }

  std::expected<Mark, Trouble> make(const IdeaMatter& matter) {
    const auto& idea = matter.idea;
    const Json body = Json::object({{"referentienummer", reference_number(settings_.series, matter.number)},
                                    {"kanaal", settings_.channel},
                                    {"onderwerp", subject_of(idea)},
                                    {"inhoud", base::first_code_points(idea.text, longest_content)},
                                    {"reactie", reaction_of(matter)},
                                    {"indicatieContactGelukt", true},
                                    {"taal", three_letters(idea.lang)},
                                    {"vertrouwelijk", settings_.confidential},
                                    {"plaatsgevondenOp", base::to_rfc3339(matter.received_at)},
                                    {"metadata", metadata_of(matter)}});
    WV_TRY(const auto answer, exchange(*http_, request("POST", "", body)));
    const auto json = base::parse_json(answer.body);
    const std::string uuid(json ? json->text_or("uuid", "") : "");
    if (!base::is_uuid(uuid))
      return trouble(ErrorCode::Unavailable, "it made a contact without saying its uuid");
    return Mark{uuid, last_step(matter)};
  }

  std::expected<Mark, Trouble> change(const IdeaMatter& matter, const std::string& uuid) {
    const Json body = Json::object({{"reactie", reaction_of(matter)}, {"metadata", metadata_of(matter)}});
    // 404: they deleted it, which is theirs to decide. It is not made again.
    WV_TRY(const auto answer, exchange_or_404(*http_, request("PATCH", "/" + uuid, body)));
    return Mark{uuid, last_step(matter)};
  }

  std::expected<Mark, Trouble> forget(const ErasedMatter& erased, const Mark& mark) {
    auto uuid = mark.remote;
    if (uuid.empty()) {
      WV_TRY(uuid, find(erased.number, erased.id));
    }
    if (!uuid.empty()) {
      WV_TRY(const auto answer, exchange_or_404(*http_, request("DELETE", "/" + uuid, Json())));
    }
    return Mark{uuid, mark.step};
  }

  // The uuid of the contact with our reference number, or nothing. Invalid: somebody else's contact has it.
  std::expected<std::string, Trouble> find(std::int64_t number, const model::IdeaId& id) {
    const auto reference = reference_number(settings_.series, number);
    if (reference.empty())
      return trouble(ErrorCode::Invalid, "there is no room for this idea in the series " + settings_.series);
    WV_TRY(const auto answer, exchange(*http_, request("GET", "?referentienummer=" + reference, Json())));
    const auto json = base::parse_json(answer.body);
    const Json* results = json ? json->find("results") : nullptr;
    if (!results || !results->items())
      return trouble(ErrorCode::Unavailable, "its list of contacts cannot be read");
    for (const Json& one : *results->items()) {
      if (one.text_or("referentienummer", "") != reference) continue;  // it does not know this filter
      const Json* metadata = one.find("metadata");
      if (!metadata || metadata->text_or("ideeId", "") != id.value || !base::is_uuid(one.text_or("uuid", "")))
        return trouble(ErrorCode::Invalid,
                       "number " + reference + " belongs to another contact: choose another nummerreeks");
      return std::string(one.text_or("uuid", ""));
    }
    return std::string();
  }

  const KlantinteractiesSettings settings_;
  const base::Secret token_;
  const std::unique_ptr<base::Http> http_;
};

}  // namespace

std::string reference_number(const std::string& series, std::int64_t idea_number) {
  const auto number = std::to_string(idea_number);
  if (series.size() + number.size() > reference_digits) return {};
  return series + std::string(reference_digits - series.size() - number.size(), '0') + number;
}

std::unique_ptr<Target> klantinteracties(KlantinteractiesSettings settings, base::Secret token,
                                         std::unique_ptr<base::Http> http) {
  return std::make_unique<Klantinteracties>(std::move(settings), std::move(token), std::move(http));
}

}  // namespace wv::relay
