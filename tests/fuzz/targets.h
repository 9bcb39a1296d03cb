// Everything that reads bytes from outside, each as one function of bytes: for libFuzzer and for replaying
// its finds.
#pragma once

#include <array>
#include <cstdlib>
#include <string_view>

#include "sync/base/canonical_json.h"
#include "sync/base/encoding.h"
#include "sync/base/reference_code.h"
#include "sync/base/utf8.h"
#include "sync/wire/command.h"
#include "sync/wire/content.h"
#include "sync/wire/enrolment.h"
#include "sync/wire/heartbeat.h"
#include "sync/wire/idea.h"
#include "sync/wire/invitation.h"
#include "sync/wire/jws.h"
#include "sync/wire/problem.h"
#include "sync/wire/receipt.h"
#include "sync/wire/sealed.h"
#include "sync/wire/support.h"
#include "sync/wire/token.h"
#include "sync/wire/tuf.h"

namespace wv::fuzz {

using base::ByteView;

// What must hold for any input; breaking it ends the process, so that the fuzzer sees it.
inline void must(bool holds) {
  if (!holds) std::abort();
}

inline void json(ByteView bytes) {
  const auto value = base::parse_json(bytes);
  if (!value) return;
  const auto again = base::parse_json(base::to_text(*value));
  must(again && *again == *value);
  if (const auto canonical = base::to_canonical(*value))
    must(base::to_canonical(*base::parse_json(*canonical)) == canonical);
}

// A document that is accepted is written so that it is accepted again, and says the same.
template <class T>
void document(const base::Json& json, wire::Read<T> (*read)(const base::Json&)) {
  const auto value = read(json);
  if (!value) return must(!value.error().empty());
  const auto again = read(wire::to_json(*value));
  must(again && wire::to_json(*again) == wire::to_json(*value));
}

inline void content(ByteView bytes) {
  const auto json = base::parse_json(bytes);
  if (!json) return;
  document<model::AreaContent>(*json, wire::read_area);
  document<model::Municipality>(*json, wire::read_municipality);
  document<model::CityMap>(*json, wire::read_map);
  document<wire::Keys>(*json, wire::read_keys);
  document<wire::Answers>(*json, wire::read_answers);
  document<wire::PublicIdeas>(*json, wire::read_public_ideas);
}

inline void tuf(ByteView bytes) {
  (void)wire::tuf::parse_root(bytes);
  (void)wire::tuf::parse_timestamp(bytes);
  (void)wire::tuf::parse_snapshot(bytes);
  if (const auto targets = wire::tuf::parse_targets(bytes)) {
    for (const auto& [path, file] : targets->body.files) must(path.find("..") == std::string::npos);
    (void)wire::tuf::valid_signatures(targets->canonical, targets->signatures, {}, {});
  }
}

inline void message(ByteView bytes) {
  (void)wire::read_receipt(bytes);
  (void)wire::read_enrolment(bytes);
  (void)wire::read_enrolled(bytes);
  (void)wire::read_heartbeat(bytes);
  (void)wire::read_heartbeat_answer(bytes);
  (void)wire::read_command_result(bytes);
  (void)wire::read_screen_commands(bytes);
  (void)wire::read_time_request(bytes);
  (void)wire::read_problem(bytes);
  const auto support = wire::thaw_support({}, bytes);
  if (support) must(wire::thaw_support({}, wire::freeze(*support)).has_value());
  const auto idea = wire::thaw({}, bytes);
  if (idea) must(wire::thaw({}, wire::freeze(*idea)).has_value());
}

inline void token(ByteView bytes) {
  const std::string_view text = base::as_text(bytes);
  (void)wire::peek_jws(text);
  (void)wire::token_kiosk(text);
  (void)wire::sealed_kid(text);
  must(!wire::open_jws(text, base::PublicKey{}));
}

inline void text(ByteView bytes) {
  const std::string_view raw = base::as_text(bytes);
  must(base::is_utf8(base::clean_text(raw)));
  must(base::strip(raw).size() <= raw.size());
  if (const auto code = base::parse_code(raw)) must(base::parse_code(base::code_for_screen(*code)) == code);
  if (const auto invitation = wire::read_invitation(raw))
    must(wire::read_invitation(wire::to_text(*invitation)) == *invitation);
  if (const auto hex = base::from_hex(raw)) must(base::to_hex(*hex).size() == raw.size());
  if (const auto decoded = base::from_base64url(raw)) must(base::to_base64url(*decoded) == raw);
  if (const auto at = base::parse_rfc3339(raw)) must(base::parse_rfc3339(base::to_rfc3339(*at)).has_value());
  (void)model::check_idea_text(raw);
  (void)model::is_rrule(raw);
}

struct Target {
  std::string_view name;  // also the folder of its corpus
  void (*run)(ByteView);
};
inline constexpr std::array<Target, 6> targets = {{{"json", json},
                                                   {"content", content},
                                                   {"tuf", tuf},
                                                   {"message", message},
                                                   {"token", token},
                                                   {"text", text}}};

}  // namespace wv::fuzz
