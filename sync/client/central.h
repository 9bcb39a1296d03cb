// The central as the courier speaks to it: addresses, tokens, and the clock that both must agree on.
#pragma once

#include "sync/base/crypto.h"
#include "sync/client/answer.h"
#include "sync/client/round_clock.h"
#include "sync/client/world.h"
#include "sync/model/idea.h"

namespace wv::client {

struct Identity {
  model::KioskId kiosk;
  base::KeyPair key;
};

// "https://host/kiosk/v1" without a slash at the end; Invalid for anything else.
base::Result<std::string> normal_address(std::string_view address);

class Central {
 public:
  Central(World& world, RoundClock& clock, std::string address);

  // A file of a channel: "timestamp.json", "gebied/<sha256>.noord.json". Statuses 200, 206, 304, 404 and 416
  // come back.
  Attempt<base::HttpResponse> get_file(std::string_view channel, std::string_view name,
                                       std::uint64_t max_bytes, base::Headers headers = {});
  // Without a token (enrolment).
  Attempt<base::HttpResponse> post(std::string_view path, base::Bytes body);
  // With a token. On the first 401 of this round the clock offset is taken from the answer and the request is
  // made once more. Answers carry any status but 429 and 5xx.
  Attempt<base::HttpResponse> put(std::string_view path, base::ByteView body, const Identity& identity);

  const RoundClock& clock() const { return clock_; }
  RoundClock& clock() { return clock_; }

 private:
  Attempt<base::HttpResponse> exchange(const base::HttpRequest& request, Body body);
  base::HttpRequest authorised(std::string_view path, base::ByteView body, const Identity& identity) const;

  World& world_;
  RoundClock& clock_;
  std::string address_;
  bool clock_corrected_ = false;
};

}  // namespace wv::client
