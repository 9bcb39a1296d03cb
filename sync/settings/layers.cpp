// Reads the kiosk's own file first, because it says which others come in front of it.
#include "sync/settings/layers.h"

#include <algorithm>

#include "sync/base/utf8.h"

namespace wv::settings {
namespace {

namespace fs = std::filesystem;
using base::Json;

constexpr std::uintmax_t most_bytes = 256 * 1024;
constexpr std::size_t most_layers = 8, longest_name = 400;
constexpr const char* layers_key = "lagen";

enum class Links { Follow, Refuse };

// Why a file cannot be one with settings; empty when it can, or when there is none.
std::string unfit(const fs::path& file, Links links) {
  std::error_code error;
  if (links == Links::Refuse && fs::is_symlink(fs::symlink_status(file, error)))
    return "is a link to another file; put the file itself here";
  const auto status = fs::status(file, error);
  if (!fs::exists(status)) return "";
  if (fs::is_directory(status)) return "is a folder, not a file";
  // Not even opened: a pipe would keep us waiting.
  if (!fs::is_regular_file(status)) return "is not an ordinary file";
  if (fs::file_size(file, error) > most_bytes) return "is larger than 256 KiB, so these are no settings";
  return "";
}

class Collector {
 public:
  Collector(const base::Files& files, fs::path file, fs::path shown_as)
      : files_(files), file_(std::move(file)), shown_as_(std::move(shown_as)) {}

  Layers collect() {
    auto own = own_file();
    if (!own) return std::move(found_);
    if (const auto* named = own->json.find(layers_key)) front(*own, *named);
    take_out(*own, layers_key);
    found_.documents.push_back(*std::move(own));
    return std::move(found_);
  }

 private:
  std::optional<content::TomlDocument> own_file() {
    if (const auto why = unfit(file_, Links::Follow); !why.empty()) return say(shown_as_.string(), why);
    const auto bytes = files_.read(file_);
    if (bytes) return parse(*bytes, shown_as_.string());
    found_.missing = bytes.error().code == base::ErrorCode::NotFound;
    if (!found_.missing) say(shown_as_.string(), bytes.error().message);
    return std::nullopt;
  }

  void front(const content::TomlDocument& own, const Json& named) {
    const auto wrongs = layers_field().take(named);
    for (const auto& [below, message] : wrongs) say_at(own, below, message);
    if (!wrongs.empty()) return;
    for (std::size_t i = 0; i < named.items()->size(); ++i)
      layer(own, *(*named.items())[i].text(), base::pointer_to("", i));
  }

  void layer(const content::TomlDocument& own, const std::string& name, const std::string& below) {
    const auto file = file_.parent_path() / name;
    if (file.lexically_normal() == file_.lexically_normal())
      return say_at(own, below, "\"" + name + "\" is this file itself");
    if (const auto why = unfit(file, Links::Refuse); !why.empty())
      return say_at(own, below, "\"" + name + "\" " + why);
    const auto bytes = files_.read(file);
    if (!bytes) return say_at(own, below, unread(name, bytes.error()));
    auto document = parse(*bytes, (shown_as_.parent_path() / name).string());
    if (!document) return;
    if (document->json.find(layers_key)) {
      say_at(*document, "", "a layer names no layers itself; name them all in " + shown_as_.string());
      take_out(*document, layers_key);
    }
    found_.documents.push_back(*std::move(document));
  }

  std::string unread(const std::string& name, const base::Error& error) const {
    if (error.code != base::ErrorCode::NotFound) return error.message;
    const auto folder = shown_as_.parent_path().string();
    return "there is no file \"" + name + "\"; the name counts from " +
           (folder.empty() ? "the folder of this file" : folder);
  }

  std::optional<content::TomlDocument> parse(const base::Bytes& bytes, const std::string& name) {
    found_.bytes.push_back(bytes);
    auto document = read_document(base::as_text(bytes), name);
    if (document) return *std::move(document);
    found_.mistakes.push_back(document.error());
    return std::nullopt;
  }

  std::nullopt_t say(const std::string& file, const std::string& message) {
    found_.mistakes.push_back({file, 0, "", message});
    return std::nullopt;
  }

  void say_at(const content::TomlDocument& document, const std::string& below, const std::string& message) {
    found_.mistakes.push_back(content::locate(document, {base::pointer_to("", layers_key) + below, message}));
  }

  static void take_out(content::TomlDocument& document, std::string_view name) {
    std::erase_if(*document.json.members(), [&](const auto& member) { return member.key == name; });
  }

  const base::Files& files_;
  fs::path file_, shown_as_;
  Layers found_;
};

Wrongs check_names(const Json& value) {
  const auto* items = value.items();
  if (!items) return {{"", "must be a list of file names such as [\"gemeente.toml\"]"}};
  if (items->size() > most_layers)
    return {{"", "must name at most " + std::to_string(most_layers) + " layers"}};
  Wrongs wrongs;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < items->size(); ++i) {
    std::string name;
    for (auto& wrong : text("", name, longest_name).take((*items)[i]))
      wrongs.push_back({base::pointer_to("", i), std::move(wrong.message)});
    if (!wrongs.empty()) continue;
    if (base::strip(name).empty()) wrongs.push_back({base::pointer_to("", i), "must not be empty"});
    if (std::ranges::find(names, name) != names.end())
      wrongs.push_back({base::pointer_to("", i), "\"" + name + "\" is named twice"});
    names.push_back(std::move(name));
  }
  return wrongs;
}

}  // namespace

Layers read_layers(const base::Files& files, const fs::path& file, const fs::path& shown_as) {
  return Collector(files, file, shown_as).collect();
}

std::expected<content::TomlDocument, content::Finding> read_document(std::string_view toml,
                                                                     const std::string& name) {
  auto document = content::read_toml(name, toml);
  if (!document) document.error().message.insert(0, "this is no TOML: ");
  return document;
}

Field layers_field() {
  return {layers_key, {Rule::Kind::Layers, 0, most_layers, "", {}}, Json::array(), check_names};
}

}  // namespace wv::settings
