// Carries out what the command line asks, on this machine's store and repository.
#include "sync/central/desk.h"

#include "sync/base/encoding.h"
#include "sync/base/reference_code.h"
#include "sync/base/utf8.h"
#include "sync/base/uuid.h"
#include "sync/central/log_rows.h"
#include "sync/central/sql_outbox.h"
#include "sync/central/words.h"
#include "sync/edge/lock.h"
#include "sync/wire/idea.h"

namespace wv::central {
namespace {

using base::ErrorCode;
using base::fail;
using base::Json;

constexpr std::chrono::hours code_life{24};
constexpr std::size_t max_name = 80;

Json optional_number(const std::optional<std::int64_t>& number) {
  return number ? Json(*number) : Json();
}

Json row_of(const Kiosk& kiosk) {
  return Json::object(
      {{"kioskId", kiosk.id.value},
       {"naam", kiosk.name},
       {"kanaal", kiosk.channel},
       {"staat", state_word(kiosk.state)},
       {"reden", kiosk.reason},
       {"laatstGezien", kiosk.last_seen ? Json(base::to_rfc3339(*kiosk.last_seen)) : Json()},
       {"inhoudVersie", optional_number(kiosk.content_version)},
       {"softwareVersie", kiosk.software_version},
       {"wachtendeIdeeen", optional_number(kiosk.waiting_ideas)},
       {"vrijeRuimteMb", optional_number(kiosk.free_mb)},
       {"klokAfwijkingMs", optional_number(kiosk.clock_offset_ms)},
       {"laatsteFout", kiosk.last_error},
       {"zelftestOp", kiosk.self_tested ? Json(base::to_rfc3339(*kiosk.self_tested)) : Json()},
       {"zelftestFouten", kiosk.self_test_faults}});
}

Json row_of(const IdeaRow& idea) {
  Json steps = Json::array();
  for (const auto& step : idea.history) {
    Json one = Json::object({{"status", model::status_word(step.status)}, {"op", base::to_rfc3339(step.at)}});
    if (!step.text.empty()) one.set("tekst", words_json(step.text));
    steps.push(std::move(one));
  }
  Json from_kiosks = Json::array();
  std::int64_t waiting = 0;
  for (const auto& kiosk : idea.supports) {
    waiting += kiosk.waiting;
    if (kiosk.counted > 0)
      from_kiosks.push(Json::object({{"kiosk", kiosk.kiosk_name}, {"aantal", kiosk.counted}}));
  }
  const auto content = base::parse_json(idea.bytes);
  return Json::object(
      {{"ideeId", idea.id.value},
       {"publiekId", public_id(idea.number)},
       {"kioskId", idea.kiosk.value},
       {"kiosk", idea.kiosk_name},
       {"ontvangenOp", base::to_rfc3339(idea.received_at)},
       {"sha256", base::to_hex(base::sha256(idea.bytes))},
       {"status", model::status_word(idea.history.back().status)},
       {"steun", idea.supports_counted()},
       {"steunPerKiosk", std::move(from_kiosks)},
       {"steunWacht", waiting},
       {"samengevoegdMet", idea.merged_with != 0 ? Json(public_id(idea.merged_with)) : Json()},
       {"idee", content ? *content : Json()},
       {"stappen", std::move(steps)}});
}

model::Text text_from(const Json* json) {
  auto text = json ? words_from(*json) : model::Text{};
  std::erase_if(text.in, [](const auto& words) { return words.second.empty(); });
  return text;
}

IdeaName name_from(const Json& json) {
  return {std::string(json.text_or("idee", "")), std::string(json.text_or("referentieHash", "")),
          std::string(json.text_or("publiek", ""))};
}

// "No" without a word is no answer.
bool needs_reason(model::IdeaStatus status) {
  using enum model::IdeaStatus;
  return status == NotShown || status == Referred || status == NotTaken;
}

}  // namespace

Result<> Desk::ask(const Json& request, const Row& row) {
  const std::lock_guard lock(one_at_a_time_);
  const auto what = request.text_or("vraag", "");
  if (what == "kiosk-toevoegen") return add_kiosk(request, row);
  if (what == "kiosken") return list_kiosks(row);
  if (what == "meldingen") return list_alerts(request, row);
  if (what == "kiosk-staat") return set_state(request);
  if (what == "ideeen") return list_ideas(row);
  if (what == "antwoord") return answer(request, row);
  if (what == "steun") return list_bursts(row);
  if (what == "steun-oordeel") return review(request, row);
  if (what == "voorbeelden") return take_examples(request, row);
  if (what == "wissen") return erase(request);
  if (what == "bewaartermijnen") return retention(request, row);
  if (what == "terugkoppeling") return feedback(row);
  if (what == "logboek") return walk_log(world_.store, row);
  if (what == "opdracht-geven") return give_order(request, row);
  if (what == "opdrachten") return list_orders(request, row);
  if (what == "opdracht-intrekken") return withdraw_order(request);
  if (what == "opdracht-bijlage") return show_attachment(request, row);
  if (what == "koppelingen") return relay_standing(world_.store, row);
  if (what == "stick") return answer_stick(request, row);
  if (what == "stick-stand") return prepare_stick(row);
  if (what == "kopie")
    return world_.store.copy_to(std::string(request.text_or("bestand", "")), world_.clock.now());
  if (what == "duurzaam") return move_mark(request);
  if (world_.more) return world_.more(world_, request, row);
  return fail(ErrorCode::Invalid, "this central does not know the command '" + std::string(what) + "'");
}

Result<std::string> Desk::channel_for(const Json& request) const {
  if (const auto asked = request.text_or("kanaal", ""); !asked.empty()) return std::string(asked);
  if (!world_.repository) return fail(ErrorCode::Invalid, "--repo or --channel is missing");
  WV_TRY(const auto channels, world_.repository->channels());
  if (channels.empty())
    return fail(ErrorCode::Invalid, "nothing is published yet: run publish first, or name a --channel");
  if (channels.size() > 1)
    return fail(ErrorCode::Invalid, "there are several channels: name one with --channel");
  return channels.front();
}

Result<std::optional<wire::Invitation>> Desk::invitation_for(const Json& request) const {
  const auto address = request.text_or("adres", "");
  if (address.empty()) return std::optional<wire::Invitation>();
  if (!wire::is_central_address(address))
    return fail(ErrorCode::Invalid,
                "not the address of a central, such as https://centraal.example.org/kiosk/v1: '" +
                    std::string(address) + "'");
  if (!world_.repository) return fail(ErrorCode::Invalid, "--repo is missing");
  WV_TRY(auto root, world_.repository->root_sha256());
  return std::optional(wire::Invitation{"", std::move(root), std::string(address)});
}

Result<> Desk::add_kiosk(const Json& request, const Row& row) {
  Kiosk kiosk;
  kiosk.name = base::strip(request.text_or("naam", ""));
  if (kiosk.name.empty() || base::count_code_points(kiosk.name) > max_name ||
      base::clean_text(kiosk.name) != kiosk.name)
    return fail(ErrorCode::Invalid, "the name of a kiosk has 1 to 80 characters");
  WV_TRY(kiosk.channel, channel_for(request));
  WV_TRY(auto invitation, invitation_for(request));
  const auto now = world_.clock.now();
  kiosk.id = {base::make_uuid7(now, world_.random)};
  const auto code = base::make_enrolment_code(world_.random);
  OneTimeCode stored{code.substr(0, 4), {}, base::Bytes(16), now + code_life};
  world_.random.fill(stored.salt);
  WV_TRY(stored.hash, base::argon2id(base::as_bytes(code), stored.salt, world_.code_cost, 32));
  WV_CHECK(world_.store.add_kiosk(kiosk, stored, now));
  Json added = Json::object({{"code", code},
                             {"naam", kiosk.name},
                             {"kanaal", kiosk.channel},
                             {"geldigTot", base::to_rfc3339(stored.valid_until)}});
  if (invitation) {
    invitation->code = code;
    added.set("uitnodiging", wire::to_text(*invitation));
  }
  row(added);
  return {};
}

Result<> Desk::list_kiosks(const Row& row) {
  WV_TRY(const auto kiosks, world_.store.kiosks());
  for (const auto& kiosk : kiosks)
    if (!row(row_of(kiosk))) break;
  return {};
}

Result<> Desk::set_state(const Json& request) {
  const auto word = request.text_or("staat", "");
  const auto state = word == "ingetrokken" ? KioskState::Revoked : KioskState::Active;
  const model::KioskId id{std::string(request.text_or("kiosk", ""))};
  WV_TRY(const auto kiosk, world_.store.kiosk(id));
  if (state == KioskState::Active && kiosk.state != KioskState::Blocked)
    return fail(ErrorCode::Invalid,
                "this kiosk is not blocked; it is '" + std::string(state_word(kiosk.state)) + "'");
  return world_.store.set_state(id, state, std::string(request.text_or("reden", "")), world_.clock.now());
}

Result<> Desk::list_ideas(const Row& row) {
  return world_.store.ideas([&](const IdeaRow& idea) { return row(row_of(idea)); });
}

Result<> Desk::answer(const Json& request, const Row& row) {
  const auto status = model::status_from_word(request.text_or("status", ""));
  if (!status || *status == model::IdeaStatus::Received)
    return fail(ErrorCode::Invalid,
                "unknown status; use one of: in moderatie, gepubliceerd, niet getoond, doorverwezen, in "
                "behandeling, in "
                "agenda, in uitvoering, uitgevoerd, niet overgenomen, ingetrokken");
  NewAnswer answer{name_from(request),
                   *status,
                   text_from(request.find("tekst")),
                   std::string(request.text_or("wie", "gebiedsteam")),
                   world_.clock.now(),
                   {}};
  if (const Json* other = request.find("met")) answer.merge_with = name_from(*other);
  if (answer.merge_with.has_value() != (*status == model::IdeaStatus::Merged))
    return fail(ErrorCode::Invalid, "an idea is merged with another one: name it with --merge-with");
  if (answer.text.empty() && needs_reason(*status))
    return fail(ErrorCode::Invalid, "whoever gave the idea reads why: say it with --text");
  for (const auto& [lang, words] : answer.text.in)
    if (base::clean_text(words) != words || base::strip(words).empty())
      return fail(ErrorCode::Invalid, "this answer cannot be shown: it is blank or holds control characters");
  // The kiosks' own reader judges it before it is kept, so that no answer can ever spoil a publication.
  const wire::Answers trial{{{"AAAAAAAAAAAAAAAAAAAAAA", {{answer.status, answer.now, answer.text, {}}}}}};
  if (const auto read = wire::read_answers(wire::to_json(trial)); !read)
    return fail(ErrorCode::Invalid, "this answer cannot be shown: " + wire::summary(read.error()));
  WV_TRY(const auto id, world_.store.answer(answer));
  bool published = false;
  if (world_.repository) {
    WV_TRY(const auto written, publish_soon());
    published = written > 0;
  }
  row(Json::object({{"idee", id.value},
                    {"status", model::status_word(*status)},
                    {"gepubliceerd", published},
                    {"binnenEenMinuut", pace_.holds_back()}}));
  return {};
}

Result<> Desk::erase(const Json& request) {
  WV_CHECK(
      erase_noted({std::string(request.text_or("idee", ""))}, std::string(request.text_or("reden", ""))));
  if (world_.repository) WV_CHECK(publish_soon());
  return {};
}

Result<> Desk::feedback(const Row& row) {
  if (!world_.repository) return fail(ErrorCode::Invalid, "--repo is missing");
  WV_TRY(const auto written, publish_now());
  row(Json::object({{"kanalen", static_cast<std::int64_t>(written)}}));
  return {};
}

Result<> Desk::move_mark(const Json& request) {
  if (request.text_or("epoch", "") != world_.store.system().epoch)
    return fail(ErrorCode::Invalid, "this copy was made before the store was last restored; make a new one");
  return world_.store.move_durable_mark(Instant(base::Millis(request.integer_or("tot", 0))));
}

Result<std::size_t> Desk::publish_feedback() {
  const std::lock_guard lock(one_at_a_time_);
  if (!pace_.allows(world_.clock.monotonic())) return std::size_t{0};
  const auto written = world_.store.public_change() == change_published_ ? refresh_now() : write_feedback();
  pace_.looked(world_.clock.monotonic(), written.value_or(0) > 0);
  return written;
}

base::Millis Desk::until_next_publication() {
  const std::lock_guard lock(one_at_a_time_);
  return pace_.until_next_look(world_.clock.monotonic());
}

Result<std::size_t> Desk::publish_soon() {
  if (pace_.allows(world_.clock.monotonic())) return publish_now();
  pace_.hold_back();
  return std::size_t{0};
}

Result<std::size_t> Desk::publish_now() {
  const auto written = write_feedback();
  pace_.looked(world_.clock.monotonic(), written.value_or(0) > 0);
  return written;
}

Result<std::size_t> Desk::write_feedback() {
  const auto change = world_.store.public_change();
  WV_TRY(const auto channels, world_.repository->channels());
  if (channels.empty()) return std::size_t{0};  // before the first publication nobody can read answers
  WV_TRY(const auto lock, edge::FileLock::wait(world_.repository->lock_file()));
  WV_TRY(const auto feedback, feedback_of(world_.store));
  std::size_t written = 0;
  for (const auto& channel : channels) {
    WV_TRY(const auto released, world_.repository->publish_feedback(channel, feedback, world_.clock.now()));
    WV_TRY(const bool refreshed, world_.repository->refresh(channel, world_.clock.now()));
    written += released || refreshed ? 1 : 0;
  }
  change_published_ = change;
  return written;
}

Result<std::size_t> Desk::refresh_now() {
  WV_TRY(const auto channels, world_.repository->channels());
  WV_TRY(const auto lock, edge::FileLock::wait(world_.repository->lock_file()));
  std::size_t written = 0;
  for (const auto& channel : channels) {
    WV_TRY(const bool refreshed, world_.repository->refresh(channel, world_.clock.now()));
    written += refreshed ? 1 : 0;
  }
  return written;
}

}  // namespace wv::central
