// An address that is not encrypted is only good for this machine, and a hash has its length.
#include "sync/settings/connection.h"

#include "sync/base/encoding.h"
#include "sync/settings/layers.h"
#include "sync/settings/reader.h"

namespace wv::settings {
namespace {

bool is_loopback(std::string_view url) {
  for (const std::string_view host : {"http://127.0.0.1", "http://localhost", "http://[::1]"}) {
    if (!url.starts_with(host)) continue;
    const std::string_view rest = url.substr(host.size());
    if (rest.empty() || rest.front() == ':' || rest.front() == '/') return true;
  }
  return false;
}

std::string wrong_url(const std::string& text) {
  if (text.empty() || text.starts_with("https://") || is_loopback(text)) return "";
  return "must begin with https:// (http:// only for 127.0.0.1, localhost or [::1])";
}

std::string wrong_hash(const std::string& text) {
  const auto bytes = base::from_hex(text);
  return text.empty() || (bytes && bytes->size() == 32) ? ""
                                                        : "must be the 64 hexadecimal digits of a SHA-256";
}

}  // namespace

Fields connection_fields(Connection& into) {
  Fields fields;
  fields.push_back(text("centraal.url", into.url, 400, wrong_url).needs_restart());
  fields.push_back(text("centraal.wortel_sha256", into.root_sha256, 64, wrong_hash).needs_restart());
  fields.push_back(text("centraal.ca_bestand", into.ca_file, 400).needs_restart());
  return fields;
}

FoundConnection read_connection(const base::Files& files, const std::filesystem::path& file,
                                const std::filesystem::path& shown_as) {
  auto layers = read_layers(files, file, shown_as);
  FoundConnection found;
  auto reading = read(layers.documents, connection_fields(found.connection), Strange::InOwnTables);
  found.mistakes = std::move(layers.mistakes);
  found.mistakes.insert(found.mistakes.end(), reading.mistakes.begin(), reading.mistakes.end());
  found.missing = layers.missing;
  return found;
}

FoundConnection read_connection_or_last_good(const base::Files& files, const std::filesystem::path& file,
                                             const std::filesystem::path& last_good) {
  auto found = read_connection(files, file, file);
  if (found.mistakes.empty()) return found;
  auto kept = read_connection(files, last_good, last_good);
  if (kept.missing || !kept.mistakes.empty()) return found;
  return {std::move(kept.connection), std::move(found.mistakes), false, true};
}

}  // namespace wv::settings
