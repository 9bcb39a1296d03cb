// Nothing on a stick is believed: a box that opens, a token that verifies and the rules of the wire decide.
#include "sync/central/stick_exchange.h"

#include "sync/base/encoding.h"
#include "sync/base/files.h"
#include "sync/central/stick_content.h"
#include "sync/wire/stick.h"

namespace wv::central {
namespace {

namespace stick = wire::stick;
using base::ErrorCode;
using base::Json;
using std::filesystem::path;

constexpr std::size_t bytes_a_question = 96u << 10;  // a desk takes lines of 256 KiB
constexpr std::size_t most_folders = 1000;           // more kiosks than any municipality has

// What stays true when the kiosk asks again. Other refusals pass, or are for the people here.
bool is_final(int status) {
  return status == 200 || status == 201 || status == 400 || status == 409 || status == 413 || status == 415;
}

bool may_travel(std::string_view target) {
  return target.starts_with(std::string(base_path) + "/ideeen/") ||
         target.starts_with(std::string(base_path) + "/steunbetuigingen/");
}

std::string explain(int status, std::size_t count) {
  const std::string many = std::to_string(count) + (count == 1 ? " message" : " messages");
  if (status == 401) return many + " not signed by a kiosk that this central knows; not taken in";
  if (status == 403) return many + " from a kiosk that is blocked or revoked (see kiosks list); not taken in";
  return many + " could not be taken in just now (" + std::to_string(status) +
         "); put the stick in again later";
}

class Exchange {
 public:
  explicit Exchange(StickWorld world) : world_(std::move(world)) {}

  Result<StickReport> run() {
    auto names = world_.stick.list(path(stick::folder));
    if (!names && names.error().code != ErrorCode::NotFound) return std::unexpected(std::move(names).error());
    WV_TRY(const auto key, world_.repository.vault().load(KeyName::Receipt));
    key_ = &key;
    if (names && names->size() > most_folders) names->resize(most_folders);
    for (const auto& name : names.value_or(std::vector<std::string>()))
      if (name.starts_with(stick::enrolment_prefix)) WV_CHECK(take_enrolment(path(stick::folder) / name));
    for (const auto& name : names.value_or(std::vector<std::string>()))
      if (name.starts_with(stick::kiosk_prefix)) WV_CHECK(take_ideas(path(stick::folder) / name));
    WV_CHECK(prepare());  // after it, so that what was just taken in has its answer on the same stick
    for (auto& incoming : answered_) WV_CHECK(put_answers(std::move(incoming)));
    WV_CHECK(put_content());
    return std::move(report_);
  }

 private:
  void complain(const path& folder, const std::string& what) {
    report_.faults.push_back(folder.filename().string() + ": " + what);
  }

  // Files of the stick that fail are told, and the rest goes on.
  void complain(const path& folder, const base::Error& error) {
    report_.stick_failed =
        report_.stick_failed || error.code == ErrorCode::Io || error.code == ErrorCode::Unavailable;
    complain(folder, error.message);
  }

  // The answers of the desk, in the order of the requests.
  Result<std::vector<Json>> ask(Json::Array requests) {
    std::vector<Json> rows;
    const Json question = Json::object({{"vraag", "stick"}, {"verzoeken", std::move(requests)}});
    WV_CHECK(world_.ask(question, [&](const Json& row) { return rows.push_back(row), true; }));
    return rows;
  }

  Result<> prepare() {
    return world_.ask(Json::object({{"vraag", "stick-stand"}}), [this](const Json& row) {
      standing_ = row;
      return true;
    });
  }

  Result<> take_enrolment(const path& folder) {
    const auto bytes = world_.stick.read(folder / stick::enrolment);
    if (!bytes && bytes.error().code == ErrorCode::NotFound) return {};
    if (!bytes) return complain(folder, bytes.error()), Result<>();
    const std::string target = std::string(base_path) + "/aanmeldingen";
    WV_TRY(
        const auto rows,
        ask({Json::object({{"methode", "POST"}, {"pad", target}, {"lichaam", base::to_base64url(*bytes)}})}));
    const auto answer = answered(rows.at(0), target, *bytes);
    if (answer.status == 201) ++report_.enrolled;
    if (answer.status != 201)
      complain(folder, "the code is wrong, used or older than a day (" + std::to_string(answer.status) +
                           "): make a new one with kiosks add, and bring it to the kiosk");
    if (auto put = world_.stick.write(folder / stick::enrolment_answer, stick::to_bytes(answer)); !put)
      complain(folder, put.error());
    return {};
  }

  static stick::Answered answered(const Json& row, std::string target, base::ByteView body) {
    const auto bytes = base::from_base64url(row.text_or("lichaam", ""));
    return {std::move(target), base::sha256(body), static_cast<int>(row.integer_or("status", 500)),
            bytes.value_or(base::Bytes())};
  }

  Result<> take_ideas(const path& folder) {
    const auto bytes = world_.stick.read(folder / stick::ideas);
    if (!bytes && bytes.error().code == ErrorCode::NotFound) return {};
    if (!bytes) return complain(folder, bytes.error()), Result<>();
    const auto outgoing = stick::open(*bytes, *key_);
    if (!outgoing)
      return complain(folder, "its ideas are cut off, changed or for another central (" +
                                  outgoing.error().message +
                                  "); the kiosk still has them: put the stick in there again"),
             Result<>();
    if (stick::folder_of(outgoing->kiosk) != folder)
      return complain(folder, "holds the ideas of kiosk " + outgoing->kiosk.value + "; not taken in"),
             Result<>();
    stick::Incoming incoming{outgoing->kiosk, {}, {}, {}, {}};
    WV_CHECK(hand_over(folder, *outgoing, incoming));
    answered_.push_back(std::move(incoming));
    return {};
  }

  Result<> hand_over(const path& folder, const stick::Outgoing& outgoing, stick::Incoming& incoming) {
    StickReport::FromKiosk counts{outgoing.kiosk};
    std::map<int, std::size_t> others;
    for (std::size_t next = 0; next < outgoing.requests.size();) {
      const std::size_t first = next;
      Json::Array batch;
      for (std::size_t size = 0;
           next < outgoing.requests.size() && (batch.empty() || size < bytes_a_question); ++next) {
        const auto& carried = outgoing.requests[next];
        size += carried.body.size() + carried.token.size();
        batch.push_back(Json::object({{"methode", may_travel(carried.path) ? "PUT" : "TRACE"},
                                      {"pad", carried.path},
                                      {"token", carried.token},
                                      {"lichaam", base::to_base64url(carried.body)}}));
      }
      WV_TRY(const auto rows, ask(std::move(batch)));
      for (std::size_t i = 0; i < rows.size() && first + i < next; ++i) {
        const auto& carried = outgoing.requests[first + i];
        auto answer = answered(rows[i], carried.path, carried.body);
        if (!is_final(answer.status)) {
          ++others[answer.status];
          continue;
        }
        ++(answer.status == 201 ? counts.fresh : answer.status == 200 ? counts.known : counts.refused);
        incoming.answers.push_back(std::move(answer));
      }
    }
    for (const auto& [status, count] : others) complain(folder, explain(status, count));
    report_.kiosks.push_back(std::move(counts));
    return {};
  }

  Result<> put_answers(stick::Incoming incoming) {
    const auto folder = stick::folder_of(incoming.kiosk);
    incoming.epoch = standing_.text_or("epoch", "");
    WV_TRY(incoming.durable_until, base::parse_rfc3339(standing_.text_or("duurzaamTot", "")));
    WV_TRY(incoming.time, base::parse_rfc3339(standing_.text_or("tijd", "")));
    const auto bytes = stick::sign(incoming, *key_, thumbprint(key_->public_key));
    if (auto put = world_.stick.write(folder / stick::receipts, bytes); !put) complain(folder, put.error());
    return {};
  }

  Result<> put_content() {
    WV_TRY(const auto content, published_content(world_.files, world_.repository));
    const auto root = path(stick::folder) / stick::content;
    if (auto put = put_content_on(world_.stick, root, content); !put)
      complain(root, put.error());
    else
      report_.files = content.size();
    return {};
  }

  StickWorld world_;
  const base::KeyPair* key_ = nullptr;
  Json standing_;
  std::vector<stick::Incoming> answered_;
  StickReport report_;
};

}  // namespace

Json to_json(const StickReport& report) {
  Json kiosks = Json::array(), faults = Json::array();
  for (const auto& kiosk : report.kiosks)
    kiosks.push(Json::object({{"kioskId", kiosk.kiosk.value},
                              {"nieuw", kiosk.fresh},
                              {"bekend", kiosk.known},
                              {"geweigerd", kiosk.refused}}));
  for (const auto& fault : report.faults) faults.push(fault);
  return Json::object({{"kiosken", std::move(kiosks)},
                       {"aanmeldingen", report.enrolled},
                       {"inhoudBestanden", static_cast<std::int64_t>(report.files)},
                       {"fouten", std::move(faults)}});
}

Result<StickReport> exchange_with_stick(StickWorld world) {
  return Exchange(std::move(world)).run();
}

Result<> put_invitation_on(base::Files& stick, std::string_view invitation) {
  WV_CHECK(stick.make_folder(path(stick::folder)));
  return stick.write(path(stick::folder) / stick::invitation, base::as_bytes(std::string(invitation) + "\n"));
}

}  // namespace wv::central
