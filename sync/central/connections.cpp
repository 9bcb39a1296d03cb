// Reads koppelingen.toml and gives each connection its secret and its own HTTP.
#include "sync/central/connections.h"

#include <set>

#include "sync/edge/curl_http.h"
#include "sync/wire/reader.h"

namespace wv::central {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;
using relay::KlantinteractiesSettings;
using relay::WebhookSettings;
using wire::Members;
using wire::Need;
using wire::Node;

constexpr std::int64_t shortest_reaction = 100, longest_reaction = 10'000;

std::string name_in(Members& members, const Node& node) {
  auto name = members.text("naam", Need::Required);
  if (name.size() > 40 ||
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
    node.say("naam: at most 40 of a-z, 0-9 and hyphen");
  return name;
}

std::string url_in(Members& members) {
  auto url = members.text("url", Need::Required);
  while (url.ends_with('/')) url.pop_back();
  return url;
}

bool yes(Members& members, std::string_view key, bool otherwise) {
  const auto node = members.find(key);
  return node ? node->boolean() : otherwise;
}

Connection read_klantinteracties(const Node& node) {
  Members members(node);
  KlantinteractiesSettings settings;
  settings.name = name_in(members, node);
  settings.url = url_in(members);
  if (const auto series = members.find("nummerreeks")) {
    settings.series = series->text();
    if (settings.series.empty() || settings.series.size() > 4 || settings.series.front() == '0' ||
        settings.series.find_first_not_of("0123456789") != std::string::npos)
      series->say("1 to 4 digits, the first of them no 0");
  }
  if (const auto channel = members.find("kanaal")) settings.channel = channel->text();
  if (const auto most = members.find("reactie_tekens")) {
    const auto characters = most->integer();
    if (characters < shortest_reaction || characters > longest_reaction) most->say("between 100 and 10000");
    settings.longest_reaction =
        static_cast<std::size_t>(std::clamp(characters, shortest_reaction, longest_reaction));
  }
  settings.confidential = yes(members, "vertrouwelijk", true);
  const fs::path secret = members.text("token_bestand", Need::Required);
  return {std::move(settings), secret, members.text("ca_bestand")};
}

Connection read_webhook(const Node& node) {
  Members members(node);
  WebhookSettings settings;
  settings.name = name_in(members, node);
  settings.url = url_in(members);
  settings.interest =
      yes(members, "kiosken", true) ? relay::Interest::IdeasAndKiosks : relay::Interest::Ideas;
  settings.tells =
      yes(members, "teksten", false) ? WebhookSettings::Tells::Texts : WebhookSettings::Tells::Ids;
  const fs::path secret = members.text("geheim_bestand", Need::Required);
  return {std::move(settings), secret, members.text("ca_bestand")};
}

const std::string& name_of(const Connection& connection) {
  return std::visit([](const auto& settings) -> const std::string& { return settings.name; },
                    connection.settings);
}

Result<base::Secret> read_secret(const base::Files& files, const fs::path& file) {
  WV_TRY(auto bytes, files.read(file));
  std::string_view text = base::as_text(bytes);
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  base::Secret secret(text);
  base::wipe(bytes);
  if (secret.empty()) return fail(ErrorCode::Invalid, file.string() + " is empty");
  return secret;
}

Result<std::unique_ptr<relay::Target>> open_one(const base::Files& files, const fs::path& folder,
                                                Connection connection, const base::Clock& clock) {
  // A name without a folder is looked for beside the file that names it.
  WV_TRY(auto secret, read_secret(files, folder / connection.secret_file));
  auto http =
      edge::curl_http({.ca_file = connection.ca_file.empty() ? fs::path() : folder / connection.ca_file,
                       .user_agent = "wijkvenster-central"});
  if (auto* register_settings = std::get_if<KlantinteractiesSettings>(&connection.settings))
    return relay::klantinteracties(std::move(*register_settings), std::move(secret), std::move(http));
  auto key = relay::webhook_key(secret.view());
  if (!key) return base::pass(key, connection.secret_file.string());
  return relay::webhook(std::move(std::get<WebhookSettings>(connection.settings)), std::move(*key),
                        std::move(http), clock);
}

}  // namespace

std::expected<std::vector<Connection>, content::Findings> read_connections(const std::string& file,
                                                                           std::string_view toml) {
  const auto document = content::read_toml(file, toml);
  if (!document) return std::unexpected(content::Findings{document.error()});
  model::Problems problems;
  std::vector<Connection> all;
  {
    Members members(Node{&document->json, "", &problems});
    all = members.list("klantinteracties", Need::Optional, read_klantinteracties);
    for (auto& hook : members.list("webhook", Need::Optional, read_webhook)) all.push_back(std::move(hook));
  }
  std::set<std::string> names;
  for (const auto& connection : all)
    if (!names.insert(name_of(connection)).second)
      problems.push_back({"", "two connections are called '" + name_of(connection) + "'"});
  if (problems.empty()) return all;
  content::Findings findings;
  for (const auto& problem : problems) findings.push_back(content::locate(*document, problem));
  return std::unexpected(std::move(findings));
}

Result<Targets> open_connections(const base::Files& files, const fs::path& file, const base::Clock& clock) {
  WV_TRY(const auto bytes, files.read(file));
  auto connections = read_connections(file.string(), base::as_text(bytes));
  if (!connections) {
    std::string all;
    for (const auto& finding : connections.error()) all += (all.empty() ? "" : "\n") + finding.text();
    return fail(ErrorCode::Invalid, all);
  }
  Targets targets;
  for (auto& connection : *connections) {
    WV_TRY(auto target, open_one(files, fs::absolute(file).parent_path(), std::move(connection), clock));
    targets.push_back(std::move(target));
  }
  return targets;
}

}  // namespace wv::central
