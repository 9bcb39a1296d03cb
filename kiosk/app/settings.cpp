// Reads the settings key by key; whatever is not understood is a mistake with a line, never a guess. toml++
// stays here.
#include "kiosk/app/settings.h"

#include <toml++/toml.h>

#include <algorithm>
#include <functional>
#include <map>

#include "sync/base/encoding.h"
#include "sync/base/utf8.h"
#include "sync/model/check.h"

namespace wv::app {
namespace {

constexpr std::string_view known_languages[] = {"nl", "en", "tr", "pl", "uk", "ar", "pap", "ti"};

class Reader {
 public:
  Reader(std::string_view file, SettingsMistakes& mistakes) : file_(file), mistakes_(mistakes) {}

  using Take = std::function<void(const toml::node& value, const std::string& key)>;
  using Known = std::map<std::string, Take, std::less<>>;

  // Gives every member to its taker; a member that has none is a mistake.
  void table(const toml::table& table, const std::string& path, const Known& known) {
    for (const auto& [key, value] : table) {
      const std::string name = path.empty() ? std::string(key.str()) : path + "." + std::string(key.str());
      const auto taker = known.find(key.str());
      if (taker == known.end()) {
        mistake(value, name, "this key does not exist; known here: " + names(known));
      } else {
        taker->second(value, name);
      }
    }
  }

  Take section(const Known& known) {
    return [this, known](const toml::node& value, const std::string& key) {
      if (!value.is_table()) return mistake(value, key, "must be a table: [" + key + "]");
      table(*value.as_table(), key, known);
    };
  }

  Take text(std::string& into, std::size_t most, std::function<std::string(const std::string&)> wrong = {}) {
    return [this, &into, most, wrong = std::move(wrong)](const toml::node& value, const std::string& key) {
      const auto* given = value.as_string();
      if (!given) return mistake(value, key, "must be a text between quotes");
      const std::string& words = given->get();
      if (base::count_code_points(words) > most) {
        return mistake(value, key, "is longer than " + std::to_string(most) + " characters");
      }
      if (const std::string why = wrong ? wrong(words) : ""; !why.empty()) return mistake(value, key, why);
      into = words;
    };
  }

  Take number(std::function<void(int)> set, int least, int most, std::string unit) {
    return [this, set = std::move(set), least, most, unit = std::move(unit)](const toml::node& value,
                                                                             const std::string& key) {
      const auto* given = value.as_integer();
      if (!given) return mistake(value, key, "must be a whole number of " + unit);
      if (given->get() < least || given->get() > most) {
        return mistake(value, key,
                       "must be from " + std::to_string(least) + " to " + std::to_string(most) + " " + unit);
      }
      set(static_cast<int>(given->get()));
    };
  }

  Take yes_or_no(bool& into) {
    return [this, &into](const toml::node& value, const std::string& key) {
      const auto* given = value.as_boolean();
      if (!given) return mistake(value, key, "must be true or false");
      into = given->get();
    };
  }

  // One of a few words.
  template <class Choice>
  Take one_of(Choice& into, std::map<std::string, Choice> words) {
    return [this, &into, words = std::move(words)](const toml::node& value, const std::string& key) {
      const auto* given = value.as_string();
      const auto found = given ? words.find(given->get()) : words.end();
      if (found != words.end()) {
        into = found->second;
        return;
      }
      std::string list;
      for (const auto& [word, choice] : words) list += (list.empty() ? "\"" : ", \"") + word + "\"";
      mistake(value, key, "must be one of " + list);
    };
  }

  Take languages(std::vector<model::Lang>& into) {
    return [this, &into](const toml::node& value, const std::string& key) {
      const auto* list = value.as_array();
      if (!list || list->empty()) return mistake(value, key, "must be a list such as [\"nl\", \"en\"]");
      std::vector<model::Lang> found;
      for (const auto& item : *list) {
        const auto* lang = item.as_string();
        const bool fits = lang &&
                          std::ranges::find(known_languages, lang->get()) != std::end(known_languages) &&
                          std::ranges::find(found, lang->get()) == found.end();
        if (!fits)
          return mistake(item, key, "must hold different languages out of nl, en, tr, pl, uk, ar, pap, ti");
        found.push_back(lang->get());
      }
      into = std::move(found);
    };
  }

  void mistake(const toml::node& at, const std::string& key, const std::string& message) {
    mistakes_.push_back(file_ + ":" + std::to_string(at.source().begin.line) + ": " + key + ": " + message);
  }
  void mistake(const toml::parse_error& error) {
    mistakes_.push_back(file_ + ":" + std::to_string(error.source().begin.line) +
                        ": this is no TOML: " + std::string(error.description()));
  }

 private:
  static std::string names(const Known& known) {
    std::string list;
    for (const auto& [name, taker] : known) list += (list.empty() ? "" : ", ") + name;
    return list;
  }

  std::string file_;
  SettingsMistakes& mistakes_;
};

std::string wrong_id(const std::string& text) {
  return model::is_id(text) ? "" : "must be an id of small letters, digits and hyphens, such as \"noord\"";
}

std::string wrong_name(const std::string& text) {
  return base::strip(text).empty() ? "must not be empty" : "";
}

std::string wrong_pin(const std::string& text) {
  if (text.empty() || text.starts_with("$argon2id$")) return "";
  return "must be a hash that begins with $argon2id$; make one with: wijkvenster --hash-pin";
}

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

void read_all(Reader& reader, const toml::table& document, Settings& settings) {
  reader.table(
      document, "",
      {
          {"plek", reader.section({
                       {"naam", reader.text(settings.place.name, 60, wrong_name)},
                       {"gebied", reader.text(settings.place.area.value, 64, wrong_id)},
                       {"plek", reader.text(settings.place.place.value, 64, wrong_id)},
                   })},
          {"scherm",
           reader.section({
               {"breedte_mm", reader.number([&](int mm) { settings.panel.width_mm = mm; }, 80, 3000, "mm")},
               {"hoogte_mm", reader.number([&](int mm) { settings.panel.height_mm = mm; }, 80, 3000, "mm")},
               {"hoogte_boven_vloer_mm",
                reader.number([&](int mm) { settings.panel.above_floor_mm = mm; }, 0, 2500, "mm")},
               {"beweging", reader.yes_or_no(settings.panel.motion)},
           })},
          {"geluid",
           reader.section({
               {"sterkte",
                reader.number([&](int level) { settings.sound.volume = level; }, 1, 5, "(1 is soft)")},
               {"sterkte_hoogste",
                reader.number([&](int level) { settings.sound.loudest = level; }, 1, 5, "(5 is loud)")},
               {"koptelefoon", reader.one_of(settings.sound.headphones,
                                             {{"aansluiting", Settings::Sound::Headphones::AsPluggedIn},
                                              {"altijd", Settings::Sound::Headphones::Always},
                                              {"nooit", Settings::Sound::Headphones::Never}})},
           })},
          {"thema", reader.section({
                        {"licht", reader.text(settings.themes.light, 400)},
                        {"donker", reader.text(settings.themes.dark, 400)},
                    })},
          {"talen", reader.languages(settings.languages)},
          {"rust_na_s",
           reader.number([&](int s) { settings.idle = std::chrono::seconds(s); }, 60, 300, "seconds")},
          {"pin_hash", reader.text(settings.pin_hash, 200, wrong_pin)},
          {"telefoon_hulp", reader.text(settings.help_phone, 40)},
          {"centraal", reader.section({
                           {"url", reader.text(settings.central.url, 400, wrong_url)},
                           {"wortel_sha256", reader.text(settings.central.root_sha256, 64, wrong_hash)},
                           {"ca_bestand", reader.text(settings.central.ca_file, 400)},
                       })},
      });
}

}  // namespace

std::expected<Settings, SettingsMistakes> read_settings(std::string_view toml, std::string_view file_name) {
  Settings settings;
  SettingsMistakes mistakes;
  Reader reader(file_name, mistakes);
  try {
    read_all(reader, toml::parse(toml), settings);
  } catch (const toml::parse_error& error) {
    reader.mistake(error);
  }
  if (!mistakes.empty()) return std::unexpected(std::move(mistakes));
  return settings;
}

namespace {

LoadedSettings last_good_settings(base::Files& files, const std::filesystem::path& last_good,
                                  SettingsMistakes mistakes) {
  const auto bytes = files.read(last_good);
  if (bytes) {
    if (auto settings = read_settings(base::as_text(*bytes), last_good.filename().string())) {
      return {*std::move(settings), std::move(mistakes), true};
    }
  }
  return {Settings{}, std::move(mistakes), false};
}

}  // namespace

LoadedSettings load_settings(base::Files& files, const std::filesystem::path& file,
                             const std::filesystem::path& last_good) {
  const auto bytes = files.read(file);
  if (!bytes) {
    if (bytes.error().code == base::ErrorCode::NotFound) return {};
    return last_good_settings(files, last_good, {file.filename().string() + ": " + bytes.error().message});
  }
  auto settings = read_settings(base::as_text(*bytes), file.filename().string());
  if (!settings) return last_good_settings(files, last_good, std::move(settings).error());
  const auto kept = files.read(last_good);
  if (!kept || *kept != *bytes) {
    // Without the copy the kiosk works just as well today; the next mistake would fall back further.
    (void)files.write(last_good, *bytes);
  }
  return {*std::move(settings), {}, false};
}

}  // namespace wv::app
