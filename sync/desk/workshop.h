// The folder in which this municipality writes its content, as the desk works on it: what others made is
// taken in, looked at, published and withdrawn. What people wrote by hand is never touched.
#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "sync/base/world.h"
#include "sync/central/repository.h"
#include "sync/content/content_source.h"
#include "sync/intake/check.h"
#include "sync/intake/import.h"
#include "sync/intake/preview.h"

namespace wv::desk {

using base::Result;

// One file of invoer/: what one import brought.
struct Part {
  std::string name;    // "ics-buurthuis"
  std::string kind;    // "ics"
  std::string source;  // "buurthuis.ics"
  std::size_t items = 0;
  bool withdrawn = false;  // it lies in ingetrokken/ and is not published
};

// What somebody hands over at the desk.
struct Delivery {
  intake::Kind kind = intake::Kind::Calendar;
  std::string ending;  // ".ics": the importers of agendas go by it
  std::string area;    // id
  std::string source;  // how its maker calls it: becomes the name of the import
  std::string text;
};

// Thread-safe: one thing at a time.
class Workshop {
 public:
  struct Setup {
    base::Files& files;
    std::filesystem::path folder;  // empty: this central publishes what is written elsewhere
    central::Repository& repository;
    const base::Clock& clock;
  };
  explicit Workshop(Setup setup) : setup_(std::move(setup)) {}

  bool is_open() const { return !setup_.folder.empty(); }
  const std::filesystem::path& folder() const { return setup_.folder; }
  // The publisher's key lies on this machine; else publishing happens where it does.
  bool may_sign() const;

  Result<std::vector<Part>> parts();
  // Every mistake that stands in the way of publishing, those of hand-written files too, and hints for plain
  // Dutch.
  intake::Checked check();
  // Lets a kiosk show this folder, which takes some seconds. Invalid: mistakes, or no such area. Unavailable:
  // no kiosk program is installed here.
  Result<intake::Preview> preview(const std::string& area);
  // One of its pictures, from 0. NotFound: none was made.
  Result<base::Bytes> picture(const std::string& area, std::size_t index) const;
  // Dry: says what would happen. Invalid: nothing in it can be kept, and why.
  Result<intake::Report> take_in(const Delivery& delivery, intake::Keeping::Mode mode);
  // NotFound: no such part. A part with this name on the other side gives way to it.
  Result<> withdraw(const std::string& name);
  Result<> put_back(const std::string& name);
  // Invalid with mistakes in the folder; NotFound without the publisher's key.
  Result<central::Released> publish();

 private:
  Result<> move_part(const std::string& name, std::string_view from, std::string_view to);
  Result<std::vector<Part>> parts_in(std::string_view shelf);
  std::filesystem::path pictures_of(const std::string& area) const;

  Setup setup_;
  std::mutex one_at_a_time_;
};

}  // namespace wv::desk
