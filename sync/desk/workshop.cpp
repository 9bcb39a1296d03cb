// Files of imports move between two folders; the kiosk's own readers judge what is there.
#include "sync/desk/workshop.h"

#include "sync/edge/child.h"
#include "sync/edge/lock.h"
#include "sync/intake/words.h"
#include "sync/model/check.h"

namespace wv::desk {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Json;

constexpr std::string_view published_shelf = "invoer", withdrawn_shelf = "ingetrokken", tried_shelf = "proef";
constexpr std::string_view ending = ".toml";

std::size_t items_in(const Json& document) {
  std::size_t count = 0;
  const Json* areas = document.find("gebieden");
  if (!areas || !areas->items()) return 0;
  for (const auto& area : *areas->items())
    for (const auto& [key, value] : *area.members())
      if (value.items()) count += value.items()->size();
  return count;
}

}  // namespace

bool Workshop::may_sign() const {
  std::error_code ignored;
  return fs::exists(setup_.repository.vault().file_of(central::KeyName::Publisher), ignored);
}

Result<std::vector<Part>> Workshop::parts_in(std::string_view shelf) {
  std::vector<Part> found;
  const auto names = setup_.files.list(setup_.folder / shelf);
  if (!names && names.error().code == ErrorCode::NotFound) return found;
  if (!names) return std::unexpected(names.error());
  for (const auto& name : *names) {
    if (!name.ends_with(ending)) continue;
    Part part{name.substr(0, name.size() - ending.size())};
    part.withdrawn = shelf == withdrawn_shelf;
    WV_TRY(const auto bytes, setup_.files.read(setup_.folder / shelf / name));
    if (const auto document = content::read_toml(name, base::as_text(bytes))) {
      part.items = items_in(document->json);
      if (const Json* origin = document->json.find("bron")) {
        part.kind = origin->text_or("soort", "");
        part.source = origin->text_or("bestand", "");
      }
    }
    found.push_back(std::move(part));
  }
  return found;
}

Result<std::vector<Part>> Workshop::parts() {
  const std::lock_guard lock(one_at_a_time_);
  WV_TRY(auto all, parts_in(published_shelf));
  WV_TRY(auto withdrawn, parts_in(withdrawn_shelf));
  all.insert(all.end(), std::move_iterator(withdrawn.begin()), std::move_iterator(withdrawn.end()));
  return all;
}

intake::Checked Workshop::check() {
  const std::lock_guard lock(one_at_a_time_);
  return intake::check_folder(setup_.files, setup_.folder);
}

fs::path Workshop::pictures_of(const std::string& area) const {
  return setup_.folder / tried_shelf / "beeld" / area;
}

Result<intake::Preview> Workshop::preview(const std::string& area) {
  const std::lock_guard lock(one_at_a_time_);
  if (!model::is_id(area)) return fail(ErrorCode::Invalid, "no such area");
  WV_TRY(const auto programs, intake::programs_beside(edge::own_program()));
  const auto shots = pictures_of(area);
  WV_CHECK(setup_.files.make_folder(shots));
  WV_TRY(const auto old, setup_.files.list(shots));
  for (const auto& picture : old) WV_CHECK(setup_.files.remove(shots / picture));
  return intake::preview(setup_.files, programs, setup_.folder, area, shots);
}

Result<base::Bytes> Workshop::picture(const std::string& area, std::size_t index) const {
  if (!model::is_id(area)) return fail(ErrorCode::NotFound, "no such area");
  WV_TRY(const auto names, setup_.files.list(pictures_of(area)));
  if (index >= names.size()) return fail(ErrorCode::NotFound, "no such picture");
  return setup_.files.read(pictures_of(area) / names[index]);
}

// The importers read files, as on the command line; this one is there for as long as that takes.
Result<intake::Report> Workshop::take_in(const Delivery& delivery, intake::Keeping::Mode mode) {
  const std::lock_guard lock(one_at_a_time_);
  const auto stem = intake::slug(fs::path(delivery.source).stem().string());
  const auto file = setup_.folder / tried_shelf / (stem + delivery.ending);
  WV_CHECK(setup_.files.make_folder(file.parent_path()));
  WV_CHECK(setup_.files.write(file, base::as_bytes(delivery.text)));
  intake::Import order{delivery.kind, file, setup_.folder, delivery.area};
  order.mode = mode;
  auto report = intake::import_into({setup_.files, setup_.clock.local(setup_.clock.now()).day}, order);
  WV_CHECK(setup_.files.remove(file));
  return report;
}

Result<> Workshop::move_part(const std::string& name, std::string_view from, std::string_view to) {
  const std::lock_guard lock(one_at_a_time_);
  if (!model::is_id(name)) return fail(ErrorCode::NotFound, "no such import");
  const auto file = name + std::string(ending);
  WV_CHECK(setup_.files.read(setup_.folder / from / file));  // NotFound before anything moves
  WV_CHECK(setup_.files.make_folder(setup_.folder / to));
  return setup_.files.rename(setup_.folder / from / file, setup_.folder / to / file);
}
Result<> Workshop::withdraw(const std::string& name) {
  return move_part(name, published_shelf, withdrawn_shelf);
}
Result<> Workshop::put_back(const std::string& name) {
  return move_part(name, withdrawn_shelf, published_shelf);
}

Result<central::Released> Workshop::publish() {
  const std::lock_guard lock(one_at_a_time_);
  const auto documents = content::read_content(setup_.files, setup_.folder);
  if (!documents)
    return fail(ErrorCode::Invalid, std::to_string(documents.error().size()) + " mistakes in the content");
  WV_TRY(const auto alone, edge::FileLock::wait(setup_.repository.lock_file()));
  return setup_.repository.publish(*documents, {}, setup_.clock.now());
}

}  // namespace wv::desk
