// One event for each step that a listener does not know yet.
#include "sync/relay/webhook.h"

#include "sync/base/crypto.h"
#include "sync/base/encoding.h"
#include "sync/relay/exchange.h"

namespace wv::relay {
namespace {

using base::ErrorCode;
using base::fail;
using base::Json;

constexpr std::string_view secret_prefix = "whsec_";
constexpr std::size_t shortest_key = 24;

struct Event {
  std::string type;
  base::Instant at;  // when it happened
  Json data;
  Mark after;
};

class Webhook final : public Target {
 public:
  Webhook(WebhookSettings settings, base::Secret key, std::unique_ptr<base::Http> http,
          const base::Clock& clock)
      : settings_(std::move(settings)), key_(std::move(key)), http_(std::move(http)), clock_(clock) {}

  const std::string& name() const override { return settings_.name; }
  Interest interest() const override { return settings_.interest; }

  std::expected<Mark, Trouble> tell(const Due& due) override {
    const Event event = next_event(due);
    const auto now = clock_.now();
    auto request = json_request(
        "POST", settings_.url,
        Json::object(
            {{"type", event.type}, {"timestamp", base::to_rfc3339(event.at)}, {"data", event.data}}));
    const auto id = event_id(due, event);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    request.headers.emplace_back("Webhook-Id", id);
    request.headers.emplace_back("Webhook-Timestamp", std::to_string(seconds));
    request.headers.emplace_back("Webhook-Signature",
                                 webhook_signature(key_, id, seconds, base::as_text(request.body)));
    WV_TRY(const auto answer, exchange(*http_, request));
    return event.after;
  }

 private:
  Event next_event(const Due& due) const {
    if (const auto* idea = std::get_if<IdeaMatter>(&due.matter)) return idea_event(*idea, due.mark);
    if (const auto* erased = std::get_if<ErasedMatter>(&due.matter))
      return {"idee.gewist", clock_.now(), Json::object({{"ideeId", erased->id.value}}), due.mark};
    const auto& kiosk = std::get<KioskMatter>(due.matter);
    return {"kiosk.melding", clock_.now(),
            Json::object({{"kioskId", kiosk.id.value}, {"kiosk", kiosk.name}, {"meldingen", kiosk.alerts}}),
            Mark{kiosk.alerts, due.mark.step + 1}};
  }

  Event idea_event(const IdeaMatter& matter, const Mark& mark) const {
    const auto step = mark.step + 1;
    const auto& news = matter.history.at(static_cast<std::size_t>(step));
    Json data = Json::object({{"ideeId", matter.idea.id.value},
                              {"nummer", matter.number},
                              {"status", model::status_word(news.status)},
                              {"op", base::to_rfc3339(news.at)}});
    if (settings_.tells == WebhookSettings::Tells::Texts) {
      if (step == 0) data.set("tekst", matter.idea.text);
      if (const auto words = news.text.find("nl"); !words.text.empty()) data.set("antwoord", words.text);
    }
    return {step == 0 ? "idee.ontvangen" : "idee.beantwoord", news.at, std::move(data),
            Mark{mark.remote, step}};
  }

  // The same event has the same id whenever and by whichever process it is sent.
  static std::string event_id(const Due& due, const Event& event) {
    const auto what = due.key + "\n" + event.type + "\n" + std::to_string(event.after.step);
    return "msg_" + base::to_base64url(base::sha256(what)).substr(0, 27);
  }

  const WebhookSettings settings_;
  const base::Secret key_;
  const std::unique_ptr<base::Http> http_;
  const base::Clock& clock_;
};

}  // namespace

Result<base::Secret> webhook_key(std::string_view secret) {
  while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r')) secret.remove_suffix(1);
  if (!secret.starts_with(secret_prefix)) return fail(ErrorCode::Invalid, "a secret begins with whsec_");
  auto bytes = base::from_base64(secret.substr(secret_prefix.size()));
  if (!bytes || bytes->size() < shortest_key)
    return fail(ErrorCode::Invalid, "a secret is whsec_ with the base64 of at least 24 bytes behind it");
  base::Secret key{std::span<const std::uint8_t>(*bytes)};
  base::wipe(*bytes);
  return key;
}

std::string webhook_signature(const base::Secret& key, std::string_view id, std::int64_t seconds,
                              std::string_view body) {
  const auto signed_text = std::string(id) + "." + std::to_string(seconds) + "." + std::string(body);
  return "v1," + base::to_base64(base::hmac_sha256(key.bytes(), base::as_bytes(signed_text)));
}

std::unique_ptr<Target> webhook(WebhookSettings settings, base::Secret key, std::unique_ptr<base::Http> http,
                                const base::Clock& clock) {
  return std::make_unique<Webhook>(std::move(settings), std::move(key), std::move(http), clock);
}

}  // namespace wv::relay
