// The new file is tried in the folder as publishing would read it, before a byte of it is written.
#include "sync/intake/keep.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <optional>
#include <set>

#include "sync/base/crypto.h"
#include "sync/base/encoding.h"
#include "sync/intake/rehearsal.h"

namespace wv::intake {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Json;
using base::Result;

constexpr std::string_view seal_line = "# Controle: ";

// Items in the order of their file, so that the place of a finding leads back to its item.
struct Draft {
  std::vector<std::string> areas;
  std::map<std::pair<std::size_t, std::string>, std::vector<const Item*>> lists;

  explicit Draft(const std::vector<Item>& items) {
    for (const auto& item : items) {
      auto area = std::ranges::find(areas, item.area);
      if (area == areas.end()) area = areas.insert(areas.end(), item.area);
      lists[{static_cast<std::size_t>(area - areas.begin()), item.list}].push_back(&item);
    }
  }

  Json json(const Keeping& keeping) const {
    Json all = Json::array();
    for (std::size_t i = 0; i < areas.size(); ++i) {
      Json area = Json::object({{"id", areas[i]}});
      for (const auto& [at, items] : lists) {
        if (at.first != i) continue;
        Json list = Json::array();
        for (const auto* item : items) list.push(item->value);
        area.set(at.second, std::move(list));
      }
      all.push(std::move(area));
    }
    return Json::object({{"bron", Json::object({{"soort", keeping.kind}, {"bestand", keeping.source}})},
                         {"gebieden", std::move(all)}});
  }

  // "gebieden[0].activiteiten[3].begin" → that item
  const Item* blamed(const std::string& key) const {
    std::size_t area = 0, index = 0;
    char list[24] = "";
    if (std::sscanf(key.c_str(), "gebieden[%zu].%23[a-z][%zu]", &area, list, &index) != 3) return nullptr;
    const auto found = lists.find({area, list});
    return found != lists.end() && index < found->second.size() ? found->second[index] : nullptr;
  }
};

std::string sealed(const std::string& body) {
  return std::string(seal_line) + base::to_hex(base::sha256(body)) + "\n" + body;
}

std::string text_of(const Draft& draft, const Keeping& keeping) {
  return sealed(
      "# Gemaakt door `wijkvenster-central import`. Een volgende invoer met dezelfde naam vervangt dit "
      "bestand.\n"
      "# Schrijf daarom liever in gebieden/*.toml. Weg uit de publicatie: verwijder dit bestand.\n\n" +
      content::write_toml(draft.json(keeping)));
}

bool is_as_written(const std::string& text) {
  const auto end = text.find('\n');
  return end != std::string::npos && text == sealed(text.substr(end + 1));
}

std::set<std::string> ids_in(const std::string& text, const std::string& file) {
  std::set<std::string> ids;
  const auto document = content::read_toml(file, text);
  const Json* areas = document ? document->json.find("gebieden") : nullptr;
  if (!areas || !areas->items()) return ids;
  for (const auto& area : *areas->items())
    for (const auto& [list, value] : *area.members())
      if (value.items())
        for (const auto& item : *value.items())
          ids.insert(std::string(area.text_or("id", "")) + "/" + list + "/" +
                     std::string(item.text_or("id", "")));
  return ids;
}

std::string id_of(const Item& item) {
  return item.area + "/" + item.list + "/" + std::string(item.value.text_or("id", ""));
}

class Keeper {
 public:
  Keeper(base::Files& files, const Keeping& keeping, Reading reading)
      : files_(files), keeping_(keeping), reading_(std::move(reading)), file_(kept_file(keeping.name)) {}

  Result<Report> keep() {
    WV_CHECK(look_at_old());
    WV_CHECK(rehearse());
    if (reading_.items.empty()) return nothing();
    Report report = compare();
    if (keeping_.mode == Keeping::Mode::DryRun) return report;
    WV_CHECK(files_.make_folder(keeping_.folder / "invoer"));
    WV_CHECK(files_.write(keeping_.folder / file_, base::as_bytes(text_)));
    report.written = true;
    return report;
  }

 private:
  Result<> look_at_old() {
    auto bytes = files_.read(keeping_.folder / file_);
    if (!bytes && bytes.error().code == ErrorCode::NotFound) return {};
    if (!bytes) return std::unexpected(bytes.error());
    old_ = std::string(base::as_text(*bytes));
    if (is_as_written(*old_) || keeping_.edited == Keeping::Edited::MayBeReplaced) return {};
    return base::fail(ErrorCode::Invalid,
                      file_ +
                          ": was changed by hand after the last import, so it is left as it is. Move what "
                          "was changed to the file of the area, or import with --replace");
  }

  // Until nothing more is wrong with what is new, or what is wrong lies elsewhere.
  Result<> rehearse() {
    const auto before = findings_of(files_, keeping_.folder);
    while (true) {
      const Draft draft(reading_.items);
      text_ = text_of(draft, keeping_);
      const auto after = findings_of(Rehearsal(files_, keeping_.folder / file_, text_), keeping_.folder);
      if (!leave_out(draft, after)) return weigh(before, after);
    }
  }

  bool leave_out(const Draft& draft, const content::Findings& findings) {
    std::map<const Item*, std::string> refused;
    for (const auto& finding : findings)
      if (finding.file == file_)
        if (const auto* item = draft.blamed(finding.key)) {
          const auto key = finding.key.substr(finding.key.rfind('.') + 1);
          refused[item] += (refused[item].empty() ? "" : "; ") + key + ": " + finding.message;
        }
    std::vector<Item> good;
    for (auto& item : reading_.items) {
      if (const auto found = refused.find(&item); found != refused.end())
        reading_.left_out.push_back({item.where, "the kiosk cannot show it: " + found->second, ""});
      else
        good.push_back(item);
    }
    reading_.items = std::move(good);
    return !refused.empty();
  }

  // A mistake that stood in the folder before stops an import only when it hides whether the new things are
  // good.
  Result<> weigh(const content::Findings& before, const content::Findings& after) {
    std::set<std::string> known, concerned = {"gemeente.toml", file_};
    for (const auto& finding : before) known.insert(finding.text());
    for (const auto& item : reading_.items) concerned.insert("gebieden/" + item.area + ".toml");
    content::Findings stop;
    for (const auto& finding : after)
      if (!known.contains(finding.text()) || concerned.contains(finding.file)) stop.push_back(finding);
    if (!stop.empty())
      return base::fail(ErrorCode::Invalid, "nothing was written. First mend this in " +
                                                keeping_.folder.string() + ":" + told(stop));
    if (!after.empty())
      reading_.warnings.push_back(
          {keeping_.folder.string(),
           "has " + std::to_string(after.size()) + " mistakes elsewhere, so it cannot be published yet", ""});
    return {};
  }

  Result<Report> nothing() {
    Report empty;
    empty.left_out = std::move(reading_.left_out);
    empty.warnings = std::move(reading_.warnings);
    empty.file = file_;
    std::string why = keeping_.source + ": nothing in it could be kept, so nothing was written";
    if (old_) why += ", and " + file_ + " stays as it was (remove it to withdraw what it holds)";
    return base::fail(ErrorCode::Invalid, why + "\n" + empty.text());
  }

  Report compare() {
    Report report;
    report.file = file_;
    report.understood = reading_.items.size();
    const auto earlier = old_ ? ids_in(*old_, file_) : std::set<std::string>{};
    std::set<std::string> now;
    for (const auto& item : reading_.items) now.insert(id_of(item));
    report.fresh = static_cast<std::size_t>(
        std::ranges::count_if(now, [&](const auto& id) { return !earlier.contains(id); }));
    report.gone = static_cast<std::size_t>(
        std::ranges::count_if(earlier, [&](const auto& id) { return !now.contains(id); }));
    if (earlier.size() > 2 && report.gone == earlier.size())
      reading_.warnings.push_back({file_, "nothing that stood in it came back",
                                   "Is it another source? Then import it with another --name"});
    report.left_out = std::move(reading_.left_out);
    report.warnings = std::move(reading_.warnings);
    return report;
  }

  base::Files& files_;
  const Keeping& keeping_;
  Reading reading_;
  const std::string file_;
  std::optional<std::string> old_;
  std::string text_;
};

}  // namespace

Result<Report> keep(base::Files& files, const Keeping& keeping, Reading reading) {
  return Keeper(files, keeping, std::move(reading)).keep();
}

}  // namespace wv::intake
