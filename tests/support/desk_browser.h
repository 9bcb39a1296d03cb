// The desk without a network, and a browser that keeps its cookie and fills in forms as a browser does.
#pragma once

#include <regex>

#include "sync/desk/gate.h"
#include "sync/desk/journal.h"
#include "sync/desk/shelf.h"
#include "sync/desk/site.h"
#include "sync/desk/sql_accounts.h"
#include "sync/desk/totp.h"
#include "sync/desk/workshop.h"
#include "tests/support/central.h"

namespace wv::test {

struct DeskSite : Central {
  DeskSite() {
    desk::GateLimits gate_limits;
    gate_limits.cost = cheap;
    gate.emplace(*accounts, clock, random, gate_limits);
  }
  std::unique_ptr<desk::Accounts> accounts = desk::open_accounts(*store);
  std::unique_ptr<desk::Journal> journal = desk::open_journal(*store);
  std::optional<desk::Gate> gate;
  desk::Shelf shelf{*store};
  central::Desk writing_desk{{*store, nullptr, clock, random, cheap}};

  std::filesystem::path content;  // folder that staff may work on
  std::optional<desk::Workshop> workshop;

  Response answer(const Request& request) {
    if (!workshop) workshop.emplace(desk::Workshop::Setup{files, content, repository, clock});
    return desk::Site({*store, repository, writing_desk, *desk, *accounts, *gate, shelf, *journal, *workshop,
                       files, clock})
        .handle(request);
  }
  // Everything in the log, oldest first, as "who what".
  std::vector<std::string> log_lines() {
    std::vector<std::string> lines;
    for (const auto& row : must(journal->rows(0, 1000)))
      lines.insert(lines.begin(), row.who + " " + row.what);
    return lines;
  }
  bool logged(const std::string& line) {
    const auto lines = log_lines();
    return std::ranges::find(lines, line) != lines.end();
  }
};

inline constexpr const char* good_password = "een lange zin om te onthouden";

class Browser {
 public:
  explicit Browser(DeskSite& site) : site_(site) {}

  Response get(const std::string& target) {
    return take(site_.answer({"GET", target, headers(), "", remote}));
  }
  // With the proof that the last page gave, unless a test says otherwise.
  Response post(const std::string& target, std::vector<std::pair<std::string, std::string>> fields) {
    fields.emplace_back("_bewijs", proof);
    return post_raw(target, body_of_form(fields));
  }
  Response post_raw(const std::string& target, const std::string& body) {
    auto all = headers();
    all.emplace_back("origin", origin);
    all.emplace_back("content-type", "application/x-www-form-urlencoded");
    return take(site_.answer({"POST", target, std::move(all), body, remote}));
  }
  static std::string body_of_form(const std::vector<std::pair<std::string, std::string>>& fields) {
    std::string body;
    for (const auto& [name, value] : fields)
      body += (body.empty() ? "" : "&") + name + "=" + desk::query_value(value);
    return body;
  }

  std::string cookie, proof, origin = "http://127.0.0.1:8080", remote = "192.0.2.7";

 private:
  base::Headers headers() const {
    base::Headers all = {{"host", "127.0.0.1:8080"}};
    if (!cookie.empty()) all.emplace_back("cookie", cookie);
    return all;
  }
  Response take(Response response) {
    const auto set = header_of(response, "Set-Cookie");
    if (!set.empty()) cookie = set.find("Max-Age=0") == std::string::npos ? set.substr(0, set.find(';')) : "";
    static const std::regex token("name=\"_bewijs\" value=\"([A-Za-z0-9_-]+)\"");
    const auto body = body_of(response);
    if (std::smatch found; std::regex_search(body, found, token)) proof = found[1];
    return response;
  }

  DeskSite& site_;
};

// The phone of an account that was set up here.
struct Phone {
  base::Secret secret;
  std::string code(const DeskSite& site) const {
    return must(desk::totp_code(secret, desk::totp_step(site.clock.at)));
  }
};

inline Phone an_account(DeskSite& site, const std::string& name, desk::Role role) {
  const desk::Gate::Invitation invitation{name, must(site.gate->invite(name, role)), "192.0.2.99"};
  Phone phone{must(site.gate->begin_setup(invitation))};
  must(site.gate->finish_setup(invitation, base::Secret(std::string_view(good_password)), phone.code(site)));
  site.clock.at += std::chrono::minutes(2);  // the code of the set-up has served
  return phone;
}

inline Response sign_in(Browser& browser, const std::string& name, const std::string& password,
                        const std::string& code) {
  return browser.post("/beheer/aanmelden", {{"account", name}, {"wachtwoord", password}, {"code", code}});
}

// A browser in which an account of this role has just come in.
inline Browser signed_in(DeskSite& site, desk::Role role, std::string name = "") {
  if (name.empty()) name = std::string(desk::role_word(role)) + "-noord";
  const auto phone = an_account(site, name, role);
  Browser browser(site);
  REQUIRE(sign_in(browser, name, good_password, phone.code(site)).status == 303);
  REQUIRE(browser.get("/beheer").status == 200);
  return browser;
}

}  // namespace wv::test
