// The frozen envelope: members in a fixed order, and a reader that says in Dutch what is wrong with it.
#include "sync/wire/idea.h"

#include <algorithm>

#include "sync/base/encoding.h"
#include "sync/base/utf8.h"
#include "sync/model/check.h"
#include "sync/wire/message.h"

namespace wv::wire {
namespace {

using namespace model;

constexpr std::size_t max_sealed = 4096;

// Reads members and remembers a Dutch fault for each that is not right.
class Envelope {
 public:
  Envelope(const Json& json, std::vector<FieldFault>& faults) : json_(json), faults_(faults) {}

  // The member's text when it is there and `holds`.
  template <class Holds>
  std::optional<std::string> text(std::string_view field, std::string_view message, Holds holds) {
    const Json* value = find(field);
    if (!value) return std::nullopt;
    if (value->text() && holds(*value->text())) return *value->text();
    fault(field, message);
    return std::nullopt;
  }
  bool boolean(std::string_view field, bool otherwise) {
    const Json* value = find(field);
    if (!value) return otherwise;
    if (const bool* given = value->boolean()) return *given;
    fault(field, "moet true of false zijn");
    return otherwise;
  }
  const Json* find(std::string_view field) {
    asked_.push_back(field);
    return json_.find(field);
  }
  void fault(std::string_view field, std::string_view message) {
    faults_.push_back({std::string(field), std::string(message)});
  }
  void refuse_others() {
    // Names come from outside and may be anything: they are not repeated in an answer.
    for (const base::JsonMember& member : *json_.members())
      if (std::find(asked_.begin(), asked_.end(), member.key) == asked_.end())
        return fault("", "er is een veld dat niet bij een idee hoort");
  }

 private:
  const Json& json_;
  std::vector<FieldFault>& faults_;
  std::vector<std::string_view> asked_;
};

std::string_view text_fault(const std::string& text) {
  switch (check_idea_text(text).value_or(TextProblem::Empty)) {
    case TextProblem::Empty:
      return "is leeg";
    case TextProblem::TooLong:
      return "is langer dan 1000 tekens";
    case TextProblem::NotUtf8:
    case TextProblem::ControlCharacter:
      return "bevat tekens die niet mogen";
  }
  return "is leeg";
}

void read_text(Envelope& envelope, Idea& idea) {
  const Json* value = envelope.find("tekst");
  if (!value || !value->text())
    envelope.fault("tekst", "ontbreekt");
  else if (check_idea_text(*value->text()))
    envelope.fault("tekst", text_fault(*value->text()));
  else
    idea.text = *value->text();
}

template <class IdType>
std::optional<IdType> read_id(Envelope& envelope, std::string_view field, std::size_t most) {
  auto id = envelope.text(field, "is geen geldige naam",
                          [&](const std::string& text) { return is_id(text) && text.size() <= most; });
  if (!id) return std::nullopt;
  return IdType{*std::move(id)};
}

bool is_language(const std::string& text) {
  return text.size() >= 2 && text.size() <= 8 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

bool is_reference_hash(const std::string& text) {
  const auto bytes = base::from_base64url(text);
  return bytes && bytes->size() == 16;
}

// Five parts of base64url; what is in them is only for the holder of the private key.
bool is_compact_jwe(const std::string& text) {
  return text.size() <= max_sealed && std::count(text.begin(), text.end(), '.') == 4 &&
         text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.") ==
             std::string::npos;
}

void read_moment(Envelope& envelope, Idea& idea) {
  const Json* value = envelope.find("ingevoerdOp");
  if (value && value->text())
    if (const auto at = base::parse_rfc3339(*value->text())) {
      idea.entered_at = *at;
      return;
    }
  envelope.fault("ingevoerdOp", value ? "is geen tijdstip zoals 2026-03-01T10:00:00Z" : "ontbreekt");
}

void read_sequence(Envelope& envelope, Idea& idea) {
  const Json* value = envelope.find("volgnummer");
  const std::int64_t* number = value ? value->integer() : nullptr;
  if (number && *number >= 1)
    idea.sequence = *number;
  else
    envelope.fault("volgnummer", value ? "moet een heel getal vanaf 1 zijn" : "ontbreekt");
}

Idea read_envelope(Envelope& envelope) {
  Idea idea;
  read_text(envelope, idea);
  idea.theme = read_id<ThemeId>(envelope, "thema", 40);
  if (auto code = envelope.text("wijkCode", "moet WK en zes cijfers zijn", is_wijk_code))
    idea.wijk = WijkCode{*std::move(code)};
  idea.area = read_id<AreaId>(envelope, "gebied", 64);
  idea.challenge = read_id<ChallengeId>(envelope, "opgave", 64);
  idea.lang = envelope.text("taal", "is geen taalcode", is_language).value_or("nl");
  read_moment(envelope, idea);
  idea.clock_is_certain = envelope.boolean("klokZeker", true);
  idea.assisted = envelope.boolean("geholpen", false);
  read_sequence(envelope, idea);
  idea.reference_hash =
      envelope.text("referentieHash", "moet 22 tekens base64url zijn", is_reference_hash).value_or("");
  idea.sealed_contact =
      envelope
          .text("contactVersleuteld", "is geen versleuteld bericht (JWE) van hoogstens 4096 tekens",
                is_compact_jwe)
          .value_or("");
  envelope.refuse_others();
  return idea;
}

}  // namespace

base::Bytes freeze(const Idea& idea) {
  Json json = Json::object({{"tekst", idea.text}});
  put(json, "thema", idea.theme);
  put(json, "wijkCode", idea.wijk);
  put(json, "gebied", idea.area);
  put(json, "opgave", idea.challenge);
  put(json, "taal", idea.lang);
  json.set("ingevoerdOp", base::to_rfc3339(idea.entered_at));
  json.set("klokZeker", idea.clock_is_certain);
  if (idea.assisted) json.set("geholpen", true);
  json.set("volgnummer", idea.sequence);
  put(json, "referentieHash", idea.reference_hash);
  put(json, "contactVersleuteld", idea.sealed_contact);
  return message_bytes(json);
}

std::expected<Idea, IdeaFaults> thaw(const IdeaId& id, base::ByteView bytes) {
  if (bytes.size() > max_idea_bytes) return std::unexpected(IdeaFaults{true, {}});
  const auto json = base::parse_json(bytes, {max_idea_bytes, 2});
  if (!json || !json->members()) return std::unexpected(IdeaFaults{false, {{"", "is geen geldige JSON"}}});
  IdeaFaults faults;
  Envelope envelope(*json, faults.faults);
  Idea idea = read_envelope(envelope);
  if (!faults.faults.empty()) return std::unexpected(std::move(faults));
  idea.id = id;
  return idea;
}

}  // namespace wv::wire
