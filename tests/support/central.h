// A central for tests: a store on a real disk, a clock that only moves when told, chance from a seed.
#pragma once

#include <filesystem>
#include <future>
#include <memory>
#include <string>

#include "sync/base/encoding.h"
#include "sync/base/log.h"
#include "sync/base/uuid.h"
#include "sync/central/desk.h"
#include "sync/central/repository.h"
#include "sync/central/routes.h"
#include "sync/central/sql_store.h"
#include "sync/central/sqlite_sql.h"
#include "sync/edge/disk.h"
#include "sync/wire/enrolment.h"
#include "sync/wire/heartbeat.h"
#include "sync/wire/idea.h"
#include "sync/wire/token.h"
#include "tests/support/catch.h"

namespace wv::test {

using base::as_bytes;
using base::Json;
using central::Request;
using central::Response;

class FixedClock final : public base::Clock {
 public:
  base::Instant now() const override { return at; }
  base::Millis monotonic() const override { return base::Millis(at.time_since_epoch().count()); }
  base::LocalTime local(base::Instant there) const override {
    const auto midnight = std::chrono::floor<std::chrono::days>(there);
    return {base::Day{midnight}, std::chrono::floor<std::chrono::minutes>(there - midnight), {}};
  }
  base::Instant at = *base::parse_rfc3339("2026-03-01T10:00:00Z");
};

class SeededRandom final : public base::Random {
 public:
  explicit SeededRandom(std::uint64_t seed = 1) : state_(seed) {}
  void fill(std::span<std::uint8_t> out) override {
    for (auto& byte : out) {
      state_ = state_ * 6364136223846793005u + 1442695040888963407u;
      byte = static_cast<std::uint8_t>(state_ >> 56);
    }
  }

 private:
  std::uint64_t state_;
};

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "wv-central-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  std::filesystem::path path;
};

inline std::string content_mini() {
  return std::string(WV_SOURCE_DIR) + "/tests/support/content-mini";
}

// Whatever failed says why in the report of the test.
template <class T>
T must(base::Result<T> result) {
  if (!result) FAIL(result.error().message);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

// Waits for an answer that comes from the store's thread.
template <class T, class Ask>
base::Result<T> answer_to(Ask ask) {
  std::promise<base::Result<T>> promise;
  auto future = promise.get_future();
  ask([&promise](base::Result<T> answer) { promise.set_value(std::move(answer)); });
  return future.get();
}

inline constexpr base::Argon2Cost cheap{1, 8};

// A database that is the test's own: an SQLite file, or a schema where WV_POSTGRES says that there is a
// server.
class OwnStore {
 public:
  explicit OwnStore(const std::filesystem::path& folder) {
    const char* server = std::getenv("WV_POSTGRES");
    if (!server) {
      place.file = folder / "ideeen.db";
      return;
    }
    // The folder's name is unique, but for capitals, which a schema has not.
    std::string name = "wv";
    for (const char c : folder.filename().string())
      if (std::isalnum(static_cast<unsigned char>(c)) != 0)
        name += std::isupper(static_cast<unsigned char>(c)) != 0
                    ? std::string{'_', static_cast<char>(std::tolower(c))}
                    : std::string{c};
    place.postgres = central::PostgresPlace{server, name};
  }
  ~OwnStore() {
    if (!place.postgres) return;
    const auto sql = central::open_postgres(*place.postgres);
    if (!sql) return;
    const auto schemas =
        (*sql)->query("SELECT nspname FROM pg_namespace WHERE nspname LIKE $1", place.postgres->schema + "%");
    for (std::size_t i = 0; schemas && i < schemas->size(); ++i)
      (void)(*sql)->run("DROP SCHEMA " + (*schemas)[i].text_copy(0) + " CASCADE");
  }
  OwnStore(const OwnStore&) = delete;
  OwnStore& operator=(const OwnStore&) = delete;

  std::unique_ptr<central::Sql> reader() const {
    return must(place.postgres ? central::open_postgres(*place.postgres)
                               : central::open_sqlite(place.file, db::OpenMode::Read));
  }
  std::unique_ptr<central::Sql> writer() const {
    return must(place.postgres ? central::open_postgres(*place.postgres)
                               : central::open_sqlite(place.file, db::OpenMode::OwnShared));
  }
  std::int64_t count(const std::string& what) const {
    return must(reader()->query("SELECT count(*) FROM " + what)).front().integer(0);
  }

  // Is this a file, or "schema …", that is really there?
  bool has(const std::string& earlier) const {
    if (!place.postgres) return std::filesystem::exists(earlier);
    return count("pg_namespace WHERE 'schema ' || nspname='" + earlier + "'") == 1;
  }

  central::StorePlace place;
};

class Central {
 public:
  Central()
      : repository(files, secrets, folder.path / "repo"), signer{base::make_key_pair(random), "ontvangst"} {
    open();
  }

  void open(central::StoreLimits store_limits = {}) {
    close();
    store = must(central::open_store(own.place, base::make_uuid4(random), store_limits));
    limits.code_cost = cheap;
    routes = std::make_unique<central::Routes>(
        central::World{*store, signer, clock, random, log, repository.published(), workers, workers}, limits);
    desk = std::make_unique<central::Desk>(central::Desk::Setup{*store, &repository, clock, random, cheap});
  }
  void close() {
    desk.reset();
    routes.reset();
    store.reset();
  }

  Response send(Request request) {
    std::promise<Response> promise;
    auto future = promise.get_future();
    routes->handle(request, [&promise](Response response) { promise.set_value(std::move(response)); });
    return future.get();
  }
  Response get(const std::string& path, base::Headers headers = {}) {
    return send({"GET", "/kiosk/v1" + path, std::move(headers), "", "192.0.2.1"});
  }
  Response post(const std::string& path, std::string body, const std::string& remote = "192.0.2.1") {
    return send(
        {"POST", "/kiosk/v1" + path, {{"content-type", "application/json"}}, std::move(body), remote});
  }

  TemporaryFolder folder;
  OwnStore own{folder.path};
  FixedClock clock;
  SeededRandom random;
  edge::Disk files;
  edge::Disk secrets{edge::Disk::Access::OwnerOnly};
  base::Log log{[](std::string_view) {}};
  central::RouteLimits limits;
  central::Repository repository;
  central::Signer signer;
  central::Workers workers{0};  // the test's own thread
  std::unique_ptr<central::Store> store;
  std::unique_ptr<central::Routes> routes;
  std::unique_ptr<central::Desk> desk;
};

inline std::string body_of(const Response& response) {
  const auto* text = std::get_if<std::string>(&response.body);
  return text ? *text : std::string();
}
inline Json json_of(const Response& response) {
  auto json = base::parse_json(body_of(response));
  return json ? *json : Json();
}
inline std::string header_of(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return {};
}

// A kiosk with an identity, that makes requests as wijkvenster-sync does.
struct TestKiosk {
  base::KeyPair key;
  model::KioskId id;

  Request signed_request(Central& central, const std::string& method, const std::string& path,
                         std::string body) const {
    const auto token =
        wire::make_token(key, id, {method, path, as_bytes(body)}, central.clock.at, central.random);
    return {method,
            path,
            {{"content-type", "application/json"}, {"authorization", "Bearer " + token}},
            std::move(body),
            "192.0.2.1"};
  }
  Request idea_request(Central& central, const std::string& idea, std::string body) const {
    return signed_request(central, "PUT", "/kiosk/v1/ideeen/" + idea, std::move(body));
  }
  Response put(Central& central, const std::string& idea, const std::string& body) const {
    return central.send(idea_request(central, idea, body));
  }
  Response beat(Central& central, const std::string& ticket) const {
    const auto body = R"({"volgnummer":1,"bon":")" + ticket + R"(","inhoudVersie":0})";
    return central.send(signed_request(central, "PUT", "/kiosk/v1/kiosken/" + id.value + "/hartslag", body));
  }
};

inline std::string a_code(Central& central, const std::string& name, const std::string& channel = "mini") {
  std::string code;
  must(central.desk->ask(Json::object({{"vraag", "kiosk-toevoegen"}, {"naam", name}, {"kanaal", channel}}),
                         [&](const Json& row) {
                           code = row.text_or("code", "");
                           return true;
                         }));
  return code;
}

inline std::string enrolment_body(const std::string& code, const base::KeyPair& key) {
  return R"({"code":")" + code + R"(","publiekeSleutel":")" + base::to_base64url(key.public_key) + R"("})";
}

inline TestKiosk a_kiosk(Central& central, const std::string& name = "kiosk") {
  TestKiosk kiosk{base::make_key_pair(central.random), {}};
  const auto code = a_code(central, name);
  const auto answer = central.post("/aanmeldingen", enrolment_body(code, kiosk.key));
  REQUIRE(answer.status == 201);
  kiosk.id = {std::string(json_of(answer).text_or("kioskId", ""))};
  return kiosk;
}

inline std::string an_idea_id(Central& central) {
  return base::make_uuid7(central.clock.at, central.random);
}

inline std::string an_idea(std::int64_t sequence, const std::string& text = "Een bankje bij de speeltuin",
                           const std::string& reference = "") {
  auto json =
      Json::object({{"tekst", text}, {"ingevoerdOp", "2026-03-01T10:00:00Z"}, {"volgnummer", sequence}});
  if (!reference.empty()) json.set("referentieHash", reference);
  return base::to_text(json);
}

}  // namespace wv::test
