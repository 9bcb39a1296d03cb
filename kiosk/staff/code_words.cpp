// What the courier says in stable words is said to people in theirs.
#include "kiosk/staff/code_words.h"

#include <algorithm>
#include <array>

namespace wv::staff {
namespace {

using screens::Severity;
using store::Gravity;

// The codes of the courier (sync/client/notice.h) in plain words.
constexpr std::array<std::pair<std::string_view, std::string_view>, 46> code_keys = {{
    {"verbonden", "sync.connected"},
    {"geen-verbinding", "sync.offline"},
    {"portaal", "sync.portal"},
    {"druk", "sync.busy"},
    {"centraal-faalt", "sync.server-fault"},
    {"niet-vertrouwd", "sync.untrusted"},
    {"adres-fout", "sync.bad-address"},
    {"actueel", "sync.up-to-date"},
    {"niet-opgehaald", "sync.not-fetched"},
    {"verlopen", "sync.expired"},
    {"geen-inhoud", "sync.no-content"},
    {"handtekening-fout", "sync.not-signed"},
    {"teruggedraaid", "sync.rolled-back"},
    {"bestand-gewijzigd", "sync.changed"},
    {"onbruikbaar", "sync.unusable"},
    {"schijf-vol", "sync.disk-full"},
    {"opslag-fout", "sync.storage"},
    {"alles-bezorgd", "sync.delivered"},
    {"wacht", "sync.waiting"},
    {"geweigerd", "sync.refused"},
    {"bewijs-ongeldig", "sync.bad-receipt"},
    {"ideeen-onleesbaar", "sync.ideas-unreadable"},
    {"goed", "sync.clock-good"},
    {"wijkt-af", "sync.clock-differs"},
    {"onbetrouwbaar", "sync.clock-wrong"},
    {"aangemeld", "sync.enrolled"},
    {"niet-aangemeld", "sync.not-enrolled"},
    {"al-aangemeld", "staff.enrol.already"},
    {"centrale-onbekend", "staff.enrol.unknown"},
    {"code-geweigerd", "sync.code-refused"},
    {"wortel-onbekend", "sync.wrong-root"},
    {"inname-gestopt", "sync.stopped"},
    {"geblokkeerd", "sync.blocked"},
    {"ingetrokken", "sync.revoked"},
    {"sleutel-ontbreekt", "sync.key-missing"},
    {"stick-ontbreekt", "staff.stick.missing"},
    {"stick-eruit", "staff.stick.pulled-out"},
    {"stick-vol", "staff.stick.full"},
    {"stick-alleen-lezen", "staff.stick.read-only"},
    {"stick-verwijzing", "staff.stick.link"},
    {"stick-onbruikbaar", "staff.stick.odd"},
    {"stick-leeg", "staff.stick.empty"},
    {"stick-beschadigd", "staff.stick.damaged"},
    {"stick-van-ander", "staff.stick.foreign"},
    {"aanmelding-onderweg", "staff.stick.enrolment"},
    {"uitnodiging-fout", "staff.stick.invitation"},
}};

}  // namespace

screens::Words code_words(const screens::Wording& say, const std::string& code) {
  const auto found = std::ranges::find(code_keys, std::string_view(code),
                                       &std::pair<std::string_view, std::string_view>::first);
  return found == code_keys.end() ? say.name(code) : say(found->second);
}

screens::Words self_test_words(const screens::Wording& say, std::string_view fault) {
  namespace faults = model::self_test_fault;
  if (fault == faults::tap) return say("staff.self-test.tap");
  if (fault == faults::dark) return say("staff.self-test.dark");
  if (fault == faults::touch) return say("staff.self-test.touch");
  return say.name(std::string(fault));
}

Severity severity_of(Gravity gravity) {
  return gravity == Gravity::Ok          ? Severity::Ok
         : gravity == Gravity::Attention ? Severity::Attention
                                         : Severity::Fault;
}

screens::Words severity_words(const screens::Wording& say, Severity severity) {
  return severity == Severity::Ok          ? say("severity.ok")
         : severity == Severity::Attention ? say("severity.attention")
                                           : say("severity.fault");
}

screens::Badge severity_badge(const screens::Wording& say, Severity severity) {
  const bool well = severity == Severity::Ok, fault = severity == Severity::Fault;
  return {severity_words(say, severity),
          well    ? screens::Tint::Brand
          : fault ? screens::Tint::Brick
                  : screens::Tint::Sun,
          well    ? "check"
          : fault ? "error"
                  : "alert"};
}

std::string moment_words(const screens::Scene& scene, base::Instant at) {
  return scene.say.moment(screens::local_at(at, scene.around.now));
}

screens::Words order_words(const screens::Wording& say, std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> keys = {
      {{"synchroniseer", "staff.order.sync"},
       {"herstart", "staff.order.restart"},
       {"donker", "staff.order.dark"},
       {"licht", "staff.order.light"},
       {"boodschap", "staff.order.notice"},
       {"beeld", "staff.order.picture"},
       {"diagnose", "staff.order.diagnosis"}}};
  const auto found = std::ranges::find(keys, word, &std::pair<std::string_view, std::string_view>::first);
  return say(found == keys.end() ? "staff.order.unknown" : found->second);
}

screens::Words order_outcome_words(const screens::Wording& say, std::string_view outcome) {
  if (outcome.empty()) return say("staff.order.waits");
  if (outcome == "gedaan") return say("staff.order.done");
  return say(outcome == "te-laat" ? "staff.order.late" : "staff.order.not-done");
}

screens::Words round_words(const screens::Scene& scene, const store::Round& round) {
  if (!round.ended) return scene.say("report.round.running");
  return round.outcome == "goed" ? scene.say("report.round.good") : code_words(scene.say, round.outcome);
}

const store::Report& facts_of(const screens::Scene& scene) {
  static const store::Report nothing{};
  return scene.around.report ? *scene.around.report : nothing;
}

const store::Message* message_about(const store::Report& report, std::string_view key) {
  const auto found = std::ranges::find(report.messages, key, &store::Message::key);
  return found == report.messages.end() ? nullptr : &*found;
}

}  // namespace wv::staff
