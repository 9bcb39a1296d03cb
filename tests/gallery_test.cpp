// Pictures of a release: got once, kept at the size they are shown in, and named when they cannot be shown.
#include "kiosk/app/gallery.h"

#include "kiosk/paint/png_write.h"
#include "kiosk/speech/recorder.h"
#include "sync/edge/disk.h"
#include "tests/support/pictures.h"
#include "tests/support/state.h"

using namespace wv;

namespace {

constexpr ui::Size box{300, 100};

base::Bytes a_png(paint::Size size) {
  auto pixels = test::slope(size);
  const auto png = paint::encode_png(pixels.canvas());
  REQUIRE(png);
  return *png;
}

struct Wall {
  explicit Wall(test::Release release) {
    state.release(std::move(release));
    app::LoadedSettings settings;
    settings.settings.place.area = model::AreaId{"noord"};
    auto opened = app::House::open(
        {disk, clock, random, {voice, outlet}, state.path(), WV_BINARY_DIR "/share/wijkvenster"},
        std::move(settings));
    if (!opened) FAIL(opened.error().message);
    house = std::move(*opened);
    gallery = std::make_unique<app::Gallery>(*house, textures);
  }
  // As a frame does.
  ui::Picture shown(ui::Size in, std::string_view name = "beeld/noord.png") {
    gallery->begin_frame();
    return gallery->has(name) ? gallery->find(name, in) : ui::Picture{};
  }
  bool staff_reads(std::string_view part) {
    for (const auto& line : house->report().trouble) {
      if (line.find(part) != std::string::npos) return true;
    }
    return false;
  }

  test::State state;
  edge::Disk disk;
  test::VirtualClock clock{test::at("2026-11-23T13:30:00Z")};
  speech::Recorder voice{clock};
  speech::PaperOutlet outlet;
  test::SeededRandom random{7};
  std::unique_ptr<app::House> house;
  paint::Textures textures;
  std::unique_ptr<app::Gallery> gallery;
};

}  // namespace

TEST_CASE("a picture comes after the frame that first asks for it, and then costs nothing more") {
  Wall wall({.picture = a_png({800, 450})});
  CHECK(wall.shown(box).id == paint::TextureId::None);
  REQUIRE(wall.gallery->wants());
  CHECK(wall.gallery->fetch());
  const auto picture = wall.shown(box);
  CHECK(picture.id != paint::TextureId::None);
  CHECK_FALSE(wall.gallery->wants());
  CHECK_FALSE(wall.gallery->fetch());
  // It fills its box at its own size: nothing is left to compute in a frame.
  CHECK(picture.width >= box.width);
  CHECK(picture.width <= box.width + 4);
  CHECK(picture.height >= box.height);
}

TEST_CASE("another size shows the picture at once and gets it sharp afterwards") {
  Wall wall({.picture = a_png({800, 450})});
  wall.shown(box);
  wall.gallery->fetch();
  const ui::Size larger{600, 200};
  CHECK(wall.shown(larger).id != paint::TextureId::None);
  REQUIRE(wall.gallery->wants());
  wall.gallery->fetch();
  CHECK(wall.shown(larger).width >= 600);
  CHECK_FALSE(wall.gallery->wants());
  CHECK(wall.shown({900, 600}).width <= 800);  // never larger than it was drawn
}

TEST_CASE("many sizes of large pictures stay within their memory") {
  Wall wall({.picture = a_png({2000, 2000})});
  for (int i = 0; i < 12; ++i) {
    wall.shown({1000.0F + static_cast<float>(i), 1000});
    wall.gallery->fetch();
    wall.shown({1000.0F + static_cast<float>(i), 1000});
    CHECK(wall.textures.bytes() <= 2 * app::Gallery::most_bytes);
  }
}

TEST_CASE("a corrupt picture is no picture, keeps no room and is named to staff") {
  auto png = a_png({800, 450});
  png.resize(png.size() / 2);
  Wall wall({.picture = png});
  wall.shown(box);
  CHECK(wall.gallery->fetch());
  CHECK_FALSE(wall.gallery->has("beeld/noord.png"));
  CHECK_FALSE(wall.gallery->wants());
  CHECK(wall.staff_reads("beeld/noord.png"));
  CHECK(wall.textures.bytes() == 0);
}

TEST_CASE("a picture that is not in the release is named to staff and asked for once") {
  Wall wall({});
  wall.shown(box, "beeld/weg.png");
  CHECK(wall.gallery->fetch());
  wall.shown(box, "beeld/weg.png");
  CHECK_FALSE(wall.gallery->wants());
  CHECK(wall.staff_reads("beeld/weg.png"));
}

TEST_CASE("with a new release the pictures of the last one are gone, and so are its troubles") {
  Wall wall({.picture = a_png({800, 450})});
  wall.shown(box);
  wall.gallery->fetch();
  wall.shown(box, "beeld/weg.png");
  wall.gallery->fetch();
  REQUIRE(wall.textures.bytes() > 0);
  wall.state.release({.version = 11, .picture = a_png({400, 300})});
  REQUIRE(wall.house->refresh());
  CHECK(wall.shown(box).id == paint::TextureId::None);
  CHECK(wall.textures.bytes() == 0);
  CHECK_FALSE(wall.staff_reads("beeld/weg.png"));
}

TEST_CASE("what is published and cannot be shown is named to staff") {
  test::Release release;
  release.area.places.clear();
  release.area.events[0].place.reset();
  release.area.events[0].rrule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
  release.area.events[0].exdates.clear();
  Wall wall(std::move(release));
  wall.house->almanac(test::day(2026, 11, 23));
  CHECK(wall.staff_reads("gebied noord: er staan geen plekken in"));
  CHECK(wall.staff_reads("activiteit koffie: de herhaling geeft geen datum"));
}

TEST_CASE("activities are reckoned once for each day and release") {
  Wall wall({});
  const auto monday = wall.house->almanac(test::day(2026, 11, 23));
  CHECK(wall.house->almanac(test::day(2026, 11, 23)) == monday);
  const auto tuesday = wall.house->almanac(test::day(2026, 11, 24));
  CHECK(tuesday != monday);
  wall.state.release({.version = 11});
  REQUIRE(wall.house->refresh());
  CHECK(wall.house->almanac(test::day(2026, 11, 24)) != tuesday);
}

TEST_CASE("which areas have an alliance is known without loading them") {
  Wall wall({});
  CHECK(wall.house->content().alliances == std::set<model::AreaId>{model::AreaId{"west"}});
  CHECK(wall.house->content().area(model::AreaId{"west"}) == nullptr);
}
