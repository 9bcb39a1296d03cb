// A central without sockets: it serves a repository in memory, keeps ideas and signs receipts, as the real
// one does.
#pragma once

#include "sync/wire/command.h"
#include "sync/wire/enrolment.h"
#include "sync/wire/heartbeat.h"
#include "sync/wire/problem.h"
#include "sync/wire/receipt.h"
#include "sync/wire/token.h"
#include "tests/support/scripted_http.h"
#include "tests/support/small_content.h"

namespace wv::test {

inline base::HttpResponse json_answer(int status, base::Bytes body) {
  return {status, {{"api-version", "1.0.0"}, {"content-type", "application/json"}}, std::move(body), true};
}
inline base::HttpResponse problem_answer(int status, std::string type = {}, base::Headers more = {}) {
  wire::ProblemDetails problem;
  problem.type = std::move(type);
  problem.status = status;
  problem.title = "Dat ging niet goed";
  problem.detail = "Dat ging niet goed.";
  base::HttpResponse response{status,
                              {{"api-version", "1.0.0"}, {"content-type", "application/problem+json"}},
                              wire::to_bytes(problem),
                              true};
  response.headers.insert(response.headers.end(), more.begin(), more.end());
  return response;
}
inline base::HttpResponse portal_page() {
  return {
      200, {{"content-type", "text/html; charset=utf-8"}}, bytes_of("<html>Welkom op de wifi</html>"), true};
}

class FakeCentral {
 public:
  FakeCentral(const VirtualClock& kiosk_clock, SeededRandom& random)
      : clock_(kiosk_clock), random_(random), repository(kiosk_clock.now()) {
    receipt_key = base::make_key_pair(random);
    publish();
  }

  void publish(std::string_view profile = "Noord is groen.", std::string_view status = "ontvangen") {
    repository.publish(content_of_publisher(receipt_key.public_key, profile), content_of_central(status));
  }
  base::Instant now() const { return clock_.now() + clock_ahead; }
  // A code was given out for a kiosk that nobody has seen yet.
  void expect_another_kiosk(std::string its_code) {
    code = std::move(its_code);
    device_key.reset();
    heartbeats.clear();
    ticket_.clear();
    earlier_ticket_.clear();
  }

  base::Result<base::HttpResponse> answer(const base::HttpRequest& request) {
    const std::string path = request.url.substr(std::string("https://centraal.test").size());
    if (path.starts_with(content_path)) return serve(path.substr(content_path.size()), request);
    if (path == "/kiosk/v1/aanmeldingen") return enrol(request);
    if (path.starts_with(ideas_path)) return keep(path, request);
    if (path.starts_with(supports_path)) return keep_support(path, request);
    if (path.starts_with(commands_path)) return take_result(path, request);
    if (path.starts_with("/kiosk/v1/kiosken/")) return beat(path, request);
    return problem_answer(404);
  }

  static inline const std::string address = "https://centraal.test/kiosk/v1";
  static inline const std::string content_path = "/kiosk/v1/inhoud/voorbeeld/";
  static inline const std::string ideas_path = "/kiosk/v1/ideeen/";
  static inline const std::string supports_path = "/kiosk/v1/steunbetuigingen/";
  static inline const std::string kiosk_id = "019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f";
  static inline const std::string commands_path = "/kiosk/v1/kiosken/" + kiosk_id + "/opdrachten/";

  // A command for this kiosk, signed and on its way with the next heartbeat. Answers its id.
  std::string command(wire::Deed deed, std::string notice = {}) {
    wire::Command command{"", {kiosk_id}, deed,  std::move(notice),
                          {}, {},         now(), now() + std::chrono::hours(72)};
    command.id = "019a5e3c-7d10-4c3a-9f0e-00000000000" + std::to_string(++command_number_);
    if (!command.notice.empty()) command.last_day = base::Day{std::chrono::floor<std::chrono::days>(now())};
    if (deed == wire::Deed::Dark) command.until = now() + std::chrono::hours(8);
    commands.push_back(wire::sign_command(command, receipt_key, "ontvangst-1"));
    return command.id;
  }

 private:
  const VirtualClock& clock_;
  SeededRandom& random_;

 public:
  TufRepository repository;
  base::KeyPair receipt_key;
  std::optional<base::PublicKey> device_key;
  std::string code = "7K3MZ90QTC";
  std::string epoch = "5d1e0000-0000-4000-8000-000000000001";
  base::Instant durable_until{};
  base::Millis clock_ahead{0};
  std::map<std::string, base::Bytes> ideas;  // by id
  std::vector<std::string> order;            // ids as they came in
  std::map<std::string, base::Bytes> supports;
  bool idea_is_gone = false;  // support for it is refused
  std::vector<wire::Heartbeat> heartbeats;
  std::vector<wire::Order> orders;
  std::vector<std::string> commands;                   // sent with each heartbeat
  std::map<std::string, wire::CommandResult> results;  // of commands, by id
  int tokens_refused = 0;

 private:
  static std::string etag_of(const base::Bytes& bytes) {
    return "\"" + base::to_hex(base::sha256(bytes)) + "\"";
  }

  base::HttpResponse serve(const std::string& name, const base::HttpRequest& request) {
    const auto found = repository.files.find(name);
    if (found == repository.files.end()) return problem_answer(404);
    const base::Bytes& bytes = found->second;
    const std::string etag = etag_of(bytes);
    base::HttpResponse response = json_answer(200, bytes);
    response.headers[1].second = "application/octet-stream";
    response.headers.emplace_back("etag", etag);
    if (request_header(request, "If-None-Match") == etag) {
      response.status = 304;
      response.body.clear();
      return response;
    }
    const std::string range = request_header(request, "Range");
    if (range.empty() ||
        (!request_header(request, "If-Range").empty() && request_header(request, "If-Range") != etag)) {
      return response;
    }
    const std::size_t begin = std::stoull(range.substr(6));
    if (begin >= bytes.size()) return problem_answer(416);
    response.status = 206;
    response.body.erase(response.body.begin(), response.body.begin() + static_cast<std::ptrdiff_t>(begin));
    response.headers.emplace_back("content-range", "bytes " + std::to_string(begin) + "-" +
                                                       std::to_string(bytes.size() - 1) + "/" +
                                                       std::to_string(bytes.size()));
    return response;
  }

  base::HttpResponse enrol(const base::HttpRequest& request) {
    const auto enrolment = wire::read_enrolment(request.body);
    if (!enrolment) return problem_answer(400);
    if (enrolment->code != code || (device_key && *device_key != enrolment->public_key))
      return problem_answer(403);
    device_key = enrolment->public_key;
    return json_answer(201, wire::to_bytes(wire::Enrolled{{kiosk_id}, "voorbeeld", epoch}));
  }

  // 401 with a Date, as the real one answers to a token of another time.
  std::optional<base::HttpResponse> refuse_token(const std::string& path, const base::HttpRequest& request) {
    const std::string token = request_header(request, "Authorization").substr(7);
    const auto verified =
        wire::verify_token(token, device_key.value(), {request.method, path, request.body}, now());
    if (verified) return std::nullopt;
    ++tokens_refused;
    return problem_answer(401, std::string(wire::clock_differs), {{"date", http_date(now())}});
  }

  base::HttpResponse keep(const std::string& path, const base::HttpRequest& request) {
    if (auto refused = refuse_token(path, request)) return *refused;
    const std::string id = path.substr(ideas_path.size());
    const bool known = ideas.contains(id);
    if (known && ideas.at(id) != request.body) return problem_answer(409, std::string(wire::other_bytes));
    if (!known) order.push_back(id);
    ideas[id] = request.body;
    const auto received = std::chrono::floor<std::chrono::seconds>(now());
    return json_answer(known ? 200 : 201,
                       wire::to_bytes(wire::make_receipt({id}, base::sha256(request.body), received, epoch,
                                                         {kiosk_id}, receipt_key, "ontvangst-1")));
  }

  base::HttpResponse keep_support(const std::string& path, const base::HttpRequest& request) {
    if (auto refused = refuse_token(path, request)) return *refused;
    if (idea_is_gone) return problem_answer(400);
    const std::string id = path.substr(supports_path.size());
    const bool known = !supports.emplace(id, request.body).second;
    const auto received = std::chrono::floor<std::chrono::seconds>(now());
    return json_answer(known ? 200 : 201, wire::to_bytes(wire::make_receipt(
                                              {id}, base::sha256(request.body), received, epoch, {kiosk_id},
                                              receipt_key, "ontvangst-1", wire::Acknowledged::Support)));
  }

  base::HttpResponse beat(const std::string& path, const base::HttpRequest& request) {
    if (auto refused = refuse_token(path, request)) return *refused;
    const auto heartbeat = wire::read_heartbeat(request.body);
    if (!heartbeat) return problem_answer(400);
    heartbeats.push_back(*heartbeat);
    if (heartbeat->ticket != ticket_ && heartbeat->ticket != earlier_ticket_) {
      return problem_answer(409, std::string(wire::kiosk_blocked));
    }
    earlier_ticket_ = heartbeat->ticket;
    ticket_ = "bon-" + std::to_string(heartbeats.size());
    return json_answer(200, wire::to_bytes(wire::HeartbeatAnswer{
                                epoch, durable_until, ticket_,
                                std::chrono::floor<std::chrono::seconds>(now()), orders, commands}));
  }

  base::HttpResponse take_result(const std::string& path, const base::HttpRequest& request) {
    if (auto refused = refuse_token(path, request)) return *refused;
    const auto result = wire::read_command_result(request.body);
    if (!result) return problem_answer(400);
    results[path.substr(commands_path.size())] = *result;
    return json_answer(200, bytes_of("{}"));
  }

 public:
  static std::string http_date(base::Instant moment) {
    static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const base::Day date{day};
    const std::string clock = base::to_rfc3339(moment).substr(11, 8);
    const auto number = static_cast<unsigned>(date.day());
    return std::string(days[std::chrono::weekday{day}.c_encoding()]) + ", " + (number < 10 ? "0" : "") +
           std::to_string(number) + " " + months[static_cast<unsigned>(date.month()) - 1] + " " +
           std::to_string(static_cast<int>(date.year())) + " " + clock + " GMT";
  }

 private:
  std::string ticket_, earlier_ticket_;
  int command_number_ = 0;
};

}  // namespace wv::test
