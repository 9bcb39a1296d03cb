// Every way in which a sync can end, as a plain word for the staff screen and the exit code.
#pragma once

#include <array>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "sync/base/result.h"
#include "sync/base/time.h"

namespace wv::client {

enum class Subject { Connection, Content, Delivery, Clock, Enrolment };
inline constexpr std::array all_subjects{Subject::Connection, Subject::Content, Subject::Delivery,
                                         Subject::Clock, Subject::Enrolment};
std::string_view word(Subject subject);  // verbinding, inhoud, aflevering, klok, aanmelding

enum class Severity { Ok, Attention, Fault };
std::string_view word(Severity severity);  // ok, let-op, fout

struct Code {
  Subject subject;
  Severity severity;
  std::string_view word;
  bool operator==(const Code&) const = default;
};

namespace code {
using enum Subject;
using enum Severity;
inline constexpr Code connected{Connection, Ok, "verbonden"};
inline constexpr Code offline{Connection, Attention, "geen-verbinding"};
inline constexpr Code portal{Connection, Attention, "portaal"};  // something answers, but not the central
inline constexpr Code busy{Connection, Attention, "druk"};       // 429, 503: come back later
inline constexpr Code server_fault{Connection, Attention, "centraal-faalt"};  // 5xx
inline constexpr Code untrusted{Connection, Fault, "niet-vertrouwd"};         // TLS: not the central
inline constexpr Code bad_address{Connection, Fault, "adres-fout"};

inline constexpr Code up_to_date{Content, Ok, "actueel"};
inline constexpr Code not_fetched{Content, Attention,
                                  "niet-opgehaald"};              // no connection; the old release stays
inline constexpr Code expired{Content, Attention, "verlopen"};    // a freeze, or the publisher is late
inline constexpr Code no_content{Content, Fault, "geen-inhoud"};  // nothing was ever activated
inline constexpr Code not_signed{Content, Fault,
                                 "handtekening-fout"};               // signatures, or a role beyond its paths
inline constexpr Code rolled_back{Content, Fault, "teruggedraaid"};  // versions that go back, mixed releases
inline constexpr Code changed{Content, Fault, "bestand-gewijzigd"};  // a file is not what was signed
inline constexpr Code unusable{Content, Fault, "onbruikbaar"};       // well signed, but no kiosk can show it
inline constexpr Code disk_full{Content, Fault, "schijf-vol"};
inline constexpr Code storage{Content, Fault, "opslag-fout"};

inline constexpr Code delivered{Delivery, Ok, "alles-bezorgd"};
inline constexpr Code waiting{Delivery, Attention, "wacht"};
inline constexpr Code refused{Delivery, Attention, "geweigerd"};  // some ideas stand in quarantine
inline constexpr Code bad_receipt{Delivery, Fault, "bewijs-ongeldig"};
inline constexpr Code ideas_unreadable{Delivery, Fault, "ideeen-onleesbaar"};

inline constexpr Code clock_good{Clock, Ok, "goed"};
inline constexpr Code clock_differs{Clock, Attention, "wijkt-af"};  // corrected for the central, not set
inline constexpr Code clock_wrong{Clock, Fault, "onbetrouwbaar"};

inline constexpr Code enrolled{Enrolment, Ok, "aangemeld"};
inline constexpr Code not_enrolled{Enrolment, Fault, "niet-aangemeld"};
inline constexpr Code already_enrolled{Enrolment, Attention, "al-aangemeld"};
inline constexpr Code no_address{Enrolment, Fault, "centrale-onbekend"};  // the settings do not name it
inline constexpr Code code_refused{Enrolment, Fault, "code-geweigerd"};
inline constexpr Code wrong_root{Enrolment, Fault,
                                 "wortel-onbekend"};  // the central has no root with this hash
inline constexpr Code stopped{Enrolment, Attention, "inname-gestopt"};  // the central asked for no more ideas
inline constexpr Code blocked{Enrolment, Fault, "geblokkeerd"};
inline constexpr Code revoked{Enrolment, Fault, "ingetrokken"};
inline constexpr Code key_missing{Enrolment, Fault, "sleutel-ontbreekt"};

// Of an exchange by USB stick (stick_round.h); they are in its report and never among the messages.
inline constexpr Code stick_missing{Connection, Attention, "stick-ontbreekt"};
inline constexpr Code stick_broken{Connection, Fault, "stick-eruit"};  // pulled out, or worn out
inline constexpr Code stick_full{Connection, Fault, "stick-vol"};
inline constexpr Code stick_read_only{Connection, Fault, "stick-alleen-lezen"};
inline constexpr Code stick_link{Connection, Fault, "stick-verwijzing"};  // a link, or a way out of the stick
inline constexpr Code stick_odd{Connection, Fault,
                                "stick-onbruikbaar"};                 // a folder or a huge file for a file
inline constexpr Code stick_empty{Content, Attention, "stick-leeg"};  // no content on it
inline constexpr Code stick_damaged{Delivery, Fault, "stick-beschadigd"};
inline constexpr Code stick_foreign{Delivery, Fault, "stick-van-ander"};  // of another kiosk or central
inline constexpr Code enrolment_carried{Enrolment, Attention, "aanmelding-onderweg"};
inline constexpr Code bad_invitation{Enrolment, Fault, "uitnodiging-fout"};
}  // namespace code

// What stopped a piece of work. `detail` names host, file or number for an operator; never what a visitor
// typed.
struct Setback {
  Code code;
  std::string detail;
  std::optional<base::Millis> retry_after;  // the central's own wish
};

template <class T = void>
using Attempt = std::expected<T, Setback>;

inline std::unexpected<Setback> set_back(Code code, std::string detail) {
  return std::unexpected(Setback{code, std::move(detail), {}});
}
// Somebody has to do something first (enrol, mend a clock, a certificate): the night is soon enough to look
// again.
bool is_hopeless(Code code);
// Another try in a while may go better.
bool is_passing(Code code);

// For Files and sync/db: `disk_full` for Io that says so, else `storage`.
std::unexpected<Setback> storage_setback(const base::Error& error);
// For the Files of a stick.
std::unexpected<Setback> stick_setback(const base::Error& error);
// For Http.
Setback network_setback(const base::Error& error);

}  // namespace wv::client

// As WV_TRY and WV_CHECK, for a Result of disk or database inside an Attempt.
#define WV_KEEP(declaration, expression) WV_KEEP_(WV_JOIN(kept_, __LINE__), declaration, expression)
#define WV_KEEP_(temporary, declaration, expression)                       \
  auto temporary = (expression);                                           \
  if (!temporary) return ::wv::client::storage_setback(temporary.error()); \
  declaration = *std::move(temporary)
#define WV_KEPT(expression) \
  if (auto kept = (expression); !kept) return ::wv::client::storage_setback(kept.error())
