// Events for whoever listens, signed as Standard Webhooks (standardwebhooks.com) describes: any of its
// libraries can check where they come from and that nobody changed or repeated them.
//
// idee.ontvangen, idee.beantwoord, idee.gewist and kiosk.melding; an event that is sent again has the same
// Webhook-Id.
#pragma once

#include <memory>

#include "sync/base/http.h"
#include "sync/base/secret.h"
#include "sync/relay/outbox.h"

namespace wv::relay {

struct WebhookSettings {
  std::string name;
  std::string url;
  Interest interest = Interest::IdeasAndKiosks;
  // Ids: nothing that anybody typed. Texts: also the idea and the public answer.
  enum class Tells { Ids, Texts } tells = Tells::Ids;
};

// The key in a secret such as "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw". Invalid: not that, or shorter than 24
// bytes.
Result<base::Secret> webhook_key(std::string_view secret);
// "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
std::string webhook_signature(const base::Secret& key, std::string_view id, std::int64_t seconds,
                              std::string_view body);

// `clock` must outlive the target.
std::unique_ptr<Target> webhook(WebhookSettings settings, base::Secret key, std::unique_ptr<base::Http> http,
                                const base::Clock& clock);

}  // namespace wv::relay
